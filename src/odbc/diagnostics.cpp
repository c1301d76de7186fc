#include "diagnostics.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <vector>

#include <sql.h>
#include <sqlext.h>
#include <sqlucode.h>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct DiagnosticText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::Diagnostics)
};

// A block can bring a record for each of its cells; the first ones tell what happened.
constexpr int mostRecords = 100;

// FreeTDS's own numbers for a lost connection: read and write failed, out of step, unexpected end.
constexpr std::array lostNumbers = { 20003, 20004, 20006, 20017, 20020 };

bool isLostNumber(int native)
{
    return std::find(lostNumbers.begin(), lostNumbers.end(), native) != lostNumbers.end();
}

QString joined(const QStringList &texts)
{
    QStringList unique = texts;
    unique.removeDuplicates();
    unique.removeAll(QString());
    return unique.join(u' ');
}

QString joinedTexts(const QList<DiagRecord> &records)
{
    QStringList texts;
    for (const DiagRecord &record : records)
        texts += record.text;
    return joined(texts);
}

/// What happened and what to do next, each in sentences, then what the driver said.
SyncError told(ErrorKind kind, const QString &happened, const QString &advice, const QString &said)
{
    SyncError error;
    error.kind = kind;
    error.text = happened;
    error.advice = advice;
    if (!advice.isEmpty())
        error.text += u' ' + advice;
    if (!said.isEmpty())
        error.text += u' ' + DiagnosticText::tr("The driver says: %1").arg(said);
    return error;
}

SyncError connectionError(const QString &happened, const QString &advice, const QString &said,
    const DiagRecord &record, bool retryable)
{
    SyncError error = told(ErrorKind::Connection, happened, advice, said);
    error.sqlState = record.state;
    error.nativeCode = record.native;
    error.retryable = retryable;
    return error;
}

/// One message of a failed connect and who wrote it.
struct Message {
    QString tags;
    QString text;
};

/// Divides the string into which Qt joins the records' texts.
QList<Message> splitMessages(const QString &databaseText)
{
    static const QRegularExpression tags(u"(?:\\[[^\\]\\[]+\\]){2,}"_s);
    QList<Message> messages;
    qsizetype begin = 0;
    QString open;
    auto it = tags.globalMatch(databaseText);
    const auto close = [&](qsizetype end) {
        const QString text = databaseText.mid(begin, end - begin).trimmed();
        if (!text.isEmpty())
            messages += Message{ open, text };
    };
    while (it.hasNext()) {
        const QRegularExpressionMatch match = it.next();
        close(match.capturedStart());
        open = match.captured();
        begin = match.capturedEnd();
    }
    close(databaseText.size());
    return messages;
}

bool isFreeTdsOwn(const QString &text)
{
    static const QStringList own = { u"Unable to connect"_s, u"Adaptive Server connection"_s,
        u"Unexpected EOF from the server"_s, u"Read from the server failed"_s,
        u"Write to the server failed"_s, u"Unknown host machine name"_s, u"Timeout expired"_s,
        u"Connection timeout expired"_s, u"Unknown error"_s, u"Bad token from the server"_s,
        u"Read attempted while out of"_s, u"Server name not found"_s, u"Unrecognized TDS version"_s,
        u"Local configuration error"_s, u"Negotiated login attempt failed"_s };
    return std::any_of(own.begin(), own.end(), [&](const QString &begin) { return text.startsWith(begin); });
}

/// What the server itself answered to a login.
QString serverText(const QList<Message> &messages)
{
    QStringList texts;
    for (const Message &message : messages) {
        const bool freeTds = message.tags.startsWith(u"[FreeTDS]"_s);
        if (message.tags.endsWith(u"[SQL Server]"_s) && !(freeTds && isFreeTdsOwn(message.text)))
            texts += message.text;
    }
    return joined(texts);
}

