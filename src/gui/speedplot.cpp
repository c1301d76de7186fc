#include "speedplot.h"

#include "numbertext.h"
#include "plotstyle.h"

#include <QCategoryAxis>
#include <QChart>
#include <QHelpEvent>
#include <QLineSeries>
#include <QLocale>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>
#include <array>
#include <cmath>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostTicks = 6;

/// The time between two ticks of an axis that is at least so long: a part of a minute or an hour that people
/// count in.
int tickStep(double seconds)
{
    constexpr std::array steps{ 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600 };
    for (const int step : steps) {
        if (seconds <= step * mostTicks)
            return step;
    }
    const int hours = int(std::ceil(seconds / mostTicks / steps.back()));
    return hours * steps.back();
}

QList<QPointF> rowPoints(const QList<SpeedPoint> &points)
{
    QList<QPointF> places;
    places.reserve(points.size());
    for (const SpeedPoint &point : points)
        places += QPointF(point.seconds, point.rowsPerSecond);
    return places;
}

double fastest(const QList<SpeedPoint> &points)
{
    const auto most = std::ranges::max_element(points, {}, &SpeedPoint::rowsPerSecond);
    return most == points.cend() ? 0 : most->rowsPerSecond;
}

QString roundText(double number)
{
    return QLocale().toString(qint64(std::llround(number)));
}

} // namespace

SpeedPlot::SpeedPlot(QWidget *parent)
    : QChartView(parent), m_allSeries(new QLineSeries(this)), m_tableSeries(new QLineSeries(this)),
      m_time(new QCategoryAxis(this)), m_rowsAxis(new QValueAxis(this))
{
    m_time->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_rowsAxis, Qt::AlignLeft);
    for (QLineSeries *series : { m_allSeries, m_tableSeries }) {
        chart()->addSeries(series);
        series->attachAxis(m_time);
        series->attachAxis(m_rowsAxis);
    }
    m_rowsAxis->setLabelFormat(u"%.0f"_s);
    setUpPlot(*this);
    chart()->setMargins({ 0, 0, fontMetrics().horizontalAdvance(clockText(36000)) / 2, 0 }); // half a label
    takePalette();
    setSpeeds(0, {});
}

void SpeedPlot::setSpeeds(
    double seconds, const QList<SpeedPoint> &all, const QString &table, const QList<SpeedPoint> &ofTable)
{
    m_seconds = seconds;
    m_all = all;
    m_table = table;
    m_ofTable = ofTable;
    m_allSeries->replace(rowPoints(all));
    m_tableSeries->replace(rowPoints(ofTable));
    m_tableSeries->setVisible(!table.isEmpty());
    scaleTime(seconds);
    m_rowsAxis->setRange(0, std::max(1.0, roundedUp(fastest(all))));
    nameAll();
}

void SpeedPlot::nameAll()
{
    m_allSeries->setName(tr("All tables (rows/s)"));
    m_tableSeries->setName(tr("%1 (rows/s)").arg(m_table));
    chart()->setTitle(m_all.isEmpty() ? tr("While rows come, their speed is drawn here.") : QString());
    setAccessibleName(tr("Speed over the time of the run"));
    setAccessibleDescription(m_all.isEmpty()
            ? chart()->title()
            : tr("At most %1 rows/s. At the end: %2").arg(roundText(fastest(m_all)), textAt(m_seconds)));
}

/// The end moves in whole steps, so that the line does not shrink with every look at it.
void SpeedPlot::scaleTime(double seconds)
{
    const int step = tickStep(seconds);
    const int count = std::max(1, int(std::ceil(seconds / step)));
    if (m_time->max() == double(count) * step && m_time->count() == count + 1)
        return;
    const QStringList before = m_time->categoriesLabels();
    for (const QString &label : before)
        m_time->remove(label);
    for (int i = 0; i <= count; ++i)
        m_time->append(clockText(qint64(i) * step), double(i) * step);
    m_time->setRange(0, double(count) * step);
}

/// "1:20: 12,000 rows/s, 38.0 MB/s", and a line for the table.
QString SpeedPlot::textAt(double seconds) const
{
    QStringList lines;
    const auto add = [&](const QString &what, const QList<SpeedPoint> &points) {
        const auto after = std::ranges::lower_bound(points, seconds, {}, &SpeedPoint::seconds);
        const SpeedPoint point = after == points.cend() ? SpeedPoint() : *after;
        lines += tr("%1: %2 rows/s, %3/s")
                     .arg(what, roundText(point.rowsPerSecond), bytesText(qint64(point.bytesPerSecond)));
    };
    add(clockText(qint64(seconds)), m_all);
    if (!m_table.isEmpty())
        add(m_table, m_ofTable);
    return lines.join(u'\n');
}

bool SpeedPlot::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QChartView::viewportEvent(event);
    const auto *const help = static_cast<QHelpEvent *>(event);
    const QPointF place = mapToScene(help->pos());
    const double seconds = chart()->mapToValue(place, m_allSeries).x();
    const bool isOnPlot = chart()->plotArea().contains(place) && !m_all.isEmpty() && seconds >= 0
        && seconds <= m_all.constLast().seconds;
    QToolTip::showText(help->globalPos(), isOnPlot ? textAt(seconds) : QString(), this);
    return true;
}

void SpeedPlot::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        takePalette();
    if (event->type() != QEvent::LanguageChange)
        return;
    chart()->setLocale(QLocale());
    nameAll();
}

void SpeedPlot::takePalette()
{
    colourPlot(*this, { m_allSeries, m_tableSeries });
}

} // namespace tidemark
