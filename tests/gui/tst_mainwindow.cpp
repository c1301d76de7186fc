#include "checkpage.h"
#include "fakebackend.h"
#include "mainwindow.h"
#include "namelesscontrols.h"
#include "runmodel.h"
#include "scriptedprompts.h"
#include "tabletreepane.h"
#include "widgetfinder.h"
#include "windowpage.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStatusBar>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTranslator>
#include <QTreeView>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// The window over a fake backend: what is asked of it, and what is shown of its answers.
class TestMainWindow : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void practiceIsTwoClicks();
    void practiceThatCannotStartSaysWhy();
    void connectShowsTheTables();
    void badPasswordShowsTheStep();
    void stoppedWaitingDropsTheAnswer();
    void failedListIsToldAndTriedAgain();
    void refreshAsksAgain();
    void reasonsBesideTheButton();
    void checkLooksAtWhatIsTickedOrOpen();

    void passwordIsKeptWithTheProfile();
    void lastProfileIsThereAgain();

    void jobIsOpenedAndRunAsItIs();
    void ticksChangeTheJob();
    void columnsAreLeftOut();
    void optionsOfTheJobReachTheRun();
    void jobThatCannotBeReadIsTold();
    void jobWithoutPasswordAsks();
    void jobOpenedMeanwhileIsNotConnectedElsewhere();
    void newJobForgetsTheOld();
    void jobIsSavedAsItIsNow();
    void newJobIsSavedWhereAPersonSays();
    void jobThatCannotBeSavedIsTold();
    void editsAreNotLostSilently();
    void practiceTakesNoJobAway_data();
    void practiceTakesNoJobAway();
    void jobIsCopiedAsACommand();
    void aChosenFolderIsAnEdit();

    void cancelStopsTheRun();
    void failureIsShown();
    void closingDuringARunAsks();
    void closingDuringARunStopsCleanly();
    void windowIsRemembered();
    void practiceFoldersAreNotRemembered();

    void shortcuts_data();
    void shortcuts();
    void languages_data();
    void languages();
    void plurals();
    void controlsHaveNames();

