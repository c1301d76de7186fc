#include "statementlog.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

Result<std::unique_ptr<StatementLog>> StatementLog::open(const QString &path)
{
    std::unique_ptr<StatementLog> log(new StatementLog(path));
    if (!log->m_file.open(QIODevice::WriteOnly | QIODevice::Append))
        return fail(ErrorKind::Configuration,
            tr("The log of statements cannot be written: %1.").arg(log->m_file.errorString()), path);
    return log;
}

StatementLog::StatementLog(const QString &path) : m_file(path) { }

void StatementLog::add(const Entry &entry)
{
    const auto duration = std::chrono::duration<double, std::milli>(entry.duration);
    QJsonObject object{ { u"time"_s, entry.began.toUTC().toString(Qt::ISODateWithMs) },
        { u"connection"_s, entry.connection }, { u"milliseconds"_s, duration.count() },
        { u"rows"_s, entry.rows } };
    object.insert(entry.closed.isEmpty() ? u"statement"_s : u"closed"_s,
        entry.closed.isEmpty() ? entry.statement : entry.closed);
    if (entry.error != 0)
        object.insert(u"error"_s, entry.error);
    const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    const std::lock_guard lock(m_mutex);
    if (m_file.write(line) != line.size() || !m_file.flush())
        qWarning("The log of statements cannot be written: %s", qUtf8Printable(m_file.errorString()));
}

} // namespace tidemark::practice
