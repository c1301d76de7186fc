#include "listlook.h"

#include <QHeaderView>
#include <QTableView>

namespace tidemark {

QVariant cellAlignment(bool isNumber)
{
    return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

void setListLook(QTableView &view)
{
    view.setWordWrap(false);
    view.verticalHeader()->setDefaultSectionSize(view.fontMetrics().height() * 8 / 5);
    view.horizontalHeader()->setHighlightSections(false);
}

} // namespace tidemark
