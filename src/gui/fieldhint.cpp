#include "fieldhint.h"

#include "iconlabel.h"
#include "paletteicon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QResizeEvent>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

FieldHint::FieldHint(QWidget *parent)
    : QWidget(parent), m_icon(new IconLabel(this)), m_label(new QLabel(this))
{
    m_icon->setIcon(paletteIcon(u"state-failed"_s, IconTone::Bad), [] { return tr("mistake"); });
    m_label->setObjectName(u"hintText"_s);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_label, 1);
    hide();
}

void FieldHint::setMistake(const LiveText &text)
{
    set(text, true);
}

void FieldHint::setNote(const LiveText &text)
{
    set(text, false);
}

QString FieldHint::text() const
{
    return m_text.text();
}

QSize FieldHint::sizeHint() const
{
    return { layout()->sizeHint().width(), layout()->heightForWidth(width()) };
}

QSize FieldHint::minimumSizeHint() const
{
    return { layout()->minimumSize().width(), sizeHint().height() };
}

void FieldHint::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        updateGeometry();
}

void FieldHint::set(const LiveText &hint, bool isMistake)
{
    m_text = hint;
    const QString text = hint.text();
    m_isMistake = isMistake && !text.isEmpty();
    m_label->setText(text);
    m_icon->setVisible(m_isMistake);
    if (m_field != nullptr)
        m_field->setAccessibleDescription(text);
    setVisible(!text.isEmpty());
}

void FieldHint::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && !m_text.text().isEmpty())
        set(LiveText(m_text), m_isMistake);
}

} // namespace tidemark
