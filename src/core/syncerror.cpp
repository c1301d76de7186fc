#include "syncerror.h"

#include <QStringList>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

QString errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Configuration:
        return u"configuration"_s;
    case ErrorKind::Driver:
        return u"driver"_s;
    case ErrorKind::Connection:
        return u"connection"_s;
    case ErrorKind::Login:
        return u"login"_s;
    case ErrorKind::Permission:
        return u"permission"_s;
    case ErrorKind::NotFound:
        return u"not-found"_s;
    case ErrorKind::NotTracked:
        return u"not-tracked"_s;
    case ErrorKind::NoKey:
        return u"no-key"_s;
    case ErrorKind::NoWatermark:
        return u"no-watermark"_s;
    case ErrorKind::Expired:
        return u"expired"_s;
    case ErrorKind::SchemaChanged:
        return u"schema-changed"_s;
    case ErrorKind::Query:
        return u"query"_s;
    case ErrorKind::Data:
        return u"data"_s;
    case ErrorKind::Storage:
        return u"storage"_s;
    case ErrorKind::ForeignFolder:
        return u"foreign-folder"_s;
    case ErrorKind::Locked:
        return u"locked"_s;
    case ErrorKind::Cancelled:
        return u"cancelled"_s;
    case ErrorKind::Internal:
        break;
    }
    return u"internal"_s;
}

namespace {

bool goesOn(const QString &text, qsizetype at)
{
    const QChar c = at >= 0 && at < text.size() ? text[at] : QChar(u' ');
    return c.isLetterOrNumber() || c == u'_' || c == u'/' || c == u'-';
}

/// Whether the thing stands in the text, and not as a part of a longer name or path.
bool names(const QString &text, const QString &thing)
{
    for (qsizetype at = text.indexOf(thing); at >= 0; at = text.indexOf(thing, at + 1)) {
        const qsizetype end = at + thing.size();
        const bool longer =
            goesOn(text, at - 1) || goesOn(text, end) || (text.mid(end, 1) == u"." && goesOn(text, end + 1));
        if (!longer)
            return true;
    }
    return false;
}

} // namespace

QString causeOf(const SyncError &error)
{
    const qsizetype at = error.advice.isEmpty() ? -1 : error.text.indexOf(error.advice);
    if (at < 0)
        return error.text;
    const QString before = error.text.left(at).trimmed();
    return (before + u' ' + error.text.mid(at + error.advice.size()).trimmed()).trimmed();
}

QString describe(const SyncError &error)
{
    const bool named = error.context.isEmpty() || names(error.text, error.context);
    QString text = named ? error.text : error.context + u": "_s + error.text;
    QStringList codes;
    if (!error.sqlState.isEmpty())
        codes += u"SQLSTATE "_s + error.sqlState;
    if (error.nativeCode != 0)
        codes += u"error "_s + QString::number(error.nativeCode);
    return codes.isEmpty() ? text : text + u" ["_s + codes.join(u", "_s) + u']';
}

} // namespace tidemark
