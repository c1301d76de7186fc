#include "jobdrop.h"

#include "documentreader.h"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace tidemark {

JobDrop::JobDrop(QWidget &window) : QObject(&window)
{
    // A field would take the file's address as text.
    for (QWidget *child : window.findChildren<QWidget *>())
        child->setAcceptDrops(false);
    window.setAcceptDrops(true);
    window.installEventFilter(this);
}

QString JobDrop::jobFileIn(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    if (urls.size() != 1 || !urls.constFirst().isLocalFile())
        return {};
    const QString path = urls.constFirst().toLocalFile();
    return documentFormatOf(path) ? path : QString();
}

bool JobDrop::eventFilter(QObject *watched, QEvent *event)
{
    const bool isDrop = event->type() == QEvent::Drop;
    if (!isDrop && event->type() != QEvent::DragEnter && event->type() != QEvent::DragMove)
        return QObject::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event);
    const QString path = jobFileIn(*drop->mimeData());
    if (path.isEmpty()) {
        drop->ignore();
        return true;
    }
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (isDrop)
        Q_EMIT dropped(path);
    return true;
}

} // namespace tidemark
