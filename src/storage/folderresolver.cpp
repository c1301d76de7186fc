#include "folderresolver.h"

#include "pathlayout.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMutexLocker>

#include <ctime>

#include <sys/stat.h>

namespace tidemark {

namespace {

constexpr qint64 nanosecondsInSecond = 1'000'000'000;
/// A folder that changed less than this ago may change again within the grain of its clock.
constexpr qint64 settled = 2 * nanosecondsInSecond;

qint64 nanoseconds(const timespec &time)
{
    return qint64(time.tv_sec) * nanosecondsInSecond + qint64(time.tv_nsec);
}

/// 0 when there is no such folder.
qint64 changeTimeOf(const QString &folder)
{
    struct stat state = {};
    return ::stat(QFile::encodeName(folder).constData(), &state) == 0 ? nanoseconds(state.st_mtim) : 0;
}

bool isSettled(qint64 changed)
{
    timespec now = {};
    ::clock_gettime(CLOCK_REALTIME, &now);
    return changed != 0 && nanoseconds(now) - changed > settled;
}

QString joined(const QString &folder, const QString &name)
{
    return folder + u'/' + name;
}

} // namespace

QString besideFolder(const QString &folder, const TableRef &table)
{
    return joined(QFileInfo(folder).path(), distinctFolderNameFor(table.table));
}

FolderResolver::FolderResolver(const QString &root) : m_root(QDir::cleanPath(QDir(root).absolutePath())) { }

Result<FolderResolver::Listing> FolderResolver::listingOf(const QString &folder)
{
    const qint64 changed = changeTimeOf(folder);
    const auto known = m_listings.constFind(folder);
    if (known != m_listings.cend() && known->changed == changed)
        return *known;
    const Result<QStringList> names = FileOps::list(folder);
    if (!names)
        return fail(names.error());
    Listing listing;
    listing.changed = changed;
    for (const QString &name : *names) {
        listing.names.insert(name);
        listing.folded.insert(foldedName(name));
    }
    if (isSettled(changed))
        m_listings.insert(folder, listing);
    else
        m_listings.remove(folder);
    return listing;
}

Result<QString> FolderResolver::componentIn(const QString &parent, const QString &name)
{
    const QString plain = folderNameFor(name);
    const QString distinct = distinctFolderNameFor(name);
    const Result<Listing> listing = listingOf(parent);
    if (!listing)
        return fail(listing.error());
    if (listing->names.contains(distinct))
        return distinct;
    if (listing->names.contains(plain) || !listing->folded.contains(foldedName(plain)))
        return plain;
    return distinct;
}

Result<QString> FolderResolver::makeIn(const QString &parent, const QString &name, FileOps &files)
{
    // Another program may make a neighbour between the look and the making; then the second look sees it.
    for (int look = 0; look < 2; ++look) {
        Result<QString> component = componentIn(parent, name);
        if (!component)
            return component;
        const QString folder = joined(parent, *component);
        if (const Status made = files.makeFolders(folder); !made)
            return fail(made.error());
        m_listings.remove(parent);
        const Result<Listing> listing = listingOf(parent);
        if (!listing)
            return fail(listing.error());
        if (listing->names.contains(*component))
            return folder;
    }
    return joined(parent, distinctFolderNameFor(name));
}

Result<QString> FolderResolver::find(const TableRef &table)
{
    const QMutexLocker locker(&m_mutex);
    QString folder = m_root;
    for (const QString &name : { table.database, table.schema, table.table }) {
        Result<QString> component = componentIn(folder, name);
        if (!component)
            return component;
        folder = joined(folder, *component);
    }
    return folder;
}

Result<QString> FolderResolver::make(const TableRef &table, FileOps &files)
{
    const QMutexLocker locker(&m_mutex);
    QString folder = m_root;
    if (const Status made = files.makeFolders(folder); !made)
        return fail(made.error());
    for (const QString &name : { table.database, table.schema, table.table }) {
        Result<QString> made = makeIn(folder, name, files);
        if (!made)
            return made;
        folder = *made;
    }
    return folder;
}

Result<QString> FolderResolver::makeDistinct(const TableRef &table, FileOps &files)
{
    Result<QString> plain = make(table, files);
    if (!plain)
        return plain;
    const QMutexLocker locker(&m_mutex);
    const QString folder = besideFolder(*plain, table);
    const QString parent = QFileInfo(folder).path();
    if (const Status made = files.makeFolders(folder); !made)
        return fail(made.error());
    m_listings.remove(parent);
    return folder;
}

} // namespace tidemark
