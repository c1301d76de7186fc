#include "checkcontroller.h"
#include "checkpage.h"
#include "fakebackend.h"
#include "fakejobview.h"
#include "scriptedprompts.h"
#include "widgetfinder.h"

#include "readinessscript.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QTreeView>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

TableRequest requestOf(const QString &table)
{
    TableRequest request;
    request.table = { u"shop"_s, u"dbo"_s, table };
    return request;
}

ReadinessReport sampleReport()
{
    CheckStep driver = checkStep(u"driver"_s, CheckOutcome::Good, u"FreeTDS"_s);
    CheckStep tls = checkStep(u"encryption"_s, CheckOutcome::Warning, u"Not encrypted."_s);
    tls.advice = u"Set encrypt."_s;
    CheckStep rights = checkStep(u"rights"_s, CheckOutcome::Bad, u"SELECT is missing."_s);
    rights.subject = { u"shop"_s, u"dbo"_s, u"orders"_s };
    rights.why = u"Rows need it."_s;
    rights.repairs = { { u"Let eve read."_s, u"GRANT SELECT ON [dbo].[orders] TO [eve];"_s } };
    CheckStep good = checkStep(u"rights"_s, CheckOutcome::Good, u"All there."_s);
    good.subject = { u"shop"_s, u"dbo"_s, u"lines"_s };
    return { u"sql1"_s, u"eve"_s, QDateTime({ 2026, 11, 27 }, { 18, 0 }, Qt::UTC),
        { driver, tls, rights, good } };
}

} // namespace

/// The page with its controller.
class TestCheckPage : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void buttonHasAReason();
    void withoutTicksTheOpenDatabasesAreChecked();
    void aCheckIsShown();
    void aKeyChecks();
    void aCheckCanBeStopped();
    void stoppedAnswersAreNotShown();
    void detailsHoldReasonAndStatements();
    void onlyWhatNeedsAttention();
    void allIsCopiedAsScript();
    void scriptIsSaved();
    void scriptThatCannotBeSavedIsTold();
    void markCountsWhatFailed();

private:
    void check() { click(child<QPushButton>(*m_page, "checkButton")); }
    QString note() const { return child<QLabel>(*m_page, "checkNoteLabel")->text(); }
    void select(int group, int step);

    FakeBackend m_backend;
    ScriptedPrompts m_prompts;
    FakeJobView m_view;
    std::unique_ptr<CheckPage> m_page;
    std::unique_ptr<CheckController> m_controller;
};

void TestCheckPage::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_backend = FakeBackend();
    m_backend.readiness = sampleReport();
    m_prompts = ScriptedPrompts();
    m_view = FakeJobView();
    m_view.now.tables = { requestOf(u"orders"_s) };
    m_page = std::make_unique<CheckPage>();
    m_page->resize(700, 700);
    m_page->show();
    m_controller = std::make_unique<CheckController>(m_backend, m_prompts, m_view, *m_page);
    m_controller->updateReady();
}

void TestCheckPage::cleanup()
{
    m_controller.reset();
    m_page.reset();
}

void TestCheckPage::select(int group, int step)
{
    auto *view = child<QTreeView>(*m_page, "checkView");
    const QModelIndex parent = view->model()->index(group, 0);
    view->expand(parent);
    const QModelIndex index = view->model()->index(step, 0, parent);
    view->scrollTo(index);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
}

void TestCheckPage::buttonHasAReason()
{
    QVERIFY(child<QPushButton>(*m_page, "checkButton")->isEnabled());
    QVERIFY(child<QLabel>(*m_page, "checkEmptyLabel")->isVisible());
    m_view.reason = u"Connect to a server first."_s;
    m_controller->updateReady();
    QVERIFY(!child<QPushButton>(*m_page, "checkButton")->isEnabled());
    QCOMPARE(child<QLabel>(*m_page, "checkReasonLabel")->text(), u"Connect to a server first."_s);
}

void TestCheckPage::withoutTicksTheOpenDatabasesAreChecked()
{
    m_view.reason = u"Tick a table first."_s;
    m_view.now.tables.clear();
    m_view.opened = { requestOf(u"lines"_s) };
    m_controller->updateReady();
    check();
    QCOMPARE(m_backend.checked.size(), 1);
    QCOMPARE(m_backend.checked[0].tables, m_view.opened);
}

void TestCheckPage::aCheckIsShown()
{
    check();
    QTRY_VERIFY(child<QTreeView>(*m_page, "checkView")->isVisible());
    QVERIFY(!child<QLabel>(*m_page, "checkEmptyLabel")->isVisible());
    QCOMPARE(m_backend.checked[0].tables, m_view.now.tables);
    auto *view = child<QTreeView>(*m_page, "checkView");
    const QAbstractItemModelTester tester(view->model());
    QCOMPARE(view->model()->rowCount(), 3);
    QVERIFY(view->isExpanded(view->model()->index(0, 0)));
    QVERIFY(view->isExpanded(view->model()->index(1, 0)));
    QVERIFY(!view->isExpanded(view->model()->index(2, 0))); // nothing to see there
    QCOMPARE(view->currentIndex().data().toString(), u"rights"_s);
    const QString summary = child<QLabel>(*m_page, "checkSummaryLabel")->text();
    QVERIFY2(summary.contains(u"sql1"_s) && summary.contains(u"eve"_s) && summary.contains(u"1 failed"_s),
        qPrintable(summary));
}