private:
    void open();
    void checkMnemonics(const QWidget &page);
    void connectToShop();
    bool isChecked(const QString &name) const;
    QModelIndex find(const QString &name) const
    {
        return findRow(*child<QTreeView>(*m_window, "treeView")->model(), name);
    }
    void tick(const QString &name);
    QPushButton *runButton() const { return child<QPushButton>(*m_window, "runButton"); }
    QString reason() const { return child<QLabel>(*m_window, "reasonLabel")->text(); }
    QString log() const { return child<QPlainTextEdit>(*m_window, "logEdit")->toPlainText(); }
    QString summary() const { return child<QLabel>(*m_window, "summaryLabel")->text(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeBackend> m_backend;
    std::unique_ptr<ScriptedPrompts> m_prompts;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_folder = std::make_unique<QTemporaryDir>();
    m_backend = std::make_unique<FakeBackend>();
    m_prompts = std::make_unique<ScriptedPrompts>();
    m_backend->steps = { checkStep(u"log in"_s, CheckOutcome::Good, u"The server accepts the user u."_s),
        checkStep(u"encryption"_s, CheckOutcome::Warning, u"Encrypted, not verified."_s) };
    m_backend->catalog = QList<CatalogDatabase>{ catalogDatabase(u"shop"_s) };
    m_backend->tablesOf.insert(u"shop"_s,
        QList<CatalogTable>{ catalogTable(u"shop"_s, u"orders"_s), catalogTable(u"shop"_s, u"lines"_s),
            catalogTable(u"shop"_s, u"audit"_s, false, false) });
    PracticeLogin practice;
    practice.login.connection.server = u"127.0.0.1,50211"_s;
    practice.login.connection.user = u"practice"_s;
    practice.login.password = Secret(u"p"_s);
    practice.outputDir = u"/practice/data"_s;
    practice.watermarkDir = u"/practice/watermarks"_s;
    m_backend->practice = practice;
    open();
}

void TestMainWindow::cleanup()
{
    m_window.reset();
}

void TestMainWindow::open()
{
    m_window = std::make_unique<MainWindow>(*m_backend, *m_prompts, m_folder->filePath(u"window.ini"_s));
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->start({});
    QTRY_COMPARE(child<QComboBox>(*m_window, "driverBox")->count(), 2);
}

void TestMainWindow::connectToShop()
{
    auto *server = child<QLineEdit>(*m_window, "serverEdit");
    server->clear();
    QTest::keyClicks(server, u"db.example"_s);
    child<QLineEdit>(*m_window, "userEdit")->setText(u"u"_s);
    child<QLineEdit>(*m_window, "passwordEdit")->setText(u"p"_s);
    click(child<QPushButton>(*m_window, "connectButton"));
    QTRY_VERIFY(find(u"shop"_s).isValid());
    m_backend->listed.clear();
    auto *tree = child<QTreeView>(*m_window, "treeView");
    tree->setCurrentIndex(find(u"shop"_s));
    QTest::keyClick(tree, Qt::Key_Right);
    QTRY_VERIFY(find(u"orders"_s).isValid());
}

bool TestMainWindow::isChecked(const QString &name) const
{
    return find(name).data(Qt::CheckStateRole).toInt() == Qt::Checked;
}

void TestMainWindow::tick(const QString &name)
{
    auto *tree = child<QTreeView>(*m_window, "treeView");
    tree->setCurrentIndex(find(name));
    QTest::keyClick(tree, Qt::Key_Space);
}

void TestMainWindow::practiceIsTwoClicks()
{
    click(child<QPushButton>(*m_window, "practiceButton"));
    QTRY_VERIFY(runButton()->isEnabled());
    QVERIFY(isChecked(u"orders"_s));
    QVERIFY(isChecked(u"lines"_s));
    QVERIFY(!isChecked(u"audit"_s));
    QVERIFY(runButton()->text().contains(u'2'));
    QVERIFY(summary().contains(u"practice"_s));
    QCOMPARE(child<QLabel>(*m_window, "remarkLabel")->toolTip(), u"Encrypted, not verified."_s);
    click(runButton());
    QVERIFY(m_backend->run != nullptr && m_backend->run->isStarted);
    QCOMPARE(m_backend->job.tables.size(), 2);
    QCOMPARE(m_backend->job.tables[0].table, (TableRef{ u"shop"_s, u"dbo"_s, u"lines"_s }));
    QCOMPARE(m_backend->job.tables[0].mode, SyncMode::FullIncremental);
    QCOMPARE(m_backend->job.outputDir, u"/practice/data"_s);
    QCOMPARE(m_backend->job.watermarkDir, u"/practice/watermarks"_s);
    QCOMPARE(m_backend->job.password, Secret(u"p"_s));
    QCOMPARE(m_backend->job.connection.server, u"127.0.0.1,50211"_s);
}

void TestMainWindow::practiceThatCannotStartSaysWhy()
{
    m_backend->practice = fail(ErrorKind::Storage, u"No room for practice data."_s);
    click(child<QPushButton>(*m_window, "practiceButton"));
    QTRY_VERIFY(summary().contains(u"No room for practice data."_s));
    QVERIFY(child<QPushButton>(*m_window, "practiceButton")->isEnabled());
}

void TestMainWindow::connectShowsTheTables()
{
    connectToShop();
    QCOMPARE(m_backend->listed, QStringList{ u"shop"_s });
    QVERIFY(!child<QWidget>(*m_window, "settings")->isVisible());
    QCOMPARE(reason(), u"Tick a table first."_s);
    tick(u"orders"_s);
    QVERIFY(runButton()->isEnabled());
    QVERIFY(reason().isEmpty());
}

void TestMainWindow::badPasswordShowsTheStep()
{
    m_backend->steps = { checkStep(u"connect"_s, CheckOutcome::Good, u"Port 1433 answers."_s),
        checkStep(u"log in"_s, CheckOutcome::Bad, u"The server refuses the user u."_s) };
    child<QLineEdit>(*m_window, "serverEdit")->setText(u"db.example"_s);
    child<QLineEdit>(*m_window, "userEdit")->setText(u"u"_s);
    click(child<QPushButton>(*m_window, "connectButton"));
    QTRY_VERIFY(summary().contains(u"The server refuses the user u."_s));
    QVERIFY(child<QWidget>(*m_window, "stepsView")->isVisible());
    QVERIFY(child<QWidget>(*m_window, "settings")->isVisible());
    QVERIFY(log().contains(u"The server refuses the user u."_s));
    QCOMPARE(reason(), u"Connect to a server first."_s);
}

void TestMainWindow::stoppedWaitingDropsTheAnswer()
{
    m_backend->hold();
    child<QLineEdit>(*m_window, "serverEdit")->setText(u"db.example"_s);
    child<QLineEdit>(*m_window, "userEdit")->setText(u"u"_s);
    click(child<QPushButton>(*m_window, "connectButton"));
    auto *stop = child<QToolButton>(*m_window, "stopButton");
    QVERIFY(stop->isVisible());
    click(stop);
    QVERIFY(!stop->isVisible());
    m_backend->release();
    QTest::qWait(0);
    QVERIFY(child<QPushButton>(*m_window, "connectButton")->isEnabled());
    QVERIFY(!find(u"shop"_s).isValid());
    connectToShop();
}

void TestMainWindow::failedListIsToldAndTriedAgain()
{
    const auto good = m_backend->tablesOf.value(u"shop"_s);
    m_backend->tablesOf.insert(u"shop"_s, fail(ErrorKind::Permission, u"No right to open shop."_s));
    child<QLineEdit>(*m_window, "serverEdit")->setText(u"db.example"_s);
    child<QLineEdit>(*m_window, "userEdit")->setText(u"u"_s);
    click(child<QPushButton>(*m_window, "connectButton"));
    QTRY_VERIFY(find(u"shop"_s).isValid());
    child<QTreeView>(*m_window, "treeView")->expand(find(u"shop"_s));
    QTRY_VERIFY(log().contains(u"No right to open shop."_s));
    m_backend->tablesOf.insert(u"shop"_s, good);
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTRY_VERIFY(find(u"orders"_s).isValid());
}

void TestMainWindow::refreshAsksAgain()
{
    connectToShop();
    tick(u"orders"_s);
    m_backend->tablesOf.insert(u"shop"_s,
        QList<CatalogTable>{ catalogTable(u"shop"_s, u"orders"_s), catalogTable(u"shop"_s, u"fresh"_s) });
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTRY_VERIFY(find(u"fresh"_s).isValid());
    QVERIFY(!find(u"lines"_s).isValid());
    QVERIFY(isChecked(u"orders"_s));
}

void TestMainWindow::reasonsBesideTheButton()
{
    QVERIFY(!runButton()->isEnabled());
    QCOMPARE(reason(), u"Connect to a server first."_s);
    connectToShop();
    tick(u"orders"_s);
    auto *output = child<QLineEdit>(*m_window, "outputEdit");
    output->selectAll();
    QTest::keyClick(output, Qt::Key_Delete);
    QVERIFY(!runButton()->isEnabled());
    QCOMPARE(reason(), u"Say where files and watermarks go."_s);
    m_prompts->text = u"/chosen"_s;
    click(child<QToolButton>(*m_window, "outputButton"));
    QTRY_VERIFY(runButton()->isEnabled());
    QCOMPARE(output->text(), u"/chosen"_s);
}

void TestMainWindow::checkLooksAtWhatIsTickedOrOpen()
{
    auto *button = child<QPushButton>(*m_window, "checkButton");
    QVERIFY(!button->isEnabled());
    QCOMPARE(child<QLabel>(*m_window, "checkReasonLabel")->text(), u"Connect to a server first."_s);
    auto *tabs = child<QTabWidget>(*m_window, "pageTabs");
    tabs->setCurrentWidget(child<CheckPage>(*m_window, "CheckPage"));
    connectToShop();
    QVERIFY(button->isEnabled());
    CheckStep rights = checkStep(u"rights"_s, CheckOutcome::Bad, u"SELECT is missing."_s);
    rights.subject = { u"shop"_s, u"dbo"_s, u"orders"_s };
    m_backend->readiness.steps = { rights };
    click(button);
    QCOMPARE(m_backend->checked.size(), 1);
    QCOMPARE(m_backend->checked[0].tables.size(), 2); // the tracked ones
    QTRY_COMPARE(tabs->tabText(tabs->currentIndex()), u"Check 1!"_s);

    tick(u"orders"_s);
    click(button);
    QCOMPARE(m_backend->checked.size(), 2);
    QCOMPARE(m_backend->checked[1].tables.size(), 1);
    QCOMPARE(m_backend->checked[1].tables[0].table, (TableRef{ u"shop"_s, u"dbo"_s, u"orders"_s }));
    QCOMPARE(m_backend->checked[1].password, Secret(u"p"_s));
}

void TestMainWindow::passwordIsKeptWithTheProfile()
{
    auto *box = child<QComboBox>(*m_window, "profileBox");
    const QList<QAction *> menu = child<QToolButton>(*m_window, "profileMenuButton")->menu()->actions();
    QTest::keyClicks(child<QLineEdit>(*m_window, "serverEdit"), u"db.example"_s);
    menu[2]->trigger();
    QTest::keyClicks(child<QLineEdit>(*m_window, "nameEdit"), u"nightly"_s);
    QTest::keyClick(child<QLineEdit>(*m_window, "nameEdit"), Qt::Key_Return);
    QTRY_COMPARE(box->currentText(), u"nightly"_s);
    QCOMPARE(m_backend->stored[u"nightly"_s].connection.server, u"db.example"_s);
    QVERIFY(!m_backend->stored[u"nightly"_s].password);

    m_backend->keychain = false;
    QTest::keyClicks(child<QLineEdit>(*m_window, "passwordEdit"), u"geheim"_s);
    QTest::keyClick(child<QWidget>(*m_window, "keepPasswordBox"), Qt::Key_Space);
    QTRY_VERIFY(child<QWidget>(*m_window, "keepHint")->isVisible());
    menu[1]->trigger();
    QTRY_VERIFY(m_backend->stored[u"nightly"_s].password);
    QCOMPARE(*m_backend->stored[u"nightly"_s].password, Secret(u"geheim"_s));
}

void TestMainWindow::lastProfileIsThereAgain()
{
    StoredLogin stored;
    stored.connection.server = u"db.example"_s;
    stored.password = Secret(u"geheim"_s);
    m_backend->stored.insert(u"nightly"_s, stored);
    m_window.reset();
    open();
    auto *box = child<QComboBox>(*m_window, "profileBox");
    QTRY_COMPARE(box->count(), 2);
    box->setFocus();
    QTest::keyClicks(box, u"n"_s);
    QTRY_COMPARE(child<QLineEdit>(*m_window, "serverEdit")->text(), u"db.example"_s);
    m_window->close();
    m_window.reset();
    open();
    QTRY_COMPARE(child<QLineEdit>(*m_window, "serverEdit")->text(), u"db.example"_s);
    QCOMPARE(child<QLineEdit>(*m_window, "passwordEdit")->text(), u"geheim"_s);
}

namespace {

OpenedJob jobOf(const QString &table, const Secret &password)
{
    OpenedJob opened;
    opened.job.connection.server = u"db.example"_s;
    opened.job.connection.user = u"u"_s;
    opened.job.password = password;
    opened.job.outputDir = u"/job/data"_s;
    opened.job.watermarkDir = u"/job/watermarks"_s;
    opened.job.maxWorkers = 5;
    TableRequest request;
    request.table = { u"shop"_s, u"dbo"_s, table };
    request.mode = SyncMode::Incremental;
    request.policies.retries = 1;
    opened.job.tables = { request };
    opened.warnings = { u"An unknown key: colour."_s };
    return opened;
}

} // namespace

void TestMainWindow::jobIsOpenedAndRunAsItIs()
{
    m_backend->opened = jobOf(u"or*"_s, Secret(u"p"_s));
    m_prompts->text = u"/jobs/nightly.json"_s;
    QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier);
    QTRY_VERIFY(runButton()->isEnabled());
    QVERIFY(m_window->windowTitle().contains(u"nightly.json"_s));
    QVERIFY(log().contains(u"An unknown key: colour."_s));
    QCOMPARE(child<QLineEdit>(*m_window, "outputEdit")->text(), u"/job/data"_s);
    QCOMPARE(child<QSpinBox>(*m_window, "workersBox")->value(), 5);
    QVERIFY(isChecked(u"orders"_s));
    QVERIFY(!isChecked(u"lines"_s));
    QCOMPARE(find(u"orders"_s).siblingAtColumn(TableTreeModel::Mode).data().toString(), u"changes only"_s);
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
    QVERIFY(m_backend->run != nullptr);
    QCOMPARE(m_backend->job.tables, m_backend->opened->job.tables);
    QCOMPARE(m_backend->job.maxWorkers, 5);
    QCOMPARE(m_backend->job.password, Secret(u"p"_s));
}

