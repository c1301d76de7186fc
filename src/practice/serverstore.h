#pragma once

#include "practicedatabase.h"
#include "sqliteconnection.h"

#include <QList>
#include <QString>

#include <memory>

namespace tidemark::practice {

/// A login of the server. Without a hash of its own it uses the password that the server was started with.
struct EngineLogin {
    QString name;
    QByteArray salt;
    QByteArray passwordHash;
    QString defaultDatabase;
    bool owner = false; // sysadmin: everything is allowed

    void setPassword(const QString &password);
    bool hasPassword(const QString &password) const;
};

/// What the server keeps outside its databases, in the file server.sqlite: their list and the logins. Every
/// change is safe on the disk when it returns. Used under the lock of its owner.
class ServerStore {
public:
    struct StoredDatabase {
        int id = 0;
        QString name;
        DatabaseSettings settings;
    };

    [[nodiscard]] static SqlResult<std::unique_ptr<ServerStore>> open(const QString &folder);

    /// The first databases are there: from now on the folder is used as it is.
    SqlStatus markReady();
    SqlResult<QList<StoredDatabase>> databases() const;
    SqlResult<QList<EngineLogin>> logins() const;
    SqlStatus save(const StoredDatabase &database);
    SqlStatus removeDatabase(int id);
    SqlStatus save(const EngineLogin &login);
    SqlStatus removeLogin(const QString &name);

private:
    explicit ServerStore(std::unique_ptr<SqliteConnection> connection);
    SqlStatus run(const QString &sql, const QList<QVariant> &values);

    std::unique_ptr<SqliteConnection> m_connection;
};

} // namespace tidemark::practice
