#include "fakebackend.h"
#include "fakejobview.h"
#include "freshnesscontroller.h"
#include "freshnessmodel.h"
#include "freshnesspage.h"
#include "freshnessstate.h"
#include "widgetfinder.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTimer>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double day = 86'400;

TableFreshness table(const QString &name, FreshnessState state, std::optional<double> left = {})
{
    TableFreshness table;
    table.table = { u"shop"_s, u"dbo"_s, name };
    table.state = state;
    table.secondsLeft = left;
    table.asked = true;
    return table;
}

FreshnessReport report(const QList<TableFreshness> &tables)
{
    return { QDateTime(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC), tables, {} };
}

} // namespace

/// The board through its button and its controller.
class TestFreshnessPage : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void anEmptyPageTeaches();
    void theMostUrgentStandsFirst();
    void sortsByOtherColumns();
    void theTabSaysHowManyNeedAttention();
    void withoutAServerTheWatermarksAreAsked();
    void withoutAFolderItSaysWhatIsMissing();
    void detailsAndNotes();
    void looksByItselfWhenTheJobChanges();
    void selectionSurvivesAnotherLook();
    void aRunThatFailedIsTold();
    void everyStateHasItsWordAndShape();
    void longTimes_data();
    void longTimes();

private:
    void click() { QTest::mouseClick(child<QPushButton>(*m_page, "lookButton"), Qt::LeftButton); }
    QString label(const char *name) const { return child<QLabel>(*m_page, name)->text(); }
    QTableView *view() const { return child<QTableView>(*m_page, "freshnessView"); }
    QStringList column(FreshnessModel::Column column) const { return columnTexts(*view()->model(), column); }

    std::unique_ptr<FakeBackend> m_backend;
    FakeJobView m_job;
    std::unique_ptr<FreshnessPage> m_page;
    std::unique_ptr<FreshnessController> m_controller;
};

void TestFreshnessPage::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_backend = std::make_unique<FakeBackend>();
    TableFreshness behind = table(u"behind"_s, FreshnessState::Behind, 2 * day + 3 * 3600);
    behind.versionsBehind = 1234;
    behind.version = ChangeVersion(7);
    behind.lastSync = QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);
    m_backend->freshnessReport = report(
        { table(u"expired"_s, FreshnessState::Expired, 0), table(u"soon"_s, FreshnessState::ExpiresSoon, 300),
            behind, table(u"fresh"_s, FreshnessState::Fresh, 3 * day) });
    m_job = FakeJobView();
    m_job.now.connection.server = u"server"_s;
    m_job.now.watermarkDir = u"/marks"_s;
    m_page = std::make_unique<FreshnessPage>();
    m_controller = std::make_unique<FreshnessController>(*m_backend, m_job, *m_page, nullptr);
    m_page->resize(900, 500);
    m_page->show();
}

void TestFreshnessPage::cleanup()
{
    m_controller.reset();
    m_page.reset();
}

void TestFreshnessPage::anEmptyPageTeaches()
{
    QVERIFY(child<QLabel>(*m_page, "emptyLabel")->isVisible());
    m_backend->freshnessReport = report({});
    click();
    QTRY_VERIFY(label("messageLabel").startsWith(u"As of "_s));
    QVERIFY(child<QLabel>(*m_page, "emptyLabel")->isVisible());
}

void TestFreshnessPage::theMostUrgentStandsFirst()
{
    QAbstractItemModelTester tester(view()->model());
    auto *source = m_page->findChild<FreshnessModel *>();
    QAbstractItemModelTester sourceTester(source);
    click();
    QTRY_COMPARE(view()->model()->rowCount(), 4);
    QCOMPARE(column(FreshnessModel::State),
        (QStringList{ u"expired"_s, u"expires soon"_s, u"behind"_s, u"fresh"_s }));
    QCOMPARE(column(FreshnessModel::Left), (QStringList{ {}, u"5 min"_s, u"2 days 3 h"_s, u"3 days"_s }));
    QCOMPARE(column(FreshnessModel::Behind)[2], u"1,234"_s);
    // The next look finds another order and other tables.
    m_backend->freshnessReport = report({ table(u"behind"_s, FreshnessState::ExpiresSoon, 10),
        table(u"new"_s, FreshnessState::NeverSynced), table(u"fresh"_s, FreshnessState::Fresh, 3 * day) });
    click();
    QTRY_COMPARE(column(FreshnessModel::Table),
        (QStringList{ u"shop.dbo.behind"_s, u"shop.dbo.new"_s, u"shop.dbo.fresh"_s }));
}

void TestFreshnessPage::sortsByOtherColumns()
{
    click();
    QTRY_COMPARE(view()->model()->rowCount(), 4);
    QHeaderView *header = view()->horizontalHeader();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
        QPoint(header->sectionViewportPosition(FreshnessModel::Table) + 10, header->height() / 2));
    QCOMPARE(column(FreshnessModel::Table),
        (QStringList{
            u"shop.dbo.behind"_s, u"shop.dbo.expired"_s, u"shop.dbo.fresh"_s, u"shop.dbo.soon"_s }));
}

void TestFreshnessPage::theTabSaysHowManyNeedAttention()
{
    QSignalSpy marks(m_page.get(), &WindowPage::markChanged);
    click();
    QTRY_COMPARE(marks.size(), 1);
    QCOMPARE(marks[0][0].toString(), u"2!"_s);
    m_backend->freshnessReport = report({ table(u"fresh"_s, FreshnessState::Fresh) });
    click();
    QTRY_COMPARE(marks.size(), 2);
    QCOMPARE(marks[1][0].toString(), QString());
}

