#pragma once

#include <QString>

#include <concepts>
#include <functional>

class QAbstractItemModel;
class QComboBox;
class QLabel;
class QStatusBar;
class QVariant;

namespace tidemark {

/// A text for people that can be said again in another language: what builds the sentence, not the sentence.
/// One made of a finished sentence, e.g. what a run or an error has said, stays in the language it was said
/// in.
class LiveText {
public:
    LiveText() = default;
    LiveText(const QString &said) : m_say([said] { return said; }) { }
    template <std::invocable Say>
    LiveText(Say say) : m_say(std::move(say))
    {
    }

    QString text() const { return m_say ? m_say() : QString(); }

private:
    std::function<QString()> m_say;
};

/// Puts the text on the label, and again whenever the window changes its language. A label that has got one
/// is told every later text in this way.
void say(QLabel &label, const LiveText &text);
/// The same until the bar's message is gone.
void say(QStatusBar &bar, const LiveText &text);

/// Adds a choice to the box, or names the one that has this value anew.
void setChoice(QComboBox &box, const QString &name, const QVariant &value);

/// Has the views of a model read all its texts again.
void readAgain(QAbstractItemModel &model);

} // namespace tidemark
