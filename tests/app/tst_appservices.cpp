#include "appservices.h"
#include "readinessscript.h"

#include "syncsite.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The step of that name, of a database or table where one is named; an empty one when it is not there.
CheckStep stepOf(const QList<CheckStep> &steps, const QString &name, const QString &place = {})
{
    const auto found = std::find_if(steps.cbegin(), steps.cend(), [&](const CheckStep &step) {
        return step.name == name && (place.isEmpty() || step.place() == place);
    });
    return found == steps.cend() ? CheckStep() : *found;
}

QByteArray textOf(const QList<CheckStep> &steps)
{
    QString text;
    for (const CheckStep &step : steps)
        text += u"%1 %2, %3: %4 %5\n"_s.arg(
            QString::number(int(step.outcome)), step.place(), step.name, step.text, step.advice);
    return (text + repairScript(steps)).toUtf8();
}

} // namespace

/// Drivers, tests, lists and checks, through each driver, against a practice server.
class TestAppServices : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void connectionTestHasTimedSteps_data();
    void connectionTestHasTimedSteps();
    void failedStepIsTheLast_data();
    void failedStepIsTheLast();
    void testWithoutDatabaseLooksAtAll_data();
    void testWithoutDatabaseLooksAtAll();
    void missingRightsAreNamed_data();
    void missingRightsAreNamed();
    void trackingThatIsOffIsAWarning_data();
    void trackingThatIsOffIsAWarning();
    void encryptionIsAStepOfItsOwn_data();
    void encryptionIsAStepOfItsOwn();
    void missingTicketIsALoginMatter_data();
    void missingTicketIsALoginMatter();
    void catalogIsListed_data();
    void catalogIsListed();
    void columnsAndFirstRows_data();
    void columnsAndFirstRows();
    void firstRowsOfNoTable_data();
    void firstRowsOfNoTable();
    void checkFindsWhatIsMissing_data();
    void checkFindsWhatIsMissing();
    void aCancelledCheckEndsSoon_data();
    void aCancelledCheckEndsSoon();
    void scriptMendsWhatIsMissing_data();
    void scriptMendsWhatIsMissing();
    void scriptMendsATable_data();
    void scriptMendsATable();

private:
    void driverRows();

    std::unique_ptr<SyncSite> m_site;
    AppServices m_services;
};

void TestAppServices::initTestCase()
{
    if (testDrivers().isEmpty())
        QSKIP("no ODBC driver for SQL Server is installed");
}

void TestAppServices::init()
{
    QFETCH(QString, driver);
    m_site = std::make_unique<SyncSite>(driver);
    QVERIFY2(m_site->problem().isEmpty(), qPrintable(m_site->problem()));
    for (const QString &sql : { u"CREATE TABLE dbo.orders (id int NOT NULL PRIMARY KEY)"_s,
             u"ALTER TABLE dbo.orders ENABLE CHANGE_TRACKING"_s, u"INSERT INTO dbo.orders VALUES (1), (2)"_s,
             u"CREATE TABLE dbo.untracked (id int NOT NULL PRIMARY KEY)"_s,
             u"CREATE TABLE dbo.keyless (id int NOT NULL)"_s })
        QCOMPARE(m_site->run(sql), QString());
}

void TestAppServices::cleanup()
{
    m_site.reset();
}

void TestAppServices::driverRows()
{
    QTest::addColumn<QString>("driver");
    for (const QString &driver : testDrivers())
        QTest::newRow(qPrintable(driver)) << driver;
}

void TestAppServices::connectionTestHasTimedSteps_data()
{
    driverRows();
}

void TestAppServices::connectionTestHasTimedSteps()
{
    QFETCH(QString, driver);
    SyncJob job = m_site->job();
    job.connection.database = u"site"_s;
    const QList<CheckStep> steps = m_services.testConnection(job.connection, job.password).result();
    QVERIFY2(std::none_of(steps.cbegin(), steps.cend(),
                 [](const CheckStep &step) { return step.outcome == CheckOutcome::Bad; }),
        textOf(steps).constData());
    QVERIFY2(stepOf(steps, u"driver"_s).text.startsWith(driver), textOf(steps).constData());
    QVERIFY2(stepOf(steps, u"connect"_s).seconds > 0, textOf(steps).constData());
    QVERIFY2(stepOf(steps, u"log in"_s).seconds > 0, textOf(steps).constData());
    QVERIFY2(stepOf(steps, u"database"_s).text.contains(u"site"_s), textOf(steps).constData());
    // Encryption was not asked for, and that is said.
    QCOMPARE(stepOf(steps, u"encryption"_s).outcome, CheckOutcome::Warning);
    QStringList names;
    for (const CheckStep &step : steps)
        names += step.name;
    QCOMPARE(names,
        (QStringList{ u"driver"_s, u"resolve"_s, u"connect"_s, u"answer"_s, u"encryption"_s, u"log in"_s,
            u"database"_s, u"server version"_s, u"replica"_s, u"change tracking"_s, u"rights"_s }));
    QCOMPARE(stepOf(steps, u"rights"_s).text, u"1 tracked table(s) can be read with their changes."_s);
    QCOMPARE(stepOf(steps, u"rights"_s).outcome, CheckOutcome::Good);
}