/// The server's number among those that Qt hands on; the others are those of sockets and drivers.
int serverNumber(const QString &nativeCodes)
{
    for (const QString &code : nativeCodes.split(u';', Qt::SkipEmptyParts)) {
        const int number = code.trimmed().toInt();
        const bool isSocket = number >= 10000 && number < 12000 && number != 10928 && number != 10929;
        const bool isFreeTds = number >= 20000 && number < 21000;
        if (number > 300 && !isSocket && !isFreeTds)
            return number;
    }
    return 0;
}

bool mentionsTls(const QString &text)
{
    static const QRegularExpression pattern(
        u"SSL|TLS|certificate|Encryption not supported"_s, QRegularExpression::CaseInsensitiveOption);
    return pattern.match(text).hasMatch();
}

SyncError driverMissing(const QString &said)
{
    return told(ErrorKind::Driver, DiagnosticText::tr("The ODBC driver cannot be loaded."),
        DiagnosticText::tr("Install it with the libraries that it needs, or choose another one."), said);
}

/// The failure of a connect to which no server has answered.
SyncError notConnected(const QString &said, const QString &nativeCodes, const QString &server, bool timedOut)
{
    const QStringList codes = nativeCodes.split(u';', Qt::SkipEmptyParts);
    const auto has = [&](int code) { return codes.contains(QString::number(code)); };
    const DiagRecord record{ u"08001"_s, 0, {} };
    static const QRegularExpression ticket(
        u"SSPI|Kerberos|GSS-?API"_s, QRegularExpression::CaseInsensitiveOption);
    if (ticket.match(said).hasMatch())
        return connectionError(
            DiagnosticText::tr("The sign-in to %1 found no Kerberos ticket that helps.").arg(server),
            DiagnosticText::tr("Get one with kinit, and check the server's name: the ticket is for the name "
                               "written there."),
            said, record, false);
    if (mentionsTls(said))
        return connectionError(DiagnosticText::tr("No encrypted connection to %1 came about.").arg(server),
            DiagnosticText::tr(
                "Check the encryption setting, the server's certificate, its name and the CA file."),
            said, record, false);
    if (said.contains(u"Unknown host"_s) || has(11001))
        return connectionError(DiagnosticText::tr("The name of the server %1 has no address.").arg(server),
            DiagnosticText::tr("Check its spelling, and the network or VPN."), said, record, false);
    if (said.contains(u"Adaptive Server connection failed"_s) && !said.contains(u"unavailable"_s)
        && !said.contains(u"EOF"_s))
        return connectionError(
            DiagnosticText::tr("%1 answered, but no connection came about. Mostly that is the encryption: "
                               "the server may refuse "
                               "it, or its certificate is not trusted or made out to another name.")
                .arg(server),
            DiagnosticText::tr("Check the encryption setting, the server's name and the CA file."), said,
            record, timedOut);
    static const QRegularExpression broken(
        u"EOF|0x68|0x2746|Communication link failure|failed with|Closed by peer"_s);
    if (broken.match(said).hasMatch() || has(10054) || has(104))
        return connectionError(DiagnosticText::tr("%1 closed the connection during the login.").arg(server),
            DiagnosticText::tr("If it comes often, look at the server's log for the reason."), said, record,
            true);
    const bool refused = has(10057) || has(10061);
    return connectionError(DiagnosticText::tr("The server %1 cannot be reached.").arg(server),
        DiagnosticText::tr(
            "Check name and port, that it runs and listens on TCP, and the firewalls between."),
        said, record, timedOut && !refused);
}

} // namespace

