#pragma once

#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QWidget>

namespace tidemark {

/// Part of another control, which speaks for it, or nothing that a person works with.
inline bool isPart(const QWidget &widget)
{
    for (const QWidget *outer = widget.parentWidget(); outer != nullptr; outer = outer->parentWidget()) {
        if (qobject_cast<const QComboBox *>(outer) || qobject_cast<const QAbstractSpinBox *>(outer))
            return true;
    }
    return widget.objectName().startsWith(QLatin1String("qt_")) || widget.inherits("QTabBar")
        || qobject_cast<const QLabel *>(&widget) || qobject_cast<const QMenu *>(&widget);
}

/// The controls below a window, shown or not, that a screen reader could not name or takes for mere ground;
/// counts all that it looked at.
inline QStringList namelessControls(const QWidget &root, int *looked = nullptr)
{
    QStringList nameless;
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() != nullptr || isPart(*widget))
            continue;
        if (looked != nullptr)
            ++*looked;
        const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        // Qt takes whatever scrolls for a client area, which screen readers call a panel.
        const bool isPanel = qobject_cast<QAbstractScrollArea *>(widget) != nullptr;
        const bool speaks = accessible != nullptr && !accessible->text(QAccessible::Name).isEmpty()
            && accessible->role() != QAccessible::NoRole
            && (isPanel || accessible->role() != QAccessible::Client);
        if (!speaks)
            nameless += QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
    }
    return nameless;
}

} // namespace tidemark
