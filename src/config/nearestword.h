#pragma once

#include <QString>
#include <QStringList>

namespace tidemark {

/// The candidate that a mistyped word most likely meant; empty when none is near.
QString nearestWord(const QString &word, const QStringList &candidates);

} // namespace tidemark
