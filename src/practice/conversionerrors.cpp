#include "conversionerrors.h"

#include "sqltypetext.h"

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Decimals are called numeric in these texts.
QString nameInError(TypeId id)
{
    return id == TypeId::Decimal ? u"numeric"_s : typeName(id);
}

} // namespace

tl::unexpected<ServerMessage> overflowError(const SqlType &from, const SqlType &to)
{
    return sqlError(8115,
        u"Arithmetic overflow error converting %1 to data type %2."_s.arg(
            nameInError(from.id), nameInError(to.id)));
}

tl::unexpected<ServerMessage> overflowError(const SqlType &to)
{
    return sqlError(
        8115, u"Arithmetic overflow error converting expression to data type %1."_s.arg(nameInError(to.id)));
}

tl::unexpected<ServerMessage> smallOverflowError(const SqlType &to, const QString &value)
{
    return sqlError(
        220, u"Arithmetic overflow error for data type %1, value = %2."_s.arg(nameInError(to.id), value));
}

tl::unexpected<ServerMessage> textValueError(const QString &text, const SqlType &from, const SqlType &to)
{
    return sqlError(245,
        u"Conversion failed when converting the %1 value '%2' to data type %3."_s.arg(
            typeName(from.id), text, nameInError(to.id)));
}

tl::unexpected<ServerMessage> typeValueError(const SqlType &from, const SqlType &to)
{
    return sqlError(
        8114, u"Error converting data type %1 to %2."_s.arg(nameInError(from.id), nameInError(to.id)));
}

tl::unexpected<ServerMessage> momentTextError(const SqlType &to)
{
    if (to.id == TypeId::SmallDateTime)
        return sqlError(
            295, u"Conversion failed when converting character string to smalldatetime data type."_s);
    return sqlError(241, u"Conversion failed when converting date and/or time from character string."_s);
}

tl::unexpected<ServerMessage> momentRangeError(const SqlType &from, const SqlType &to)
{
    return sqlError(242,
        u"The conversion of a %1 data type to a %2 data type resulted in an out-of-range value."_s.arg(
            nameInError(from.id), nameInError(to.id)));
}

} // namespace tidemark::practice
