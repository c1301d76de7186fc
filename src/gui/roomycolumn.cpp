#include "roomycolumn.h"

#include <QEvent>
#include <QHeaderView>

namespace tidemark {

RoomyColumn::RoomyColumn(QHeaderView *header, int section, int minimum)
    : QObject(header), m_header(header), m_section(section), m_minimum(minimum)
{
    header->setSectionResizeMode(section, QHeaderView::Fixed);
    header->viewport()->installEventFilter(this);
    connect(header, &QHeaderView::sectionResized, this, [this](int resized) {
        if (resized != m_section)
            fit();
    });
    fit();
}

bool RoomyColumn::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

void RoomyColumn::fit()
{
    const int others = m_header->length() - m_header->sectionSize(m_section);
    m_header->resizeSection(m_section, qMax(m_minimum, m_header->viewport()->width() - others));
}

} // namespace tidemark
