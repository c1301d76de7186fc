#pragma once

#include <QWidget>

namespace tidemark {

/// One page of the window's tabs; windowTitle() is what its tab says. Owned by MainWindow.
class WindowPage : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

Q_SIGNALS:
    /// A few characters behind the title where something waits for a person, e.g. "2!"; empty: nothing does.
    void markChanged(const QString &mark);
};

} // namespace tidemark
