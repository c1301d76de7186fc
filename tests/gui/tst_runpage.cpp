#include "fakebackend.h"
#include "runpage.h"
#include "speedplot.h"
#include "widgetfinder.h"

#include <QApplication>
#include <QChart>
#include <QClipboard>
#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QLineSeries>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTranslator>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

class TestRunPage : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void progressAndResultsAreShown();
    void aFailureOpensItsDetails();
    void aFailureComesFirstWithItsCard();
    void theCardIsNotClippedInASmallWindow();
    void resultsStayUntilTheNextRun();
    void selectionAndWidthsSurviveRefreshes();
    void columnsHoldWhatStandsInThem();
    void columnsHoldTheWordsOfAnotherLanguage();
    void whatHappenedIsInSight();
    void theCardIsReadWithoutScrolling();
    void theFilesAreOneClickAway();
    void totalsAreShown();
    void theMarkSaysWhatWaits();
    void keysAskForTheSelectedTable();
    void theButtonAsksForAllThatFailed();
    void detailsAreCopied();
    void theSpeedIsDrawnWhileItRunsAndStays();

private:
    QTableView *view() const { return child<QTableView>(*m_page, "runView"); }
    QString cell(int row, RunModel::Column column) const
    {
        return view()->model()->index(row, column).data().toString();
    }
    void startTwo();
    static SyncError refused()
    {
        return { ErrorKind::Permission, u"VIEW CHANGE TRACKING was denied."_s, u"42000"_s, 229, false, {},
            0 };
    }

    std::unique_ptr<RunPage> m_page;
    const TableRef m_a{ u"shop"_s, u"dbo"_s, u"a"_s };
    const TableRef m_b{ u"shop"_s, u"dbo"_s, u"b"_s };
};

void TestRunPage::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_page = std::make_unique<RunPage>();
    m_page->show();
}

void TestRunPage::cleanup()
{
    m_page.reset();
}

void TestRunPage::progressAndResultsAreShown()
{
    m_page->startRun();
    m_page->setTables({ m_a, m_b });
    const QAbstractItemModel &model = *child<QTableView>(*m_page, "runView")->model();
    QCOMPARE(model.rowCount(), 2);
    TableProgress progress;
    progress.index = 1;
    progress.table = m_b;
    progress.stage = TableStage::Retrying;
    progress.note = u"The link broke; again in 2 s."_s;
    m_page->showProgress(progress);
    QCOMPARE(model.index(1, RunModel::State).data().toString(), u"waiting to retry"_s);
    auto *log = child<QPlainTextEdit>(*m_page, "logEdit");
    QVERIFY(log->toPlainText().contains(u"shop.dbo.b: The link broke; again in 2 s."_s));
    m_page->showReport(0, doneReport(m_a, 1204));
    QCOMPARE(model.index(0, RunModel::Rows).data().toString(), u"1,204"_s);
    QVERIFY(log->toPlainText().contains(u"shop.dbo.a: done."_s));
}

void TestRunPage::aFailureOpensItsDetails()
{
    m_page->startRun();
    m_page->setTables({ m_a, m_b });
    m_page->showReport(0, doneReport(m_a, 1));
    m_page->showReport(
        1, failedReport(m_b, { ErrorKind::Query, u"The disk is full."_s, u"42000"_s, 1105, false, {}, 0 }));
    m_page->finishRun(u"2 tables. 1 failed."_s);
    const QString details = child<QPlainTextEdit>(*m_page, "detailsEdit")->toPlainText();
    QVERIFY(details.contains(u"The disk is full."_s));
    QVERIFY(details.contains(u"1105"_s));
}

void TestRunPage::resultsStayUntilTheNextRun()
{
    auto *view = child<QTableView>(*m_page, "runView");
    QVERIFY(!view->isVisible());
    m_page->startRun();
    m_page->setTables({ m_a });
    m_page->showReport(0, doneReport(m_a, 1));
    m_page->finishRun(u"1 table."_s);
    QVERIFY(view->isVisible());
    QCOMPARE(view->model()->rowCount(), 1);
    m_page->startRun();
    QCOMPARE(view->model()->rowCount(), 0);
}

