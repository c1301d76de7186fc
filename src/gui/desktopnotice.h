#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <QWidget>

#include <memory>

class QSystemTrayIcon;

namespace tidemark {

/// Catches the eye of a person who does not look at the window: by a message of the desktop where it has a
/// tray, and by the window's mark in the task bar. The icon in the tray stays until the window is looked at
/// again; a click on it or on the message brings the window forward.
class DesktopNotice : public QObject {
    Q_OBJECT

public:
    explicit DesktopNotice(QObject *parent = nullptr);
    ~DesktopNotice() override;

    void tell(QWidget &window, const QString &title, const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeTray();
    void bringForward();

    QPointer<QWidget> m_window;
    std::unique_ptr<QSystemTrayIcon> m_tray; // while there is something to tell
};

/// Shows a window and puts it before all others, as far as the desktop lets it.
void bringWindowForward(QWidget &window);

} // namespace tidemark
