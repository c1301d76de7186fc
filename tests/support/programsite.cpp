#include "programsite.h"

#include "filesbelow.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

QList<QJsonObject> ProgramOutcome::lines() const
{
    QList<QJsonObject> objects;
    for (const QString &line : output.split(u'\n', Qt::SkipEmptyParts))
        objects += QJsonDocument::fromJson(line.toUtf8()).object();
    return objects;
}

QByteArray ProgramOutcome::all() const
{
    return u"code %1\nstdout: %2\nstderr: %3"_s.arg(code).arg(output, errors).toUtf8();
}

ProgramSite::ProgramSite()
{
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    for (const QString &name : { u"PATH"_s, u"ODBCSYSINI"_s, u"ODBCINI"_s, u"ASAN_OPTIONS"_s,
             u"UBSAN_OPTIONS"_s, u"TSAN_OPTIONS"_s, u"LD_LIBRARY_PATH"_s }) {
        if (own.contains(name))
            environment.insert(name, own.value(name));
    }
    environment.insert(u"HOME"_s, m_folder.path());
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
    QDir(m_folder.path()).mkdir(u"tmp"_s);
    environment.insert(u"TMPDIR"_s, path(u"tmp"_s));
    // Qt makes a folder of its own in TMPDIR when there is no such one for a window.
    QDir(m_folder.path()).mkdir(u"run"_s);
    QFile::setPermissions(path(u"run"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    environment.insert(u"XDG_RUNTIME_DIR"_s, path(u"run"_s));
}

ProgramSite::~ProgramSite()
{
    stopPractice();
}

bool ProgramSite::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.flush();
}

QStringList ProgramSite::files(const QString &name, const QStringList &patterns) const
{
    return filesBelow(path(name), patterns, QDir::Files);
}

std::unique_ptr<QProcess> ProgramSite::start(const QStringList &arguments) const
{
    return start(QStringLiteral(TIDEMARK_PROGRAM), arguments);
}

std::unique_ptr<QProcess> ProgramSite::start(const QString &program, const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(m_folder.path());
    process->setStandardInputFile(QProcess::nullDevice());
    process->start(program, arguments);
    return process;
}

ProgramOutcome ProgramSite::finish(QProcess &process)
{
    ProgramOutcome outcome;
    if (!process.waitForFinished(patience)) {
        process.kill();
        process.waitForFinished(patience);
    }
    outcome.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    outcome.output = QString::fromUtf8(process.readAllStandardOutput());
    outcome.errors = QString::fromUtf8(process.readAllStandardError());
    return outcome;
}

ProgramOutcome ProgramSite::run(const QStringList &arguments) const
{
    return finish(*start(arguments));
}

QJsonObject ProgramSite::startPractice(const QStringList &options)
{
    stopPractice();
    m_practice = start(QStringList{ u"practice"_s, u"--quiet"_s } + options);
    while (!m_practice->canReadLine() && m_practice->waitForReadyRead(patience)) { }
    return QJsonDocument::fromJson(m_practice->readLine()).object();
}

bool ProgramSite::stopPractice()
{
    if (!m_practice || m_practice->state() == QProcess::NotRunning)
        return true;
    m_practice->terminate();
    return finish(*m_practice).code == 0;
}

QJsonObject ProgramSite::jobFor(const QJsonObject &practice, const QStringList &tables)
{
    QJsonArray list;
    for (const QString &table : tables)
        list += QJsonObject{ { u"database"_s, u"shop"_s }, { u"table"_s, table } };
    return { { u"connection"_s,
                 QJsonObject{ { u"server"_s, practice[u"server"_s] }, { u"user"_s, practice[u"user"_s] },
                     { u"password"_s, practice[u"password"_s] }, { u"login_timeout"_s, 10 },
                     { u"ca_file"_s, practice[u"certificate"_s] },
                     { u"host_name_in_certificate"_s, u"localhost"_s } } },
        { u"policies"_s, QJsonObject{ { u"retries"_s, 0 } } }, { u"tables"_s, list } };
}

bool ProgramSite::writeJob(const QJsonObject &job) const
{
    return write(u"job.json"_s, QJsonDocument(job).toJson());
}

} // namespace tidemark
