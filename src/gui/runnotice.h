#pragma once

#include "tablereport.h"

#include <QObject>

class QWidget;

namespace tidemark {

class RunController;
class UserPrompts;

/// Tells on the desktop that a run has ended, when nobody looks at the window and it is worth a look: after a
/// long run, or when tables have failed. Belongs to the window.
class RunNotice : public QObject {
    Q_OBJECT

public:
    RunNotice(RunController &runs, UserPrompts &prompts, QWidget &window);

private:
    void tellOf(const QString &summary, const RunReport &report);

    UserPrompts &m_prompts;
    QWidget &m_window;
};

} // namespace tidemark
