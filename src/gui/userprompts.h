#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace tidemark {

/// A question that blocks a step. The texts of the buttons say what they do.
struct Question {
    QString title;
    QString text;
    QString yes;
    QString no;
};

/// Everything that the window asks or tells a person outside itself. The call returns at once and the answer
/// comes later, from the event loop; never when the dialog is dismissed, except confirm(), which then answers
/// false. Tests script it.
class UserPrompts {
public:
    virtual ~UserPrompts() = default;

    virtual void tell(QWidget *parent, const QString &title, const QString &text) = 0;
    virtual void confirm(QWidget *parent, const Question &question, std::function<void(bool)> answered) = 0;
    virtual void chooseFolder(QWidget *parent, const QString &title, const QString &folder,
        std::function<void(const QString &)> chosen) = 0;
    virtual void chooseFile(QWidget *parent, const QString &title, const QString &folder,
        const QString &filter, std::function<void(const QString &)> chosen) = 0;
    /// A file to write; the dialog has asked before one is replaced.
    virtual void chooseNewFile(QWidget *parent, const QString &title, const QString &path,
        const QString &filter, std::function<void(const QString &)> chosen) = 0;
    /// Tells something on the desktop to a person who does not look at the window. Asks nothing.
    virtual void notify(QWidget *window, const QString &title, const QString &text) = 0;
};

} // namespace tidemark
