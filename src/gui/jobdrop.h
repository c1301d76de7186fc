#pragma once

#include <QObject>
#include <QString>

class QMimeData;
class QWidget;

namespace tidemark {

/// Lets a job file be dropped anywhere on a window. Everything else is refused while it is dragged, which the
/// cursor shows. Belongs to the window and is made when the window has its children.
class JobDrop : public QObject {
    Q_OBJECT

public:
    explicit JobDrop(QWidget &window);

Q_SIGNALS:
    void dropped(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// The one file that is dragged, if it can be a job; else empty.
    static QString jobFileIn(const QMimeData &data);
};

} // namespace tidemark
