#pragma once

#include "fileops.h"
#include "tableref.h"

#include <QHash>
#include <QMutex>
#include <QSet>

namespace tidemark {

/// The folder beside `folder` that no other table can have, for one that turned out to be another table's.
QString besideFolder(const QString &folder, const TableRef &table);

/// Where the tables of one root folder lie. Looks at what is on the disk, so that names which differ by case
/// only get folders of their own, always the same ones. Thread-safe.
class FolderResolver {
public:
    explicit FolderResolver(const QString &root);

    const QString &root() const { return m_root; }
    /// The table's folder as it is, or as it would be made.
    [[nodiscard]] Result<QString> find(const TableRef &table);
    /// The table's folder, made when it is not there.
    [[nodiscard]] Result<QString> make(const TableRef &table, FileOps &files);
    /// The same for besideFolder().
    [[nodiscard]] Result<QString> makeDistinct(const TableRef &table, FileOps &files);

private:
    struct Listing {
        qint64 changed = 0; // the folder's time of change, nanoseconds
        QSet<QString> names;
        QSet<QString> folded;
    };

    Result<QString> componentIn(const QString &parent, const QString &name);
    Result<QString> makeIn(const QString &parent, const QString &name, FileOps &files);
    Result<Listing> listingOf(const QString &folder);

    QString m_root;
    QMutex m_mutex;
    QHash<QString, Listing> m_listings; // of folders that have not changed for a while
};

} // namespace tidemark
