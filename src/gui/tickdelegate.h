#pragma once

#include <QStyledItemDelegate>

namespace tidemark {

/// Paints tick boxes so that they can be seen on any palette: some styles draw their frames in a shade of the
/// window's colour, which is lost on the darker base of a list. Belongs to the tree.
class TickDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace tidemark
