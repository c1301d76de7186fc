#include "desktopnotice.h"

#include <QApplication>
#include <QEvent>
#include <QSystemTrayIcon>

namespace tidemark {

DesktopNotice::DesktopNotice(QObject *parent) : QObject(parent) { }

DesktopNotice::~DesktopNotice() = default;

void DesktopNotice::tell(QWidget &window, const QString &title, const QString &text)
{
    if (m_window != &window) {
        m_window = &window;
        window.installEventFilter(this);
    }
    QApplication::alert(&window);
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    if (!m_tray)
        makeTray();
    m_tray->setToolTip(title);
    m_tray->show();
    m_tray->showMessage(title, text, m_tray->icon());
}

void DesktopNotice::makeTray()
{
    m_tray = std::make_unique<QSystemTrayIcon>(QApplication::windowIcon());
    connect(m_tray.get(), &QSystemTrayIcon::activated, this, &DesktopNotice::bringForward);
    connect(m_tray.get(), &QSystemTrayIcon::messageClicked, this, &DesktopNotice::bringForward);
}

void DesktopNotice::bringForward()
{
    if (m_window)
        bringWindowForward(*m_window);
}

bool DesktopNotice::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowActivate && m_tray)
        m_tray->hide();
    return QObject::eventFilter(watched, event);
}

void bringWindowForward(QWidget &window)
{
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

} // namespace tidemark
