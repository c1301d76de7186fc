#pragma once

#include <QStyledItemDelegate>

namespace tidemark {

/// Cuts a name in its middle where there is no room: both ends of it tell tables apart. Belongs to the view's
/// page.
class NameDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideMiddle;
    }
};

} // namespace tidemark
