#pragma once

#include "desktopnotice.h"
#include "userprompts.h"

#include <QCoreApplication>

namespace tidemark {

/// Asks with window-modal dialogs, without event loops of their own, and tells by notices of the desktop. GUI
/// thread.
class DialogPrompts : public UserPrompts {
    Q_DECLARE_TR_FUNCTIONS(tidemark::DialogPrompts)

public:
    void tell(QWidget *parent, const QString &title, const QString &text) override;
    void confirm(QWidget *parent, const Question &question, std::function<void(bool)> answered) override;
    void chooseFolder(QWidget *parent, const QString &title, const QString &folder,
        std::function<void(const QString &)> chosen) override;
    void chooseFile(QWidget *parent, const QString &title, const QString &folder, const QString &filter,
        std::function<void(const QString &)> chosen) override;
    void chooseNewFile(QWidget *parent, const QString &title, const QString &path, const QString &filter,
        std::function<void(const QString &)> chosen) override;
    void notify(QWidget *window, const QString &title, const QString &text) override;

private:
    DesktopNotice m_notice;
};

} // namespace tidemark
