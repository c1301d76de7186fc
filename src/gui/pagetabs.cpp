#include "pagetabs.h"

#include "windowpage.h"

#include <QComboBox>
#include <QMenu>
#include <QTableView>

namespace tidemark {

void PageTabs::addPage(WindowPage *page, QMenu &view)
{
    keepNarrow(*page);
    for (QTableView *list : page->findChildren<QTableView *>())
        list->setTabKeyNavigation(false); // Tab leads on, the arrows lead through the list
    const int number = addTab(page, page->windowTitle()) + 1;
    QAction *action = view.addAction(page->windowTitle());
    action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + number)));
    connect(action, &QAction::triggered, this, [this, page] { setCurrentWidget(page); });
    const auto showTitle = [this, page, action] {
        const QString title = page->windowTitle();
        setTabText(indexOf(page), page->mark().isEmpty() ? title : title + u' ' + page->mark());
        action->setText(title);
    };
    connect(page, &WindowPage::markChanged, this, showTitle);
    connect(page, &QWidget::windowTitleChanged, this, showTitle); // in another language
}

void keepNarrow(const QWidget &form)
{
    for (QComboBox *box : form.findChildren<QComboBox *>()) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }
}

} // namespace tidemark
