#pragma once

#include <QMap>
#include <QString>

class QObject;

namespace tidemark {

/// Every text that a person can meet in a window, also on pages and in menus that are not in front, by the
/// place where it stands: "MainWindow/pageTabs/.../runButton.text". Lists and trees tell all their cells.
QMap<QString, QString> visibleTexts(const QObject &window);

/// What differs, a line each; places that hold one of `allowed` may.
QStringList differingTexts(const QMap<QString, QString> &texts, const QMap<QString, QString> &expected,
    const QStringList &allowed = {});

} // namespace tidemark