void TestAppServices::testWithoutDatabaseLooksAtAll_data()
{
    driverRows();
}

void TestAppServices::testWithoutDatabaseLooksAtAll()
{
    const SyncJob job = m_site->job();
    const QList<CheckStep> steps = m_services.testConnection(job.connection, job.password).result();
    QCOMPARE(steps.constLast().name, u"change tracking"_s);
    QCOMPARE(steps.constLast().outcome, CheckOutcome::Good);
    QVERIFY2(steps.constLast().text.contains(u"site"_s), textOf(steps).constData());
}

void TestAppServices::missingRightsAreNamed_data()
{
    driverRows();
}

void TestAppServices::missingRightsAreNamed()
{
    QCOMPARE(m_site->run(u"CREATE LOGIN eve WITH PASSWORD = N'pw', DEFAULT_DATABASE = site;"
                         "CREATE USER eve FOR LOGIN eve; GRANT SELECT ON dbo.orders TO eve"_s),
        QString());
    SyncJob job = m_site->job();
    job.connection.database = u"site"_s;
    job.connection.user = u"eve"_s;
    QList<CheckStep> steps = m_services.testConnection(job.connection, Secret(u"pw"_s)).result();
    const CheckStep rights = stepOf(steps, u"rights"_s);
    QCOMPARE(rights.outcome, CheckOutcome::Warning);
    QVERIFY2(rights.text.contains(u"dbo.orders"_s), textOf(steps).constData());
    QVERIFY2(rights.remedy().startsWith(u"GRANT VIEW CHANGE TRACKING ON "_s), textOf(steps).constData());
    QVERIFY2(!rights.remedy().contains(u"GRANT SELECT"_s), textOf(steps).constData());
    QCOMPARE(m_site->run(rights.remedy()), QString()); // the advice is true
    steps = m_services.testConnection(job.connection, Secret(u"pw"_s)).result();
    QCOMPARE(stepOf(steps, u"rights"_s).outcome, CheckOutcome::Good);
}

void TestAppServices::trackingThatIsOffIsAWarning_data()
{
    driverRows();
}

void TestAppServices::trackingThatIsOffIsAWarning()
{
    QCOMPARE(m_site->run(u"CREATE DATABASE plain"_s, u"master"_s), QString());
    SyncJob job = m_site->job();
    job.connection.database = u"plain"_s;
    const QList<CheckStep> steps = m_services.testConnection(job.connection, job.password).result();
    const CheckStep tracking = stepOf(steps, u"change tracking"_s);
    QCOMPARE(tracking.outcome, CheckOutcome::Warning);
    QVERIFY2(tracking.remedy().contains(u"SET CHANGE_TRACKING = ON"_s), textOf(steps).constData());
}

void TestAppServices::encryptionIsAStepOfItsOwn_data()
{
    driverRows();
}

void TestAppServices::encryptionIsAStepOfItsOwn()
{
    SyncJob job = m_site->job();
    job.connection.encrypt = Encryption::Mandatory;
    QList<CheckStep> steps = m_services.testConnection(job.connection, job.password).result();
    QCOMPARE(stepOf(steps, u"encryption"_s).outcome, CheckOutcome::Warning);
    QVERIFY2(stepOf(steps, u"encryption"_s).text.startsWith(u"Encrypted, but not verified"_s),
        textOf(steps).constData());

    job.connection.trustServerCertificate = false; // the site's certificate is its own
    steps = m_services.testConnection(job.connection, job.password).result();
    QCOMPARE(steps.constLast().name, u"encryption"_s);
    QCOMPARE(steps.constLast().outcome, CheckOutcome::Bad);

    job.connection.server = m_site->server().address().replace(u"127.0.0.1"_s, u"localhost"_s);
    job.connection.caFile = m_site->server().certificateFile();
    steps = m_services.testConnection(job.connection, job.password).result();
    QCOMPARE(stepOf(steps, u"encryption"_s).outcome, CheckOutcome::Good);

    // A refused login comes after the encryption.
    steps = m_services.testConnection(job.connection, Secret(u"wrong"_s)).result();
    QCOMPARE(steps.constLast().name, u"log in"_s);
    QCOMPARE(stepOf(steps, u"encryption"_s).outcome, CheckOutcome::Good);
}

