#include "appbackend.h"
#include "filesbelow.h"
#include "mainwindow.h"
#include "runmodel.h"
#include "scriptedprompts.h"
#include "syncsite.h"
#include "widgetfinder.h"

#include <QApplication>
#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// The window over the real program, a practice server and a real ODBC driver: from the first start to files.
class TestFirstStart : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void practiceDataToFiles();
    void badPassword();
    void noServer();
    void cancelHalfWay();
    void cancelOneTableThenRunItAgain();
    void closeHalfWay();
    void jobFileToFiles();
    void savedJobIsTheSameJob();
    void checkIsSavedAsScript();

private:
    static constexpr int patienceMs = 60'000;

    void typeConnection(const QString &server, const QString &user, const QString &password);
    void makeSlowSite();
    void connectToSite();
    void startStalledRun();
    QPushButton *button(const char *name) const { return child<QPushButton>(*m_window, name); }
    QString label(const char *name) const { return child<QLabel>(*m_window, name)->text(); }
    QStringList files() const { return filesBelow(m_folder->filePath(u"data"_s), { u"*.csv"_s }); }
    QString cell(int row, RunModel::Column column) const;
    QString state(int row) const { return cell(row, RunModel::State); }
    QString note(int row) const { return cell(row, RunModel::Note); }
    int runRows() const { return child<QTableView>(*m_window, "runView")->model()->rowCount(); }
    void finishRun();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SyncSite> m_site;
    std::unique_ptr<AppBackend> m_backend;
    std::unique_ptr<ScriptedPrompts> m_prompts;
    std::unique_ptr<MainWindow> m_window;
};

void TestFirstStart::initTestCase()
{
    if (testDrivers().isEmpty())
        QSKIP("No ODBC driver is installed.");
}

void TestFirstStart::init()
{
    QTest::failOnWarning(QRegularExpression(u"must not wait"_s)); // LiveThread's
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_folder->filePath(u"share"_s).toUtf8());
    qputenv("XDG_CONFIG_HOME", m_folder->filePath(u"config"_s).toUtf8());
    m_backend = std::make_unique<AppBackend>();
    m_prompts = std::make_unique<ScriptedPrompts>();
    m_window = std::make_unique<MainWindow>(*m_backend, *m_prompts, m_folder->filePath(u"window.ini"_s));
    m_window->show();
    m_window->start({});
}

void TestFirstStart::cleanup()
{
    m_window.reset();
    m_backend.reset();
    m_site.reset();
}

QString TestFirstStart::cell(int row, RunModel::Column column) const
{
    return child<QTableView>(*m_window, "runView")->model()->index(row, column).data().toString();
}

void TestFirstStart::finishRun()
{
    QTRY_VERIFY_WITH_TIMEOUT(
        !button("cancelButton")->isEnabled() && button("runButton")->isEnabled(), patienceMs);
}

void TestFirstStart::practiceDataToFiles()
{
    click(button("practiceButton"));
    QTRY_VERIFY_WITH_TIMEOUT(button("runButton")->isEnabled(), patienceMs);
    click(button("runButton"));
    finishRun();
    const int tables = runRows();
    QVERIFY2(tables >= 4, qPrintable(QString::number(tables)));
    for (int row = 0; row < tables; ++row) {
        QCOMPARE(state(row), u"done"_s);
        // The practice server's certificate is known, so nothing is to be warned of.
        QVERIFY2(!note(row).contains(u"verified"_s), qPrintable(note(row)));
    }
    const QString data = child<QLineEdit>(*m_window, "outputEdit")->text();
    QVERIFY(data.startsWith(m_folder->path()));
    QCOMPARE(filesBelow(data, { u"*.csv"_s }).size(), tables);
    QCOMPARE(filesBelow(data, { u"manifest.json"_s }).size(), tables);

    click(button("runButton"));
    finishRun();
    QCOMPARE(runRows(), tables);
    for (int row = 0; row < tables; ++row)
        QVERIFY2(state(row) == u"done"_s || state(row) == u"nothing new"_s, qPrintable(state(row)));
    QVERIFY(m_prompts->asked.isEmpty());
}

