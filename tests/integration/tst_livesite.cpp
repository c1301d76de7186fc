#include "syncsite.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// A site on a server that was there before, as TIDEMARK_TEST_CONNECTION names one; here a practice server.
class TestLiveSite : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void usesTheServerOfAJob_data();
    void usesTheServerOfAJob();
};

void TestLiveSite::usesTheServerOfAJob_data()
{
    QTest::addColumn<QString>("driver");
    for (const QString &driver : testDrivers())
        QTest::newRow(qPrintable(driver)) << driver;
}

void TestLiveSite::usesTheServerOfAJob()
{
    QFETCH(QString, driver);
    const auto server = practice::PracticeServer::start({});
    QVERIFY(server);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"live.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QJsonObject connection{ { u"server"_s, (*server)->address() }, { u"user"_s, (*server)->user() },
        { u"password"_s, (*server)->password() }, { u"driver"_s, driver }, { u"encrypt"_s, u"no"_s } };
    file.write(QJsonDocument(QJsonObject{ { u"connection"_s, connection } }).toJson());
    file.close();
    qputenv("TIDEMARK_TEST_CONNECTION", file.fileName().toUtf8());
    QCOMPARE(testSites().size(), testDrivers().size() + 1);
    {
        SyncSite site(testSites().constLast());
        QCOMPARE(site.problem(), QString());
        QCOMPARE(
            site.run(u"CREATE TABLE dbo.t (id int PRIMARY KEY); ALTER TABLE dbo.t ENABLE CHANGE_TRACKING"_s),
            QString());
        QVERIFY(site.run(u"INSERT INTO dbo.nowhere VALUES (1)"_s).contains(u"208"_s));
        QCOMPARE(site.syncOne(u"dbo.t"_s).status, TableStatus::Done);
        QVERIFY((*server)->databases().contains(u"site"_s));
    }
    QVERIFY(!(*server)->databases().contains(u"site"_s));
    qunsetenv("TIDEMARK_TEST_CONNECTION");
}

QTEST_GUILESS_MAIN(TestLiveSite)
#include "tst_livesite.moc"
