#pragma once

#include <QStyledItemDelegate>

namespace tidemark {

/// A palette on which the frames of tick boxes can be seen: some styles draw them in a shade of the window's
/// colour, which is lost on a darker ground.
QPalette withVisibleTicks(QPalette palette);

/// Paints tick boxes so that they can be seen on any palette. Belongs to the tree.
class TickDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace tidemark
