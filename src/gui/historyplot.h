#pragma once

#include "livetext.h"

#include "historyrun.h"

#include <QChartView>
#include <QList>

class QDateTimeAxis;
class QLineSeries;
class QValueAxis;

namespace tidemark {

/// One point of a plot: runs of one job together, or of one stretch of time.
struct PlotPoint {
    QDateTime at;
    qint64 rows = 0;
    double seconds = 0;

    bool operator==(const PlotPoint &) const = default;
};

/// The runs, newest first, as points in the order of time: what one job published together is one point, and
/// where there are more than `most`, points of the same stretch of time become one.
QList<PlotPoint> plotPoints(const QList<const HistoryRun *> &runs, int most);

/// Rows and duration over time, in colours of the palette. GUI thread.
class HistoryPlot : public QChartView {
    Q_OBJECT

public:
    explicit HistoryPlot(QWidget *parent = nullptr);

    /// `title` says of what, for those who do not see it.
    void setRuns(const QList<const HistoryRun *> &runs, const LiveText &title);

protected:
    void changeEvent(QEvent *event) override;

private:
    void scaleAxes();
    void takeLanguage();
    void takePalette();

    QList<PlotPoint> m_points;
    LiveText m_title;
    QLineSeries *m_rows;
    QLineSeries *m_seconds;
    QDateTimeAxis *m_time;
    QValueAxis *m_rowsAxis;
    QValueAxis *m_secondsAxis;
};

} // namespace tidemark
