#pragma once

#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace tidemark {

/// What a run of the program left.
struct ProgramOutcome {
    int code = -1; // -1: it crashed, or did not end in time
    QString output;
    QString errors;

    /// Standard output as the JSON objects of its lines.
    QList<QJsonObject> lines() const;
    /// Everything, for the message of a failed comparison.
    QByteArray all() const;
};

/// A folder in which the program itself runs as a person or a script starts it, with an environment that
/// holds nothing of the developer's own, a temporary folder "tmp", and a practice server in a process of its
/// own.
class ProgramSite {
public:
    static constexpr int patience = 60'000;

    ProgramSite();
    ~ProgramSite();

    QProcessEnvironment environment;

    bool isValid() const { return m_folder.isValid(); }
    QString folder() const { return m_folder.path(); }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    bool write(const QString &name, const QByteArray &content) const;
    /// Files below the folder `name` that match the patterns, relative to it.
    QStringList files(const QString &name, const QStringList &patterns) const;

    std::unique_ptr<QProcess> start(const QStringList &arguments) const;
    std::unique_ptr<QProcess> start(const QString &program, const QStringList &arguments) const;
    static ProgramOutcome finish(QProcess &process);
    ProgramOutcome run(const QStringList &arguments) const;

    /// What a new practice server says of itself once it is ready; empty when it did not start.
    QJsonObject startPractice(const QStringList &options = {});
    QProcess &practice() { return *m_practice; }
    /// Ends the practice server as SIGTERM does, and tells whether it ended well.
    bool stopPractice();

    /// A job for tables of the demo's database, with a verified connection.
    static QJsonObject jobFor(const QJsonObject &practice, const QStringList &tables);
    /// Writes job.json.
    bool writeJob(const QJsonObject &job) const;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_practice;
};

} // namespace tidemark
