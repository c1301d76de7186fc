#include "databasebackup.h"

#include "sessioncore.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <sqlite3.h>

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

DatabaseBackup::DatabaseBackup(SessionCore &core) : m_core(core) { }

QString DatabaseBackup::fileOf(const QString &name) const
{
    return QDir(m_core.server().folder())
        .filePath(u"backup%1_%2.sqlite"_s.arg(
            QString::number(m_core.database()->id()), QString::fromLatin1(name.toUtf8().toHex())));
}

SqlStatus DatabaseBackup::copy(const QString &file, bool back)
{
    const auto other = SqliteConnection::open(file, nullptr);
    if (!other)
        return sqlError(other.error());
    SqliteConnection &own = m_core.connection();
    const QByteArray prefix = m_core.database()->prefix().toLatin1();
    sqlite3_backup *backup = back
        ? sqlite3_backup_init(own.raw(), prefix.constData(), (*other)->raw(), "main")
        : sqlite3_backup_init((*other)->raw(), "main", own.raw(), prefix.constData());
    SqliteConnection &target = back ? own : **other;
    if (!backup)
        return sqlError(target.failure());
    sqlite3_backup_step(backup, -1);
    if (sqlite3_backup_finish(backup) != SQLITE_OK)
        return sqlError(target.failure());
    return {};
}

SqlStatus DatabaseBackup::backUp(const QString &name)
{
    if (m_core.transaction().depth() > 0)
        return sqlError(3021, u"Cannot perform a backup or restore operation within a transaction."_s);
    const QString file = fileOf(name);
    QFile::remove(file);
    if (SqlStatus ok = m_core.attach(*m_core.database()); !ok)
        return ok;
    return copy(file, false);
}

SqlStatus DatabaseBackup::restore(const QString &name, bool keepIdentity)
{
    if (m_core.transaction().depth() > 0)
        return sqlError(3021, u"Cannot perform a backup or restore operation within a transaction."_s);
    const QString file = fileOf(name);
    if (!QFile::exists(file))
        return sqlError(3201, u"There is no backup '%1' of this database."_s.arg(name));
    const DatabasePtr database = m_core.database();
    if (SqlStatus ok = m_core.attach(*database); !ok)
        return ok;
    // The turn alone: SQLite's copy makes its own transaction.
    const int spid = m_core.info().spid;
    if (m_core.server().turns().take(
            database->id(), spid, m_core.transaction().lockTimeout, m_core.transaction().cancelled)
        != WriteTurns::Outcome::Taken)
        return sqlError(1222, u"Lock request time out period exceeded."_s);
    const SqlStatus copied = copy(file, true);
    database->forgetAll();
    m_core.server().turns().giveBack(database->id(), spid);
    if (!copied || keepIdentity)
        return copied;
    DatabaseSettings settings = database->settings();
    settings.created = m_core.server().clock().now();
    quint32 words[4];
    QRandomGenerator::system()->fillRange(words);
    std::copy_n(reinterpret_cast<const std::uint8_t *>(words), settings.recoveryFork.bytes.size(),
        settings.recoveryFork.bytes.begin());
    return m_core.server().changeSettings(database, settings);
}

} // namespace tidemark::practice