void TestMainWindow::ticksChangeTheJob()
{
    m_backend->opened = jobOf(u"orders"_s, Secret(u"p"_s));
    m_window->openJob(u"/jobs/nightly.json"_s);
    QTRY_VERIFY(runButton()->isEnabled());
    tick(u"lines"_s);
    click(runButton());
    QCOMPARE(m_backend->job.tables.size(), 2);
    QCOMPARE(m_backend->job.tables[0].table.table, u"lines"_s);
    QCOMPARE(m_backend->job.tables[1].mode, SyncMode::Incremental);
    QCOMPARE(m_backend->job.tables[1].policies.retries, 1);
}

void TestMainWindow::columnsAreLeftOut()
{
    TableSchema schema;
    for (const QString &name : { u"id"_s, u"note"_s }) {
        ColumnInfo column;
        column.name = name;
        column.sqlType = u"int"_s;
        column.keyOrdinal = name == u"id" ? 1 : 0;
        schema.columns += column;
    }
    m_backend->schema = schema;
    connectToShop();
    auto *pane = m_window->findChild<TableTreePane *>();
    Q_EMIT pane->optionsRequested(
        { { u"shop"_s, u"dbo"_s, u"orders"_s }, SyncMode::FullIncremental, {}, 0, false });
    QTRY_VERIFY(m_window->findChild<QDialog *>() != nullptr);
    auto *dialog = m_window->findChild<QDialog *>();
    click(child<QPushButton>(*dialog, "noneButton"));
    dialog->accept();
    QTRY_VERIFY(runButton()->isEnabled());
    QVERIFY(isChecked(u"orders"_s));
    const QModelIndex orders = find(u"orders"_s);
    QVERIFY(orders.siblingAtColumn(TableTreeModel::Mode).data().toString().endsWith(u"1 column(s)"_s));
    click(runButton());
    QCOMPARE(m_backend->job.tables.size(), 1);
    QCOMPARE(m_backend->job.tables[0].columns, QStringList{ u"id"_s });
}

