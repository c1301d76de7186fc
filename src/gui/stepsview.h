#pragma once

#include "catalogentry.h"

#include <QList>
#include <QScrollArea>

class QGridLayout;

namespace tidemark {

/// Timed steps of a test, one below the other: mark, name, what was found, seconds, and what to do about it.
/// As high as its content where there is room, else it scrolls.
class StepsView : public QScrollArea {
    Q_OBJECT

public:
    explicit StepsView(QWidget *parent = nullptr);

    /// Hides itself when there are none.
    void setSteps(const QList<CheckStep> &steps);
    const QList<CheckStep> &steps() const { return m_steps; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addStep(QGridLayout &grid, const CheckStep &step);

    QList<CheckStep> m_steps;
};

} // namespace tidemark
