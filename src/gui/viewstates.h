#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

class QWidget;

namespace tidemark {

/// Where a person has put the splitters of a window, how wide the columns of its lists are and which tab of
/// each is in front; by the names of the widgets.
using ViewStates = QMap<QString, QByteArray>;

ViewStates saveViewStates(const QWidget &window);
/// What has no state, or one of another shape, stays as it is.
void restoreViewStates(QWidget &window, const ViewStates &states);

} // namespace tidemark
