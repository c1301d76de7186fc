#include "serverstore.h"

#include "practiceclock.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QVariant>

#include <cstring>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

// Another version of the program that stores differently counts on from here.
constexpr int storeVersion = 1;

QByteArray hashOf(const QByteArray &salt, const QString &password)
{
    return QCryptographicHash::hash(salt + password.toUtf8(), QCryptographicHash::Sha256);
}

QString guidText(const GuidValue &guid)
{
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(guid.bytes.data()), qsizetype(guid.bytes.size())).toHex());
}

GuidValue guidFromText(const QString &text)
{
    GuidValue guid;
    const QByteArray bytes = QByteArray::fromHex(text.toLatin1());
    std::memcpy(guid.bytes.data(), bytes.constData(), std::min(guid.bytes.size(), std::size_t(bytes.size())));
    return guid;
}

QByteArray settingsToJson(const DatabaseSettings &settings)
{
    const QJsonObject json{ { u"collation"_s, settings.collation },
        { u"createdDays"_s, settings.created.days },
        { u"createdTicks"_s, QString::number(settings.created.ticks) },
        { u"recoveryFork"_s, guidText(settings.recoveryFork) }, { u"family"_s, guidText(settings.family) },
        { u"snapshotAllowed"_s, settings.snapshotAllowed },
        { u"readCommittedSnapshot"_s, settings.readCommittedSnapshot }, { u"tracking"_s, settings.tracking },
        { u"retention"_s, settings.retention }, { u"retentionUnits"_s, settings.retentionUnits },
        { u"autoCleanup"_s, settings.autoCleanup }, { u"readOnly"_s, settings.readOnly } };
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

DatabaseSettings settingsFromJson(const QByteArray &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    DatabaseSettings settings;
    settings.collation = json[u"collation"_s].toString();
    settings.created = { json[u"createdDays"_s].toInt(), json[u"createdTicks"_s].toString().toLongLong(), 0 };
    settings.recoveryFork = guidFromText(json[u"recoveryFork"_s].toString());
    settings.family = guidFromText(json[u"family"_s].toString());
    settings.snapshotAllowed = json[u"snapshotAllowed"_s].toBool();
    settings.readCommittedSnapshot = json[u"readCommittedSnapshot"_s].toBool();
    settings.tracking = json[u"tracking"_s].toBool();
    settings.retention = json[u"retention"_s].toInt();
    settings.retentionUnits = json[u"retentionUnits"_s].toInt();
    settings.autoCleanup = json[u"autoCleanup"_s].toBool();
    settings.readOnly = json[u"readOnly"_s].toBool();
    return settings;
}

} // namespace

void EngineLogin::setPassword(const QString &password)
{
    salt.resize(16);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(salt.data()), salt.size() / 4);
    passwordHash = hashOf(salt, password);
}

bool EngineLogin::hasPassword(const QString &password) const
{
    return hashOf(salt, password) == passwordHash;
}

ServerStore::ServerStore(std::unique_ptr<SqliteConnection> connection) : m_connection(std::move(connection))
{
}

SqlResult<std::unique_ptr<ServerStore>> ServerStore::open(const QString &folder)
{
    auto connection = SqliteConnection::open(QDir(folder).filePath(u"server.sqlite"_s), nullptr);
    if (!connection)
        return sqlError(connection.error());
    const auto version = (*connection)->integer(u"PRAGMA user_version"_s);
    if (!version)
        return sqlError(version.error());
    if (version->value_or(0) != 0 && *version != storeVersion)
        return sqlError(950, u"The data were written by another version of Tidemark. Use an empty folder."_s);
    // Safe against the end of the process; a power cut may cost what is only for practice.
    QString sql = u"PRAGMA synchronous = OFF; PRAGMA journal_mode = WAL;"_s;
    // What a server has left that ended before it was ready begins again.
    if (*version != storeVersion)
        sql += uR"(
DROP TABLE IF EXISTS databases;
DROP TABLE IF EXISTS logins;
CREATE TABLE databases (id INTEGER PRIMARY KEY, name, settings);
CREATE TABLE logins (name PRIMARY KEY, salt, hash, default_database, owner) WITHOUT ROWID;
)"_s;
    if (SqlStatus ok = (*connection)->run(sql); !ok)
        return sqlError(ok.error());
    return std::unique_ptr<ServerStore>(new ServerStore(std::move(*connection)));
}

SqlStatus ServerStore::markReady()
{
    return m_connection->run(u"PRAGMA user_version = "_s + QString::number(storeVersion));
}

SqlResult<QList<ServerStore::StoredDatabase>> ServerStore::databases() const
{
    SqlResult<SqliteStatement> rows =
        m_connection->prepare(u"SELECT id, name, settings FROM databases ORDER BY id"_s);
    if (!rows)
        return sqlError(rows.error());
    QList<StoredDatabase> databases;
    while (rows->step() == SqliteStatement::Step::Row)
        databases += StoredDatabase{ int(rows->integer(0)), rows->text(1), settingsFromJson(rows->blob(2)) };
    return databases;
}

SqlResult<QList<EngineLogin>> ServerStore::logins() const
{
    SqlResult<SqliteStatement> rows =
        m_connection->prepare(u"SELECT name, salt, hash, default_database, owner FROM logins"_s);
    if (!rows)
        return sqlError(rows.error());
    QList<EngineLogin> logins;
    while (rows->step() == SqliteStatement::Step::Row)
        logins +=
            EngineLogin{ rows->text(0), rows->blob(1), rows->blob(2), rows->text(3), rows->integer(4) != 0 };
    return logins;
}

SqlStatus ServerStore::run(const QString &sql, const QList<QVariant> &values)
{
    SqlResult<SqliteStatement> statement = m_connection->prepare(sql);
    if (!statement)
        return sqlError(statement.error());
    for (int i = 0; i < values.size(); ++i) {
        const QVariant &value = values[i];
        if (value.typeId() == QMetaType::Int)
            statement->bind(i + 1, value.toInt());
        else if (value.typeId() == QMetaType::QByteArray)
            statement->bindBlob(i + 1, value.toByteArray());
        else
            statement->bindText(i + 1, value.toString());
    }
    if (!statement->run())
        return sqlError(m_connection->failure());
    return {};
}

SqlStatus ServerStore::save(const StoredDatabase &database)
{
    return run(u"INSERT OR REPLACE INTO databases VALUES (?, ?, ?)"_s,
        { database.id, database.name, settingsToJson(database.settings) });
}

SqlStatus ServerStore::removeDatabase(int id)
{
    return run(u"DELETE FROM databases WHERE id = ?"_s, { id });
}

SqlStatus ServerStore::save(const EngineLogin &login)
{
    return run(u"INSERT OR REPLACE INTO logins VALUES (?, ?, ?, ?, ?)"_s,
        { login.name, login.salt, login.passwordHash, login.defaultDatabase, login.owner ? 1 : 0 });
}

SqlStatus ServerStore::removeLogin(const QString &name)
{
    return run(u"DELETE FROM logins WHERE name = ?"_s, { name });
}

} // namespace tidemark::practice
