#include "fakebackend.h"
#include "tabletreepane.h"
#include "treecell.h"
#include "widgetfinder.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

class TestTableTreePane : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void teachesUntilConnected();
    void openingADatabaseAsksForItsTables();
    void filterShowsMatches();
    void filterTakesSchemaAndTable();
    void spaceTicks();
    void aClickOnTheBoxTicks();
    void modeIsPickedInTheCell();
    void menuSetsTheModeOfTheSelection();
    void menuTicksTheSelectionAtOnce();
    void summaryCountsWhatIsTicked();
    void refreshIsAsked();
    void nameStateAndModeAreInView();

private:
    QModelIndex find(const QString &name) const { return findRow(*m_view->model(), name); }

    std::unique_ptr<TableTreePane> m_pane;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    QTreeView *m_view = nullptr;
};

void TestTableTreePane::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_pane = std::make_unique<TableTreePane>();
    m_pane->resize(700, 500);
    m_pane->show();
    m_view = child<QTreeView>(*m_pane, "treeView");
    m_pane->model().setDatabases({ catalogDatabase(u"shop"_s) });
    m_pane->model().setTables(u"shop"_s,
        { catalogTable(u"shop"_s, u"orders"_s), catalogTable(u"shop"_s, u"customers"_s),
            catalogTable(u"shop"_s, u"lines"_s, true, true, u"sales"_s) });
    m_pane->showTree();
    m_view->expandAll();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestTableTreePane::cleanup()
{
    m_tester.reset();
    m_pane.reset();
}

void TestTableTreePane::teachesUntilConnected()
{
    TableTreePane fresh;
    fresh.show();
    QVERIFY(child<QLabel>(fresh, "emptyLabel")->isVisible());
    QVERIFY(!child<QTreeView>(fresh, "treeView")->isVisible());
    fresh.showTree();
    QVERIFY(!child<QLabel>(fresh, "emptyLabel")->isVisible());
    QVERIFY(child<QTreeView>(fresh, "treeView")->isVisible());
}

void TestTableTreePane::openingADatabaseAsksForItsTables()
{
    TableTreePane fresh;
    fresh.show();
    fresh.showTree();
    QSignalSpy wanted(&fresh.model(), &TableTreeModel::tablesWanted);
    fresh.model().setDatabases({ catalogDatabase(u"shop"_s) });
    QCOMPARE(wanted.size(), 0);
    auto *view = child<QTreeView>(fresh, "treeView");
    view->setCurrentIndex(view->model()->index(0, 0));
    QTest::keyClick(view, Qt::Key_Right);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toString(), u"shop"_s);
}

void TestTableTreePane::filterShowsMatches()
{
    auto *edit = child<QLineEdit>(*m_pane, "filterEdit");
    QTest::keyClicks(edit, u"ORD"_s);
    QVERIFY(find(u"orders"_s).isValid());
    QVERIFY(!find(u"customers"_s).isValid());
    QVERIFY(!find(u"sales"_s).isValid());
    edit->clear();
    QVERIFY(find(u"customers"_s).isValid());
}

void TestTableTreePane::filterTakesSchemaAndTable()
{
    QTest::keyClicks(child<QLineEdit>(*m_pane, "filterEdit"), u"sales.li"_s);
    QVERIFY(find(u"lines"_s).isValid());
    QVERIFY(!find(u"orders"_s).isValid());
}

void TestTableTreePane::spaceTicks()
{
    m_view->setCurrentIndex(find(u"orders"_s));
    QTest::keyClick(m_view, Qt::Key_Space);
    QCOMPARE(m_pane->model().chosenTables().size(), 1);
    QTest::keyClick(m_view, Qt::Key_Space);
    QCOMPARE(m_pane->model().chosenTables().size(), 0);
}