void TestAppServices::failedStepIsTheLast_data()
{
    driverRows();
}

void TestAppServices::failedStepIsTheLast()
{
    SyncJob job = m_site->job();
    job.connection.database = u"site"_s;
    QList<CheckStep> steps = m_services.testConnection(job.connection, Secret(u"wrong"_s)).result();
    QCOMPARE(steps.constLast().name, u"log in"_s);
    QCOMPARE(steps.constLast().outcome, CheckOutcome::Bad);
    job.connection.database = u"nowhere"_s;
    steps = m_services.testConnection(job.connection, job.password).result();
    QCOMPARE(steps.constLast().outcome, CheckOutcome::Bad);
    QVERIFY2(steps.constLast().text.contains(u"nowhere"_s), textOf(steps).constData());
    job.connection.server = u"127.0.0.1,1"_s;
    steps = m_services.testConnection(job.connection, job.password).result();
    QCOMPARE(steps.constLast().name, u"connect"_s);
    QVERIFY(!steps.constLast().advice.isEmpty());
    job.connection.driver = u"No Such Driver"_s;
    steps = m_services.testConnection(job.connection, job.password).result();
    QCOMPARE(steps.size(), 1);
    QCOMPARE(steps.constLast().name, u"driver"_s);
}

void TestAppServices::missingTicketIsALoginMatter_data()
{
    driverRows();
}

void TestAppServices::missingTicketIsALoginMatter()
{
    SyncJob job = m_site->job();
    job.connection.signIn = SignIn::Kerberos;
    job.connection.encrypt = Encryption::Mandatory;
    const QList<CheckStep> steps = m_services.testConnection(job.connection, {}).result();
    QCOMPARE(steps.constLast().name, u"log in"_s);
    QCOMPARE(steps.constLast().outcome, CheckOutcome::Bad);
}

void TestAppServices::catalogIsListed_data()
{
    driverRows();
}

void TestAppServices::catalogIsListed()
{
    const SyncJob job = m_site->job();
    const auto databases = m_services.databases(job.connection, job.password).result();
    QVERIFY2(databases, databases ? "" : qPrintable(describe(databases.error())));
    const auto site = std::find_if(databases->cbegin(), databases->cend(),
        [](const CatalogDatabase &database) { return database.name == u"site"; });
    QVERIFY(site != databases->cend());
    QVERIFY(site->accessible && site->tracked);

    const auto tables = m_services.tables(job.connection, job.password, u"site"_s).result();
    QVERIFY2(tables, tables ? "" : qPrintable(describe(tables.error())));
    QStringList texts;
    for (const CatalogTable &table : *tables)
        texts += u"%1 %2 %3"_s.arg(
            table.table.display(), table.tracked ? u"on"_s : u"off"_s, table.hasKey ? u"key"_s : u"no key"_s);
    texts.sort();
    QCOMPARE(texts,
        (QStringList{ u"site.dbo.keyless off no key"_s, u"site.dbo.orders on key"_s,
            u"site.dbo.untracked off key"_s }));
    QVERIFY(!m_services.tables(job.connection, job.password, u"nowhere"_s).result());
}

void TestAppServices::columnsAndFirstRows_data()
{
    driverRows();
}

void TestAppServices::columnsAndFirstRows()
{
    QCOMPARE(m_site->run(u"CREATE TABLE dbo.wide (a int, b nvarchar(max), c int NOT NULL PRIMARY KEY, d bit);"
                         "INSERT INTO dbo.wide VALUES (1, N'x, y', 7, 1), (2, NULL, 8, 0)"_s),
        QString());
    const SyncJob job = m_site->job();
    TableRequest request = siteTable(u"dbo.wide"_s);
    const Result<TableSchema> schema =
        m_services.columns(job.connection, job.password, request.table).result();
    QVERIFY2(schema, qPrintable(schema ? QString() : describe(schema.error())));
    QCOMPARE(schema->columnNames(), QStringList({ u"a"_s, u"b"_s, u"c"_s, u"d"_s }));
    QCOMPARE(schema->keyColumns(), QStringList{ u"c"_s });

    request.columns = QStringList{ u"B"_s }; // the key comes along
    const Result<RowSample> sample = m_services.sample(job.connection, job.password, request).result();
    QVERIFY2(sample, qPrintable(sample ? QString() : describe(sample.error())));
    CsvDialect dialect;
    const QStringList lines = sample->written(dialect)->split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines[0].endsWith(u"SYS_CHANGE_OPERATION,b,c"_s), qPrintable(lines[0]));
    QVERIFY2(lines[1].endsWith(u",,L,\"x, y\",7"_s), qPrintable(lines[1]));
    QVERIFY2(lines[2].endsWith(u",,L,,8"_s), qPrintable(lines[2]));
}