void TestRunPage::startTwo()
{
    m_page->startRun();
    m_page->setTables({ m_a, m_b });
}

void TestRunPage::aFailureComesFirstWithItsCard()
{
    startTwo();
    auto *card = child<QFrame>(*m_page, "failureCard");
    m_page->showReport(0, doneReport(m_a, 1));
    m_page->showReport(1, failedReport(m_b, refused()));
    QCOMPARE(cell(0, RunModel::Table), u"shop.dbo.a"_s); // nothing jumps while it runs
    QVERIFY(!card->isVisible());
    m_page->finishRun(u"2 tables. 1 failed."_s);
    QCOMPARE(cell(0, RunModel::Table), u"shop.dbo.b"_s);
    QVERIFY(card->isVisible());
    QCOMPARE(child<QLabel>(*card, "whatLabel")->text(), u"shop.dbo.b: A right is missing."_s);
    QSignalSpy retry(m_page.get(), &RunPage::retryRequested);
    click(child<QPushButton>(*card, "retryButton"));
    QCOMPARE(retry.value(0).value(0).value<QList<int>>(), QList<int>{ 1 });
    click(child<QPushButton>(*card, "logButton"));
    QVERIFY(child<QPlainTextEdit>(*m_page, "logEdit")->isVisible());
    view()->selectRow(1);
    QVERIFY(!card->isVisibleTo(m_page.get()));
}

void TestRunPage::theCardIsNotClippedInASmallWindow()
{
    m_page->resize(560, 350);
    startTwo();
    m_page->showReport(1, failedReport(m_b, refused()));
    m_page->finishRun(u"2 tables. 1 failed."_s);
    QTRY_VERIFY(child<QLabel>(*m_page, "nextLabel")->height() > 0);
    for (const QLabel *label : child<QFrame>(*m_page, "failureCard")->findChildren<QLabel *>())
        QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
}

void TestRunPage::selectionAndWidthsSurviveRefreshes()
{
    m_page->startRun();
    QList<TableRef> tables;
    for (int i = 0; i < 200; ++i)
        tables += TableRef{ u"shop"_s, u"dbo"_s, u"t%1"_s.arg(i) };
    m_page->setTables(tables);
    view()->selectRow(150);
    view()->horizontalHeader()->resizeSection(RunModel::Table, 333);
    view()->scrollTo(view()->currentIndex());
    const int scroll = view()->verticalScrollBar()->value();
    for (int i = 0; i < 200; ++i)
        m_page->showReport(i, doneReport(tables[i], i));
    m_page->finishRun(u"200 tables."_s);
    QCOMPARE(view()->currentIndex().row(), 150);
    QVERIFY(scroll > 0);
    QCOMPARE(view()->verticalScrollBar()->value(), scroll);
    QCOMPARE(view()->columnWidth(RunModel::Table), 333);
    QVERIFY(child<QPlainTextEdit>(*m_page, "detailsEdit")->toPlainText().contains(u"t150: done"_s));
}

/// In large letters too.
void TestRunPage::columnsHoldWhatStandsInThem()
{
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * 1.5);
    QApplication::setFont(large);
    m_page = std::make_unique<RunPage>();
    QApplication::setFont(before);
    m_page->show();
    startTwo();
    m_page->showReport(0, doneReport(m_a, 1'204'567));
    m_page->showReport(1, failedReport(m_b, refused()));
    m_page->finishRun(u"2 tables. 1 failed."_s);
    const QHeaderView *header = view()->horizontalHeader();
    for (int column = 0; column < RunModel::ColumnCount; ++column) {
        QVERIFY2(header->sectionSize(column) >= header->sectionSizeHint(column),
            qPrintable(QString::number(column)));
        for (int row = 0; row < 2 && column != RunModel::Note; ++row) {
            const QModelIndex cell = view()->model()->index(row, column);
            QVERIFY2(view()->sizeHintForIndex(cell).width() <= header->sectionSize(column),
                qPrintable(cell.data().toString()));
        }
    }
}

