#pragma once

#include "sqltype.h"

#include <QString>

#include <optional>

namespace tidemark::practice {

/// What the client of a catalog procedure knows: sp_columns is for clients of SQL Server 2000, sp_columns_90
/// knows (max), xml and CLR types, sp_columns_100 date, time and their like.
enum class ClientAge { V80, V90, V100 };

/// The codes of ODBC for a type.
struct OdbcCodes {
    int code = 0;
    int sqlType = 0; // as in a descriptor: dates and times are one type there
    std::optional<int> sub; // which of them
    std::optional<int> radix;
};

/// A column's type as the catalog procedures tell it.
struct OdbcType {
    QString name;
    OdbcCodes codes;
    int precision = 0;
    int length = 0; // bytes of a transfer
    std::optional<int> scale;
    std::optional<int> octets; // of texts and binaries
    int wireType = 0; // SS_DATA_TYPE: what TDS 4.2 called it
};

OdbcType odbcType(const SqlType &type, bool nullable, bool identity, ClientAge age, int odbcVersion);

} // namespace tidemark::practice
