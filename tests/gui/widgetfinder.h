#pragma once

#include <QAbstractItemModel>
#include <QAction>
#include <QStringList>
#include <QTest>
#include <QWidget>

namespace tidemark {

/// A widget or action of a form by its name; the test fails when there is none.
template <typename T>
T *child(const QObject &parent, const char *name)
{
    T *found = parent.findChild<T *>(QString::fromLatin1(name));
    if (found == nullptr)
        qFatal("There is no %s.", name);
    return found;
}

/// The row of a tree, at whatever depth, that has this text; an invalid index when there is none.
inline QModelIndex findRow(
    const QAbstractItemModel &model, const QString &text, const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (index.data().toString() == text)
            return index;
        if (const QModelIndex below = findRow(model, text, index); below.isValid())
            return below;
    }
    return {};
}

/// What a list says in a column.
inline QStringList columnTexts(const QAbstractItemModel &model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts += model.index(row, column).data().toString();
    return texts;
}

inline void click(QWidget *widget)
{
    QTest::mouseClick(widget, Qt::LeftButton);
}

} // namespace tidemark
