#pragma once

#include <QStyledItemDelegate>

namespace tidemark {

/// Paints where the time of a table went as one bar of four patterns, the cell's text behind it.
class TimeSplitDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// What the bar takes beside the text.
    static int barRoom(const QFontMetrics &metrics);
};

} // namespace tidemark
