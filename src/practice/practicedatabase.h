#pragma once

#include "databasecatalog.h"

#include <QHash>
#include <QString>

#include <map>
#include <memory>
#include <mutex>

namespace tidemark::practice {

/// What ALTER DATABASE and a restore set: outside transactions, the same for all sessions at once.
struct DatabaseSettings {
    QString collation;
    MomentValue created; // local time of the server
    GuidValue recoveryFork;
    GuidValue family;
    bool snapshotAllowed = false;
    bool readCommittedSnapshot = false;
    bool tracking = false;
    int retention = 2;
    int retentionUnits = 3; // 1 minutes, 2 hours, 3 days
    bool autoCleanup = true;
    bool readOnly = false;
};

/// One database: its file, settings, catalogs by version and the counters that no rollback takes back.
/// Thread-safe.
class PracticeDatabase {
public:
    PracticeDatabase(int id, QString name, QString file, DatabaseSettings settings);

    int id() const { return m_id; }
    const QString &name() const { return m_name; }
    const QString &file() const { return m_file; }
    /// How SQLite connections call it: "db5".
    const QString &prefix() const { return m_prefix; }

    DatabaseSettings settings() const;
    void setSettings(const DatabaseSettings &settings);

    /// The catalog of that version when someone has loaded or made it lately.
    CatalogPtr catalog(qint64 version) const;
    void remember(const CatalogPtr &catalog);
    /// The one that the last committed DDL statement has made; null before the first.
    CatalogPtr current() const;
    void setCurrent(qint64 version);

    /// Whether it is time again to look for tracked changes that have expired; asking counts as looking.
    bool isCleanupDue(qint64 now);

    /// The last given number of a counter: of an identity column by its table's object id, of rowversions
    /// by 0. Whoever needs one first loads what the file says; a number known already stays.
    void load(int counter, qint64 last);
    qint64 advance(int counter, qint64 step);
    /// An inserted identity value moves the counter when it lies further.
    void raise(int counter, qint64 value, bool upwards);
    void forget(int counter);
    void forgetAll();

private:
    const int m_id;
    const QString m_name;
    const QString m_file;
    const QString m_prefix;
    mutable std::mutex m_mutex;
    DatabaseSettings m_settings;
    std::map<qint64, CatalogPtr> m_catalogs;
    CatalogPtr m_current;
    qint64 m_nextCleanup = 0; // ticks
    QHash<int, qint64> m_counters;
};

using DatabasePtr = std::shared_ptr<PracticeDatabase>;

} // namespace tidemark::practice
