#pragma once

#include "speedsamples.h"

#include <QChartView>

class QCategoryAxis;
class QLineSeries;
class QValueAxis;

namespace tidemark {

/// How fast the rows of a run come: all tables together, and beside them one of them. The tool tip tells the
/// figures of a moment, the accessible description those of the run. GUI thread.
class SpeedPlot : public QChartView {
    Q_OBJECT

public:
    explicit SpeedPlot(QWidget *parent = nullptr);

    /// The run has lasted so many seconds. No table: only all together.
    void setSpeeds(double seconds, const QList<SpeedPoint> &all, const QString &table = {},
        const QList<SpeedPoint> &ofTable = {});

protected:
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void scaleTime(double seconds);
    void nameAll();
    void takePalette();
    QString textAt(double seconds) const;

    QLineSeries *m_allSeries;
    QLineSeries *m_tableSeries;
    QCategoryAxis *m_time;
    QValueAxis *m_rowsAxis;
    double m_seconds = 0;
    QList<SpeedPoint> m_all;
    QList<SpeedPoint> m_ofTable;
    QString m_table;
};

} // namespace tidemark
