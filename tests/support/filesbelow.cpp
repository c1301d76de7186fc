#include "filesbelow.h"

#include <QDirIterator>

namespace tidemark {

QStringList filesBelow(const QString &folder, const QStringList &patterns, QDir::Filters what)
{
    QStringList files;
    QDirIterator walk(folder, patterns, what, QDirIterator::Subdirectories);
    while (walk.hasNext())
        files += QDir(folder).relativeFilePath(walk.next());
    files.sort();
    return files;
}

} // namespace tidemark