void TestMainWindow::optionsOfTheJobReachTheRun()
{
    connectToShop();
    tick(u"orders"_s);
    QTest::keyClick(child<QComboBox>(*m_window, "compressionBox"), Qt::Key_Down);
    click(runButton());
    QCOMPARE(m_backend->job.tables.size(), 1);
    QCOMPARE(m_backend->job.tables[0].files.compression, Compression::Gzip);
}

void TestMainWindow::jobThatCannotBeReadIsTold()
{
    m_backend->opened = fail(ErrorKind::Configuration, u"tables[0].mode: no such mode."_s, u"job.json"_s);
    m_window->openJob(u"/jobs/job.json"_s);
    QTRY_COMPARE(m_prompts->asked.size(), 1);
    QVERIFY(m_prompts->asked[0].contains(u"tables[0].mode: no such mode."_s));
    QVERIFY(m_prompts->asked[0].contains(u"job.json"_s));
}

void TestMainWindow::jobWithoutPasswordAsks()
{
    m_backend->opened = jobOf(u"orders"_s, {});
    m_window->openJob(u"/jobs/job.json"_s);
    auto *password = child<QLineEdit>(*m_window, "passwordEdit");
    QTRY_VERIFY(summary().contains(u"password"_s));
    QVERIFY(m_backend->tested.isEmpty());
    QTest::keyClicks(password, u"p"_s);
    QTest::keyClick(password, Qt::Key_Return);
    QTRY_VERIFY(runButton()->isEnabled());
    QVERIFY(isChecked(u"orders"_s));
    QCOMPARE(m_backend->tested.constLast().password, Secret(u"p"_s));
}

