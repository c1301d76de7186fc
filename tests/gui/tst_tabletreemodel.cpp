#include "fakebackend.h"
#include "tabletreemodel.h"
#include "widgetfinder.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

CatalogTable table(
    const QString &name, bool tracked = true, bool hasKey = true, const QString &schema = u"dbo"_s)
{
    return catalogTable(u"shop"_s, name, tracked, hasKey, schema);
}

constexpr int many = 10'000;

QList<CatalogTable> manyTables()
{
    QList<CatalogTable> tables;
    for (int i = 0; i < many; ++i)
        tables += table(u"t%1"_s.arg(i, 5, 10, QChar(u'0')));
    return tables;
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
    void manyTicksAreToldOnce();
    void modeOfADatabaseThatIsNotLoadedIsKept();
    void manyTablesAreOneInsertion();
    void untrackedTableIsLoadedWhole();
    void missingRightsAreShown();
    void modeIsEditedOnlyWhenTicked();
    void failureCanBeRetried();
    void timeLeftIsShownWhereItIsKnown();
    void manyRowsAreShownRoughly();

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
    const QModelIndex shop = findRow(fresh, u"shop"_s);
    QVERIFY(fresh.hasChildren(shop));
    fresh.fetchMore(shop);
    fresh.fetchMore(shop);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.at(0).at(0).toString(), u"shop"_s);
    QVERIFY(!fresh.hasChildren(findRow(fresh, u"secret"_s)));
    fresh.setTables(u"shop"_s, { table(u"orders"_s), table(u"lines"_s, true, true, u"sales"_s) });
    QCOMPARE(fresh.rowCount(findRow(fresh, u"shop"_s)), 2);
    QCOMPARE(fresh.rowCount(findRow(fresh, u"sales"_s)), 1);
}

