#pragma once

#include <QAction>
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

inline void click(QWidget *widget)
{
    QTest::mouseClick(widget, Qt::LeftButton);
}

} // namespace tidemark