void TestMainWindow::jobOpenedMeanwhileIsNotConnectedElsewhere()
{
    m_backend->opened = jobOf(u"orders"_s, {});
    m_backend->hold();
    child<QLineEdit>(*m_window, "serverEdit")->setText(u"other.example"_s);
    child<QLineEdit>(*m_window, "userEdit")->setText(u"u"_s);
    click(child<QPushButton>(*m_window, "connectButton"));
    m_window->openJob(u"/jobs/nightly.json"_s);
    m_backend->releaseLast();
    QTRY_VERIFY(summary().contains(u"password"_s));
    m_backend->release(); // the other server answers late
    for (int i = 0; i < 5; ++i)
        QTest::qWait(0);
    QVERIFY2(summary().contains(u"password"_s), qPrintable(summary()));
    QVERIFY(!find(u"shop"_s).isValid());
}

void TestMainWindow::newJobForgetsTheOld()
{
    const QString before = child<QLineEdit>(*m_window, "outputEdit")->text();
    m_backend->opened = jobOf(u"orders"_s, Secret(u"p"_s));
    m_window->openJob(u"/jobs/nightly.json"_s);
    QTRY_VERIFY(runButton()->isEnabled());
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
    QVERIFY(!isChecked(u"orders"_s));
    QVERIFY(!m_window->windowTitle().contains(u"nightly.json"_s));
    QCOMPARE(child<QLineEdit>(*m_window, "outputEdit")->text(), before);
    QCOMPARE(reason(), u"Tick a table first."_s);
}

