#include "odbcdrivers.h"

#include "livethread.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>

#include <sql.h>
#include <sqlext.h>
#include <sqlucode.h>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct DriverText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::OdbcDrivers)
};

/// An ODBC environment of our own, only to list drivers.
class Environment {
public:
    Environment()
    {
        if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &m_handle))) {
            m_handle = SQL_NULL_HENV;
            return;
        }
        // An integer that travels as a pointer, as ODBC defines it.
        SQLSetEnvAttr(m_handle, SQL_ATTR_ODBC_VERSION,
            reinterpret_cast<SQLPOINTER>(SQL_OV_ODBC3), // NOLINT(performance-no-int-to-ptr)
            0);
    }
    ~Environment()
    {
        if (m_handle != SQL_NULL_HENV)
            SQLFreeHandle(SQL_HANDLE_ENV, m_handle);
    }
    Environment(const Environment &) = delete;
    Environment &operator=(const Environment &) = delete;
    SQLHENV get() const { return m_handle; }

private:
    SQLHENV m_handle = SQL_NULL_HENV;
};

/// The value of "Driver=" in a driver's attributes, which are "key=value" texts divided by NUL.
QString libraryOf(const QString &attributes)
{
    for (const QString &attribute : attributes.split(QChar(u'\0'), Qt::SkipEmptyParts)) {
        if (attribute.startsWith(u"Driver="_s, Qt::CaseInsensitive))
            return attribute.mid(7);
    }
    return {};
}

SyncError noDriver(QString text)
{
    return { ErrorKind::Driver, std::move(text), {}, 0, false, {}, 0 };
}

QString installAdvice()
{
    return DriverText::tr(
        "Install Microsoft's \"ODBC Driver 18 for SQL Server\" from Microsoft's packages, or FreeTDS, which "
        "the package tdsodbc brings on Debian and Ubuntu.");
}

} // namespace

std::optional<OdbcDriver> recogniseDriver(const QString &name, const QString &library)
{
    static const QRegularExpression microsoftName(
        u"^ODBC Driver (\\d+) for SQL Server$"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression microsoftFile(u"msodbcsql-?(\\d*)"_s);
    const QString file = QFileInfo(library.isEmpty() ? name : library).fileName().toLower();
    if (file.contains(u"tdsodbc"_s))
        return OdbcDriver{ name, DriverFamily::FreeTds, 0 };
    if (const auto match = microsoftFile.match(file); match.hasMatch())
        return OdbcDriver{ name, DriverFamily::Microsoft, match.captured(1).toInt() };
    if (const auto match = microsoftName.match(name); match.hasMatch())
        return OdbcDriver{ name, DriverFamily::Microsoft, match.captured(1).toInt() };
    if (name.compare(u"FreeTDS"_s, Qt::CaseInsensitive) == 0)
        return OdbcDriver{ name, DriverFamily::FreeTds, 0 };
    return std::nullopt;
}

QList<OdbcDriver> installedDrivers()
{
    LiveThread::mayWait("the ODBC driver manager");
    QList<OdbcDriver> drivers;
    const Environment environment;
    std::array<SQLWCHAR, 512> name{};
    std::array<SQLWCHAR, 8192> attributes{};
    SQLSMALLINT nameLength = 0;
    SQLSMALLINT attributeLength = 0;
    SQLUSMALLINT direction = SQL_FETCH_FIRST;
    while (environment.get() != SQL_NULL_HENV
        && SQL_SUCCEEDED(SQLDriversW(environment.get(), direction, name.data(), SQLSMALLINT(name.size()),
            &nameLength, attributes.data(), SQLSMALLINT(attributes.size()), &attributeLength))) {
        direction = SQL_FETCH_NEXT;
        const auto kept = [](const auto &buffer, SQLSMALLINT length) {
            return QString::fromUtf16(reinterpret_cast<const char16_t *>(buffer.data()),
                std::clamp<qsizetype>(length, 0, qsizetype(buffer.size()) - 1));
        };
        if (const auto driver =
                recogniseDriver(kept(name, nameLength), libraryOf(kept(attributes, attributeLength))))
            drivers += *driver;
    }
    std::stable_sort(drivers.begin(), drivers.end(), [](const OdbcDriver &a, const OdbcDriver &b) {
        if (a.family != b.family)
            return a.family == DriverFamily::Microsoft;
        return a.majorVersion > b.majorVersion;
    });
    return drivers;
}

Result<OdbcDriver> findDriver(const QString &wanted)
{
    if (!QSqlDatabase::isDriverAvailable(u"QODBC"_s))
        return fail(noDriver(DriverText::tr("Qt's ODBC plugin is not installed. On Debian and Ubuntu the "
                                            "package libqt6sql6-odbc brings it.")));
    if (wanted.contains(u'/')) {
        if (!QFileInfo(wanted).isFile())
            return fail(noDriver(
                DriverText::tr("The driver %1 is not there. Name a driver of odbcinst.ini or the path of its "
                               "library.")
                    .arg(wanted)));
        if (const auto driver = recogniseDriver(wanted, wanted))
            return *driver;
        return fail(
            noDriver(DriverText::tr("%1 is neither Microsoft's ODBC driver (libmsodbcsql) nor FreeTDS "
                                    "(libtdsodbc).")
                         .arg(wanted)));
    }
    const QList<OdbcDriver> drivers = installedDrivers();
    if (drivers.isEmpty())
        return fail(
            noDriver(DriverText::tr("No ODBC driver for SQL Server is installed.") + u' ' + installAdvice()));
    if (wanted.isEmpty())
        return drivers.first();
    QStringList names;
    for (const OdbcDriver &driver : drivers) {
        if (driver.name.compare(wanted, Qt::CaseInsensitive) == 0)
            return driver;
        names += driver.name;
    }
    return fail(noDriver(DriverText::tr("The ODBC driver %1 is not installed, or is not one for SQL Server. "
                                        "Installed: %2.")
                             .arg(wanted, names.join(u", "_s))));
}

} // namespace tidemark
