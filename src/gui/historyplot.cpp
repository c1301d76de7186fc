#include "historyplot.h"

#include "plotstyle.h"

#include <QChart>
#include <QDateTimeAxis>
#include <QEvent>
#include <QLineSeries>
#include <QLocale>
#include <QValueAxis>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostPoints = 300;

/// Adds the point to the last one when they belong together.
void add(QList<PlotPoint> &points, const PlotPoint &point, bool together)
{
    if (!together || points.isEmpty()) {
        points += point;
        return;
    }
    points.last().rows += point.rows;
    points.last().seconds += point.seconds;
}

} // namespace

QList<PlotPoint> plotPoints(const QList<const HistoryRun *> &runs, int most)
{
    QList<PlotPoint> points;
    QString lastRun;
    for (auto each = runs.crbegin(); each != runs.crend(); ++each) {
        const HistoryRun &run = **each;
        const bool together = !run.runId.isEmpty() && run.runId == lastRun;
        add(points, { run.syncedAt, run.rows, run.durationSeconds }, together);
        lastRun = run.runId;
    }
    if (points.size() <= most)
        return points;
    const qint64 first = points.constFirst().at.toMSecsSinceEpoch();
    const qint64 width = (points.constLast().at.toMSecsSinceEpoch() - first) / most + 1;
    QList<PlotPoint> stretches;
    qint64 last = -1;
    for (const PlotPoint &point : std::as_const(points)) {
        const qint64 stretch = (point.at.toMSecsSinceEpoch() - first) / width;
        add(stretches, point, stretch == last);
        last = stretch;
    }
    return stretches;
}

HistoryPlot::HistoryPlot(QWidget *parent)
    : QChartView(parent), m_rows(new QLineSeries(this)), m_seconds(new QLineSeries(this)),
      m_time(new QDateTimeAxis(this)), m_rowsAxis(new QValueAxis(this)), m_secondsAxis(new QValueAxis(this))
{
    chart()->addSeries(m_rows);
    chart()->addSeries(m_seconds);
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_rowsAxis, Qt::AlignLeft);
    chart()->addAxis(m_secondsAxis, Qt::AlignRight);
    for (QLineSeries *series : { m_rows, m_seconds })
        series->attachAxis(m_time);
    m_rows->attachAxis(m_rowsAxis);
    m_seconds->attachAxis(m_secondsAxis);
    m_rowsAxis->setLabelFormat(u"%.0f"_s);
    setUpPlot(*this);
    m_title = [] { return tr("Rows and duration over time"); };
    takeLanguage();
    takePalette();
}

void HistoryPlot::takeLanguage()
{
    m_rows->setName(tr("Rows (left)"));
    m_seconds->setName(tr("Seconds (right)"));
    chart()->setLocale(QLocale());
    setAccessibleName(m_title.text());
    setAccessibleDescription(tr("%n point(s).", nullptr, int(m_points.size())));
    scaleAxes();
}

void HistoryPlot::setRuns(const QList<const HistoryRun *> &runs, const LiveText &title)
{
    m_title = title;
    m_points = plotPoints(runs, mostPoints);
    QList<QPointF> rows;
    QList<QPointF> seconds;
    for (const PlotPoint &point : std::as_const(m_points)) {
        const auto at = qreal(point.at.toMSecsSinceEpoch());
        rows += QPointF(at, qreal(point.rows));
        seconds += QPointF(at, point.seconds);
    }
    m_rows->replace(rows);
    m_seconds->replace(seconds);
    for (QLineSeries *series : { m_rows, m_seconds })
        series->setPointsVisible(m_points.size() <= mostPoints / 5);
    takeLanguage();
}

void HistoryPlot::scaleAxes()
{
    if (m_points.isEmpty())
        return;
    constexpr qint64 day = 24LL * 60 * 60;
    const QDateTime first = m_points.constFirst().at.toLocalTime();
    const QDateTime last = m_points.constLast().at.toLocalTime();
    const qint64 span = first.secsTo(last);
    const qint64 edge = std::max<qint64>(30, span / 50);
    m_time->setRange(first.addSecs(-edge), last.addSecs(edge));
    const QLocale locale;
    const bool needsBoth = span >= day && span < 5 * day; // else ticks of one day would read the same
    m_time->setTickCount(needsBoth ? 3 : 5);
    m_time->setFormat(needsBoth ? locale.dateTimeFormat(QLocale::ShortFormat)
            : span < day        ? locale.timeFormat(QLocale::ShortFormat)
                                : locale.dateFormat(QLocale::ShortFormat));
    const auto mostRows = std::max_element(m_points.cbegin(), m_points.cend(),
        [](const PlotPoint &a, const PlotPoint &b) { return a.rows < b.rows; });
    const auto mostSeconds = std::max_element(m_points.cbegin(), m_points.cend(),
        [](const PlotPoint &a, const PlotPoint &b) { return a.seconds < b.seconds; });
    m_rowsAxis->setRange(0, std::max(1.0, roundedUp(double(mostRows->rows))));
    m_secondsAxis->setRange(0, roundedUp(mostSeconds->seconds));
}

void HistoryPlot::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        takePalette();
    else if (event->type() == QEvent::LanguageChange)
        takeLanguage();
}

void HistoryPlot::takePalette()
{
    colourPlot(*this, { m_rows, m_seconds });
}

} // namespace tidemark