void TestMainWindow::jobIsSavedAsItIsNow()
{
    m_backend->opened = jobOf(u"orders"_s, Secret(u"p"_s));
    m_window->openJob(u"/jobs/nightly.json"_s);
    QTRY_VERIFY(runButton()->isEnabled());
    QVERIFY(!m_window->isWindowModified());
    tick(u"lines"_s);
    QTest::keyClick(child<QSpinBox>(*m_window, "workersBox"), Qt::Key_Up);
    QVERIFY(m_window->isWindowModified());
    m_backend->saved = QStringList{ u"The password moved."_s };
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!m_window->isWindowModified());
    QCOMPARE(m_backend->saves.size(), 1);
    const JobToSave &saved = m_backend->saves[0];
    QCOMPARE(saved.path, u"/jobs/nightly.json"_s);
    QCOMPARE(saved.basePath, saved.path);
    QCOMPARE(saved.before.tables, m_backend->opened->job.tables);
    QCOMPARE(saved.after.tables.size(), 2);
    QCOMPARE(saved.after.maxWorkers, 6);
    QVERIFY(log().contains(u"The password moved."_s));
}

void TestMainWindow::newJobIsSavedWhereAPersonSays()
{
    connectToShop();
    tick(u"orders"_s);
    m_prompts->text = u"/jobs/new.yaml"_s;
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(m_window->windowTitle().contains(u"new.yaml"_s));
    const JobToSave &saved = m_backend->saves[0];
    QVERIFY(saved.basePath.isEmpty());
    QVERIFY(saved.before.tables.isEmpty());
    QCOMPARE(saved.after.connection.server, u"db.example"_s);
    QCOMPARE(saved.after.tables.size(), 1);
    QVERIFY(isChecked(u"orders"_s));
    QVERIFY(runButton()->isEnabled());
}

void TestMainWindow::jobThatCannotBeSavedIsTold()
{
    m_backend->opened = jobOf(u"orders"_s, Secret(u"p"_s));
    m_window->openJob(u"/jobs/nightly.json"_s);
    QTRY_VERIFY(runButton()->isEnabled());
    tick(u"lines"_s);
    m_backend->saved = fail(ErrorKind::Storage, u"The disk is full."_s);
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(m_prompts->asked.size(), 1);
    QVERIFY(m_prompts->asked[0].contains(u"The disk is full."_s));
    QVERIFY(m_window->isWindowModified());
}

void TestMainWindow::editsAreNotLostSilently()
{
    m_backend->opened = jobOf(u"orders"_s, Secret(u"p"_s));
    m_window->openJob(u"/jobs/nightly.json"_s);
    QTRY_VERIFY(runButton()->isEnabled());
    tick(u"lines"_s);
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(m_prompts->asked.size(), 1);
    QTest::qWait(0);
    QVERIFY(isChecked(u"lines"_s));
    m_window->close();
    QTest::qWait(0);
    QVERIFY(m_window->isVisible());
    m_prompts->confirmation = true;
    m_window->close();
    QTRY_VERIFY(!m_window->isVisible());
}

void TestMainWindow::practiceTakesNoJobAway_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("menu") << u"practiceAction"_s;
    QTest::newRow("button") << u"practiceButton"_s;
    QTest::newRow("profile") << u"profileBox"_s;
}

void TestMainWindow::practiceTakesNoJobAway()
{
    QFETCH(QString, way);
    m_backend->opened = jobOf(u"orders"_s, {});
    m_window->openJob(u"/jobs/nightly.json"_s);
    QTRY_VERIFY(m_window->windowTitle().contains(u"nightly.json"_s));
    child<QSpinBox>(*m_window, "workersBox")->setValue(6);
    QVERIFY(m_window->isWindowModified());
    auto *box = child<QComboBox>(*m_window, "profileBox");
    const auto choosePractice = [&] {
        if (way == u"profileBox"_s) {
            box->setFocus();
            QTest::keyClick(box, Qt::Key_Home);
        } else if (auto *action = m_window->findChild<QAction *>(way)) {
            action->trigger();
        } else {
            click(child<QPushButton>(*m_window, "practiceButton"));
        }
    };
    choosePractice();
    QTRY_COMPARE(m_prompts->asked, QStringList(u"Changes to /jobs/nightly.json are not saved yet."_s));
    QTest::qWait(0);
    QVERIFY(m_window->windowTitle().contains(u"nightly.json"_s) && m_window->isWindowModified());
    QCOMPARE(box->currentIndex(), -1);
    m_prompts->confirmation = true;
    choosePractice();
    QTRY_VERIFY(runButton()->isEnabled());
    QCOMPARE(m_window->windowTitle(), u"Tidemark"_s);
    QCOMPARE(box->currentText(), u"Practice data"_s);
}

