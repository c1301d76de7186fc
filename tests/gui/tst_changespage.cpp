#include "changescontroller.h"
#include "changesmodel.h"
#include "changespage.h"
#include "fakebackend.h"
#include "fakejobview.h"
#include "widgetfinder.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

TablePreview preview(const QString &name, PreviewAction action)
{
    TablePreview table;
    table.table = { u"shop"_s, u"dbo"_s, name };
    table.action = action;
    return table;
}

TablePreview changes(const QString &name)
{
    TablePreview table = preview(name, PreviewAction::Incremental);
    table.sinceVersion = ChangeVersion(7);
    table.currentVersion = ChangeVersion(9);
    table.inserts = 1200;
    table.updates = 3;
    table.deletes = 1;
    table.rows = 1204;
    table.bytes = 38'100;
    table.seconds = 4.1;
    return table;
}

TablePreview reload(const QString &name)
{
    TablePreview table = preview(name, PreviewAction::Full);
    table.reload = true;
    table.reason = u"Loaded again: it was truncated."_s;
    table.rows = 5000;
    return table;
}

TablePreview failing(const QString &name)
{
    TablePreview table = preview(name, PreviewAction::Failed);
    table.error = SyncError{ ErrorKind::NotFound, u"There is no such table."_s, {}, 208, false, {}, 0 };
    return table;
}

} // namespace

/// The page through its button and its controller.
class TestChangesPage : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void anEmptyPageTeaches();
    void withoutAConnectionItSaysWhatIsMissing();
    void tellsWhatWouldBeDone();
    void totals();
    void nothingToDoIsSaid();
    void detailsOfTheSelectedTable();
    void aChangedJobIsSaid();
    void aRunMakesItStale();
    void onlyTheLastAnswerCounts();
    void selectionSurvivesAnotherPreview();

private:
    void click() { QTest::mouseClick(child<QPushButton>(*m_page, "previewButton"), Qt::LeftButton); }
    QString label(const char *name) const { return child<QLabel>(*m_page, name)->text(); }
    QTableView *view() const { return child<QTableView>(*m_page, "changesView"); }
    QStringList column(ChangesModel::Column column) const { return columnTexts(*view()->model(), column); }

    FakeBackend m_backend;
    FakeJobView m_job;
    std::unique_ptr<ChangesPage> m_page;
    std::unique_ptr<ChangesController> m_controller;
};

void TestChangesPage::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_backend.previewed.clear();
    m_backend.previews = { changes(u"orders"_s), preview(u"quiet"_s, PreviewAction::NothingNew),
        reload(u"cut"_s), failing(u"gone"_s) };
    m_job = FakeJobView();
    m_job.now.tables = { TableRequest() };
    m_page = std::make_unique<ChangesPage>();
    m_controller = std::make_unique<ChangesController>(m_backend, m_job, *m_page, nullptr);
    m_page->resize(900, 500);
    m_page->show();
}

void TestChangesPage::cleanup()
{
    m_controller.reset();
    m_page.reset();
}

void TestChangesPage::anEmptyPageTeaches()
{
    QVERIFY(child<QLabel>(*m_page, "emptyLabel")->isVisible());
    QVERIFY(!view()->isVisible());
}

void TestChangesPage::withoutAConnectionItSaysWhatIsMissing()
{
    m_job.reason = u"Connect to a server first."_s;
    click();
    QCOMPARE(label("messageLabel"), m_job.reason);
    QVERIFY(m_backend.previewed.isEmpty());
}