void TestFreshnessPage::withoutAServerTheWatermarksAreAsked()
{
    m_job.reason = u"Connect to a server first."_s;
    click();
    QCOMPARE(m_backend->looked.size(), 1);
    QCOMPARE(m_backend->looked[0].connection.server, QString());
    m_job.reason.clear();
    QTRY_VERIFY(child<QPushButton>(*m_page, "lookButton")->isEnabled());
    click();
    QCOMPARE(m_backend->looked.size(), 2);
    QCOMPARE(m_backend->looked[1].connection.server, u"server"_s);
}

void TestFreshnessPage::withoutAFolderItSaysWhatIsMissing()
{
    m_job.now.watermarkDir.clear();
    click();
    QVERIFY(m_backend->looked.isEmpty());
    QVERIFY2(label("messageLabel").contains(u"watermarks"_s), qPrintable(label("messageLabel")));
}

void TestFreshnessPage::detailsAndNotes()
{
    m_backend->freshnessReport.notes = { u"The server was not asked."_s };
    click();
    QTRY_VERIFY(child<QLabel>(*m_page, "notesLabel")->isVisible());
    QCOMPARE(label("notesLabel"), u"The server was not asked."_s);
    view()->setCurrentIndex(view()->model()->index(2, 0));
    const QString details = label("detailsLabel");
    QVERIFY2(details.contains(u"1,234 versions further"_s), qPrintable(details));
    QVERIFY2(details.contains(u"UTC"_s), qPrintable(details)); // the zone of its times
}

void TestFreshnessPage::looksByItselfWhenTheJobChanges()
{
    m_job.reason = u"Connect to a server first."_s;
    auto *soon = m_controller->findChild<QTimer *>();
    m_controller->jobChanged();
    QTRY_VERIFY(!soon->isActive());
    QVERIFY(m_backend->looked.isEmpty());
    m_job.reason.clear();
    for (int i = 0; i < 3; ++i)
        m_controller->jobChanged();
    QTRY_COMPARE(view()->model()->rowCount(), 4);
    m_controller->jobChanged(); // the same job
    QVERIFY(soon->isActive());
    QTRY_VERIFY(!soon->isActive());
    QCOMPARE(m_backend->looked.size(), 1);
}

void TestFreshnessPage::selectionSurvivesAnotherLook()
{
    click();
    QTRY_COMPARE(view()->model()->rowCount(), 4);
    view()->setCurrentIndex(view()->model()->index(2, 0));
    m_backend->freshnessReport.tables.removeFirst();
    m_backend->freshnessReport.tables[1].note = u"It is late."_s;
    click();
    QTRY_COMPARE(view()->model()->rowCount(), 3);
    QCOMPARE(view()->currentIndex().row(), 1);
    QVERIFY(label("detailsLabel").contains(u"It is late."_s));
}

void TestFreshnessPage::aRunThatFailedIsTold()
{
    TableFreshness failed = table(u"failed"_s, FreshnessState::Failed, 2 * day);
    failed.lastFailure = FailedRun{ failed.table, QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC), {},
        SyncMode::Incremental, { ErrorKind::Permission, u"Denied."_s, u"42000"_s, 229, false, {}, 0 } };
    failed.secondsSinceFailure = 2 * 3600 + 300;
    failed.note = u"Look at it."_s;
    m_backend->freshnessReport.tables.insert(2, failed);
    click();
    QTRY_COMPARE(view()->model()->rowCount(), 5);
    QCOMPARE(column(FreshnessModel::State)[2], u"failed"_s);
    QCOMPARE(column(FreshnessModel::Note)[2], u"Failed 2 h 5 min ago: Denied. Look at it."_s);
    view()->setCurrentIndex(view()->model()->index(2, 0));
    const QString details = label("detailsLabel");
    QVERIFY2(details.contains(u"(UTC"_s) && details.contains(u"Denied. [SQLSTATE 42000, error 229]"_s),
        qPrintable(details));
}

void TestFreshnessPage::everyStateHasItsWordAndShape()
{
    QStringList words;
    QList<QImage> shapes;
    for (int state = 0; state <= int(FreshnessState::Fresh); ++state) {
        words += freshnessStateText(FreshnessState(state));
        shapes += freshnessStateIcon(FreshnessState(state)).pixmap(32).toImage().createAlphaMask();
    }
    for (int i = 0; i < words.size(); ++i) {
        QVERIFY(!words[i].isEmpty());
        QVERIFY2(!shapes[i].isNull(), qPrintable(words[i]));
        QCOMPARE(words.count(words[i]), 1);
        QVERIFY2(shapes.count(shapes[i]) == 1, qPrintable(words[i]));
    }
}

void TestFreshnessPage::longTimes_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 59.0 << u"0 min"_s;
    QTest::newRow("minutes") << 61.0 << u"1 min"_s;
    QTest::newRow("hours") << 3 * 3600.0 + 20 * 60 << u"3 h 20 min"_s;
    QTest::newRow("a day") << day + 3600 << u"1 day 1 h"_s;
    QTest::newRow("days") << 2 * day << u"2 days"_s;
}

void TestFreshnessPage::longTimes()
{
    QFETCH(double, seconds);
    FreshnessModel model;
    model.setTables({ table(u"t"_s, FreshnessState::Behind, seconds) });
    QTEST(model.index(0, FreshnessModel::Left).data().toString(), "text");
}

QTEST_MAIN(TestFreshnessPage)
#include "tst_freshnesspage.moc"
