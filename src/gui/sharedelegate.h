#pragma once

#include <QStyledItemDelegate>

namespace tidemark {

/// Paints a cell with a thin bar below its text as long as the model knows a share of the work.
class ShareDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace tidemark