void TestChangesPage::tellsWhatWouldBeDone()
{
    QAbstractItemModelTester tester(view()->model());
    click();
    QTRY_COMPARE(view()->model()->rowCount(), 4);
    QVERIFY(view()->isVisible() && !child<QLabel>(*m_page, "emptyLabel")->isVisible());
    QCOMPARE(column(ChangesModel::Table),
        (QStringList{ u"shop.dbo.orders"_s, u"shop.dbo.quiet"_s, u"shop.dbo.cut"_s, u"shop.dbo.gone"_s }));
    QCOMPARE(column(ChangesModel::Action),
        (QStringList{ u"read changes"_s, u"nothing new"_s, u"load again"_s, u"would fail"_s }));
    QCOMPARE(column(ChangesModel::Inserts), (QStringList{ u"1,200"_s, {}, {}, {} }));
    QCOMPARE(column(ChangesModel::Deletes), (QStringList{ u"1"_s, {}, {}, {} }));
    QCOMPARE(column(ChangesModel::Size)[0], u"38.1 kB"_s);
    QCOMPARE(column(ChangesModel::Time)[0], u"4.1 s"_s);
    QCOMPARE(column(ChangesModel::Note)[2], u"About 5,000 rows. Loaded again: it was truncated."_s);
    QCOMPARE(column(ChangesModel::Note)[3], u"There is no such table."_s);
    QVERIFY(label("messageLabel").startsWith(u"As of "_s));
}

void TestChangesPage::totals()
{
    click();
    QTRY_VERIFY(child<QLabel>(*m_page, "totalsLabel")->isVisible());
    QCOMPARE(label("totalsLabel"),
        u"2 of 4 tables would be read, about 6,204 rows, at least 38.1 kB, at least 4.1 s. Changes: "
        "inserts 1,200, updates 3, deletes 1. Tables that would fail: 1."_s);
}

void TestChangesPage::nothingToDoIsSaid()
{
    m_backend.previews = { preview(u"quiet"_s, PreviewAction::NothingNew) };
    click();
    QTRY_COMPARE(label("totalsLabel"), u"A sync would read nothing now."_s);
}

void TestChangesPage::detailsOfTheSelectedTable()
{
    click();
    QTRY_COMPARE(view()->model()->rowCount(), 4);
    QVERIFY(!child<QLabel>(*m_page, "detailsLabel")->isVisible());
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {},
        view()->visualRect(view()->model()->index(0, ChangesModel::Table)).center());
    QVERIFY(child<QLabel>(*m_page, "detailsLabel")->isVisible());
    QVERIFY2(label("detailsLabel").contains(u"Versions 7 to 9"_s), qPrintable(label("detailsLabel")));
}

void TestChangesPage::aChangedJobIsSaid()
{
    click();
    QTRY_COMPARE(view()->model()->rowCount(), 4);
    m_controller->jobChanged();
    QVERIFY(label("messageLabel").startsWith(u"As of "_s));
    m_job.now.tables += TableRequest();
    m_controller->jobChanged();
    QCOMPARE(label("messageLabel"), u"The job has changed since; preview it again."_s);
    QCOMPARE(view()->model()->rowCount(), 4);
}

void TestChangesPage::aRunMakesItStale()
{
    m_controller->runFinished();
    QCOMPARE(label("messageLabel"), QString()); // nothing is shown that could be stale
    click();
    QTRY_COMPARE(view()->model()->rowCount(), 4);
    m_controller->runFinished();
    QCOMPARE(label("messageLabel"), u"A sync has run since; preview it again."_s);
}

void TestChangesPage::onlyTheLastAnswerCounts()
{
    m_backend.hold();
    m_controller->preview();
    QVERIFY(!child<QPushButton>(*m_page, "previewButton")->isEnabled());
    m_backend.previews = { changes(u"later"_s) };
    m_controller->preview();
    m_backend.releaseLast();
    QTRY_COMPARE(column(ChangesModel::Table), QStringList{ u"shop.dbo.later"_s });
    m_backend.release(); // the first answer, late
    QTest::qWait(0);
    QCOMPARE(column(ChangesModel::Table), QStringList{ u"shop.dbo.later"_s });
    QVERIFY(child<QPushButton>(*m_page, "previewButton")->isEnabled());
}

void TestChangesPage::selectionSurvivesAnotherPreview()
{
    click();
    QTRY_COMPARE(view()->model()->rowCount(), 4);
    view()->setCurrentIndex(view()->model()->index(2, 0));
    m_backend.previews[2].rows = 5001;
    click();
    QTRY_VERIFY(column(ChangesModel::Note)[2].startsWith(u"About 5,001"_s));
    QCOMPARE(view()->currentIndex().row(), 2);
    QVERIFY(label("detailsLabel").contains(u"5,001"_s));
}

QTEST_MAIN(TestChangesPage)
#include "tst_changespage.moc"
