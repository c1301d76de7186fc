#include "whatsthis.h"

#include <QAbstractItemView>
#include <QWhatsThis>
#include <QWidget>

namespace tidemark {

QString helpOn(const QWidget &widget)
{
    if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget)) {
        if (const QString help = view->currentIndex().data(Qt::WhatsThisRole).toString(); !help.isEmpty())
            return help;
    }
    for (const QWidget *each = &widget; each != nullptr; each = each->parentWidget()) {
        if (!each->whatsThis().isEmpty())
            return each->whatsThis();
        if (!each->toolTip().isEmpty())
            return each->toolTip();
        if (each->isWindow())
            break;
    }
    return {};
}

bool showHelpOn(QWidget &widget)
{
    const QString help = helpOn(widget);
    if (help.isEmpty())
        return false;
    QWhatsThis::showText(widget.mapToGlobal(widget.rect().center()), help, &widget);
    return true;
}

} // namespace tidemark
