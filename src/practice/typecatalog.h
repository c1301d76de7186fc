#pragma once

#include "odbctypes.h"
#include "resultsink.h"

#include <QString>

namespace tidemark::practice {

/// The catalog procedure sp_datatype_info and its _90 and _100 forms: what SQLGetTypeInfo asks.
class TypeCatalog {
public:
    static bool isRequestedBy(const QString &procedure);
    /// A batch that is nothing but a call of it, as FreeTDS sends: "sp_datatype_info_100 11, 3". Answers it
    /// and returns true.
    static bool answerBatch(const QString &batch, ResultSink &sink);
    /// The types with this ODBC type code, or all for 0, in the codes of ODBC 2 or 3.
    static void answer(int dataType, int odbcVersion, ResultSink &sink);
    /// Of the type of that name.
    static OdbcCodes codes(const QString &name, int odbcVersion);
};

} // namespace tidemark::practice