void TestFirstStart::typeConnection(const QString &server, const QString &user, const QString &password)
{
    for (const auto &[name, text] : { std::pair("serverEdit", server), std::pair("userEdit", user),
             std::pair("passwordEdit", password) }) {
        auto *edit = child<QLineEdit>(*m_window, name);
        edit->clear();
        QTest::keyClicks(edit, text);
    }
    child<QCheckBox>(*m_window, "trustBox")->setChecked(true);
    child<QLineEdit>(*m_window, "outputEdit")->setText(m_folder->filePath(u"data"_s));
    child<QLineEdit>(*m_window, "watermarkEdit")->setText(m_folder->filePath(u"watermarks"_s));
    click(button("connectButton"));
}

void TestFirstStart::badPassword()
{
    m_site = std::make_unique<SyncSite>(testDrivers().constFirst());
    QCOMPARE(m_site->problem(), QString());
    typeConnection(m_site->server().address(), m_site->server().user(), u"wrong"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button("connectButton")->isEnabled(), patienceMs);
    QVERIFY2(
        label("summaryLabel").contains(u"login"_s, Qt::CaseInsensitive), qPrintable(label("summaryLabel")));
    QVERIFY(child<QWidget>(*m_window, "stepsView")->isVisible());
    QVERIFY(!child<QPlainTextEdit>(*m_window, "logEdit")->toPlainText().contains(u"wrong"_s));
    QCOMPARE(label("reasonLabel"), u"Connect to a server first."_s);
}

void TestFirstStart::noServer()
{
    auto site = std::make_unique<SyncSite>(testDrivers().constFirst());
    QCOMPARE(site->problem(), QString());
    const QString address = site->server().address();
    site.reset();
    typeConnection(address, u"u"_s, u"p"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button("connectButton")->isEnabled(), patienceMs);
    QVERIFY2(label("summaryLabel").contains(u"cannot be reached"_s), qPrintable(label("summaryLabel")));
}

void TestFirstStart::makeSlowSite()
{
    m_site = std::make_unique<SyncSite>(testDrivers().constFirst());
    QCOMPARE(m_site->problem(), QString());
    for (const QString &sql : { u"CREATE TABLE dbo.orders (id int NOT NULL PRIMARY KEY, note nvarchar(20))"_s,
             u"ALTER TABLE dbo.orders ENABLE CHANGE_TRACKING"_s,
             u"INSERT INTO dbo.orders VALUES (1, N'a'), (2, N'b'), (3, N'c')"_s })
        QCOMPARE(m_site->run(sql), QString());
}

void TestFirstStart::connectToSite()
{
    typeConnection(m_site->server().address(), m_site->server().user(), m_site->server().password());
    auto *tree = child<QTreeView>(*m_window, "treeView");
    const QAbstractItemModel &model = *tree->model();
    QTRY_VERIFY_WITH_TIMEOUT(tree->isVisible() && model.rowCount() > 0, patienceMs);
    QModelIndex site;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, 0).data().toString() == u"site"_s)
            site = model.index(row, 0);
    }
    QVERIFY(site.isValid());
    tree->setCurrentIndex(site);
    QTest::keyClick(tree, Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(button("runButton")->isEnabled(), patienceMs);
}

