#pragma once

#include <QVariant>

class QTableView;

namespace tidemark {

// How the lists of the window look alike.

/// Numbers stand to the right, words to the left: for Qt::TextAlignmentRole of cells and headers.
QVariant cellAlignment(bool isNumber);
/// Rows with room around one line of text, and a header that does not follow the selection.
void setListLook(QTableView &view);

} // namespace tidemark
