#include "connectiontext.h"

#include "driverabilities.h"

#include "extrakeyword.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ConnectionTextText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::ConnectionText)
};

// QODBC passes the length of the string as a 16-bit number.
constexpr qsizetype longestText = 30000;
// SQL Server's own limit; what is longer would be cut on the way.
constexpr qsizetype longestPassword = 128;

SyncError refused(QString text)
{
    return { ErrorKind::Configuration, std::move(text), {}, 0, false, {}, 0 };
}

/// Collects "keyword=value;" with the escaping of one driver; the first value that cannot be written is kept
/// as the error.
class TextBuilder {
public:
    explicit TextBuilder(DriverFamily family) : m_family(family) { }

    /// `name` is the value's name for people.
    void add(const QString &keyword, const QString &value, const QString &name)
    {
        const Result<QString> escaped = escape(value, name);
        if (escaped)
            m_text += keyword + u'=' + *escaped + u';';
        else if (!m_error)
            m_error = escaped.error();
    }
    void addPlain(const QString &keyword, const QString &value) { m_text += keyword + u'=' + value + u';'; }

    Result<QString> finish() const
    {
        if (m_error)
            return fail(*m_error);
        if (m_text.contains(u".dsn"_s, Qt::CaseInsensitive)) // also where two values meet
            return fail(refused(ConnectionTextText::tr("A value of the connection holds the text \".dsn\", "
                                                       "which Qt's ODBC plugin takes for the name "
                                                       "of a file. Change that value.")));
        if (m_text.size() > longestText)
            return fail(refused(
                ConnectionTextText::tr("The connection's values are longer than an ODBC driver takes.")));
        return m_text;
    }

private:
    Result<QString> escape(const QString &value, const QString &name) const
    {
        if (value.contains(QChar(u'\0')))
            return fail(refused(
                ConnectionTextText::tr("The %1 holds a NUL character, which would cut it off.").arg(name)));
        if (!value.isValidUtf16())
            return fail(
                refused(ConnectionTextText::tr("The %1 holds half of a surrogate pair, which is no text.")
                            .arg(name)));
        if (value.contains(u".dsn"_s, Qt::CaseInsensitive))
            return fail(refused(
                ConnectionTextText::tr("The %1 holds the text \".dsn\", which Qt's ODBC plugin takes for the "
                                       "name of a file. Change the %1.")
                    .arg(name)));
        const bool blankEnds = !value.isEmpty() && (value.front().isSpace() || value.back().isSpace());
        if (m_family == DriverFamily::Microsoft) {
            static const QRegularExpression special(u"[\\[\\]{}(),;?*=!@]"_s);
            if (!blankEnds && !value.contains(special))
                return value;
            return QString(u'{' + QString(value).replace(u'}', u"}}"_s) + u'}');
        }
        return escapeForFreeTds(value, name, blankEnds);
    }

    /// Older versions of FreeTDS take what stands in braces as it is, newer ones halve "}}" there; so braces
    /// are used only around values without one.
    static Result<QString> escapeForFreeTds(const QString &value, const QString &name, bool blankEnds)
    {
        if (!value.contains(u';') && !value.startsWith(u'{') && !blankEnds)
            return value;
        if (value.contains(u'}'))
            return fail(refused(ConnectionTextText::tr(
                "FreeTDS cannot take the %1: it holds \"}\" together with \";\", with \"{\" at the beginning "
                "or with blanks at an end. Change the %1, or use Microsoft's driver.")
                                    .arg(name)));
        return QString(u'{' + value + u'}');
    }

    DriverFamily m_family;
    QString m_text;
    std::optional<SyncError> m_error;
};

/// "host\instance", without the port.
QString hostText(const ServerAddress &address)
{
    return address.instance.isEmpty() ? address.host : address.host + u'\\' + address.instance;
}

/// Braces around the name: it may hold blanks; unixODBC reads up to the first single "}".
Status addDriver(TextBuilder &text, const OdbcDriver &driver)
{
    if (driver.name.contains(u'}') || driver.name.contains(u'{'))
        return fail(refused(ConnectionTextText::tr("The driver's name %1 holds a brace.").arg(driver.name)));
    text.addPlain(u"DRIVER"_s, u'{' + driver.name + u'}');
    return {};
}

Status addExtra(TextBuilder &text, const QMap<QString, QString> &extra)
{
    for (auto it = extra.begin(); it != extra.end(); ++it) {
        if (const QString mistake = mistakeInExtraKeyword(it.key()); !mistake.isEmpty())
            return fail(refused(mistake));
        text.add(it.key(), it.value(), ConnectionTextText::tr("value of %1").arg(it.key()));
    }
    return {};
}

/// What of user and password the kind of sign-in takes.
void addLogin(TextBuilder &text, const ConnectionSpec &spec, const Secret &password)
{
    if (takesUser(spec.signIn) && !spec.user.isEmpty())
        text.add(u"UID"_s, spec.user, ConnectionTextText::tr("user name"));
    if (takesPassword(spec.signIn) && !password.isEmpty())
        text.add(u"PWD"_s, password.reveal(), ConnectionTextText::tr("password"));
    if (spec.signIn == SignIn::Kerberos)
        text.addPlain(u"Trusted_Connection"_s, u"yes"_s);
}

