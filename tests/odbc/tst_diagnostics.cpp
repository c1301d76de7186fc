#include "diagnostics.h"

#include <QtTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

using Records = QList<DiagRecord>;

} // namespace

/// What records of the drivers, as they were seen on the wire, become.
class DiagnosticsTest : public QObject {
    Q_OBJECT

private slots:
    void takesTagsOff_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("bare");
        QTest::newRow("Microsoft's")
            << u"[Microsoft][ODBC Driver 18 for SQL Server][SQL Server]Invalid object "
               "name '[x]'."_s
            << u"Invalid object name '[x]'."_s;
        QTest::newRow("FreeTDS") << u"[FreeTDS][SQL Server]Divide by zero."_s << u"Divide by zero."_s;
        QTest::newRow("none") << u"plain [text]"_s << u"plain [text]"_s;
    }
    void takesTagsOff()
    {
        QFETCH(QString, text);
        QFETCH(QString, bare);
        QCOMPARE(withoutTags(text), bare);
    }

    void tellsBadRecords_data()
    {
        QTest::addColumn<Records>("records");
        QTest::addColumn<int>("bad"); // index, -1: none
        QTest::newRow("none") << Records{} << -1;
        QTest::newRow("information") << Records{ { u"01000"_s, 5701, u"Changed database"_s },
            { u"01003"_s, 8153, u"Null value is eliminated"_s } }
                                     << -1;
        QTest::newRow("truncation") << Records{ { u"01004"_s, 0, u"truncation"_s } } << -1;
        QTest::newRow("error after information")
            << Records{ { u"01000"_s, 5701, u"Changed"_s }, { u"22012"_s, 8134, u"Divide by zero"_s } } << 1;
        QTest::newRow("FreeTDS lost") << Records{ { u"01000"_s, 20017, u"Unexpected EOF"_s } } << 0;
        QTest::newRow("timeout") << Records{ { u"HYT00"_s, 0, u"Query timeout expired"_s } } << 0;
    }
    void tellsBadRecords()
    {
        QFETCH(Records, records);
        QFETCH(int, bad);
        const auto found = firstBadRecord(records);
        QCOMPARE(found, bad < 0 ? std::nullopt : std::optional(records[bad]));
    }

    void mapsStatementErrors_data()
    {
        QTest::addColumn<Records>("records");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("state");
        QTest::addColumn<int>("native");
        QTest::addColumn<bool>("retryable");
        QTest::addColumn<QString>("word");
        QTest::newRow("server error")
            << Records{ { u"42S02"_s, 208, u"Invalid object name 'x'."_s } } << int(ErrorKind::Query)
            << u"42S02"_s << 208 << false << u"Invalid object name 'x'."_s;
        QTest::newRow("information before")
            << Records{ { u"01003"_s, 8153, u"Null value"_s }, { u"22012"_s, 8134, u"Divide by zero"_s } }
            << int(ErrorKind::Query) << u"22012"_s << 8134 << false << u"Divide by zero"_s;
        QTest::newRow("Microsoft's lost")
            << Records{ { u"08S01"_s, 104, u"TCP Provider: Error code 0x68"_s },
                   { u"08S01"_s, 104, u"Communication link failure"_s } }
            << int(ErrorKind::Connection) << u"08S01"_s << 104 << true << u"broke off"_s;
        QTest::newRow("FreeTDS lost")
            << Records{ { u"01000"_s, 20017, u"Unexpected EOF from the server"_s } }
            << int(ErrorKind::Connection) << u"01000"_s << 20017 << true << u"broke off"_s;
        QTest::newRow("silence") << Records{ { u"HYT00"_s, 0, u"Query timeout expired"_s } }
                                 << int(ErrorKind::Connection) << u"HYT00"_s << 0 << true << u"77 seconds"_s;
        QTest::newRow("driver's conversion")
            << Records{ { u"22003"_s, 0, u"Numeric value out of range"_s } } << int(ErrorKind::Data)
            << u"22003"_s << 0 << false << u"out of range"_s;
        QTest::newRow("nothing said")
            << Records{} << int(ErrorKind::Query) << QString() << 0 << false << u"without saying why"_s;
    }
    void mapsStatementErrors()
    {
        QFETCH(Records, records);
        QFETCH(int, kind);
        QFETCH(QString, state);
        QFETCH(int, native);
        QFETCH(bool, retryable);
        QFETCH(QString, word);
        const SyncError error = statementError(records, 77);
        QCOMPARE(int(error.kind), kind);
        QCOMPARE(error.sqlState, state);
        QCOMPARE(error.nativeCode, native);
        QCOMPARE(error.retryable, retryable);
        QVERIFY2(error.text.contains(word), qPrintable(error.text));
    }

    void mapsConnectErrors_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("codes");
        QTest::addColumn<bool>("timedOut");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("native");
        QTest::addColumn<bool>("retryable");
        QTest::addColumn<QString>("word");
        const QString ms = u"[Microsoft][ODBC Driver 18 for SQL Server]"_s;
        const QString tds = u"[FreeTDS][SQL Server]"_s;
        const int connection = int(ErrorKind::Connection);
        const int login = int(ErrorKind::Login);
        QTest::newRow("Microsoft's login")
            << ms + u"[SQL Server]Login failed for user 'a'."_s << u"18456"_s << false << login << 18456
            << false << u"Login failed for user 'a'."_s;
        QTest::newRow("newer Qt, all numbers")
            << ms + u"[SQL Server]Cannot open database \"x\" requested by the login. "_s + ms
                + u"[SQL Server]Login failed for user 'a'."_s
            << u"4060;18456"_s << false << login << 4060 << false << u"Cannot open database"_s;
        QTest::newRow("FreeTDS login")
            << tds + u"Login failed for user 'a'. "_s + tds + u"Unable to connect to data source"_s << u"0"_s
            << false << login << 0 << false << u"Login failed for user 'a'."_s;
        QTest::newRow("Azure throttling")
            << ms + u"[SQL Server]Resource ID : 1. The limit is 30."_s << u"10928"_s << false << login
            << 10928 << false << u"Resource ID"_s;
        QTest::newRow("Microsoft's refused")
            << ms + u"Login timeout expired "_s + ms + u"TCP Provider: Error code 0x2749"_s << u"10057"_s
            << true << connection << 0 << false << u"cannot be reached"_s;
        QTest::newRow("Microsoft's unknown host")
            << ms + u"Login timeout expired "_s + ms + u"TCP Provider: Error code 0x2AF9"_s << u"11001"_s
            << true << connection << 0 << false << u"has no address"_s;
        QTest::newRow("Microsoft's silent server")
            << ms + u"Login timeout expired "_s + ms + u"TCP Provider: Timeout error [258]."_s << u"258"_s
            << true << connection << 0 << true << u"cannot be reached"_s;
        QTest::newRow("FreeTDS refused")
            << tds + u"Unable to connect: Adaptive Server is unavailable or does not exist "_s + tds
                + u"Unable to connect to data source"_s
            << u"0"_s << false << connection << 0 << false << u"cannot be reached"_s;
        QTest::newRow("FreeTDS timed out")
            << tds + u"Unable to connect: Adaptive Server is unavailable or does not exist "_s + tds
                + u"Unable to connect to data source"_s
            << u"0"_s << true << connection << 0 << true << u"cannot be reached"_s;
        QTest::newRow("FreeTDS unknown host")
            << tds + u"Unknown host machine name. "_s + tds + u"Unable to connect to data source"_s << u"0"_s
            << false << connection << 0 << false << u"has no address"_s;
        QTest::newRow("Microsoft's missing ticket")
            << ms + u"SSPI Provider: No Kerberos credentials available "_s + ms
                + u"Cannot generate SSPI context"_s
            << u"851968"_s << false << connection << 0 << false << u"kinit"_s;
        QTest::newRow("Microsoft's certificate")
            << ms + u"SSL Provider: [error:0A000086:SSL routines::certificate verify failed]"_s << u"-1"_s
            << false << connection << 0 << false << u"certificate"_s;
        QTest::newRow("Microsoft's plain server")
            << ms + u"Encryption not supported on the server."_s << u"20"_s << false << connection << 0
            << false << u"encrypt"_s;
        QTest::newRow("FreeTDS certificate")
            << tds + u"Adaptive Server connection failed "_s + tds + u"Unable to connect to data source"_s
            << u"0"_s << false << connection << 0 << false << u"certificate"_s;
        QTest::newRow("closed in the login")
            << ms + u"TCP Provider: Error code 0x2746 "_s + ms + u"Communication link failure"_s << u"10054"_s
            << false << connection << 0 << true << u"closed the connection"_s;
        QTest::newRow("no library")
            << u"[unixODBC][Driver Manager]Can't open lib '/x/liba.so' : file not found"_s << u"0"_s << false
            << int(ErrorKind::Driver) << 0 << false << u"/x/liba.so"_s;
    }
    void mapsConnectErrors()
    {
        QFETCH(QString, text);
        QFETCH(QString, codes);
        QFETCH(bool, timedOut);
        QFETCH(int, kind);
        QFETCH(int, native);
        QFETCH(bool, retryable);
        QFETCH(QString, word);
        const SyncError error = connectError(text, codes, u"db1"_s, timedOut);
        QVERIFY2(int(error.kind) == kind, qPrintable(error.text));
        QCOMPARE(error.nativeCode, native);
        QCOMPARE(error.retryable, retryable);
        QVERIFY2(error.text.contains(word), qPrintable(error.text));
        QVERIFY(!error.text.contains(u"[FreeTDS]"_s) && !error.text.contains(u"[Microsoft]"_s));
    }

    void neverRepeatsASecret()
    {
        SyncError error;
        error.text = u"Login with hunter2 failed."_s;
        QCOMPARE(withoutSecret(error, u"hunter2"_s).text, u"Login with *** failed."_s);
        QCOMPARE(withoutSecret(error, u"in"_s).text, error.text);
        QCOMPARE(withoutSecret(error, QString()).text, error.text);
    }
};

Q_DECLARE_METATYPE(Records)

QTEST_GUILESS_MAIN(DiagnosticsTest)
#include "tst_diagnostics.moc"
