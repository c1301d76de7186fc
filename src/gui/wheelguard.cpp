#include "wheelguard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>

namespace tidemark {

WheelGuard::WheelGuard(QWidget *parent) : QObject(parent)
{
    const auto guard = [this](QWidget *field) {
        field->setFocusPolicy(Qt::StrongFocus);
        field->installEventFilter(this);
    };
    for (QComboBox *field : parent->findChildren<QComboBox *>())
        guard(field);
    for (QAbstractSpinBox *field : parent->findChildren<QAbstractSpinBox *>())
        guard(field);
}

bool WheelGuard::eventFilter(QObject *watched, QEvent *event)
{
    const auto *field = qobject_cast<QWidget *>(watched);
    if (event->type() != QEvent::Wheel || field == nullptr || field->hasFocus())
        return QObject::eventFilter(watched, event);
    event->ignore(); // so that the area around it scrolls
    return true;
}

} // namespace tidemark
