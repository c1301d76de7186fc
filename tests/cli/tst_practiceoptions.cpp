#include "tdsclient.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tidemark::practice;
using namespace Qt::Literals::StringLiterals;

/// `tidemark practice` with --fault, --log and --read-only, met by a bare client.
class TestPracticeOptions : public QObject {
    Q_OBJECT

private:
    static constexpr int patience = 60'000;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_practice;

    void start(const QStringList &options)
    {
        m_practice = std::make_unique<QProcess>();
        m_practice->setWorkingDirectory(m_folder->path());
        m_practice->setStandardInputFile(QProcess::nullDevice());
        m_practice->start(QStringLiteral(TIDEMARK_PROGRAM),
            QStringList{ u"practice"_s, u"--rows"_s, u"5"_s, u"--password"_s, u"secret"_s, u"--quiet"_s }
                + options);
    }
    /// Its port, once it is ready.
    quint16 port()
    {
        while (!m_practice->canReadLine() && m_practice->waitForReadyRead(patience)) { }
        const QJsonObject info = QJsonDocument::fromJson(m_practice->readLine()).object();
        return info[u"server"_s].toString().section(u',', 1).toUShort();
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
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }
    void cleanup()
    {
        if (m_practice->state() != QProcess::NotRunning) {
            m_practice->terminate();
            QVERIFY(m_practice->waitForFinished(patience));
            QCOMPARE(m_practice->exitCode(), 0);
        }
        m_practice.reset();
    }

    void faultsFromTheStart()
    {
        start({ u"--fault"_s, u"kind=error number=8134 statement=\"FROM dbo.orders\""_s, u"--fault"_s,
            u"kind=close statement=customers row=1"_s, u"--fault"_s, u"kind=login number=40613 times=1"_s });
        const quint16 listening = port();
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
        start({ u"--fault"_s, fault });
        QVERIFY(m_practice->waitForFinished(patience));
        QCOMPARE(m_practice->exitCode(), 2);
        QCOMPARE(m_practice->readAllStandardOutput(), QByteArray());
        const QString errors = QString::fromUtf8(m_practice->readAllStandardError());
        QVERIFY2(errors.contains(told), qPrintable(errors));
    }

    void readOnlyAndLogged()
    {
        start({ u"--read-only"_s, u"--log"_s, u"statements.log"_s });
        {
            TdsClient client(port());
            QVERIFY(client.login());
            QCOMPARE(errorOf(client, u"SELECT TOP 3 N'a' FROM dbo.orders"_s), 0);
            QCOMPARE(errorOf(client, u"DELETE FROM dbo.orders"_s), 3906);
        }
        QFile log(m_folder->filePath(u"statements.log"_s));
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QJsonObject read = QJsonDocument::fromJson(log.readLine()).object();
        QCOMPARE(read[u"rows"_s].toInt(), 3);
        const QJsonObject written = QJsonDocument::fromJson(log.readLine()).object();
        QCOMPARE(written[u"statement"_s].toString(), u"DELETE FROM dbo.orders"_s);
        QCOMPARE(written[u"error"_s].toInt(), 3906);
    }

    void aLogThatCannotBeWritten()
    {
        start({ u"--log"_s, u"no/such/folder"_s });
        QVERIFY(m_practice->waitForFinished(patience));
        QVERIFY(m_practice->exitCode() != 0);
        const QString errors = QString::fromUtf8(m_practice->readAllStandardError());
        QVERIFY2(errors.contains(u"no/such/folder"_s), qPrintable(errors));
    }
};

QTEST_GUILESS_MAIN(TestPracticeOptions)
#include "tst_practiceoptions.moc"
