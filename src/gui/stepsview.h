#pragma once

#include "fittingarea.h"

#include "catalogentry.h"

#include <QList>

class QGridLayout;

namespace tidemark {

/// Timed steps of a test, one below the other: mark, name, what was found, seconds, and what to do about it.
class StepsView : public FittingArea {
    Q_OBJECT

public:
    explicit StepsView(QWidget *parent = nullptr);

    /// Hides itself when there are none.
    void setSteps(const QList<CheckStep> &steps);
    const QList<CheckStep> &steps() const { return m_steps; }

private:
    void addStep(QGridLayout &grid, const CheckStep &step);

    QList<CheckStep> m_steps;
};

} // namespace tidemark
