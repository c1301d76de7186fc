#include "functioncall.h"

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QChar between(u'\x1F'); // stands in no name and no type

QString typeCode(const SqlType &type)
{
    return QString::number(int(type.id)) + u',' + QString::number(type.length) + u','
        + QString::number(type.precision) + u',' + QString::number(type.scale) + u','
        + QString::number(int(type.utf8));
}

std::optional<SqlType> typeOfCode(const QString &code)
{
    const QStringList parts = code.split(u',');
    if (parts.size() != 5)
        return std::nullopt;
    return SqlType{ TypeId(parts[0].toInt()), parts[1].toInt(), parts[2].toInt(), parts[3].toInt(),
        parts[4] == u"1" };
}

} // namespace

QString FunctionCall::signature() const
{
    QStringList parts{ name, typeCode(result), QString::number(types.size()) };
    for (const SqlType &type : types)
        parts += typeCode(type);
    return (parts + extras).join(between);
}

std::optional<FunctionCall> FunctionCall::fromSignature(const QString &signature)
{
    QStringList parts = signature.split(between);
    if (parts.size() < 3)
        return std::nullopt;
    FunctionCall call;
    call.name = parts.takeFirst();
    const std::optional<SqlType> result = typeOfCode(parts.takeFirst());
    const qsizetype count = parts.takeFirst().toInt();
    if (!result || parts.size() < count)
        return std::nullopt;
    call.result = *result;
    for (qsizetype i = 0; i < count; ++i) {
        const std::optional<SqlType> type = typeOfCode(parts.takeFirst());
        if (!type)
            return std::nullopt;
        call.types.push_back(*type);
    }
    call.extras = parts;
    return call;
}

} // namespace tidemark::practice
