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
    connect(page, &WindowPage::markChanged, this, [this, page](const QString &mark) {
        const QString title = page->windowTitle();
        setTabText(indexOf(page), mark.isEmpty() ? title : title + u' ' + mark);
    });
}

void keepNarrow(const QWidget &form)
{
    for (QComboBox *box : form.findChildren<QComboBox *>()) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }
}

} // namespace tidemark