void TestRunPage::columnsHoldTheWordsOfAnotherLanguage()
{
    startTwo();
    m_page->showReport(0, doneReport(m_a, 1));
    m_page->showReport(1, failedReport(m_b, refused()));
    m_page->finishRun(u"2 tables. 1 failed."_s);
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/tidemark_de.qm"_s));
    QApplication::installTranslator(&translator);
    QTRY_COMPARE(cell(0, RunModel::State), u"fehlgeschlagen"_s);
    const QHeaderView *header = view()->horizontalHeader();
    const QModelIndex failed = view()->model()->index(0, RunModel::State);
    QVERIFY(view()->sizeHintForIndex(failed).width() <= header->sectionSize(RunModel::State));
    for (int column = 0; column < RunModel::ColumnCount; ++column)
        QVERIFY(header->sectionSize(column) >= header->sectionSizeHint(column));
}

/// At the smallest width of a page that people have: without scrolling sideways.
void TestRunPage::whatHappenedIsInSight()
{
    m_page->resize(m_page->fontMetrics().averageCharWidth() * 110, 500);
    startTwo();
    const QHeaderView *header = view()->horizontalHeader();
    QVERIFY(header->sectionViewportPosition(RunModel::Note) + header->sectionSize(RunModel::Note)
        <= header->viewport()->width());
}

void TestRunPage::theCardIsReadWithoutScrolling()
{
    m_page->resize(460, 520);
    startTwo();
    m_page->showReport(0, doneReport(m_a, 1));
    m_page->showReport(1, failedReport(m_b, refused()));
    m_page->finishRun(u"2 tables. 1 failed."_s);
    QTRY_VERIFY(child<QFrame>(*m_page, "failureCard")->height() > 0);
    QTRY_COMPARE(child<QScrollArea>(*m_page, "detailsScroll")->verticalScrollBar()->maximum(), 0);
}

void TestRunPage::theFilesAreOneClickAway()
{
    auto *open = child<QPushButton>(*m_page, "openFilesButton");
    startTwo();
    QVERIFY(!open->isVisible());
    m_page->showReport(0, doneReport(m_a, 1));
    m_page->showReport(1, failedReport(m_b, refused()));
    m_page->finishRun(u"2 tables. 1 failed."_s);
    QSignalSpy requested(m_page.get(), &RunPage::openFilesRequested);
    click(open);
    QCOMPARE(requested.size(), 1);
}

void TestRunPage::totalsAreShown()
{
    startTwo();
    auto *totals = child<QLabel>(*m_page, "totalsLabel");
    m_page->showReport(0, doneReport(m_a, 1204));
    QTRY_VERIFY2(totals->text().startsWith(u"1 of 2 table(s) · 1,204 rows · 48.2 kB · "_s),
        qPrintable(totals->text()));
    m_page->showReport(1, doneReport(m_b, 1000));
    m_page->finishRun(u"2 tables."_s);
    QVERIFY2(totals->text().startsWith(u"2 of 2 table(s) · 2,204 rows · "_s), qPrintable(totals->text()));
}

void TestRunPage::theMarkSaysWhatWaits()
{
    QStringList marks;
    connect(m_page.get(), &RunPage::markChanged, this, [&](const QString &mark) { marks += mark; });
    startTwo();
    TableProgress progress;
    progress.index = 1;
    progress.table = m_b;
    progress.stage = TableStage::Reading;
    m_page->showProgress(progress);
    QTRY_COMPARE(marks, QStringList{ u"1"_s });
    m_page->showReport(0, doneReport(m_a, 1));
    m_page->showReport(1, failedReport(m_b, refused()));
    m_page->finishRun(u"2 tables. 1 failed."_s);
    QCOMPARE(marks.constLast(), u"1!"_s);
    m_page->restartRun({ 1 });
    QCOMPARE(marks.constLast(), QString());
    m_page->showReport(1, doneReport(m_b, 1));
    m_page->finishRun(u"1 table."_s);
    QCOMPARE(marks.constLast(), QString());
}

