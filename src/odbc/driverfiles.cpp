#include "driverfiles.h"

#include "connectiontext.h"
#include "serveraddress.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStringList>
#include <QTemporaryDir>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct DriverFileText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::DriverFiles)
};

SyncError problem(ErrorKind kind, QString text, QString path)
{
    return { kind, std::move(text), {}, 0, false, std::move(path), 0 };
}

/// The process's folder for such files; removed when the process ends.
const QTemporaryDir &folder()
{
    static const QTemporaryDir dir;
    return dir;
}

Status writePrivate(const QString &name, const QByteArray &content)
{
    const QString path = folder().filePath(name);
    QSaveFile file(path);
    if (!folder().isValid() || !file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) || file.write(content) != content.size()
        || !file.commit())
        return fail(problem(ErrorKind::Storage,
            DriverFileText::tr("A file for the ODBC driver cannot be written: %1.").arg(file.errorString()),
            path));
    return {};
}

Result<QByteArray> readCertificates(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(problem(ErrorKind::Configuration,
            DriverFileText::tr("The CA file cannot be read: %1.").arg(file.errorString()), path));
    const QByteArray content = file.readAll();
    if (!content.contains("-----BEGIN CERTIFICATE-----"))
        return fail(problem(ErrorKind::Configuration,
            DriverFileText::tr("The CA file holds no certificate in PEM form."), path));
    return content;
}

/// The certificates that OpenSSL trusts by itself; the variable below takes the place of that file.
QByteArray ownRoots()
{
    const QStringList usual = { QFile::decodeName(qgetenv("SSL_CERT_FILE")), u"/usr/lib/ssl/cert.pem"_s,
        u"/etc/pki/tls/cert.pem"_s, u"/etc/ssl/cert.pem"_s };
    for (const QString &path : usual) {
        QFile file(path);
        if (!path.isEmpty() && file.open(QIODevice::ReadOnly))
            return file.readAll();
    }
    return {};
}

/// OpenSSL inside the driver reads the variable and its file anew for each connection. The connection's own
/// certificates come first: of two with the same name OpenSSL looks at one only.
Status trustInNextConnect(const QString &caFile)
{
    static const QByteArray own = ownRoots();
    static bool isSet = false;
    if (caFile.isEmpty() && !isSet)
        return {};
    QByteArray content = own;
    if (!caFile.isEmpty()) {
        const Result<QByteArray> certificates = readCertificates(caFile);
        if (!certificates)
            return fail(certificates.error());
        content = *certificates + '\n' + own;
    }
    if (Status ok = writePrivate(u"trusted.pem"_s, content); !ok)
        return ok;
    if (!isSet)
        qputenv("SSL_CERT_FILE", QFile::encodeName(folder().filePath(u"trusted.pem"_s)));
    isSet = true;
    return {};
}

Status writeFreeTdsSection(const ConnectionSpec &spec)
{
    const ServerAddress address = parseServerAddress(spec.server, spec.port);
    static const QRegularExpression plain(u"^[A-Za-z0-9._:-]+$"_s);
    static const QRegularExpression plainInstance(u"^[A-Za-z0-9_$#-]*$"_s);
    if (!plain.match(address.host).hasMatch() || !plainInstance.match(address.instance).hasMatch()
        || address.host.compare(u"global"_s, Qt::CaseInsensitive) == 0)
        return fail(problem(ErrorKind::Configuration,
            DriverFileText::tr("The server's name cannot be written into freetds.conf. Use its DNS name."),
            spec.server));
    QString trusted = u"system"_s;
    if (!spec.caFile.isEmpty()) {
        const Result<QByteArray> certificates = readCertificates(spec.caFile);
        if (!certificates)
            return fail(certificates.error());
        trusted = folder().filePath(u"ca.pem"_s); // a path without signs that freetds.conf gives a meaning
        if (Status ok = writePrivate(u"ca.pem"_s, *certificates); !ok)
            return ok;
    }
    QString section = u"["_s + address.host + u"]\nhost = "_s + address.host + u'\n';
    if (!address.instance.isEmpty())
        section += u"instance = "_s + address.instance + u'\n';
    if (address.port)
        section += u"port = "_s + QString::number(*address.port) + u'\n';
    section += u"tds version = 7.4\nca file = "_s + trusted + u"\ncheck certificate hostname = yes\n"_s;
    if (Status ok = writePrivate(u"freetds.conf"_s, section.toUtf8()); !ok)
        return ok;
    const QByteArray path = QFile::encodeName(folder().filePath(u"freetds.conf"_s));
    if (qgetenv("FREETDSCONF") != path)
        qputenv("FREETDSCONF", path);
    return {};
}

} // namespace

Status prepareDriverFiles(const OdbcDriver &driver, const ConnectionSpec &spec)
{
    if (!checksCertificate(spec))
        return {};
    return driver.family == DriverFamily::FreeTds ? writeFreeTdsSection(spec)
                                                  : trustInNextConnect(spec.caFile);
}

} // namespace tidemark