void TestCheckPage::aKeyChecks()
{
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTest::keyClick(m_page.get(), Qt::Key_K, Qt::ControlModifier);
    QTRY_COMPARE(m_backend.checked.size(), 1);
}

void TestCheckPage::aCheckCanBeStopped()
{
    auto *button = child<QPushButton>(*m_page, "checkButton");
    auto *reason = child<QLabel>(*m_page, "checkReasonLabel");
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_backend.hold();
    check();
    QCOMPARE(button->text(), u"Stop checking"_s);
    QCOMPARE(reason->text(), u"Checking."_s);
    m_view.reason = u"Connect to a server first."_s; // what is on its way can be stopped nevertheless
    m_controller->updateReady();
    QCOMPARE(reason->text(), u"Checking."_s);
    QTest::keyClick(m_page.get(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(m_backend.checking.isCanceled());
    QCOMPARE(reason->text(), u"The check was stopped."_s);
    QCOMPARE(button->text(), u"Check"_s);
    QVERIFY(!button->isEnabled());
    QCOMPARE(m_backend.checked.size(), 1);
}

void TestCheckPage::stoppedAnswersAreNotShown()
{
    check();
    auto *view = child<QTreeView>(*m_page, "checkView");
    QTRY_COMPARE(view->model()->rowCount(), 3);
    m_backend.readiness.steps.clear();
    m_backend.hold();
    check();
    check();
    m_backend.release();
    QTest::qWait(50);
    QCOMPARE(view->model()->rowCount(), 3);
    check();
    QTRY_COMPARE(view->model()->rowCount(), 0);
}

void TestCheckPage::detailsHoldReasonAndStatements()
{
    check();
    auto *details = child<QTextBrowser>(*m_page, "checkDetails");
    QTRY_VERIFY(details->toPlainText().contains(u"SELECT is missing."_s));
    QVERIFY(details->toPlainText().contains(u"Rows need it."_s));
    auto *sql = child<QPlainTextEdit>(*m_page, "sqlEdit");
    QVERIFY(sql->toPlainText().startsWith(u"USE [shop];"_s));
    QVERIFY(sql->toPlainText().contains(u"GRANT SELECT ON [dbo].[orders] TO [eve];"_s));
    click(child<QPushButton>(*m_page, "copySqlButton"));
    QCOMPARE(QGuiApplication::clipboard()->text(), sql->toPlainText());

    select(0, 1);
    QVERIFY2(details->toPlainText().contains(u"Set encrypt."_s), qPrintable(details->toPlainText()));
    QCOMPARE(sql->toPlainText(), QString());
    QVERIFY(!child<QPushButton>(*m_page, "copySqlButton")->isEnabled());
}

void TestCheckPage::onlyWhatNeedsAttention()
{
    check();
    auto *view = child<QTreeView>(*m_page, "checkView");
    QTRY_COMPARE(view->model()->rowCount(), 3);
    QTest::keyClick(child<QCheckBox>(*m_page, "attentionBox"), Qt::Key_Space);
    QCOMPARE(view->model()->rowCount(), 2);
    QCOMPARE(view->model()->rowCount(view->model()->index(0, 0)), 1);
    QTest::keyClick(child<QCheckBox>(*m_page, "attentionBox"), Qt::Key_Space);
    QCOMPARE(view->model()->rowCount(), 3);
}

void TestCheckPage::allIsCopiedAsScript()
{
    check();
    QTRY_VERIFY(child<QPushButton>(*m_page, "copyScriptButton")->isVisible());
    click(child<QPushButton>(*m_page, "copyScriptButton"));
    QCOMPARE(QGuiApplication::clipboard()->text(), readinessScript(sampleReport()));
    QCOMPARE(note(), u"Copied."_s);
}

void TestCheckPage::scriptIsSaved()
{
    check();
    QTRY_VERIFY(child<QPushButton>(*m_page, "saveScriptButton")->isVisible());
    m_prompts.text = u"/tmp/mend.sql"_s;
    click(child<QPushButton>(*m_page, "saveScriptButton"));
    QTRY_COMPARE(note(), u"Saved as /tmp/mend.sql."_s);
    QCOMPARE(m_backend.texts.value(u"/tmp/mend.sql"_s), readinessScript(sampleReport()));
}

void TestCheckPage::scriptThatCannotBeSavedIsTold()
{
    check();
    QTRY_VERIFY(child<QPushButton>(*m_page, "saveScriptButton")->isVisible());
    m_prompts.text = u"/tmp/mend.sql"_s;
    m_backend.textSaved = fail(ErrorKind::Storage, u"The disk is full."_s);
    click(child<QPushButton>(*m_page, "saveScriptButton"));
    QTRY_VERIFY(note().contains(u"The disk is full."_s));
}

void TestCheckPage::markCountsWhatFailed()
{
    QSignalSpy marks(m_page.get(), &WindowPage::markChanged);
    check();
    QTRY_COMPARE(marks.size(), 1);
    QCOMPARE(marks[0][0].toString(), u"1!"_s);
    m_backend.readiness.steps.removeAt(2);
    check();
    QTRY_COMPARE(marks.size(), 2);
    QCOMPARE(marks[1][0].toString(), QString());
}

QTEST_MAIN(TestCheckPage)
#include "tst_checkpage.moc"
