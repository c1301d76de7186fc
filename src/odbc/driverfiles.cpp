#include "driverfiles.h"

#include "connectiontext.h"
#include "serveraddress.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QStringList>

#include <cerrno>
#include <cstring>

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

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

/// A file under a path that stays, for this process alone. It lives in memory, so that it goes with the
/// process, whatever ends that.
class MemoryFile {
public:
    explicit MemoryFile(const char *name, unsigned flags = MFD_CLOEXEC)
        : m_descriptor(memfd_create(name, flags))
    {
        if (m_descriptor >= 0 && fchmod(m_descriptor, S_IRUSR | S_IWUSR) == 0)
            m_path = "/proc/self/fd/" + QByteArray::number(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(MemoryFile)
    ~MemoryFile()
    {
        if (m_descriptor >= 0)
            close(m_descriptor);
    }

    /// Empty when the system has no such files.
    const QByteArray &path() const { return m_path; }
    Status write(const QByteArray &content)
    {
        if (content == m_content)
            return {};
        QFile file;
        if (m_path.isEmpty() || ftruncate(m_descriptor, 0) != 0 || lseek(m_descriptor, 0, SEEK_SET) != 0
            || !file.open(m_descriptor, QIODevice::WriteOnly | QIODevice::Unbuffered)
            || file.write(content) != content.size())
            return fail(problem(ErrorKind::Storage,
                DriverFileText::tr("A file for the ODBC driver cannot be written: %1.")
                    .arg(QString::fromLocal8Bit(std::strerror(errno))),
                QFile::decodeName(m_path)));
        m_content = content;
        return {};
    }

private:
    int m_descriptor;
    QByteArray m_path;
    QByteArray m_content;
};

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
        u"/etc/pki/tls/cert.pem"_s, u"/etc/ssl/cert.pem"_s, u"/etc/ssl/certs/ca-certificates.crt"_s };
    for (const QString &path : usual) {
        QFile file(path);
        if (!path.isEmpty() && file.open(QIODevice::ReadOnly))
            return file.readAll();
    }
    return {};
}

/// What the drivers read while they connect, and the variables that tell them where.
class DriverEnvironment {
public:
    DriverEnvironment()
    {
        if (!trusted.path().isEmpty() && trusted.write(roots))
            qputenv("SSL_CERT_FILE", trusted.path());
        if (!configuration.path().isEmpty())
            qputenv("FREETDSCONF", configuration.path());
    }

    const QByteArray roots = ownRoots();
    // Programs that this one starts inherit the variable, and so they need the file.
    MemoryFile trusted{ "trusted.pem", 0 };
    MemoryFile authority{ "ca.pem" };
    MemoryFile configuration{ "freetds.conf" };
};

DriverEnvironment &environment()
{
    static DriverEnvironment files;
    return files;
}

/// OpenSSL inside the driver reads the variable and its file anew for each connection. The connection's own
/// certificates come first: of two with the same name OpenSSL looks at one only.
Status trustInNextConnect(const QString &caFile)
{
    DriverEnvironment &files = environment();
    if (caFile.isEmpty())
        return files.trusted.write(files.roots);
    const Result<QByteArray> certificates = readCertificates(caFile);
    if (!certificates)
        return fail(certificates.error());
    return files.trusted.write(*certificates + '\n' + files.roots);
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
    DriverEnvironment &files = environment();
    QString trusted = u"system"_s;
    if (!spec.caFile.isEmpty()) {
        const Result<QByteArray> certificates = readCertificates(spec.caFile);
        if (!certificates)
            return fail(certificates.error());
        // A path without signs that freetds.conf gives a meaning.
        trusted = QFile::decodeName(files.authority.path());
        if (Status ok = files.authority.write(*certificates); !ok)
            return ok;
    }
    QString section = u"["_s + address.host + u"]\nhost = "_s + address.host + u'\n';
    if (!address.instance.isEmpty())
        section += u"instance = "_s + address.instance + u'\n';
    if (address.port)
        section += u"port = "_s + QString::number(*address.port) + u'\n';
    section += u"tds version = 7.4\nca file = "_s + trusted + u"\ncheck certificate hostname = yes\n"_s;
    return files.configuration.write(section.toUtf8());
}

} // namespace

void prepareDriverEnvironment()
{
    environment();
}

Status prepareDriverFiles(const OdbcDriver &driver, const ConnectionSpec &spec)
{
    if (!checksCertificate(spec))
        return {};
    return driver.family == DriverFamily::FreeTds ? writeFreeTdsSection(spec)
                                                  : trustInNextConnect(spec.caFile);
}

} // namespace tidemark