/// The server falls silent in the middle of the table.
void TestFirstStart::startStalledRun()
{
    makeSlowSite();
    connectToSite();
    QCOMPARE(m_site->run(u"EXEC practice.fault @kind = N'stall', @statement = N'[dbo].[orders]', @row = 1"_s),
        QString());
    click(button("runButton"));
    QTRY_COMPARE_WITH_TIMEOUT(runRows(), 1, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(state(0), u"reading"_s, patienceMs);
}

void TestFirstStart::cancelHalfWay()
{
    startStalledRun();
    click(button("cancelButton"));
    finishRun();
    QCOMPARE(state(0), u"cancelled"_s);
    QVERIFY(label("reasonLabel").contains(u"cancelled"_s));
    QVERIFY(files().isEmpty());

    QCOMPARE(m_site->run(u"EXEC practice.fault @kind = N'clear'"_s), QString());
    click(button("runButton"));
    finishRun();
    QCOMPARE(state(0), u"done"_s);
    QCOMPARE(files().size(), 1);
}

/// Two tables stall, one is cancelled; then that one runs again, and nothing else.
void TestFirstStart::cancelOneTableThenRunItAgain()
{
    makeSlowSite();
    for (const QString &sql : { u"CREATE TABLE dbo.lines (id int NOT NULL PRIMARY KEY)"_s,
             u"ALTER TABLE dbo.lines ENABLE CHANGE_TRACKING"_s, u"INSERT INTO dbo.lines VALUES (1), (2)"_s })
        QCOMPARE(m_site->run(sql), QString());
    connectToSite();
    QCOMPARE(m_site->run(u"EXEC practice.fault @kind = N'stall', @statement = N'[dbo].[orders]', @row = 1"_s),
        QString());
    click(button("runButton"));
    QTRY_COMPARE_WITH_TIMEOUT(runRows(), 2, patienceMs);
    auto *view = child<QTableView>(*m_window, "runView");
    const int orders = cell(0, RunModel::Table) == u"site.dbo.orders"_s ? 0 : 1;
    QTRY_COMPARE_WITH_TIMEOUT(state(orders), u"reading"_s, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(state(1 - orders), u"done"_s, patienceMs);
    view->selectRow(orders);
    child<QAction>(*m_window, "cancelTableAction")->trigger();
    finishRun();
    QCOMPARE(state(0), u"cancelled"_s); // the first once the run is over
    QCOMPARE(cell(0, RunModel::Table), u"site.dbo.orders"_s);
    QCOMPARE(state(1), u"done"_s);
    QCOMPARE(files().size(), 1);

    QCOMPARE(m_site->run(u"EXEC practice.fault @kind = N'clear'"_s), QString());
    click(button("retryFailedButton"));
    QTRY_COMPARE_WITH_TIMEOUT(files().size(), 2, patienceMs);
    finishRun();
    for (const int row : { 0, 1 })
        QCOMPARE(state(row), u"done"_s);
    QVERIFY(!cell(0, RunModel::Split).isEmpty());
}

void TestFirstStart::closeHalfWay()
{
    startStalledRun();
    m_prompts->confirmation = true;
    m_window->close();
    QVERIFY(m_window->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), patienceMs);
    QVERIFY(files().isEmpty());
}

void TestFirstStart::jobFileToFiles()
{
    makeSlowSite();
    const QString path = m_folder->filePath(u"nightly.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        u"{\"connection\": {\"server\": \"%1\", \"user\": \"%2\", \"trust_server_certificate\": true},\n"
        "\"storage\": {\"data_dir\": \"data\", \"watermark_dir\": \"watermarks\"},\n"
        "\"tables\": [{\"database\": \"site\", \"table\": \"dbo.orders\"}]}\n"_s
            .arg(m_site->server().address(), m_site->server().user())
            .toUtf8());
    file.close();
    m_window->openJob(path);
    QTRY_VERIFY_WITH_TIMEOUT(label("summaryLabel").contains(u"password"_s), patienceMs);
    AppBackend other;
    const auto refused = other.openJob(path);
    QTRY_VERIFY_WITH_TIMEOUT(refused.isFinished(), patienceMs);
    QVERIFY(!refused.result());
    QCOMPARE(refused.result().error().kind, ErrorKind::Locked);
    auto *password = child<QLineEdit>(*m_window, "passwordEdit");
    QTest::keyClicks(password, m_site->server().password());
    QTest::keyClick(password, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(button("runButton")->isEnabled(), patienceMs);
    click(button("runButton"));
    finishRun();
    QCOMPARE(state(0), u"done"_s);
    QCOMPARE(files().size(), 1);
}

void TestFirstStart::savedJobIsTheSameJob()
{
    makeSlowSite();
    connectToSite();
    m_prompts->text = m_folder->filePath(u"new.json"_s);
    child<QAction>(*m_window, "saveAsAction")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->windowTitle().contains(u"new.json"_s), patienceMs);
    QFile file(m_folder->filePath(u"new.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray saved = file.readAll();
    file.close();
    QVERIFY(!saved.contains(m_site->server().password().toUtf8()));

    // Opened again and saved elsewhere, the job says the same.
    m_window->openJob(file.fileName());
    QTRY_VERIFY_WITH_TIMEOUT(label("summaryLabel").contains(u"password"_s), patienceMs);
    m_prompts->text = m_folder->filePath(u"copy.json"_s);
    child<QAction>(*m_window, "saveAsAction")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->windowTitle().contains(u"copy.json"_s), patienceMs);
    QFile copy(m_folder->filePath(u"copy.json"_s));
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QCOMPARE(copy.readAll(), saved);
}

void TestFirstStart::checkIsSavedAsScript()
{
    makeSlowSite();
    QCOMPARE(m_site->run(u"CREATE TABLE dbo.[Größe] (id int NOT NULL PRIMARY KEY)"_s), QString());
    const QString path = m_folder->filePath(u"nightly.json"_s);
    QFile job(path);
    QVERIFY(job.open(QIODevice::WriteOnly));
    job.write(
        u"{\"connection\": {\"server\": \"%1\", \"user\": \"%2\", \"trust_server_certificate\": true},\n"
        "\"tables\": [{\"database\": \"site\", \"table\": \"dbo.Größe\"}]}\n"_s
            .arg(m_site->server().address(), m_site->server().user())
            .toUtf8());
    job.close();
    m_window->openJob(path);
    QTRY_VERIFY_WITH_TIMEOUT(label("summaryLabel").contains(u"password"_s), patienceMs);
    auto *password = child<QLineEdit>(*m_window, "passwordEdit");
    QTest::keyClicks(password, m_site->server().password());
    QTest::keyClick(password, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(button("checkButton")->isEnabled(), patienceMs);
    button("checkButton")->click();
    QTRY_VERIFY_WITH_TIMEOUT(label("checkSummaryLabel").contains(u"1 failed"_s), patienceMs);

    m_prompts->text = m_folder->filePath(u"mend.sql"_s);
    button("saveScriptButton")->click();
    QTRY_VERIFY_WITH_TIMEOUT(label("checkNoteLabel").contains(u"mend.sql"_s), patienceMs);
    QFile file(m_folder->filePath(u"mend.sql"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray script = file.readAll();
    QVERIFY2(script.startsWith("\xEF\xBB\xBF-- "), script.constData()); // for tools that would guess
    QVERIFY2(script.contains("ALTER TABLE [dbo].[Größe] ENABLE CHANGE_TRACKING;\nGO\n"), script.constData());
    const Status done = m_site->server().runScript(QString::fromUtf8(script));
    QVERIFY2(done, done ? "" : qPrintable(describe(done.error())));
    button("checkButton")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!label("checkSummaryLabel").contains(u"failed"_s), patienceMs);

    m_prompts->text = m_folder->filePath(u"none/mend.sql"_s);
    button("saveScriptButton")->click();
    QTRY_VERIFY_WITH_TIMEOUT(label("checkNoteLabel").contains(u"cannot be written"_s), patienceMs);
}

QTEST_MAIN(TestFirstStart)
#include "tst_firststart.moc"
