#pragma once

#include <QList>

class QChartView;
class QLineSeries;

namespace tidemark {

// What all plots of the window look like.

/// Numbers of the person's locale, no frame, the legend above. After the axes are there.
void setUpPlot(QChartView &view);
/// The colours of the view's palette; lines differ by stroke as well as by colour. Only the first axis of
/// each direction has a grid.
void colourPlot(QChartView &view, const QList<QLineSeries *> &series);

/// What an axis of whole steps ends at: 1, 2 or 5 times a power of ten.
double roundedUp(double value);

} // namespace tidemark
