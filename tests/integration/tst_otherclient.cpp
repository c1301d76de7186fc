#include "foldedtable.h"
#include "syncsite.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// A client that shares no code with either driver changes the data and reads the table; what Tidemark
/// publishes is what that client sees.
class TestOtherClient : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void changesOfAnotherClientArrive_data();
    void changesOfAnotherClientArrive();

private:
    QString ask(SyncSite &site, const QStringList &lines);

    QString m_output;
};

void TestOtherClient::initTestCase()
{
    const QString packages = qEnvironmentVariable("TIDEMARK_PYTHON_PACKAGES");
    if (packages.isEmpty() || !QDir(packages + u"/pytds"_s).exists())
        QSKIP("python-tds is not there: set TIDEMARK_PYTHON_PACKAGES to a folder of pip install --target");
    if (QStandardPaths::findExecutable(u"python3"_s).isEmpty())
        QSKIP("python3 is not there");
}

void TestOtherClient::changesOfAnotherClientArrive_data()
{
    QTest::addColumn<QString>("driver");
    for (const QString &driver : testDrivers())
        QTest::newRow(qPrintable(driver)) << driver;
}

/// Runs the lines; what the client complained of, or an empty string.
QString TestOtherClient::ask(SyncSite &site, const QStringList &lines)
{
    QProcess client;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TIDEMARK_PASSWORD"_s, site.server().password());
    environment.remove(u"LD_PRELOAD"_s);
    client.setProcessEnvironment(environment);
    client.start(u"python3"_s,
        { QStringLiteral(TIDEMARK_OTHER_CLIENT), QString::number(site.server().port()), site.server().user(),
            u"site"_s });
    client.write(lines.join(u'\n').toUtf8() + '\n');
    client.closeWriteChannel();
    if (!client.waitForFinished(60'000))
        return u"no answer"_s;
    m_output = QString::fromUtf8(client.readAllStandardOutput());
    const QString errors = QString::fromUtf8(client.readAllStandardError());
    return client.exitCode() == 0 ? QString() : u"exit code %1: %2"_s.arg(client.exitCode()).arg(errors);
}

void TestOtherClient::changesOfAnotherClientArrive()
{
    QFETCH(QString, driver);
    SyncSite site(driver);
    QCOMPARE(site.problem(), QString());
    const QString table = u"dbo.orders"_s;
    QCOMPARE(
        ask(site,
            { u"CREATE TABLE dbo.orders (id int NOT NULL PRIMARY KEY, note nvarchar(60), amount decimal(18,4))"_s,
                u"ALTER TABLE dbo.orders ENABLE CHANGE_TRACKING"_s,
                u"INSERT INTO dbo.orders VALUES (1, N'Zürich, \"Süd\"', 12.5), (2, NULL, NULL), (3, N'', 0)"_s }),
        QString());
    QCOMPARE(site.syncOne(table).rowsWritten, 3);

    QCOMPARE(ask(site,
                 { u"INSERT INTO dbo.orders VALUES (4, N'東京', -99999999999999.9999)"_s,
                     u"UPDATE dbo.orders SET note = N'moved', amount = amount * 2 WHERE id = 1"_s,
                     u"DELETE FROM dbo.orders WHERE id = 3"_s }),
        QString());
    const TableReport report = site.syncOne(table);
    QCOMPARE(report.mode, SyncMode::Incremental);
    QCOMPARE(report.rowsWritten, 3);
    QCOMPARE(site.syncOne(table).status, TableStatus::NothingNew);

    QCOMPARE(ask(site, { u"?SELECT id, note, amount FROM dbo.orders ORDER BY id"_s }), QString());
    const auto folded = foldTable(site.outputDir(), siteTable(table).table, { u"id"_s });
    QVERIFY2(folded.has_value(), folded ? "" : qPrintable(describe(folded.error())));
    QString published;
    for (const CsvRow &row : folded->rows) {
        QStringList cells;
        for (const auto &cell : row)
            cells += cell.value_or(u"\\N"_s);
        published += cells.join(u'\t') + u'\n';
    }
    QCOMPARE(published, m_output);
    QCOMPARE(m_output.count(u'\n'), 3);
}

QTEST_GUILESS_MAIN(TestOtherClient)
#include "tst_otherclient.moc"