void TestRunPage::keysAskForTheSelectedTable()
{
    startTwo();
    QSignalSpy cancel(m_page.get(), &RunPage::cancelTableRequested);
    QSignalSpy retry(m_page.get(), &RunPage::retryRequested);
    QSignalSpy folder(m_page.get(), &RunPage::openFolderRequested);
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Delete);
    QCOMPARE(cancel.count(), 0); // nothing is selected
    view()->selectRow(1);
    QTest::keyClick(view(), Qt::Key_Delete);
    QCOMPARE(cancel.value(0).value(0).toInt(), 1);
    QTest::keyClick(view(), Qt::Key_T, Qt::ControlModifier);
    QCOMPARE(retry.count(), 0); // not while it runs
    TableReport done = doneReport(m_b, 1);
    done.files = { u"/data/shop/dbo/b/2026-01-01/b.csv"_s };
    m_page->showReport(1, done);
    m_page->finishRun(u"2 tables."_s);
    QTest::keyClick(view(), Qt::Key_T, Qt::ControlModifier);
    QCOMPARE(retry.value(0).value(0).value<QList<int>>(), QList<int>{ 1 });
    QTest::keyClick(view(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(folder.value(0).value(0).toString(), u"/data/shop/dbo/b/2026-01-01"_s);
    QTest::keyClick(view(), Qt::Key_Delete);
    QCOMPARE(cancel.count(), 1); // there is nothing left to cancel
}

void TestRunPage::theButtonAsksForAllThatFailed()
{
    startTwo();
    auto *again = child<QPushButton>(*m_page, "retryFailedButton");
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    TableReport cancelled = doneReport(m_a, 0);
    cancelled.status = TableStatus::Cancelled;
    m_page->showReport(0, cancelled);
    m_page->showReport(1, failedReport(m_b, refused()));
    QVERIFY(!again->isVisible());
    m_page->finishRun(u"2 tables."_s);
    QVERIFY(again->isVisible());
    QSignalSpy retry(m_page.get(), &RunPage::retryRequested);
    click(again);
    QCOMPARE(retry.value(0).value(0).value<QList<int>>(), (QList<int>{ 0, 1 }));
    QTest::keyClick(m_page.get(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(retry.count(), 2);
    m_page->restartRun({ 0, 1 });
    QVERIFY(!again->isVisible());
}

void TestRunPage::detailsAreCopied()
{
    startTwo();
    m_page->showReport(1, failedReport(m_b, refused()));
    m_page->finishRun(u"2 tables."_s);
    click(child<QPushButton>(*m_page, "copyButton"));
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.contains(u"shop.dbo.b: failed"_s) && copied.contains(u"error 229"_s), qPrintable(copied));
}

void TestRunPage::theSpeedIsDrawnWhileItRunsAndStays()
{
    child<QTabWidget>(*m_page, "bottomTabs")->setCurrentIndex(1);
    const auto *plot = child<SpeedPlot>(*m_page, "speedPlot");
    QVERIFY(plot->isVisible());
    const auto line = [&](int index) {
        return qobject_cast<QLineSeries *>(plot->chart()->series().value(index));
    };
    startTwo();
    TableProgress progress;
    progress.index = 1;
    progress.table = m_b;
    progress.stage = TableStage::Reading;
    progress.rows = 5000;
    m_page->showProgress(progress);
    QTRY_VERIFY(!line(0)->points().isEmpty());
    QVERIFY(!line(1)->isVisible());
    view()->selectRow(0);
    QVERIFY(line(1)->isVisible() && line(1)->name().contains(u"shop.dbo.a"_s));
    QVERIFY(line(1)->points().isEmpty());
    view()->selectRow(1);
    QVERIFY(line(1)->name().contains(u"shop.dbo.b"_s) && !line(1)->points().isEmpty());
    m_page->showReport(0, doneReport(m_a, 1));
    m_page->showReport(1, doneReport(m_b, 5000));
    m_page->finishRun(u"2 tables."_s);
    const QList<QPointF> after = line(0)->points();
    QTest::qWait(600); // longer than between two looks
    QCOMPARE(line(0)->points(), after);
    startTwo();
    QTRY_VERIFY(line(0)->points().isEmpty());
}

QTEST_MAIN(TestRunPage)
#include "tst_runpage.moc"
