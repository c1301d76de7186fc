#pragma once

#include <QDir>
#include <QStringList>

namespace tidemark {

/// What is in a folder and those below it, by paths relative to it, sorted.
QStringList filesBelow(
    const QString &folder, const QStringList &patterns = {}, QDir::Filters what = QDir::Files | QDir::Hidden);

} // namespace tidemark
