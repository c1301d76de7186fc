#include "fakebackend.h"
#include "tabletreemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

CatalogTable table(
    const QString &name, bool tracked = true, bool hasKey = true, const QString &schema = u"dbo"_s)
{
    return catalogTable(u"shop"_s, name, tracked, hasKey, schema);
}

QModelIndex find(const TableTreeModel &model, const QString &name, const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (index.data().toString() == name)
            return index;
        if (const QModelIndex below = find(model, name, index); below.isValid())
            return below;
    }
    return {};
}

QStringList chosenNames(const TableTreeModel &model)
{
    QStringList names;
    for (const ChosenTable &chosen : model.chosenTables())
        names += chosen.table.watermarkKey();
    return names;
}

} // namespace

class TestTableTreeModel : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void databasesLoadWhenOpened();
    void tickingASchemaTakesTrackedTables();
    void tickingADatabaseLoadsIt();
    void partStateIsShown();
    void refreshKeepsTicksAndPersistentIndexes();
    void vanishedTablesAreRemoved();
    void aTickedTableThatIsGoneStays();
    void choosingTicksAndUnticks();
    void aChosenTableThatIsNotThereSaysSo();
    void trackedDatabasesAreChosen();
    void groupsThatCannotFollowDoNotCount();
    void modeOfAGroupIsThatOfItsTickedTables();
    void editsAreTold();
    void manyTablesAreOneInsertion();
    void untrackedTableIsLoadedWhole();
    void missingRightsAreShown();
    void modeIsEditedOnlyWhenTicked();
    void failureCanBeRetried();
    void timeLeftIsShownWhereItIsKnown();

private:
    // The tester fetches by itself, so tests about loading do without it.
    void initWithoutTester();

    std::unique_ptr<TableTreeModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestTableTreeModel::init()
{
    m_model = std::make_unique<TableTreeModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setDatabases({ catalogDatabase(u"shop"_s) });
}

void TestTableTreeModel::initWithoutTester()
{
    cleanup();
    m_model = std::make_unique<TableTreeModel>();
    m_model->setDatabases({ catalogDatabase(u"shop"_s) });
}

void TestTableTreeModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

void TestTableTreeModel::databasesLoadWhenOpened()
{
    TableTreeModel fresh;
    fresh.setDatabases(
        { catalogDatabase(u"shop"_s), catalogDatabase(u"archive"_s), { u"secret"_s, false, false } });
    QCOMPARE(fresh.rowCount(), 3);
    QCOMPARE(fresh.index(0, 0).data().toString(), u"archive"_s);
    QSignalSpy wanted(&fresh, &TableTreeModel::tablesWanted);
    const QModelIndex shop = find(fresh, u"shop"_s);
    QVERIFY(fresh.hasChildren(shop));
    fresh.fetchMore(shop);
    fresh.fetchMore(shop);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.at(0).at(0).toString(), u"shop"_s);
    QVERIFY(!fresh.hasChildren(find(fresh, u"secret"_s)));
    fresh.setTables(u"shop"_s, { table(u"orders"_s), table(u"lines"_s, true, true, u"sales"_s) });
    QCOMPARE(fresh.rowCount(find(fresh, u"shop"_s)), 2);
    QCOMPARE(fresh.rowCount(find(fresh, u"sales"_s)), 1);
}

