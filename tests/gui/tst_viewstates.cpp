#include "viewstates.h"

#include <QHeaderView>
#include <QSplitter>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A window with one of each.
struct Site {
    explicit Site(int columns = 3)
    {
        window.setObjectName(u"Window"_s);
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(splitter);
        splitter->setObjectName(u"splitter"_s);
        splitter->addWidget(tree);
        splitter->addWidget(tabs);
        tree->setObjectName(u"tree"_s);
        tree->setColumnCount(columns);
        tabs->setObjectName(u"tabs"_s);
        for (const QString &name : { u"first"_s, u"second"_s }) {
            auto *page = new QTableWidget(2, columns);
            page->setObjectName(name);
            tabs->addTab(page, name);
        }
        window.resize(800, 400);
        window.show();
    }

    QWidget window;
    QSplitter *splitter = new QSplitter;
    QTreeWidget *tree = new QTreeWidget;
    QTabWidget *tabs = new QTabWidget;
};

} // namespace

class TestViewStates : public QObject {
    Q_OBJECT

private slots:
    void everythingComesBack();
    void anotherShapeStaysAsItIs();
    void garbageStaysOut();
};

void TestViewStates::everythingComesBack()
{
    ViewStates states;
    QList<int> sizes;
    {
        const Site site;
        site.splitter->setSizes({ 200, 600 });
        sizes = site.splitter->sizes();
        site.tree->header()->resizeSection(0, 77);
        site.tree->header()->moveSection(2, 0);
        site.tabs->findChild<QTableWidget *>(u"second"_s)->horizontalHeader()->resizeSection(1, 55);
        site.tabs->setCurrentIndex(1);
        states = saveViewStates(site.window);
    }
    Site site;
    restoreViewStates(site.window, states);
    QCOMPARE(site.splitter->sizes(), sizes);
    QCOMPARE(site.tree->header()->sectionSize(0), 77);
    QCOMPARE(site.tree->header()->visualIndex(2), 0);
    QCOMPARE(site.tabs->findChild<QTableWidget *>(u"second"_s)->horizontalHeader()->sectionSize(1), 55);
    QCOMPARE(site.tabs->currentIndex(), 1);
}

void TestViewStates::anotherShapeStaysAsItIs()
{
    ViewStates states;
    {
        const Site site;
        site.tree->header()->resizeSection(0, 77);
        states = saveViewStates(site.window);
    }
    Site site(4);
    const int width = site.tree->header()->sectionSize(0);
    restoreViewStates(site.window, states);
    QCOMPARE(site.tree->header()->count(), 4);
    QCOMPARE(site.tree->header()->sectionSize(0), width);
}

void TestViewStates::garbageStaysOut()
{
    Site site;
    ViewStates states = saveViewStates(site.window);
    const ViewStates before = states;
    for (QByteArray &state : states)
        state = "garbage";
    restoreViewStates(site.window, states);
    QCOMPARE(saveViewStates(site.window), before);
}

QTEST_MAIN(TestViewStates)
#include "tst_viewstates.moc"