void TestAppServices::firstRowsOfNoTable_data()
{
    driverRows();
}

void TestAppServices::firstRowsOfNoTable()
{
    const SyncJob job = m_site->job();
    const Result<RowSample> sample =
        m_services.sample(job.connection, job.password, siteTable(u"dbo.nothing"_s)).result();
    QVERIFY(!sample);
    QVERIFY2(sample.error().text.contains(u"nothing"_s), qPrintable(describe(sample.error())));
}

void TestAppServices::checkFindsWhatIsMissing_data()
{
    driverRows();
}

void TestAppServices::checkFindsWhatIsMissing()
{
    SyncJob job = m_site->job({ u"dbo.orders"_s, u"dbo.untracked"_s, u"dbo.missing"_s });
    job.tables += siteTable(u"dbo.keyless"_s, SyncMode::Full);
    job.tables += siteTable(u"none.*"_s);
    const QList<CheckStep> steps = m_services.check(job).result().steps;
    const QByteArray all = textOf(steps);
    for (const QString &name : { u"rights"_s, u"primary key"_s, u"change tracking"_s })
        QVERIFY2(stepOf(steps, name, u"site.dbo.orders"_s).outcome == CheckOutcome::Good
                && !stepOf(steps, name, u"site.dbo.orders"_s).text.isEmpty(),
            all.constData());
    const CheckStep untracked = stepOf(steps, u"change tracking"_s, u"site.dbo.untracked"_s);
    QVERIFY2(untracked.outcome == CheckOutcome::Bad, all.constData());
    QVERIFY2(untracked.repairs.constFirst().sql.contains(u"ENABLE CHANGE_TRACKING"_s)
            && untracked.repairs.constFirst().caution.isEmpty(),
        all.constData());
    QVERIFY2(stepOf(steps, u"table"_s, u"site.dbo.missing"_s).outcome == CheckOutcome::Bad, all.constData());
    // A full load needs no key.
    const CheckStep keyless = stepOf(steps, u"primary key"_s, u"site.dbo.keyless"_s);
    QVERIFY2(keyless.outcome == CheckOutcome::Warning, all.constData());
    QVERIFY2(!keyless.repairs.constFirst().caution.isEmpty(), all.constData());
    QVERIFY2(stepOf(steps, u"table"_s, u"site.none.*"_s).outcome == CheckOutcome::Bad, all.constData());
    QVERIFY2(!stepOf(steps, u"change tracking"_s, u"site"_s).text.isEmpty(), all.constData());

    // What a pattern leaves out is no fault of the job, and nothing to mend.
    const QList<CheckStep> pattern = m_services.check(m_site->job({ u"dbo.*"_s })).result().steps;
    const CheckStep skipped = stepOf(pattern, u"change tracking"_s, u"site.dbo.untracked"_s);
    QVERIFY2(skipped.outcome == CheckOutcome::Warning, textOf(pattern).constData());
    QVERIFY2(!skipped.repairs.constFirst().caution.isEmpty(), textOf(pattern).constData());
}

void TestAppServices::aCancelledCheckEndsSoon_data()
{
    driverRows();
}

