#pragma once

#include <QFont>

class QWidget;

namespace tidemark {

/// The system's font of equal letters, as large as the font of the widget: a person who asks for large
/// letters wants them everywhere.
QFont fixedFont(const QWidget &widget);

} // namespace tidemark
