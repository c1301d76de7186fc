#pragma once

#include <QString>

namespace tidemark::practice {

/// SQL Server's types, as declared. Decimal and Numeric differ in name only.
enum class TypeId {
    Bit,
    TinyInt,
    SmallInt,
    Int,
    BigInt,
    Decimal,
    Numeric,
    Money,
    SmallMoney,
    Real,
    Float,
    Date,
    Time,
    DateTime,
    SmallDateTime,
    DateTime2,
    DateTimeOffset,
    Char,
    VarChar,
    Text,
    NChar,
    NVarChar,
    NText,
    Binary,
    VarBinary,
    Image,
    RowVersion,
    UniqueIdentifier,
    Xml,
    SqlVariant,
    HierarchyId,
    Geometry,
    Geography,
};

/// A declared type. `length` counts characters for nchar and nvarchar, bytes for char, varchar, binary and
/// varbinary; -1 is (max).
struct SqlType {
    TypeId id = TypeId::Int;
    int length = 0;
    int precision = 0; // decimal, numeric
    int scale = 0; // decimal, numeric, time, datetime2, datetimeoffset
    bool utf8 = false; // char and varchar under a UTF-8 collation; else code page 1252

    bool operator==(const SqlType &) const = default;

    bool isMax() const { return length == -1; }
};

} // namespace tidemark::practice
