#include "viewstates.h"

#include <QHeaderView>
#include <QSplitter>
#include <QTabWidget>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

/// "RunPage/runView": the widget's name after that of the page or pane that it stands on.
QString nameOf(const QWidget &widget)
{
    const QObject *form = widget.parent();
    while (form->parent() != nullptr && !QByteArray(form->metaObject()->className()).startsWith("tidemark::"))
        form = form->parent();
    return form->objectName() + u'/' + widget.objectName();
}

/// A list that has got another column gets its columns anew.
QString nameOf(const QHeaderView &header)
{
    return nameOf(*header.parentWidget()) + u' ' + QString::number(header.count());
}

bool isColumns(const QHeaderView &header)
{
    return header.orientation() == Qt::Horizontal && header.count() > 0;
}

} // namespace

ViewStates saveViewStates(const QWidget &window)
{
    ViewStates states;
    for (const QSplitter *splitter : window.findChildren<QSplitter *>())
        states.insert(nameOf(*splitter), splitter->saveState());
    for (const QHeaderView *header : window.findChildren<QHeaderView *>()) {
        if (isColumns(*header))
            states.insert(nameOf(*header), header->saveState());
    }
    for (const QTabWidget *tabs : window.findChildren<QTabWidget *>()) {
        if (const QWidget *page = tabs->currentWidget())
            states.insert(nameOf(*tabs), page->objectName().toUtf8());
    }
    return states;
}

void restoreViewStates(QWidget &window, const ViewStates &states)
{
    for (QSplitter *splitter : window.findChildren<QSplitter *>())
        splitter->restoreState(states.value(nameOf(*splitter)));
    for (QHeaderView *header : window.findChildren<QHeaderView *>()) {
        if (isColumns(*header))
            header->restoreState(states.value(nameOf(*header)));
    }
    for (QTabWidget *tabs : window.findChildren<QTabWidget *>()) {
        const QString name = QString::fromUtf8(states.value(nameOf(*tabs)));
        if (auto *page = name.isEmpty() ? nullptr : tabs->findChild<QWidget *>(name);
            tabs->indexOf(page) >= 0)
            tabs->setCurrentWidget(page);
    }
}

} // namespace tidemark
