#include "servererrors.h"

#include <QtTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

class ServerErrorsTest : public QObject {
    Q_OBJECT

private:
    static SyncError raw(int number, const QString &text = u"server text"_s)
    {
        return { ErrorKind::Query, text, u"42000"_s, number, false, {}, 0 };
    }
    static ErrorSubject subject(const QString &server = u"db1"_s)
    {
        return { server, u"shop"_s, TableRef{ u"shop"_s, u"dbo"_s, u"a]b"_s }, u"eve"_s };
    }

private slots:
    void classifies_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("retryable");
        QTest::addColumn<QString>("advice");
        const auto row = [](int number, ErrorKind kind, bool retryable, const QString &advice = {}) {
            QTest::newRow(qPrintable(QString::number(number))) << number << int(kind) << retryable << advice;
        };
        row(22105, ErrorKind::NotTracked, false, u"ALTER TABLE [dbo].[a]]b] ENABLE CHANGE_TRACKING;"_s);
        row(4998, ErrorKind::NotTracked, false, u"ENABLE CHANGE_TRACKING"_s);
        row(22116, ErrorKind::NotTracked, false);
        row(208, ErrorKind::NotFound, false, u"shop.dbo.a]b is not there"_s);
        row(22107, ErrorKind::NotFound, false);
        row(229, ErrorKind::Permission, false, u"GRANT SELECT ON [dbo].[a]]b] TO [eve];"_s);
        row(230, ErrorKind::Permission, false, u"GRANT SELECT ON [dbo].[a]]b] TO [eve];"_s);
        row(22117, ErrorKind::Configuration, false, u"primary"_s);
        row(3952, ErrorKind::Query, false, u"ALTER DATABASE [shop] SET ALLOW_SNAPSHOT_ISOLATION ON;"_s);
        row(3951, ErrorKind::Query, false);
        row(701, ErrorKind::Query, false, u"memory"_s);
        row(3966, ErrorKind::Query, true, u"tempdb"_s);
        row(3961, ErrorKind::Query, true);
        row(3957, ErrorKind::Query, true);
        row(1205, ErrorKind::Query, true, u"waited for each other"_s);
        row(1222, ErrorKind::Query, true, u"keeps shop.dbo.a]b locked"_s);
        row(18456, ErrorKind::Login, false, u"refused the login"_s);
        row(18488, ErrorKind::Login, false, u"another tool"_s);
        row(4060, ErrorKind::Login, false, u"shop"_s);
        row(916, ErrorKind::Login, false, u"CREATE USER [eve] FOR LOGIN [eve];"_s);
        row(40615, ErrorKind::Connection, false, u"firewall"_s);
        row(40613, ErrorKind::Connection, true, u"shop"_s);
        row(40501, ErrorKind::Connection, true);
        row(40197, ErrorKind::Query, true);
        row(49920, ErrorKind::Query, true, u"busy"_s);
        row(8134, ErrorKind::Query, false);
    }
    void classifies()
    {
        QFETCH(int, number);
        QFETCH(int, kind);
        QFETCH(bool, retryable);
        QFETCH(QString, advice);
        const SyncError error = explainServerError(raw(number), subject());
        QCOMPARE(errorKindName(error.kind), errorKindName(ErrorKind(kind)));
        QCOMPARE(error.retryable, retryable);
        QVERIFY2(error.text.contains(advice), qPrintable(error.text));
        QVERIFY2(error.text.endsWith(u"server text"_s), qPrintable(error.text));
        QVERIFY2(error.text.contains(error.advice), qPrintable(error.advice));
        QVERIFY2(!error.text.contains(u'{') && !error.text.contains(u"  "_s), qPrintable(error.text));
        QCOMPARE(error.nativeCode, number);
        QCOMPARE(error.context, u"shop.dbo.a]b"_s);
    }

    void theMissingRightIsReadFromTheServersText()
    {
        const SyncError error = explainServerError(
            raw(229, u"The VIEW CHANGE TRACKING permission was denied on the object 'a]b'."_s), subject());
        QVERIFY2(error.text.contains(u"GRANT VIEW CHANGE TRACKING ON [dbo].[a]]b] TO [eve];"_s),
            qPrintable(error.text));
    }

    void whatToDoStandsApart()
    {
        const SyncError error = explainServerError(raw(229), subject());
        QCOMPARE(error.advice, u"Someone who may grant it runs: GRANT SELECT ON [dbo].[a]]b] TO [eve];"_s);
        QCOMPARE(
            causeOf(error), u"The right SELECT on shop.dbo.a]b is missing. The server says: server text"_s);
        QCOMPARE(explainServerError(raw(8134), subject()).advice, QString());
    }

    void aStatementAboutNoTableIsLeftOut()
    {
        const SyncError error = explainServerError(raw(22105), { u"db1"_s, u"shop"_s, {}, u"eve"_s });
        QCOMPARE(error.text,
            u"Change tracking is off for a table of the database shop. The server says: server text"_s);
    }

    void namesAreNoPlaces()
    {
        ErrorSubject odd = subject();
        odd.table->table = u"{server}"_s;
        QVERIFY2(explainServerError(raw(208), odd).text.contains(u"shop.dbo.{server} is not there"_s),
            qPrintable(explainServerError(raw(208), odd).text));
    }

    void withoutAUserTheGrantHasAPlaceForOne()
    {
        ErrorSubject who = subject();
        who.user.clear();
        QVERIFY(explainServerError(raw(229), who).text.contains(u"TO <user>;"_s));
    }

    void aMissingDatabaseIsWorthATryOnAzureOnly()
    {
        QVERIFY(explainServerError(raw(4060), subject(u"x.database.windows.net"_s)).retryable);
        QVERIFY(!explainServerError(raw(4060), subject(u"10.0.0.1,1433"_s)).retryable);
    }

    void theServersOwnWishIsKept()
    {
        QCOMPARE(explainServerError(
                     raw(40501, u"Retry the request after 25 seconds. Incident ID: 1."_s), subject())
                     .retryAfterSeconds,
            25);
        QCOMPARE(explainServerError(raw(40501), subject()).retryAfterSeconds, 10);
        QCOMPARE(explainServerError(raw(1205), subject()).retryAfterSeconds, 0);
    }

    void refusedLoginsAreKnownByTheirTexts_data()
    {
        QTest::addColumn<int>("native");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("retryable");
        const int login = int(ErrorKind::Login);
        const int connection = int(ErrorKind::Connection);
        QTest::newRow("FreeTDS, password") << 0 << u"Login failed for user 'a'."_s << 18456 << login << false;
        QTest::newRow("FreeTDS, database")
            << 0
            << u"Cannot open database \"x\" requested by the login. The login failed. Login failed for user 'a'."_s
            << 4060 << login << false;
        QTest::newRow("Microsoft's, database")
            << 18456 << u"Cannot open database \"x\" requested by the login. Login failed for user 'a'."_s
            << 4060 << login << false;
        QTest::newRow("paused") << 0 << u"Database 'x' on server 'y' is not currently available."_s << 40613
                                << connection << true;
        QTest::newRow("firewall")
            << 0 << u"Client with IP address '1.2.3.4' is not allowed to access the server."_s << 40615
            << connection << false;
        QTest::newRow("number known") << 18487 << u"Login failed for user 'a'."_s << 18487 << login << false;
        QTest::newRow("another language") << 0 << u"Fehler bei der Anmeldung."_s << 0 << login << false;
    }
    void refusedLoginsAreKnownByTheirTexts()
    {
        QFETCH(int, native);
        QFETCH(QString, text);
        QFETCH(int, number);
        QFETCH(int, kind);
        QFETCH(bool, retryable);
        SyncError given = raw(native, text);
        given.kind = ErrorKind::Login;
        const SyncError error = explainServerError(given, subject());
        QCOMPARE(error.nativeCode, number);
        QCOMPARE(int(error.kind), kind);
        QCOMPARE(error.retryable, retryable);
        QVERIFY(error.text.contains(text));
    }

    void otherErrorsStayAsTheyAre()
    {
        const SyncError lost{ ErrorKind::Connection, u"link"_s, u"08S01"_s, 10054, true, u"there"_s, 0 };
        const SyncError same = explainServerError(lost, subject());
        QCOMPARE(same.kind, ErrorKind::Connection);
        QCOMPARE(same.text, u"link"_s);
        QCOMPARE(same.retryable, true);
        QCOMPARE(same.context, u"there"_s);
        const SyncError cancelled{ ErrorKind::Cancelled, u"stopped"_s, u"HY008"_s, 1205, false, {}, 0 };
        QCOMPARE(explainServerError(cancelled, subject()).retryable, false);
    }
};

QTEST_GUILESS_MAIN(ServerErrorsTest)
#include "tst_servererrors.moc"
