#include "driverabilities.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct AbilityText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::DriverAbilities)
};

constexpr int newestMajor = 18;
constexpr int firstMajorWithEntra = 17;
constexpr qint64 largestLibrary = qint64(64) * 1024 * 1024;

/// A library without a path, where distributions put ODBC drivers; empty when it is not there.
QString findLibrary(const QString &library)
{
    if (library.contains(u'/'))
        return QFileInfo(library).canonicalFilePath();
    QStringList folders{ u"/usr/lib/odbc"_s, u"/usr/local/lib"_s, u"/usr/lib64"_s, u"/usr/lib"_s };
    for (const QString &machine : QDir(u"/usr/lib"_s).entryList({ u"*-linux-*"_s }, QDir::Dirs))
        folders += { u"/usr/lib/"_s + machine + u"/odbc"_s, u"/usr/lib/"_s + machine };
    for (const QString &folder : folders) {
        const QFileInfo file(folder + u'/' + library);
        if (file.isFile())
            return file.canonicalFilePath();
    }
    return {};
}

/// "18.6.2.1" of libmsodbcsql-18.6.so.2.1.
QString microsoftVersion(const QString &path)
{
    static const QRegularExpression pattern(u"msodbcsql-(\\d+\\.\\d+)\\.so((?:\\.\\d+)*)$"_s);
    const QRegularExpressionMatch match = pattern.match(path);
    return match.captured(1) + match.captured(2);
}

/// FreeTDS carries its version as a text.
QString freeTdsVersion(const QString &path)
{
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly) || file.size() > largestLibrary)
        return {};
    const QByteArray content = file.readAll();
    const qsizetype at = content.indexOf("freetds v");
    static const QRegularExpression pattern(u"^freetds v(\\d+(?:\\.\\d+)+)"_s);
    return at < 0 ? QString() : pattern.match(QString::fromLatin1(content.mid(at, 40))).captured(1);
}

QString adviceFor(const OdbcDriver &driver)
{
    if (driver.family == DriverFamily::FreeTds)
        return AbilityText::tr(
            "FreeTDS has no sign-in with Entra ID and no strict encryption. Microsoft's \"ODBC Driver 18 for "
            "SQL Server\" has both.");
    if (driver.majorVersion > 0 && driver.majorVersion < newestMajor)
        return AbilityText::tr(
            "This driver is old: it knows neither strict encryption nor another name in the certificate. "
            "Install \"ODBC Driver 18 for SQL Server\" from Microsoft's packages.");
    return {};
}

} // namespace

QList<SignIn> signInsOf(const OdbcDriver &driver)
{
    const bool isOld = driver.majorVersion > 0 && driver.majorVersion < firstMajorWithEntra;
    if (driver.family == DriverFamily::FreeTds || isOld)
        return { SignIn::SqlLogin, SignIn::Kerberos };
    QList<SignIn> kinds = allSignIns();
    if (!knowsStrict(driver)) // 17 has the window of the browser on Windows only
        kinds.removeOne(SignIn::EntraInteractive);
    return kinds;
}

bool knowsStrict(const OdbcDriver &driver)
{
    return driver.family == DriverFamily::Microsoft
        && (driver.majorVersion == 0 || driver.majorVersion >= newestMajor);
}

DriverInfo driverInfo(const OdbcDriver &driver)
{
    const QString path = findLibrary(driver.library.isEmpty() ? driver.name : driver.library);
    DriverInfo info;
    info.name = driver.name;
    info.version = driver.family == DriverFamily::FreeTds ? freeTdsVersion(path) : microsoftVersion(path);
    info.signIns = signInsOf(driver);
    info.strictEncryption = knowsStrict(driver);
    info.nameInCertificate = knowsStrict(driver);
    info.advice = adviceFor(driver);
    return info;
}

DriverListing listDrivers()
{
    DriverListing listing;
    if (const Result<OdbcDriver> best = findDriver({}); !best) {
        listing.problem = best.error().text;
        return listing;
    }
    for (const OdbcDriver &driver : installedDrivers())
        listing.drivers += driverInfo(driver);
    return listing;
}

} // namespace tidemark