Status addMicrosoft(
    TextBuilder &text, const OdbcDriver &driver, const ConnectionSpec &spec, const Secret &password)
{
    const ServerAddress address = parseServerAddress(spec.server, spec.port);
    QString server = hostText(address);
    if (address.port)
        server += u',' + QString::number(*address.port);
    text.add(u"Server"_s, server, ConnectionTextText::tr("server's name"));
    addLogin(text, spec, password);
    if (isEntra(spec.signIn))
        text.addPlain(u"Authentication"_s, signInName(spec.signIn));

    if (!knowsStrict(driver) && (spec.encrypt == Encryption::Strict || !spec.hostNameInCertificate.isEmpty()))
        return fail(refused(ConnectionTextText::tr(
            "%1 knows neither strict encryption nor another name in the certificate. Install ODBC "
            "Driver 18 for SQL Server.")
                                .arg(driver.name)));
    text.addPlain(u"Encrypt"_s,
        spec.encrypt == Encryption::Strict          ? u"strict"_s
            : spec.encrypt == Encryption::Mandatory ? u"yes"_s
                                                    : u"no"_s);
    text.addPlain(u"TrustServerCertificate"_s, spec.trustServerCertificate ? u"yes"_s : u"no"_s);
    if (!spec.hostNameInCertificate.isEmpty())
        text.add(u"HostNameInCertificate"_s, spec.hostNameInCertificate,
            ConnectionTextText::tr("name in the certificate"));
    // The driver would connect anew in the middle of a transaction without a word, and the snapshot is gone.
    text.addPlain(u"ConnectRetryCount"_s, u"0"_s);
    return {};
}

Status addFreeTds(TextBuilder &text, const ConnectionSpec &spec, const Secret &password)
{
    if (spec.encrypt == Encryption::Strict)
        return fail(refused(ConnectionTextText::tr(
            "FreeTDS cannot do strict encryption. Use Microsoft's driver, or encryption \"yes\".")));
    const ServerAddress address = parseServerAddress(spec.server, spec.port);
    if (checksCertificate(spec)) {
        // The section of that name holds host, instance and port.
        text.add(u"Servername"_s, address.host, ConnectionTextText::tr("server's name"));
    } else {
        text.add(u"Server"_s, hostText(address), ConnectionTextText::tr("server's name"));
        if (address.port)
            text.addPlain(u"Port"_s, QString::number(*address.port));
    }
    addLogin(text, spec, password);
    text.addPlain(u"TDS_Version"_s, u"7.4"_s);
    text.addPlain(u"ClientCharset"_s, u"UTF-8"_s);
    text.addPlain(u"Encryption"_s, spec.encrypt == Encryption::Mandatory ? u"require"_s : u"request"_s);
    if (spec.queryTimeoutSeconds > 0) // reaches the statements of QODBC too
        text.addPlain(u"Timeout"_s, QString::number(spec.queryTimeoutSeconds));
    return {};
}

Status checkLogin(const OdbcDriver &driver, const ConnectionSpec &spec, const Secret &password)
{
    if (spec.server.trimmed().isEmpty())
        return fail(refused(ConnectionTextText::tr("No server is named.")));
    if (!signInsOf(driver).contains(spec.signIn))
        return fail(refused(
            ConnectionTextText::tr("%1 has no sign-in of the kind %2. Use Microsoft's \"ODBC Driver 18 for "
                                   "SQL Server\", or another kind of sign-in.")
                .arg(driver.name, signInName(spec.signIn))));
    if (needsUser(spec.signIn) && spec.user.isEmpty())
        return fail(
            refused(ConnectionTextText::tr("The sign-in %1 needs a user.").arg(signInName(spec.signIn))));
    if (isEntra(spec.signIn) && spec.encrypt == Encryption::Optional)
        return fail(refused(ConnectionTextText::tr(
            "A sign-in with Entra ID needs an encrypted connection. Set the encryption to yes or strict.")));
    if (spec.signIn == SignIn::SqlLogin && password.reveal().size() > longestPassword)
        return fail(
            refused(ConnectionTextText::tr("The password is longer than SQL Server's limit of %1 characters.")
                        .arg(longestPassword)));
    return {};
}

} // namespace

bool checksCertificate(const ConnectionSpec &spec)
{
    if (spec.encrypt == Encryption::Strict) // whatever is said of trust
        return true;
    return !spec.trustServerCertificate && (spec.encrypt == Encryption::Mandatory || !spec.caFile.isEmpty());
}

Result<QString> connectionText(
    const OdbcDriver &driver, const ConnectionSpec &spec, const Secret &password, const QString &database)
{
    if (Status ok = checkLogin(driver, spec, password); !ok)
        return fail(ok.error());
    TextBuilder text(driver.family);
    if (Status ok = addDriver(text, driver); !ok)
        return fail(ok.error());
    const Status ok = driver.family == DriverFamily::Microsoft ? addMicrosoft(text, driver, spec, password)
                                                               : addFreeTds(text, spec, password);
    if (!ok)
        return fail(ok.error());
    if (!database.isEmpty())
        text.add(u"Database"_s, database, ConnectionTextText::tr("database's name"));
    text.addPlain(u"APP"_s, u"Tidemark"_s);
    if (spec.packetSize > 0)
        text.addPlain(u"PacketSize"_s, QString::number(std::clamp(spec.packetSize, 512, 16384)));
    if (spec.readOnlyIntent)
        text.addPlain(u"ApplicationIntent"_s, u"ReadOnly"_s);
    if (Status extra = addExtra(text, spec.extra); !extra)
        return fail(extra.error());
    return text.finish();
}

} // namespace tidemark