QList<DiagRecord> readDiagnostics(short handleType, void *handle)
{
    QList<DiagRecord> records;
    std::array<SQLWCHAR, 6> state{};
    std::vector<SQLWCHAR> text(1024);
    for (SQLSMALLINT number = 1; number <= mostRecords; ++number) {
        SQLINTEGER native = 0;
        SQLSMALLINT length = 0;
        SQLRETURN code = SQLGetDiagRecW(handleType, handle, number, state.data(), &native, text.data(),
            SQLSMALLINT(text.size()), &length);
        if (SQL_SUCCEEDED(code) && size_t(length) >= text.size()) {
            text.resize(size_t(length) + 1);
            code = SQLGetDiagRecW(handleType, handle, number, state.data(), &native, text.data(),
                SQLSMALLINT(text.size()), &length);
        }
        if (!SQL_SUCCEEDED(code))
            break;
        const QString whole = QString::fromUtf16(reinterpret_cast<const char16_t *>(text.data()),
            std::clamp<qsizetype>(length, 0, qsizetype(text.size()) - 1));
        records += DiagRecord{ QString::fromUtf16(reinterpret_cast<const char16_t *>(state.data()), 5),
            int(native), withoutTags(whole) };
    }
    return records;
}

QString withoutTags(const QString &text)
{
    static const QRegularExpression tags(u"^(?:\\[[^\\]]*\\])+\\s*"_s);
    return QString(text).remove(tags);
}

std::optional<DiagRecord> firstBadRecord(const QList<DiagRecord> &records)
{
    for (const DiagRecord &record : records) {
        if (!record.state.startsWith(u"01"_s) || isLostNumber(record.native))
            return record;
    }
    return std::nullopt;
}

SyncError statementError(const QList<DiagRecord> &records, int queryTimeoutSeconds)
{
    const DiagRecord bad = firstBadRecord(records).value_or(records.value(0));
    const QString said = joinedTexts(records);
    if (bad.state == u"HYT00"_s || bad.native == 20003)
        return connectionError(
            DiagnosticText::tr("The server sent nothing for %1 seconds (the query timeout).")
                .arg(queryTimeoutSeconds),
            DiagnosticText::tr("Choose a quieter hour, or let the connection wait longer."), {}, bad, true);
    const bool lost = std::any_of(records.begin(), records.end(), [](const DiagRecord &record) {
        return record.state.startsWith(u"08"_s) || record.state == u"HYT01"_s
            || record.state.startsWith(u"IMC"_s) || isLostNumber(record.native);
    });
    if (lost)
        return connectionError(DiagnosticText::tr("The connection to the server broke off."),
            DiagnosticText::tr("If it comes often, look for a firewall or VPN that cuts long connections."),
            said, bad, true);
    if (bad.state == u"28000"_s)
        return { ErrorKind::Login, said, bad.state, bad.native, false, {}, 0 };
    if (bad.native == 0 && bad.state.startsWith(u"22"_s)) {
        SyncError error =
            told(ErrorKind::Data, DiagnosticText::tr("The driver cannot hand on a value."), {}, said);
        error.sqlState = bad.state;
        return error;
    }
    const QString text = said.isEmpty() ? DiagnosticText::tr("The driver failed without saying why.") : said;
    return { ErrorKind::Query, text, bad.state, bad.native, false, {}, 0 };
}

SyncError connectError(
    const QString &databaseText, const QString &nativeCodes, const QString &server, bool timedOut)
{
    const QList<Message> messages = splitMessages(databaseText);
    QStringList texts;
    for (const Message &message : messages)
        texts += message.text;
    const QString said = joined(texts);
    const bool fromManager = std::any_of(messages.begin(), messages.end(),
        [](const Message &message) { return message.tags.startsWith(u"[unixODBC]"_s); });
    if (fromManager
        && (said.contains(u"Can't open lib"_s) || said.contains(u"Data source name not found"_s)
            || said.contains(u"driver could not be"_s)))
        return driverMissing(said);
    const QString answer = serverText(messages);
    if (answer.isEmpty())
        return notConnected(said, nativeCodes, server, timedOut);
    return { ErrorKind::Login, answer, u"28000"_s, serverNumber(nativeCodes), false, {}, 0 };
}

SyncError withoutSecret(SyncError error, const QString &secret)
{
    // A shorter one stands in any text by chance, and gaps in its places would give it away.
    constexpr qsizetype shortest = 4;
    if (secret.size() >= shortest)
        error.text.replace(secret, u"***"_s);
    return error;
}

} // namespace tidemark
