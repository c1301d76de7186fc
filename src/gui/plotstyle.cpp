#include "plotstyle.h"

#include "paletteicon.h"

#include <QAbstractAxis>
#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QLocale>

namespace tidemark {

void setUpPlot(QChartView &view)
{
    QChart *const chart = view.chart();
    chart->setLocalizeNumbers(true);
    chart->setLocale(QLocale());
    chart->setMargins({});
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->setBackgroundRoundness(0);
    chart->legend()->setAlignment(Qt::AlignTop);
    chart->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries);
    view.setRenderHint(QPainter::Antialiasing);
    view.setFrameShape(QFrame::NoFrame);
}

void colourPlot(QChartView &view, const QList<QLineSeries *> &series)
{
    QChart *const chart = view.chart();
    const QPalette palette = view.palette();
    const QColor text = palette.color(QPalette::Text);
    QColor grid = text;
    grid.setAlphaF(0.15F);
    chart->setBackgroundBrush(palette.brush(QPalette::Base));
    chart->setTitleBrush(text);
    chart->legend()->setLabelColor(text);
    const auto width = qreal(view.fontMetrics().lineWidth()) * 1.5;
    for (qsizetype i = 0; i < series.size(); ++i) {
        series[i]->setPen(i == 0 ? QPen(toneColor(IconTone::Accent, palette), width)
                                 : QPen(toneColor(IconTone::Warning, palette), width, Qt::DashLine));
    }
    for (const Qt::Orientation orientation : { Qt::Horizontal, Qt::Vertical }) {
        const QList<QAbstractAxis *> axes = chart->axes(orientation);
        for (QAbstractAxis *axis : axes) {
            axis->setLabelsColor(text);
            axis->setLinePenColor(grid);
            axis->setGridLineColor(grid);
            axis->setGridLineVisible(axis == axes.constFirst());
        }
    }
}

double roundedUp(double value)
{
    double step = 0.001;
    while (step * 10 < value)
        step *= 10;
    for (const double times : { 1.0, 2.0, 5.0, 10.0 }) {
        if (times * step >= value)
            return times * step;
    }
    return value;
}

} // namespace tidemark