void TestTableTreeModel::tickingASchemaTakesTrackedTables()
{
    m_model->setTables(
        u"shop"_s, { table(u"a"_s), table(u"b"_s, false), table(u"c"_s, false, false), table(u"d"_s) });
    QVERIFY(m_model->setData(find(*m_model, u"dbo"_s), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(chosenNames(*m_model), (QStringList{ u"dbo.a"_s, u"dbo.d"_s }));
    QCOMPARE(find(*m_model, u"dbo"_s).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
}

void TestTableTreeModel::tickingADatabaseLoadsIt()
{
    initWithoutTester();
    QSignalSpy wanted(m_model.get(), &TableTreeModel::tablesWanted);
    QVERIFY(m_model->setData(find(*m_model, u"shop"_s), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(wanted.size(), 1);
    m_model->setTables(u"shop"_s, { table(u"a"_s), table(u"b"_s, false) });
    QCOMPARE(chosenNames(*m_model), QStringList{ u"dbo.a"_s });
}

void TestTableTreeModel::partStateIsShown()
{
    m_model->setTables(u"shop"_s, { table(u"a"_s), table(u"b"_s) });
    QVERIFY(m_model->setData(find(*m_model, u"a"_s), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(find(*m_model, u"dbo"_s).data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
    QCOMPARE(find(*m_model, u"shop"_s).data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
}

void TestTableTreeModel::refreshKeepsTicksAndPersistentIndexes()
{
    m_model->setTables(u"shop"_s, { table(u"b"_s), table(u"d"_s) });
    QVERIFY(m_model->setData(find(*m_model, u"d"_s), Qt::Checked, Qt::CheckStateRole));
    const QPersistentModelIndex kept = find(*m_model, u"d"_s);
    QSignalSpy reset(m_model.get(), &TableTreeModel::modelReset);
    m_model->setTables(u"shop"_s, { table(u"a"_s), table(u"c"_s), table(u"d"_s) });
    QCOMPARE(reset.size(), 0);
    QCOMPARE(kept.data().toString(), u"d"_s);
    QCOMPARE(kept.row(), 2);
    QCOMPARE(chosenNames(*m_model), QStringList{ u"dbo.d"_s });
}

void TestTableTreeModel::vanishedTablesAreRemoved()
{
    m_model->setTables(u"shop"_s, { table(u"a"_s), table(u"x"_s, true, true, u"old"_s) });
    m_model->setTables(u"shop"_s, { table(u"a"_s) });
    QVERIFY(!find(*m_model, u"old"_s).isValid());
    m_model->setDatabases({});
    QCOMPARE(m_model->rowCount(), 0);
}

void TestTableTreeModel::aTickedTableThatIsGoneStays()
{
    m_model->setTables(u"shop"_s, { table(u"a"_s), table(u"x"_s, true, true, u"old"_s) });
    QVERIFY(m_model->setData(find(*m_model, u"x"_s), Qt::Checked, Qt::CheckStateRole));
    m_model->setTables(u"shop"_s, { table(u"a"_s) });
    const QModelIndex gone = find(*m_model, u"x"_s).siblingAtColumn(TableTreeModel::Tracking);
    QCOMPARE(gone.data().toString(), u"not there"_s);
    QCOMPARE(chosenNames(*m_model), QStringList{ u"old.x"_s });
    QVERIFY(m_model->setData(find(*m_model, u"x"_s), Qt::Unchecked, Qt::CheckStateRole));
    m_model->setTables(u"shop"_s, { table(u"a"_s) });
    QVERIFY(!find(*m_model, u"x"_s).isValid());
}

void TestTableTreeModel::choosingTicksAndUnticks()
{
    m_model->setTables(u"shop"_s, { table(u"a"_s), table(u"b"_s) });
    QVERIFY(m_model->setData(find(*m_model, u"a"_s), Qt::Checked, Qt::CheckStateRole));
    QSignalSpy edited(m_model.get(), &TableTreeModel::edited);
    m_model->choose(u"shop"_s, { { table(u"b"_s).table, SyncMode::Incremental, {} } });
    QCOMPARE(edited.size(), 0);
    QCOMPARE(chosenNames(*m_model), QStringList{ u"dbo.b"_s });
    QCOMPARE(m_model->chosenTables().constFirst().mode, SyncMode::Incremental);
    QCOMPARE(find(*m_model, u"b"_s).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
}

void TestTableTreeModel::aChosenTableThatIsNotThereSaysSo()
{
    m_model->setTables(u"shop"_s, { table(u"a"_s) });
    m_model->choose(u"shop"_s, { { { u"shop"_s, u"sales"_s, u"gone"_s }, SyncMode::Full, {} } });
    const QModelIndex gone = find(*m_model, u"gone"_s);
    QCOMPARE(gone.siblingAtColumn(TableTreeModel::Tracking).data().toString(), u"not there"_s);
    QVERIFY(gone.data(Qt::ToolTipRole).toString().contains(u"shop.sales.gone"_s));
    QCOMPARE(chosenNames(*m_model), QStringList{ u"sales.gone"_s });
    m_model->setTables(u"shop"_s, { table(u"a"_s), table(u"gone"_s, true, true, u"sales"_s) });
    QCOMPARE(
        find(*m_model, u"gone"_s).siblingAtColumn(TableTreeModel::Tracking).data().toString(), u"tracked"_s);
}

void TestTableTreeModel::trackedDatabasesAreChosen()
{
    initWithoutTester();
    m_model->setDatabases({ catalogDatabase(u"shop"_s), { u"plain"_s, true, false } });
    QSignalSpy wanted(m_model.get(), &TableTreeModel::tablesWanted);
    m_model->chooseTracked();
    QCOMPARE(wanted.size(), 1);
    m_model->setTables(u"shop"_s, { table(u"a"_s), table(u"b"_s, false) });
    QCOMPARE(chosenNames(*m_model), QStringList{ u"dbo.a"_s });
}

void TestTableTreeModel::groupsThatCannotFollowDoNotCount()
{
    m_model->setTables(u"shop"_s, { table(u"a"_s), table(u"b"_s, false, true, u"raw"_s) });
    QVERIFY(m_model->setData(find(*m_model, u"shop"_s), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(find(*m_model, u"shop"_s).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QCOMPARE(find(*m_model, u"raw"_s).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
}

void TestTableTreeModel::modeOfAGroupIsThatOfItsTickedTables()
{
    m_model->setTables(u"shop"_s, { table(u"a"_s), table(u"b"_s) });
    QVERIFY(m_model->setData(find(*m_model, u"a"_s), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(m_model->setData(find(*m_model, u"dbo"_s), int(SyncMode::Full), TableTreeModel::ModeRole));
    QVERIFY(m_model->setData(find(*m_model, u"b"_s), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(m_model->chosenTables()[0].mode, SyncMode::Full);
    QCOMPARE(m_model->chosenTables()[1].mode, SyncMode::FullIncremental);
}

void TestTableTreeModel::editsAreTold()
{
    m_model->setTables(u"shop"_s, { table(u"a"_s) });
    QSignalSpy edited(m_model.get(), &TableTreeModel::edited);
    QVERIFY(m_model->setData(find(*m_model, u"a"_s), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(edited.size(), 1);
}

void TestTableTreeModel::manyTablesAreOneInsertion()
{
    initWithoutTester();
    constexpr int count = 10'000;
    QList<CatalogTable> tables;
    for (int i = 0; i < count; ++i)
        tables += table(u"t%1"_s.arg(i, 5, 10, QChar(u'0')));
    QSignalSpy inserted(m_model.get(), &TableTreeModel::rowsInserted);
    m_model->setTables(u"shop"_s, tables);
    QCOMPARE(inserted.size(), 2); // the schema, its tables
    QCOMPARE(m_model->rowCount(find(*m_model, u"dbo"_s)), count);
    tables.insert(count / 2, table(u"t04999x"_s));
    m_model->setTables(u"shop"_s, tables);
    QCOMPARE(inserted.size(), 3);
    QCOMPARE(find(*m_model, u"t04999x"_s).row(), count / 2);
}

void TestTableTreeModel::missingRightsAreShown()
{
    CatalogTable secret = table(u"secret"_s);
    secret.canSelect = false;
    CatalogTable half = table(u"half"_s);
    half.canViewChanges = false;
    half.sizeBytes = 2'000'000;
    m_model->setTables(u"shop"_s, { secret, half });
    const auto badge = [&](const QString &name) {
        return find(*m_model, name).siblingAtColumn(TableTreeModel::Tracking);
    };
    QCOMPARE(badge(u"secret"_s).data().toString(), u"not permitted"_s);
    QVERIFY(badge(u"secret"_s).data(Qt::ToolTipRole).toString().contains(u"SELECT"_s));
    QCOMPARE(badge(u"half"_s).data().toString(), u"changes not permitted"_s);
    const QString tip = badge(u"half"_s).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"VIEW CHANGE TRACKING"_s) && tip.contains(u"2.0 MB"_s), qPrintable(tip));
    // What cannot follow changes is not ticked with its group.
    m_model->setData(find(*m_model, u"dbo"_s), Qt::Checked, Qt::CheckStateRole);
    QVERIFY(m_model->chosenTables().isEmpty());
}

void TestTableTreeModel::untrackedTableIsLoadedWhole()
{
    m_model->setTables(u"shop"_s, { table(u"a"_s, false) });
    QVERIFY(m_model->setData(find(*m_model, u"a"_s), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(m_model->chosenTables().constFirst().mode, SyncMode::Full);
}

void TestTableTreeModel::modeIsEditedOnlyWhenTicked()
{
    m_model->setTables(u"shop"_s, { table(u"a"_s) });
    const QModelIndex mode = find(*m_model, u"a"_s).siblingAtColumn(TableTreeModel::Mode);
    QVERIFY(!(mode.flags() & Qt::ItemIsEditable));
    QVERIFY(m_model->setData(find(*m_model, u"a"_s), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(mode.flags() & Qt::ItemIsEditable);
    QVERIFY(m_model->setData(mode, int(SyncMode::Full), TableTreeModel::ModeRole));
    QCOMPARE(m_model->chosenTables().constFirst().mode, SyncMode::Full);
}

void TestTableTreeModel::failureCanBeRetried()
{
    initWithoutTester();
    const QModelIndex shop = find(*m_model, u"shop"_s);
    m_model->fetchMore(shop);
    QVERIFY(!m_model->canFetchMore(shop));
    m_model->setFailed(u"shop"_s, u"The server is gone."_s);
    QVERIFY(m_model->canFetchMore(shop));
    QCOMPARE(shop.siblingAtColumn(TableTreeModel::Tracking).data(Qt::ToolTipRole).toString(),
        u"The server is gone."_s);
}

void TestTableTreeModel::timeLeftIsShownWhereItIsKnown()
{
    m_model->setTables(u"shop"_s, { table(u"orders"_s), table(u"lines"_s), table(u"other"_s) });
    TableFreshness orders;
    orders.table = table(u"orders"_s).table;
    orders.state = FreshnessState::Behind;
    orders.secondsLeft = 2 * 86400 + 3 * 3600;
    orders.versionsBehind = 42;
    orders.version = ChangeVersion(7);
    TableFreshness lines;
    lines.table = table(u"lines"_s).table;
    lines.state = FreshnessState::Expired;
    m_model->setFreshness({ orders, lines });
    const auto left = [this](const QString &name, int role = Qt::DisplayRole) {
        return find(*m_model, name).siblingAtColumn(TableTreeModel::Left).data(role).toString();
    };
    QCOMPARE(left(u"orders"_s), u"2 days 3 h"_s);
    QVERIFY(left(u"orders"_s, Qt::ToolTipRole).contains(u"42 versions further"_s));
    QCOMPARE(left(u"lines"_s), u"expired"_s);
    QCOMPARE(left(u"other"_s), QString());
    m_model->setFreshness({});
    QCOMPARE(left(u"orders"_s), QString());
}

QTEST_MAIN(TestTableTreeModel)
#include "tst_tabletreemodel.moc"
