#pragma once

#include "changesource.h"

#include <QMap>
#include <QStringList>

#include <functional>
#include <memory>
#include <mutex>

namespace tidemark {

/// One table of a FakeSource. `state` is what the server says of it now; `rows` the rows of a full load;
/// `changes` the version of each change.
struct FakeTable {
    TableState state;
    int rows = 0;
    QList<qint64> changes;
    qint64 deletes = 0; // counted besides them
};

struct FakeDatabase {
    DatabaseState state;
    QMap<QString, FakeTable> tables; // by "schema.table"
};

/// A tracked table with an int key, whose history begins at version 0.
FakeTable trackedTable(const QString &database, const QString &name, int rows = 0);

/// A source whose databases are values that a test sets. Each call of a session is noted as text and may be
/// made to fail, or to change the databases, by `onCall`, which is asked without any lock held. Thread-safe.
class FakeSource : public ChangeSource {
public:
    /// Called before the work of a call: "open shop", "survey", "haveChanges", "countChanges",
    /// "beginSnapshot", "currentVersion", "tableState dbo.t", "readAll dbo.t", "readChanges dbo.t", "fetch",
    /// "end of rows", "endSnapshot".
    using Hook = std::function<Status(const QString &call)>;

    [[nodiscard]] Result<std::unique_ptr<ChangeSession>> openSession(
        const QString &database, const CancelToken &cancel) override;

    void setDatabase(const QString &name, const FakeDatabase &database);
    void change(const QString &name, const std::function<void(FakeDatabase &)> &edit);
    FakeDatabase database(const QString &name) const;
    void setHook(Hook hook);
    QStringList calls() const;
    void clearCalls();

    [[nodiscard]] Status called(const QString &call);

private:
    mutable std::mutex m_mutex;
    QMap<QString, FakeDatabase> m_databases;
    Hook m_hook;
    QStringList m_calls;
};

} // namespace tidemark