void TestTableTreePane::aClickOnTheBoxTicks()
{
    const QModelIndex index = find(u"dbo"_s);
    m_view->scrollTo(index);
    QStyleOptionViewItem option;
    option.initFrom(m_view);
    option.rect = m_view->visualRect(index);
    option.features = QStyleOptionViewItem::HasCheckIndicator;
    const QRect box = m_view->style()->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &option, m_view);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, box.center());
    QCOMPARE(m_pane->model().chosenTables().size(), 2);
    QCOMPARE(find(u"shop"_s).data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
}

void TestTableTreePane::modeIsPickedInTheCell()
{
    const QModelIndex orders = find(u"orders"_s);
    QVERIFY(m_view->model()->setData(orders, Qt::Checked, Qt::CheckStateRole));
    const QModelIndex mode = orders.siblingAtColumn(TableTreeModel::Mode);
    m_view->setCurrentIndex(mode);
    auto *box = m_view->viewport()->findChild<QComboBox *>();
    QVERIFY(box != nullptr);
    QTest::keyClick(box, Qt::Key_Down);
    QTest::keyClick(box, Qt::Key_Return);
    m_view->setFocus();
    QTRY_COMPARE(m_pane->model().chosenTables().constFirst().mode, SyncMode::Full);
    QCOMPARE(mode.data().toString(), syncModeText(SyncMode::Full));
}

void TestTableTreePane::menuSetsTheModeOfTheSelection()
{
    m_view->setCurrentIndex(find(u"dbo"_s));
    Q_EMIT m_view->customContextMenuRequested(m_view->visualRect(find(u"dbo"_s)).center());
    auto *menu = m_pane->findChild<QMenu *>();
    QVERIFY(menu != nullptr);
    menu->actions().constFirst()->trigger();
    QCOMPARE(m_pane->model().chosenTables().size(), 2);
    menu->actions().constLast()->trigger();
    for (const ChosenTable &chosen : m_pane->model().chosenTables())
        QCOMPARE(chosen.mode, SyncMode::Incremental);
    menu->close();
}

void TestTableTreePane::menuTicksTheSelectionAtOnce()
{
    m_view->setFocus();
    QTest::keyClick(m_view, Qt::Key_A, Qt::ControlModifier);
    QVERIFY(m_view->selectionModel()->selectedRows().size() > 3);
    QSignalSpy choice(&m_pane->model(), &TableTreeModel::choiceChanged);
    Q_EMIT m_view->customContextMenuRequested(QPoint());
    m_pane->findChild<QMenu *>()->actions().constFirst()->trigger();
    QCOMPARE(choice.size(), 1);
    QCOMPARE(m_pane->model().chosenTables().size(), 3);
}

void TestTableTreePane::summaryCountsWhatIsTicked()
{
    QVERIFY(m_view->model()->setData(find(u"shop"_s), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(child<QLabel>(*m_pane, "summaryLabel")->text(), u"3 table(s) chosen, about 30 rows"_s);
}

void TestTableTreePane::refreshIsAsked()
{
    QSignalSpy asked(m_pane.get(), &TableTreePane::refreshRequested);
    click(child<QToolButton>(*m_pane, "refreshButton"));
    QCOMPARE(asked.size(), 1);
}

void TestTableTreePane::nameStateAndModeAreInView()
{
    m_pane->resize(1280 * 45 / 100, 500); // its part of a window of that width
    const QHeaderView &header = *m_view->header();
    for (const int column : { TableTreeModel::Name, TableTreeModel::Tracking, TableTreeModel::Mode })
        QVERIFY(header.sectionViewportPosition(column) + header.sectionSize(column)
            <= m_view->viewport()->width());
    for (const SyncMode mode : { SyncMode::Full, SyncMode::Incremental, SyncMode::FullIncremental })
        QVERIFY(m_view->fontMetrics().horizontalAdvance(syncModeText(mode))
            < header.sectionSize(TableTreeModel::Mode));
}

QTEST_MAIN(TestTableTreePane)
#include "tst_tabletreepane.moc"
