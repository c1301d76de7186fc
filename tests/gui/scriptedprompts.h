#pragma once

#include "userprompts.h"

#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <optional>

namespace tidemark {

/// Answers as a test has written down, from the event loop as dialogs do, and keeps what was asked. What has
/// no answer is dismissed.
class ScriptedPrompts : public UserPrompts {
public:
    QStringList asked; // texts, in order
    QStringList notices; // of the desktop
    std::optional<bool> confirmation;
    std::optional<QString> text; // also of a file or folder

    void tell(QWidget *, const QString &, const QString &said) override { asked += said; }

    void confirm(QWidget *parent, const Question &question, std::function<void(bool)> answered) override
    {
        asked += question.text;
        QTimer::singleShot(0, parent, [answered, yes = confirmation.value_or(false)] { answered(yes); });
    }

    void chooseFolder(QWidget *parent, const QString &title, const QString &,
        std::function<void(const QString &)> chosen) override
    {
        giveText(parent, title, chosen);
    }

    void chooseFile(QWidget *parent, const QString &title, const QString &, const QString &,
        std::function<void(const QString &)> chosen) override
    {
        giveText(parent, title, chosen);
    }

    void chooseNewFile(QWidget *parent, const QString &title, const QString &, const QString &,
        std::function<void(const QString &)> chosen) override
    {
        giveText(parent, title, chosen);
    }

    void notify(QWidget *, const QString &title, const QString &said) override
    {
        notices += title + QStringLiteral(": ") + said;
    }

private:
    void giveText(
        QWidget *parent, const QString &question, const std::function<void(const QString &)> &answered)
    {
        asked += question;
        if (text)
            QTimer::singleShot(0, parent, [answered, value = *text] { answered(value); });
    }
};

} // namespace tidemark
