#include "parameterlist.h"

#include <utility>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

QStringList declaredNames(const QString &definitions)
{
    QStringList names;
    QString current;
    int depth = 0;
    bool inName = true;
    const auto end = [&] {
        if (!current.isEmpty())
            names.append(current);
        current.clear();
        inName = true;
    };
    for (const QChar letter : definitions) {
        if (letter == u',' && depth == 0) {
            end();
            continue;
        }
        if (letter == u'(')
            ++depth;
        else if (letter == u')')
            --depth;
        if (letter.isSpace())
            inName = inName && current.isEmpty();
        else if (inName)
            current += letter;
    }
    end();
    return names;
}

std::optional<ServerMessage> bindParameters(const QString &definitions, const QString &statement,
    std::vector<Parameter>::const_iterator first, std::vector<Parameter>::const_iterator last,
    std::vector<Parameter> &bound)
{
    bound.assign(first, last);
    QStringList missing = declaredNames(definitions);
    for (const Parameter &parameter : bound) {
        if (!parameter.name.isEmpty())
            missing.removeIf(
                [&](const QString &name) { return name.compare(parameter.name, Qt::CaseInsensitive) == 0; });
    }
    for (Parameter &parameter : bound) {
        if (!parameter.name.isEmpty())
            continue;
        if (missing.isEmpty())
            return ServerMessage{ .number = 8144,
                .state = 2,
                .text = u"Procedure or function has too many arguments specified."_s };
        parameter.name = missing.takeFirst();
    }
    if (missing.isEmpty())
        return std::nullopt;
    return ServerMessage{ .number = 8178,
        .text = u"The parameterized query '(%1)%2' expects the parameter '%3', which was not supplied."_s.arg(
            definitions.left(200), statement.left(200), missing.first()) };
}

qint64 integerAt(const std::vector<Parameter> &parameters, std::size_t index)
{
    if (index >= parameters.size())
        return 0;
    const auto *number = std::get_if<qint64>(&parameters[index].value);
    return number ? *number : 0;
}

QString textAt(const std::vector<Parameter> &parameters, std::size_t index)
{
    if (index >= parameters.size())
        return {};
    const auto *text = std::get_if<QString>(&parameters[index].value);
    return text ? *text : QString();
}

void setInteger(std::vector<Parameter> &parameters, std::size_t index, qint64 value)
{
    if (index < parameters.size())
        parameters[index].value = value;
}

} // namespace tidemark::practice
