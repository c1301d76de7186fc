#include "catalogcontroller.h"
#include "fakebackend.h"
#include "tabletreepane.h"

#include <QSignalSpy>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// The job between what a file says and what is ticked in the tree, over a fake backend.
class TestCatalogController : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aTickIsInTheJobWhenItIsTold();
    void openingADatabaseIsNoEdit();
    void whetherThereAreRequestsIsAsTheListSays_data();
    void whetherThereAreRequestsIsAsTheListSays();

private:
    void tick(const QString &database, bool on) const;

    std::unique_ptr<FakeBackend> m_backend;
    std::unique_ptr<TableTreePane> m_pane;
    std::unique_ptr<CatalogController> m_catalog;
};

void TestCatalogController::init()
{
    m_backend = std::make_unique<FakeBackend>();
    m_backend->tablesOf.insert(u"shop"_s, QList{ catalogTable(u"shop"_s, u"orders"_s) });
    m_pane = std::make_unique<TableTreePane>();
    m_catalog = std::make_unique<CatalogController>(*m_backend, *m_pane);
}

void TestCatalogController::cleanup()
{
    m_catalog.reset();
    m_pane.reset();
}

void TestCatalogController::tick(const QString &database, bool on) const
{
    TableTreeModel &model = m_pane->model();
    const QModelIndexList found = model.match(model.index(0, 0), Qt::DisplayRole, database);
    QCOMPARE(found.size(), 1);
    model.setTicked(found, on);
}

void TestCatalogController::aTickIsInTheJobWhenItIsTold()
{
    m_catalog->open({}, { catalogDatabase(u"shop"_s) }, false);
    m_pane->model().load(u"shop"_s);
    QList<qsizetype> requests;
    connect(m_catalog.get(), &CatalogController::changed, this,
        [&] { requests += m_catalog->requests().size(); });
    QSignalSpy edited(m_catalog.get(), &CatalogController::edited);
    tick(u"shop"_s, true);
    QCOMPARE(requests, QList<qsizetype>{ 1 });
    QCOMPARE(edited.size(), 1);
}

void TestCatalogController::openingADatabaseIsNoEdit()
{
    QSignalSpy edited(m_catalog.get(), &CatalogController::edited);
    m_catalog->open({}, { catalogDatabase(u"shop"_s) }, false);
    m_pane->model().load(u"shop"_s);
    QCOMPARE(edited.size(), 0);
}

void TestCatalogController::whetherThereAreRequestsIsAsTheListSays_data()
{
    QTest::addColumn<QString>("named"); // database of the job's only table
    QTest::addColumn<QList<int>>("requests"); // at first, ticked, unticked
    QTest::newRow("nothing") << QString() << QList<int>{ 0, 1, 0 };
    QTest::newRow("in the tree") << u"shop"_s << QList<int>{ 1, 1, 0 };
    QTest::newRow("not there") << u"elsewhere"_s << QList<int>{ 1, 2, 1 };
}

void TestCatalogController::whetherThereAreRequestsIsAsTheListSays()
{
    QFETCH(QString, named);
    QFETCH(QList<int>, requests);
    SyncJob job;
    if (!named.isEmpty()) {
        job.tables += TableRequest();
        job.tables.last().table = { named, u"dbo"_s, u"orders"_s };
    }
    m_catalog->setDraft(JobDraft(job));
    m_catalog->open({}, { catalogDatabase(u"shop"_s) }, false);
    m_pane->model().load(u"shop"_s);
    QTRY_VERIFY(!m_catalog->isLoading());
    const auto check = [&](int expected) {
        QCOMPARE(m_catalog->requests().size(), expected);
        QCOMPARE(m_catalog->hasRequests(), expected > 0);
    };
    check(requests[0]);
    tick(u"shop"_s, true);
    check(requests[1]);
    tick(u"shop"_s, false);
    check(requests[2]);
}

QTEST_MAIN(TestCatalogController)
#include "tst_catalogcontroller.moc"