void TestMainWindow::aChosenFolderIsAnEdit()
{
    m_window->openJob(u"/jobs/nightly.json"_s);
    QTRY_VERIFY(m_window->windowTitle().contains(u"nightly"_s));
    QVERIFY(!m_window->isWindowModified());
    m_prompts->text = u"/elsewhere"_s;
    click(child<QToolButton>(*m_window, "outputButton"));
    QTRY_COMPARE(child<QLineEdit>(*m_window, "outputEdit")->text(), u"/elsewhere"_s);
    QVERIFY(m_window->isWindowModified());
}

void TestMainWindow::jobIsCopiedAsACommand()
{
    auto *action = child<QAction>(*m_window, "commandAction");
    QGuiApplication::clipboard()->clear();
    action->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QString());
    QVERIFY(m_window->statusBar()->currentMessage().contains(u"Save the job first"_s));
    m_window->openJob(u"/jobs/it's nightly.json"_s);
    QTRY_VERIFY(m_window->windowTitle().contains(u"nightly"_s));
    action->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"tidemark --config '/jobs/it'\\''s nightly.json'"_s);
}

void TestMainWindow::cancelStopsTheRun()
{
    connectToShop();
    tick(u"orders"_s);
    click(runButton());
    QVERIFY(!runButton()->isEnabled());
    click(child<QPushButton>(*m_window, "cancelButton"));
    QVERIFY(m_backend->run->isCancelled);
    TableReport report;
    report.table = { u"shop"_s, u"dbo"_s, u"orders"_s };
    report.status = TableStatus::Cancelled;
    Q_EMIT m_backend->run->started({ report.table });
    Q_EMIT m_backend->run->tableFinished(0, report);
    Q_EMIT m_backend->run->finished({ u"id"_s, { report }, 1.5 });
    QVERIFY(reason().contains(u"1 cancelled."_s));
    QVERIFY(runButton()->isEnabled());
    QTRY_VERIFY(m_backend->run == nullptr);
}

void TestMainWindow::failureIsShown()
{
    connectToShop();
    tick(u"orders"_s);
    click(runButton());
    const TableReport report = failedReport({ u"shop"_s, u"dbo"_s, u"orders"_s },
        { ErrorKind::Storage, u"The disk is full."_s, {}, 0, false, u"/out"_s, 0 });
    Q_EMIT m_backend->run->started({ report.table });
    Q_EMIT m_backend->run->tableFinished(0, report);
    Q_EMIT m_backend->run->finished({ u"id"_s, { report }, 1.5 });
    QVERIFY(child<QPlainTextEdit>(*m_window, "detailsEdit")->toPlainText().contains(u"The disk is full."_s));
    QVERIFY(m_window->statusBar()->currentMessage().contains(u"1 failed."_s));
}

void TestMainWindow::closingDuringARunAsks()
{
    connectToShop();
    tick(u"orders"_s);
    click(runButton());
    m_window->close();
    QCOMPARE(m_prompts->asked.size(), 1);
    QTest::qWait(0);
    QVERIFY(m_window->isVisible());
    QVERIFY(!m_backend->run->isCancelled);
}

void TestMainWindow::closingDuringARunStopsCleanly()
{
    connectToShop();
    tick(u"orders"_s);
    click(runButton());
    m_prompts->confirmation = true;
    m_window->close();
    QVERIFY(m_window->isVisible());
    QTRY_VERIFY(m_backend->run->isCancelled);
    QVERIFY(m_window->isVisible());
    m_window->close(); // impatience asks no second time
    QCOMPARE(m_prompts->asked.size(), 1);
    Q_EMIT m_backend->run->finished({ u"id"_s, {}, 1.5 });
    QVERIFY(!m_window->isVisible());
}

void TestMainWindow::windowIsRemembered()
{
    child<QLineEdit>(*m_window, "outputEdit")->setText(u"/o"_s);
    child<QLineEdit>(*m_window, "watermarkEdit")->setText(u"/w"_s);
    child<QSpinBox>(*m_window, "workersBox")->setValue(7);
    child<QTableView>(*m_window, "runView")->setColumnWidth(RunModel::Split, 321);
    m_window->resize(1234, 777);
    m_window->close();
    open();
    QCOMPARE(child<QLineEdit>(*m_window, "outputEdit")->text(), u"/o"_s);
    QCOMPARE(child<QLineEdit>(*m_window, "watermarkEdit")->text(), u"/w"_s);
    QCOMPARE(child<QSpinBox>(*m_window, "workersBox")->value(), 7);
    QCOMPARE(child<QTableView>(*m_window, "runView")->columnWidth(RunModel::Split), 321);
}

