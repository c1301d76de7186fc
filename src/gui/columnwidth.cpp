#include "columnwidth.h"

#include <QHeaderView>
#include <QStyle>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

/// On each side of a text or an icon in a cell, as the style lays it out.
int margin(const QWidget &view)
{
    return view.style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, &view) + 1;
}

} // namespace

void fitColumn(QHeaderView &header, int section, const QStringList &texts, int beside)
{
    const QByteArray name = "fittedWidth" + QByteArray::number(section);
    const QVariant fitted = header.property(name.constData());
    if (fitted.isValid() && fitted.toInt() != header.sectionSize(section))
        return;
    const QFontMetrics metrics = header.fontMetrics();
    int widest = 0;
    for (const QString &text : texts)
        widest = qMax(widest, metrics.horizontalAdvance(text));
    const int gap = metrics.averageCharWidth(); // so that the columns stand apart
    header.resizeSection(
        section, qMax(header.sectionSizeHint(section), widest + beside + 2 * margin(header) + gap));
    header.setProperty(name.constData(), header.sectionSize(section));
}

int iconRoom(const QWidget &view)
{
    return view.style()->pixelMetric(QStyle::PM_ListViewIconSize, nullptr, &view) + 2 * margin(view);
}

QString typicalTableName()
{
    return u"shop.dbo.order_lines"_s;
}

} // namespace tidemark
