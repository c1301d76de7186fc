#pragma once

#include <QObject>

namespace tidemark {

/// Keeps the wheel, which scrolls the fields, from changing one that the pointer happens to be over: only a
/// field with the focus takes it.
class WheelGuard : public QObject {
    Q_OBJECT

public:
    /// Guards all combo and spin boxes below `parent`, which owns the guard.
    explicit WheelGuard(QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace tidemark