void TestMainWindow::practiceFoldersAreNotRemembered()
{
    child<QLineEdit>(*m_window, "outputEdit")->setText(u"/o"_s);
    click(child<QPushButton>(*m_window, "practiceButton"));
    QTRY_VERIFY(runButton()->isEnabled());
    QCOMPARE(child<QLineEdit>(*m_window, "outputEdit")->text(), u"/practice/data"_s);
    m_window->close();
    open();
    QCOMPARE(child<QLineEdit>(*m_window, "outputEdit")->text(), u"/o"_s);
}

void TestMainWindow::shortcuts_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("keys");
    QTest::newRow("new") << u"newAction"_s << u"Ctrl+N"_s;
    QTest::newRow("open") << u"openAction"_s << u"Ctrl+O"_s;
    QTest::newRow("save") << u"saveAction"_s << u"Ctrl+S"_s;
    QTest::newRow("sync") << u"syncAction"_s << u"Ctrl+R"_s;
    QTest::newRow("refresh") << u"refreshAction"_s << u"F5"_s;
    QTest::newRow("filter") << u"filterAction"_s << u"Ctrl+F"_s;
    QTest::newRow("quit") << u"quitAction"_s << u"Ctrl+Q"_s;
}

void TestMainWindow::shortcuts()
{
    QFETCH(QString, action);
    QFETCH(QString, keys);
    QCOMPARE(m_window->findChild<QAction *>(action)->shortcut(), QKeySequence(keys));
}

void TestMainWindow::languages_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("fileMenu");
    QTest::newRow("English") << u"en"_s << u"&File"_s;
    QTest::newRow("German") << u"de"_s << u"&Datei"_s;
}

/// The words are there, and each mnemonic leads to one thing only.
void TestMainWindow::languages()
{
    QFETCH(QString, language);
    QFETCH(QString, fileMenu);
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/tidemark_%1.qm"_s.arg(language)));
    QApplication::installTranslator(&translator);
    m_window.reset();
    open();
    QCOMPARE(child<QMenu>(*m_window, "fileMenu")->title(), fileMenu);

    auto *tabs = child<QTabWidget>(*m_window, "pageTabs");
    for (int page = 0; page < tabs->count(); ++page)
        checkMnemonics(*tabs->widget(page));
}

/// With this page in front; those of the others do not count then.
void TestMainWindow::checkMnemonics(const QWidget &page)
{
    const auto isElsewhere = [&](const QWidget *widget) {
        const WindowPage *own = nullptr;
        for (; widget != nullptr && own == nullptr; widget = widget->parentWidget())
            own = qobject_cast<const WindowPage *>(widget);
        return own != nullptr && own != &page;
    };
    QMap<QChar, QStringList> taken;
    const auto take = [&](const QString &text) {
        for (qsizetype at = text.indexOf(u'&'); at >= 0; at = text.indexOf(u'&', at + 1))
            taken[text.at(at + 1).toUpper()] += text;
    };
    for (const QMenu *menu : m_window->menuBar()->findChildren<QMenu *>(Qt::FindDirectChildrenOnly)) {
        if (menu->objectName() != u"recentMenu")
            take(menu->title());
    }
    for (const QLabel *label : m_window->findChildren<QLabel *>()) {
        if (label->buddy() != nullptr && !isElsewhere(label))
            take(label->text());
    }
    for (const QAbstractButton *button : m_window->findChildren<QAbstractButton *>()) {
        if (!isElsewhere(button))
            take(button->text());
    }
    QString letters;
    for (auto it = taken.cbegin(); it != taken.cend(); ++it)
        letters += it.key();
    for (auto it = taken.cbegin(); it != taken.cend(); ++it)
        QVERIFY2(it->size() == 1, qPrintable(it->join(u" | "_s) + u"; taken: "_s + letters));
    QVERIFY(taken.size() > 12);
}

void TestMainWindow::plurals()
{
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/tidemark_en.qm"_s));
    QApplication::installTranslator(&translator);
    connectToShop();
    tick(u"orders"_s);
    QCOMPARE(runButton()->text(), u"S&ync 1 table"_s);
    tick(u"lines"_s);
    QCOMPARE(runButton()->text(), u"S&ync 2 tables"_s);
}

void TestMainWindow::controlsHaveNames()
{
    int looked = 0;
    QCOMPARE(namelessControls(*m_window, &looked).join(u'\n'), QString());
    QVERIFY(looked > 60);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