void TestTableTreeModel::tickingASchemaTakesTrackedTables()
{
    m_model->setTables(
        u"shop"_s, { table(u"a"_s), table(u"b"_s, false), table(u"c"_s, false, false), table(u"d"_s) });
    QVERIFY(m_model->setData(findRow(*m_model, u"dbo"_s), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(chosenNames(*m_model), (QStringList{ u"dbo.a"_s, u"dbo.d"_s }));
    QCOMPARE(findRow(*m_model, u"dbo"_s).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
}

void TestTableTreeModel::tickingADatabaseLoadsIt()
{
    initWithoutTester();
    QSignalSpy wanted(m_model.get(), &TableTreeModel::tablesWanted);
    QVERIFY(m_model->setData(findRow(*m_model, u"shop"_s), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(wanted.size(), 1);
    m_model->setTables(u"shop"_s, { table(u"a"_s), table(u"b"_s, false) });
    QCOMPARE(chosenNames(*m_model), QStringList{ u"dbo.a"_s });
}

void TestTableTreeModel::partStateIsShown()
{
    m_model->setTables(u"shop"_s, { table(u"a"_s), table(u"b"_s) });
    QVERIFY(m_model->setData(findRow(*m_model, u"a"_s), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(findRow(*m_model, u"dbo"_s).data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
    QCOMPARE(findRow(*m_model, u"shop"_s).data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
}

void TestTableTreeModel::refreshKeepsTicksAndPersistentIndexes()
{
    m_model->setTables(u"shop"_s, { table(u"b"_s), table(u"d"_s) });
    QVERIFY(m_model->setData(findRow(*m_model, u"d"_s), Qt::Checked, Qt::CheckStateRole));
    const QPersistentModelIndex kept = findRow(*m_model, u"d"_s);
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
    QVERIFY(!findRow(*m_model, u"old"_s).isValid());
    m_model->setDatabases({});
    QCOMPARE(m_model->rowCount(), 0);
}

void TestTableTreeModel::aTickedTableThatIsGoneStays()
{
    m_model->setTables(u"shop"_s, { table(u"a"_s), table(u"x"_s, true, true, u"old"_s) });
    QVERIFY(m_model->setData(findRow(*m_model, u"x"_s), Qt::Checked, Qt::CheckStateRole));
    m_model->setTables(u"shop"_s, { table(u"a"_s) });
    const QModelIndex gone = findRow(*m_model, u"x"_s).siblingAtColumn(TableTreeModel::Tracking);
    QCOMPARE(gone.data().toString(), u"not there"_s);
    QCOMPARE(chosenNames(*m_model), QStringList{ u"old.x"_s });
    QVERIFY(m_model->setData(findRow(*m_model, u"x"_s), Qt::Unchecked, Qt::CheckStateRole));
    m_model->setTables(u"shop"_s, { table(u"a"_s) });
    QVERIFY(!findRow(*m_model, u"x"_s).isValid());
}

void TestTableTreeModel::choosingTicksAndUnticks()
{
    m_model->setTables(u"shop"_s, { table(u"a"_s), table(u"b"_s) });
    QVERIFY(m_model->setData(findRow(*m_model, u"a"_s), Qt::Checked, Qt::CheckStateRole));
    QSignalSpy edited(m_model.get(), &TableTreeModel::edited);
    m_model->choose(u"shop"_s, { { table(u"b"_s).table, SyncMode::Incremental, {} } });
    QCOMPARE(edited.size(), 0);
    QCOMPARE(chosenNames(*m_model), QStringList{ u"dbo.b"_s });
    QCOMPARE(m_model->chosenTables().constFirst().mode, SyncMode::Incremental);
    QCOMPARE(findRow(*m_model, u"b"_s).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
}

void TestTableTreeModel::aChosenTableThatIsNotThereSaysSo()
{
    m_model->setTables(u"shop"_s, { table(u"a"_s) });
    m_model->choose(u"shop"_s, { { { u"shop"_s, u"sales"_s, u"gone"_s }, SyncMode::Full, {} } });
    const QModelIndex gone = findRow(*m_model, u"gone"_s);
    QCOMPARE(gone.siblingAtColumn(TableTreeModel::Tracking).data().toString(), u"not there"_s);
    QVERIFY(gone.data(Qt::ToolTipRole).toString().contains(u"shop.sales.gone"_s));
    QCOMPARE(chosenNames(*m_model), QStringList{ u"sales.gone"_s });
    m_model->setTables(u"shop"_s, { table(u"a"_s), table(u"gone"_s, true, true, u"sales"_s) });
    QCOMPARE(findRow(*m_model, u"gone"_s).siblingAtColumn(TableTreeModel::Tracking).data().toString(),
        u"tracked"_s);
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
    QVERIFY(m_model->setData(findRow(*m_model, u"shop"_s), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(findRow(*m_model, u"shop"_s).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QCOMPARE(findRow(*m_model, u"raw"_s).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
}

void TestTableTreeModel::modeOfAGroupIsThatOfItsTickedTables()
{
    m_model->setTables(u"shop"_s, { table(u"a"_s), table(u"b"_s) });
    QVERIFY(m_model->setData(findRow(*m_model, u"a"_s), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(m_model->setData(findRow(*m_model, u"dbo"_s), int(SyncMode::Full), TableTreeModel::ModeRole));
    QVERIFY(m_model->setData(findRow(*m_model, u"b"_s), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(m_model->chosenTables()[0].mode, SyncMode::Full);
    QCOMPARE(m_model->chosenTables()[1].mode, SyncMode::FullIncremental);
}

void TestTableTreeModel::editsAreTold()
{
    m_model->setTables(u"shop"_s, { table(u"a"_s) });
    QStringList told;
    connect(m_model.get(), &TableTreeModel::edited, this, [&] { told += u"edited"_s; });
    connect(m_model.get(), &TableTreeModel::choiceChanged, this, [&] { told += u"changed"_s; });
    QVERIFY(m_model->setData(findRow(*m_model, u"a"_s), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(told, (QStringList{ u"edited"_s, u"changed"_s }));
}

void TestTableTreeModel::manyTicksAreToldOnce()
{
    initWithoutTester();
    m_model->setTables(u"shop"_s, manyTables());
    const QModelIndex schema = findRow(*m_model, u"dbo"_s);
    QModelIndexList rows;
    for (int row = 0; row < many; row += 2)
        rows += m_model->index(row, 0, schema);
    QSignalSpy edited(m_model.get(), &TableTreeModel::edited);
    QSignalSpy choice(m_model.get(), &TableTreeModel::choiceChanged);
    QSignalSpy data(m_model.get(), &TableTreeModel::dataChanged);
    m_model->setTicked(rows, true);
    m_model->setMode(rows, SyncMode::Full);
    QCOMPARE(m_model->chosenTables().size(), many / 2);
    QCOMPARE(m_model->chosenTables().constLast().mode, SyncMode::Full);
    QCOMPARE(edited.size(), 2);
    QCOMPARE(choice.size(), 2);
    QCOMPARE(data.size(), 2 * 3); // the database, the schema, its tables
    const auto isTold = [&](const QModelIndex &index) {
        return std::any_of(data.cbegin(), data.cend(), [&](const QList<QVariant> &told) {
            const auto first = told[0].toModelIndex();
            return first.parent() == index.parent() && first.row() <= index.row()
                && told[1].toModelIndex().row() >= index.row();
        });
    };
    QVERIFY(isTold(rows.constFirst()) && isTold(rows.constLast()) && isTold(schema));
}

void TestTableTreeModel::modeOfADatabaseThatIsNotLoadedIsKept()
{
    initWithoutTester();
    const QModelIndex shop = findRow(*m_model, u"shop"_s);
    m_model->setTicked({ shop }, true);
    m_model->setMode({ shop }, SyncMode::Incremental);
    m_model->setTables(u"shop"_s, { table(u"a"_s) });
    QCOMPARE(m_model->chosenTables().constFirst().mode, SyncMode::Incremental);
}

void TestTableTreeModel::manyTablesAreOneInsertion()
{
    initWithoutTester();
    QList<CatalogTable> tables = manyTables();
    QSignalSpy inserted(m_model.get(), &TableTreeModel::rowsInserted);
    m_model->setTables(u"shop"_s, tables);
    QCOMPARE(inserted.size(), 2); // the schema, its tables
    QCOMPARE(m_model->rowCount(findRow(*m_model, u"dbo"_s)), many);
    tables.insert(many / 2, table(u"t04999x"_s));
    m_model->setTables(u"shop"_s, tables);
    QCOMPARE(inserted.size(), 3);
    QCOMPARE(findRow(*m_model, u"t04999x"_s).row(), many / 2);
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
        return findRow(*m_model, name).siblingAtColumn(TableTreeModel::Tracking);
    };
    QCOMPARE(badge(u"secret"_s).data().toString(), u"not permitted"_s);
    QVERIFY(badge(u"secret"_s).data(Qt::ToolTipRole).toString().contains(u"SELECT"_s));
    QCOMPARE(badge(u"half"_s).data().toString(), u"changes not permitted"_s);
    const QString tip = badge(u"half"_s).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"VIEW CHANGE TRACKING"_s) && tip.contains(u"2.0 MB"_s), qPrintable(tip));
    // What cannot follow changes is not ticked with its group.
    m_model->setData(findRow(*m_model, u"dbo"_s), Qt::Checked, Qt::CheckStateRole);
    QVERIFY(m_model->chosenTables().isEmpty());
}

void TestTableTreeModel::untrackedTableIsLoadedWhole()
{
    m_model->setTables(u"shop"_s, { table(u"a"_s, false) });
    QVERIFY(m_model->setData(findRow(*m_model, u"a"_s), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(m_model->chosenTables().constFirst().mode, SyncMode::Full);
}

void TestTableTreeModel::modeIsEditedOnlyWhenTicked()
{
    m_model->setTables(u"shop"_s, { table(u"a"_s) });
    const QModelIndex mode = findRow(*m_model, u"a"_s).siblingAtColumn(TableTreeModel::Mode);
    QVERIFY(!(mode.flags() & Qt::ItemIsEditable));
    QVERIFY(m_model->setData(findRow(*m_model, u"a"_s), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(mode.flags() & Qt::ItemIsEditable);
    QVERIFY(m_model->setData(mode, int(SyncMode::Full), TableTreeModel::ModeRole));
    QCOMPARE(m_model->chosenTables().constFirst().mode, SyncMode::Full);
}

void TestTableTreeModel::failureCanBeRetried()
{
    initWithoutTester();
    const QModelIndex shop = findRow(*m_model, u"shop"_s);
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
        return findRow(*m_model, name).siblingAtColumn(TableTreeModel::Left).data(role).toString();
    };
    QCOMPARE(left(u"orders"_s), u"2 days 3 h"_s);
    QVERIFY(left(u"orders"_s, Qt::ToolTipRole).contains(u"42 versions further"_s));
    QCOMPARE(left(u"lines"_s), u"expired"_s);
    QCOMPARE(left(u"other"_s), QString());
    m_model->setFreshness({});
    QCOMPARE(left(u"orders"_s), QString());
}

void TestTableTreeModel::manyRowsAreShownRoughly()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    CatalogTable few = table(u"few"_s);
    few.rowEstimate = 999'999;
    CatalogTable huge = table(u"huge"_s);
    huge.rowEstimate = 12'345'678;
    m_model->setTables(u"shop"_s, { few, huge });
    const auto rows = [this](const QString &name, int role = Qt::DisplayRole) {
        return findRow(*m_model, name).siblingAtColumn(TableTreeModel::Rows).data(role).toString();
    };
    QCOMPARE(rows(u"few"_s), u"999,999"_s);
    QCOMPARE(rows(u"huge"_s), u"12.3 M"_s);
    QCOMPARE(rows(u"huge"_s, Qt::ToolTipRole), u"About 12,345,678 rows."_s);
}

QTEST_MAIN(TestTableTreeModel)
#include "tst_tabletreemodel.moc"
