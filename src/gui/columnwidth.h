#pragma once

#include <QStringList>

class QHeaderView;
class QWidget;

namespace tidemark {

// Columns as wide as what stands in them, in the font and the language of now.

/// Gives a column room for its header and for each of these texts, with so many pixels beside them. A
/// width that differs from the last one given here is a person's, and stays.
void fitColumn(QHeaderView &header, int section, const QStringList &texts, int beside = 0);
/// What an icon takes beside the text of a cell.
int iconRoom(const QWidget &view);
/// A name as long as most are.
QString typicalTableName();

} // namespace tidemark
