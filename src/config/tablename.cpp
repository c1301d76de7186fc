#include "tablename.h"

#include <QCoreApplication>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int maximumLength = 128; // of SQL Server's sysname
constexpr int maximumParts = 3;

struct TableName {
    Q_DECLARE_TR_FUNCTIONS(tidemark::TableName)
};

using Name = tl::expected<QString, QString>;

/// The part in brackets that begins at `at`; moves `at` behind the closing bracket.
Name takeBracketed(const QString &text, qsizetype &at)
{
    QString name;
    for (++at; at < text.size(); ++at) {
        if (text[at] != u']') {
            name += text[at];
        } else if (at + 1 < text.size() && text[at + 1] == u']') {
            name += u']';
            ++at;
        } else {
            ++at;
            return name;
        }
    }
    return tl::unexpected(TableName::tr("a [ is not closed by ]"));
}

Name checked(const QString &name)
{
    if (name.isEmpty())
        return tl::unexpected(TableName::tr("a name is empty"));
    if (name.size() > maximumLength)
        return tl::unexpected(TableName::tr("a name is longer than 128 characters"));
    return name;
}

Name takePart(const QString &text, qsizetype &at)
{
    while (at < text.size() && text[at].isSpace())
        ++at;
    if (at >= text.size() || text[at] != u'[') {
        const qsizetype dot = text.indexOf(u'.', at);
        const qsizetype end = dot < 0 ? text.size() : dot;
        const QString name = text.mid(at, end - at).trimmed();
        at = end;
        return checked(name);
    }
    const Name name = takeBracketed(text, at);
    while (at < text.size() && text[at].isSpace())
        ++at;
    if (name && at < text.size() && text[at] != u'.')
        return tl::unexpected(TableName::tr("after ] a dot or the end is expected"));
    return name ? checked(*name) : name;
}

} // namespace

tl::expected<QStringList, QString> splitTableName(const QString &text)
{
    QStringList parts;
    qsizetype at = 0;
    while (true) {
        const Name part = takePart(text, at);
        if (!part)
            return tl::unexpected(part.error());
        parts += *part;
        if (parts.size() > maximumParts)
            return tl::unexpected(TableName::tr("it has more than three parts; a dot inside a name needs "
                                                "brackets, as in [my.table]"));
        if (at >= text.size())
            return parts;
        ++at;
    }
}

tl::expected<QString, QString> singleName(const QString &text)
{
    if (!text.startsWith(u'['))
        return checked(text.trimmed());
    qsizetype at = 0;
    const Name name = takeBracketed(text, at);
    if (name && at < text.size())
        return tl::unexpected(TableName::tr("text follows the closing ]"));
    return name ? checked(*name) : name;
}

QString joinTableName(const QStringList &parts)
{
    QStringList written;
    for (const QString &part : parts) {
        const bool plain = !part.contains(u'.') && !part.startsWith(u'[') && part == part.trimmed();
        written += plain ? part : u'[' + QString(part).replace(u"]"_s, u"]]"_s) + u']';
    }
    return written.join(u'.');
}

} // namespace tidemark
