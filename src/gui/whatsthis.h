#pragma once

#include <QString>

class QWidget;

namespace tidemark {

/// What there is to say about a control: its own help, that of the entry in a list that is current, else the
/// tool tip, else the help of what it stands on. Empty: nothing.
QString helpOn(const QWidget &widget);

/// Shows that beside the control; false when there is nothing.
bool showHelpOn(QWidget &widget);

} // namespace tidemark
