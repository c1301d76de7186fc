#include "passwords.h"

#include <QCoreApplication>
#include <QFile>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 maximumBytes = qint64(64) * 1024;

struct Passwords {
    Q_DECLARE_TR_FUNCTIONS(tidemark::Passwords)
};

} // namespace

QString secretNameOf(const ConnectionSpec &connection)
{
    if (connection.user.isEmpty())
        return {};
    QString server = connection.server.trimmed().toLower();
    if (server.startsWith(u"tcp:"))
        server = server.mid(4);
    if (connection.port)
        server += u',' + QString::number(*connection.port);
    return connection.user + u'@' + server;
}

Result<Secret> findPassword(const ResolvedSettings &settings, SecretStore &store)
{
    if (settings.secretName.isEmpty() || (!settings.password.isEmpty() && !settings.storeGoesFirst))
        return settings.password;
    const Result<std::optional<Secret>> stored = store.read(settings.secretName);
    if (!stored && settings.password.isEmpty())
        return fail(stored.error());
    return stored && *stored ? **stored : settings.password;
}

Result<Secret> readPassword(int fileDescriptor)
{
    QFile file;
    if (!file.open(fileDescriptor, QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return fail(ErrorKind::Configuration,
            Passwords::tr(
                "The password cannot be read from file descriptor %1 (%2). Open it for reading, as in "
                "--password-fd 3 3<file.")
                .arg(fileDescriptor)
                .arg(file.errorString()));
    }
    QByteArray content;
    while (content.size() <= maximumBytes) {
        const QByteArray piece = file.read(maximumBytes + 1 - content.size());
        if (piece.isEmpty())
            break;
        content += piece;
    }
    if (file.error() != QFileDevice::NoError) {
        return fail(ErrorKind::Configuration,
            Passwords::tr("Reading the password from file descriptor %1 failed (%2).")
                .arg(fileDescriptor)
                .arg(file.errorString()));
    }
    if (content.endsWith('\n'))
        content.chop(content.endsWith("\r\n") ? 2 : 1);
    if (content.isEmpty() || content.size() > maximumBytes || content.contains('\0')) {
        return fail(ErrorKind::Configuration,
            content.isEmpty()
                ? Passwords::tr("File descriptor %1 gave no password.").arg(fileDescriptor)
                : Passwords::tr("What file descriptor %1 gave is not a password.").arg(fileDescriptor));
    }
    return Secret(QString::fromUtf8(content));
}

} // namespace tidemark
