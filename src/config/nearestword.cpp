#include "nearestword.h"

#include <QList>

#include <algorithm>

namespace tidemark {

namespace {

/// Letters to change, insert, remove or swap with their neighbour.
int editDistance(const QString &from, const QString &to)
{
    const qsizetype width = to.size() + 1;
    QList<int> before(width);
    QList<int> last(width);
    QList<int> row(width);
    for (qsizetype j = 0; j < width; ++j)
        last[j] = int(j);
    for (qsizetype i = 1; i <= from.size(); ++i) {
        row[0] = int(i);
        for (qsizetype j = 1; j < width; ++j) {
            const int change = from[i - 1] == to[j - 1] ? 0 : 1;
            row[j] = std::min({ last[j] + 1, row[j - 1] + 1, last[j - 1] + change });
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before = last;
        last = row;
    }
    return last[width - 1];
}

} // namespace

QString nearestWord(const QString &word, const QStringList &candidates)
{
    const QString wanted = word.toLower();
    QString nearest;
    int least = std::max(1, int(wanted.size()) / 3) + 1;
    for (const QString &candidate : candidates) {
        const int distance = editDistance(wanted, candidate.toLower());
        if (distance < least) {
            least = distance;
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace tidemark
