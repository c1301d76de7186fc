#include "modedelegate.h"

#include "tabletreemodel.h"
#include "treecell.h"

#include <QComboBox>

namespace tidemark {

QWidget *ModeDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const
{
    auto *box = new QComboBox(parent);
    for (const SyncMode mode : { SyncMode::FullIncremental, SyncMode::Full, SyncMode::Incremental })
        box->addItem(syncModeText(mode), int(mode));
    // Picking is all there is to it: an editor that loses the focus hands over its value and closes.
    connect(box, &QComboBox::activated, parent, [parent] { parent->setFocus(); });
    return box;
}

void ModeDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *box = qobject_cast<QComboBox *>(editor);
    box->setCurrentIndex(box->findData(index.data(TableTreeModel::ModeRole)));
}

void ModeDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    model->setData(index, qobject_cast<QComboBox *>(editor)->currentData(), TableTreeModel::ModeRole);
}

} // namespace tidemark
