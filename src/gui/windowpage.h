#pragma once

#include <QWidget>

#include <utility>

namespace tidemark {

/// One page of the window's tabs; windowTitle() is what its tab says. Owned by MainWindow.
class WindowPage : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// A few characters behind the title where something waits for a person, e.g. "2!"; empty: nothing does.
    const QString &mark() const { return m_mark; }

Q_SIGNALS:
    void markChanged(const QString &mark);

protected:
    void setMark(const QString &mark)
    {
        if (mark != std::exchange(m_mark, mark))
            Q_EMIT markChanged(mark);
    }

private:
    QString m_mark;
};

} // namespace tidemark
