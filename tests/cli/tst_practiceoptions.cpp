#include "programsite.h"
#include "tdsclient.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tidemark;
using namespace tidemark::practice;
using namespace Qt::Literals::StringLiterals;

/// `tidemark practice` with --fault, --log and --read-only, met by a bare client.
class TestPracticeOptions : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<ProgramSite> m_site;

    /// The port of a server with these options; 0 when it did not start.
    quint16 start(const QStringList &options)
    {
        const QJsonObject info =
            m_site->startPractice(QStringList{ u"--rows"_s, u"5"_s, u"--password"_s, u"secret"_s } + options);
        return info[u"server"_s].toString().section(u',', 1).toUShort();
    }
    /// What becomes of a start that cannot succeed.
    ProgramOutcome failedStart(const QStringList &options)
    {
        return m_site->run(QStringList{ u"practice"_s, u"--quiet"_s } + options);
    }
    /// The error that a batch ends with, or 0; -1 when the connection ends.
    static int errorOf(TdsClient &client, const QString &batch)
    {
        client.batch(batch);
        const auto reply = client.reply();
        if (!reply)
            return -1;
        for (const SeenToken &token : tokensOf(*reply)) {
            if (token.kind == 0xAA)
                return token.number;
        }
        return 0;
    }

private slots:
    void init()
    {
        m_site = std::make_unique<ProgramSite>();
        QVERIFY(m_site->isValid());
    }
    void cleanup()
    {
        QVERIFY(m_site->stopPractice());
        m_site.reset();
    }

    void tellsHowToConnect()
    {
        const auto practice = m_site->start({ u"practice"_s, u"--password"_s, u"secret"_s });
        while (!practice->canReadLine() && practice->waitForReadyRead(ProgramSite::patience)) { }
        practice->terminate();
        const ProgramOutcome outcome = ProgramSite::finish(*practice);
        const QString port = outcome.lines().value(0)[u"server"_s].toString().section(u',', 1);
        QVERIFY(!port.isEmpty());
        for (const QString &part : { u"Ctrl+C"_s, u"tidemark list --server 127.0.0.1,"_s + port,
                 u"tsql -H 127.0.0.1 -p %1 -U practice -P secret -D shop"_s.arg(port),
                 u"sqlcmd -S 127.0.0.1,%1 "_s.arg(port), u"DBeaver"_s })
            QVERIFY2(outcome.errors.contains(part), outcome.all().constData());
    }

    void faultsFromTheStart()
    {
        const quint16 listening = start({ u"--fault"_s, u"kind=login number=40613 times=1"_s, u"--fault"_s,
            u"kind=error number=8134 statement=\"FROM dbo.orders\""_s, u"--fault"_s,
            u"kind=close statement=customers row=1"_s });
        TdsClient refused(listening);
        QVERIFY(!refused.login());
        TdsClient client(listening);
        QVERIFY(client.login());
        QCOMPARE(errorOf(client, u"SELECT COUNT(*) FROM dbo.orders"_s), 8134);
        QCOMPARE(errorOf(client, u"SELECT COUNT(*) FROM dbo.orders"_s), 0);
        QCOMPARE(errorOf(client, u"SELECT N'customers'"_s), -1);
    }

    void wrongFaults_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("told");
        QTest::newRow("kind") << u"kind=flood"_s << u"wrong_certificate"_s; // among all kinds
        QTest::newRow("argument") << u"kind=close rows=1"_s << u"@rows"_s;
        QTest::newRow("form") << u"close"_s << u"kind=close"_s;
    }
    void wrongFaults()
    {
        QFETCH(QString, fault);
        QFETCH(QString, told);
        const ProgramOutcome outcome = failedStart({ u"--fault"_s, fault });
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.output, QString());
        QVERIFY2(outcome.errors.contains(told), outcome.all().constData());
    }

    void readOnlyAndLogged()
    {
        const quint16 listening = start({ u"--read-only"_s, u"--log"_s, u"statements.log"_s });
        {
            TdsClient client(listening);
            QVERIFY(client.login());
            QCOMPARE(errorOf(client, u"SELECT TOP 3 N'a' FROM dbo.orders"_s), 0);
            QCOMPARE(errorOf(client, u"DELETE FROM dbo.orders"_s), 3906);
            client.send(PacketType(0x42), "what is this");
            QVERIFY(client.closedByServer());
            TdsClient stranger(listening);
            QVERIFY(!stranger.login(4096, u"wrong"_s));
            QVERIFY(stranger.closedByServer());
        }
        QVERIFY(m_site->stopPractice()); // so that everything is written
        QFile log(m_site->path(u"statements.log"_s));
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QJsonObject read = QJsonDocument::fromJson(log.readLine()).object();
        QCOMPARE(read[u"rows"_s].toInt(), 3);
        const QJsonObject written = QJsonDocument::fromJson(log.readLine()).object();
        QCOMPARE(written[u"statement"_s].toString(), u"DELETE FROM dbo.orders"_s);
        QCOMPARE(written[u"error"_s].toInt(), 3906);
        const QJsonObject closed = QJsonDocument::fromJson(log.readLine()).object();
        QVERIFY(closed[u"closed"_s].toString().contains(u"no request of TDS"_s));
        QCOMPARE(closed[u"connection"_s], written[u"connection"_s]);
        const QJsonObject refused = QJsonDocument::fromJson(log.readLine()).object();
        QVERIFY(refused[u"closed"_s].toString().contains(u"Login failed"_s));
    }

    void aLogThatCannotBeWritten()
    {
        const ProgramOutcome outcome = failedStart({ u"--log"_s, u"no/such/folder"_s });
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.errors.contains(u"no/such/folder"_s), outcome.all().constData());
    }
};

QTEST_GUILESS_MAIN(TestPracticeOptions)
#include "tst_practiceoptions.moc"