/// Also while the server says nothing; the connection goes with it.
void TestAppServices::aCancelledCheckEndsSoon()
{
    QCOMPARE(m_site->run(u"EXEC practice.fault @kind = N'stall', @statement = N'sys.columns', @row = 0"_s),
        QString());
    QFuture<ReadinessReport> check = m_services.check(m_site->job({ u"dbo.orders"_s }));
    QTest::qWait(1000); // it waits for the server by then
    QVERIFY(!check.isFinished());
    check.cancel();
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY_WITH_TIMEOUT(check.isFinished(), 5000);
    QVERIFY2(timer.elapsed() < 2500, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(check.resultCount(), 0);
    QTRY_COMPARE(m_site->server().activity().connections, 0);
    QCOMPARE(m_site->run(u"EXEC practice.fault @kind = N'clear'"_s), QString());
}

void TestAppServices::scriptMendsWhatIsMissing_data()
{
    driverRows();
}

/// A database without tracking or snapshots, a login without a user in it: what the first script leaves the
/// second one mends, and then a sync runs.
void TestAppServices::scriptMendsWhatIsMissing()
{
    for (const QString &sql : { u"CREATE DATABASE [ra]]w]"_s,
             u"CREATE LOGIN [e]]ve] WITH PASSWORD = N'secret of eve', DEFAULT_DATABASE = [master]"_s })
        QCOMPARE(m_site->run(sql, u"master"_s), QString());
    QCOMPARE(
        m_site->run(u"CREATE TABLE dbo.[or]]ders] (id int NOT NULL PRIMARY KEY)"_s, u"ra]w"_s), QString());
    SyncJob job = m_site->job();
    job.connection.user = u"e]ve"_s;
    job.password = Secret(u"secret of eve"_s);
    job.tables = { siteTable(u"dbo.or]ders"_s) };
    job.tables[0].table.database = u"ra]w"_s;

    ReadinessReport report = m_services.check(job).result();
    QVERIFY2(stepOf(report.steps, u"database"_s, u"ra]w"_s).outcome == CheckOutcome::Bad,
        textOf(report.steps).constData());
    QCOMPARE(report.login, u"e]ve"_s);
    for (int round = 0; round < 2; ++round) {
        const Status done = m_site->server().runScript(readinessScript(report));
        QVERIFY2(done, done ? "" : qPrintable(describe(done.error())));
        report = m_services.check(job).result();
    }
    QVERIFY2(std::all_of(report.steps.cbegin(), report.steps.cend(),
                 [](const CheckStep &step) {
                     return step.outcome == CheckOutcome::Good || step.name == u"encryption";
                 }),
        textOf(report.steps).constData());
    QCOMPARE(repairScript(report.steps), QString());
    const RunReport synced = m_site->sync(job);
    QCOMPARE(synced.tables.size(), 1);
    QCOMPARE(synced.tables.constFirst().status, TableStatus::Done);
}

void TestAppServices::scriptMendsATable_data()
{
    driverRows();
}

/// One script is enough where the login can look at the database, and a mistyped name does not stop it.
void TestAppServices::scriptMendsATable()
{
    for (const QString &sql : { u"CREATE LOGIN eve WITH PASSWORD = N'secret of eve'"_s,
             u"CREATE USER eve FOR LOGIN eve"_s, u"GRANT VIEW DEFINITION ON dbo.untracked TO eve"_s,
             u"ALTER DATABASE [site] SET CHANGE_TRACKING (CHANGE_RETENTION = 1 HOURS, AUTO_CLEANUP = OFF)"_s,
             u"ALTER DATABASE [site] SET ALLOW_SNAPSHOT_ISOLATION OFF"_s })
        QCOMPARE(m_site->run(sql), QString());
    SyncJob job = m_site->job({ u"dbo.mistyped"_s, u"dbo.orders"_s, u"dbo.untracked"_s });
    job.connection.user = u"eve"_s;
    job.password = Secret(u"secret of eve"_s);
    ReadinessReport report = m_services.check(job).result();
    const QByteArray before = textOf(report.steps);
    for (const QString &name : { u"retention"_s, u"auto-cleanup"_s, u"snapshot isolation"_s })
        QVERIFY2(stepOf(report.steps, name, u"site"_s).outcome == CheckOutcome::Warning, before.constData());
    QVERIFY2(stepOf(report.steps, u"table"_s, u"site.dbo.orders"_s).outcome == CheckOutcome::Bad,
        before.constData());
    QVERIFY2(stepOf(report.steps, u"rights"_s, u"site.dbo.untracked"_s).outcome == CheckOutcome::Bad,
        before.constData());

    const Status done = m_site->server().runScript(readinessScript(report));
    QVERIFY2(done, done ? "" : qPrintable(describe(done.error())));
    report = m_services.check(job).result();
    const QByteArray after = textOf(report.steps);
    QVERIFY2(stepOf(report.steps, u"table"_s, u"site.dbo.mistyped"_s).outcome == CheckOutcome::Bad,
        after.constData());
    QVERIFY2(std::all_of(report.steps.cbegin(), report.steps.cend(),
                 [](const CheckStep &step) {
                     return step.outcome == CheckOutcome::Good || step.name == u"encryption"
                         || step.place() == u"site.dbo.mistyped";
                 }),
        after.constData());
}

QTEST_GUILESS_MAIN(TestAppServices)
#include "tst_appservices.moc"
