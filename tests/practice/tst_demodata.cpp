#include "enginebench.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace tidemark::practice;
using namespace tidemark::practice::test;
using namespace Qt::Literals::StringLiterals;

/// The demo business: there, whole, and the same for the same seed.
class DemoDataTest : public QObject {
    Q_OBJECT

private:
    static PracticeOptions demo(quint32 seed)
    {
        PracticeOptions options;
        options.seed = seed;
        options.rows = 200;
        options.tables = 2;
        options.databases = 2;
        return options;
    }

    static QStringList tables(BenchSession &session)
    {
        QStringList names;
        const Answer answer = session.run(
            u"SELECT QUOTENAME(s.name) + N'.' + QUOTENAME(t.name) FROM sys.tables t JOIN sys.schemas s ON "
            "s.schema_id = t.schema_id ORDER BY s.name, t.name"_s);
        return answer.table().split(u'\n');
    }

    /// All data that a seed decides; a rowversion depends on nothing else either.
    static QString everything(EngineBench &bench)
    {
        QString text;
        for (const QString &database : bench.server().databases()) {
            const auto session = bench.login(database);
            const QStringList names = tables(*session);
            for (const QString &name : names) {
                const Answer answer = session->run(u"SELECT * FROM "_s + name);
                text += database + name + answer.errorText() + answer.table();
            }
        }
        return text;
    }

private slots:
    void isThere()
    {
        QElapsedTimer timer;
        timer.start();
        EngineBench bench(demo(1));
        QVERIFY2(bench.isOpen(), qPrintable(bench.failure()));
        qInfo("demo data made in %lld ms", timer.elapsed());
        QCOMPARE(bench.server().databases(), QStringList({ u"shop"_s, u"shop2"_s }));
        const auto session = bench.login(u"shop"_s);
        QVERIFY(session);
        const QStringList names = tables(*session);
        QVERIFY(names.contains(u"[dbo].[customers]"_s));
        QVERIFY(names.contains(u"[sales ]]'east'.2].[it's [a]] \"table\". 100% 😀]"_s));
        QVERIFY(names.contains(u"[dbo].[extra_0002]"_s));
        QCOMPARE(names.size(), 13);
        QCOMPARE(session->run(u"SELECT COUNT(*) FROM dbo.orders"_s).value(), u"200"_s);
        QCOMPARE(session->run(u"SELECT COUNT(*) FROM dbo.every_type"_s).value(), u"10"_s);
        QCOMPARE(session->run(u"SELECT CHANGE_TRACKING_CURRENT_VERSION()"_s).value(), u"4"_s);
        QCOMPARE(session
                     ->run(u"SELECT SYS_CHANGE_VERSION, SYS_CHANGE_OPERATION, id FROM CHANGETABLE(CHANGES "
                           "dbo.customers, 0) AS c ORDER BY 1"_s)
                     .table(),
            u"2|I|21\n4|U|3"_s);
    }

    void isTheSameForTheSameSeed()
    {
        EngineBench first(demo(7));
        EngineBench second(demo(7));
        EngineBench other(demo(8));
        const QString text = everything(first);
        QVERIFY(text.size() > 10000);
        QCOMPARE(everything(second), text);
        QVERIFY(everything(other) != text);
    }

    void survivesARestart()
    {
        EngineBench bench(demo(1));
        QVERIFY(
            bench.login(u"shop"_s)->run(u"UPDATE dbo.orders SET note = N'kept' WHERE id = 5"_s).firstError()
            == 0);
        const QString before = everything(bench);
        QVERIFY2(bench.restart(), qPrintable(bench.failure()));
        QCOMPARE(everything(bench), before);
        QCOMPARE(bench.login(u"shop"_s)->run(u"SELECT CHANGE_TRACKING_CURRENT_VERSION()"_s).value(), u"5"_s);
    }

    void everyTypeRows_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("expected");
        QTest::newRow("least")
            << u"SELECT c_bigint, c_decimal, c_money, c_date, c_datetime2, c_varchar_max FROM "
               "dbo.every_type WHERE id = 3"_s
            << u"-9223372036854775808|-9999999999999999999999999999.9999999999|"
               "-922337203685477.5808|0001-01-01|0001-01-01 00:00:00.0000000|"_s;
        QTest::newRow("long")
            << u"SELECT LEN(c_varchar), LEN(c_varchar_max), LEN(c_nvarchar), LEN(c_nvarchar_max) "
               "FROM dbo.every_type WHERE id = 4"_s
            << u"8000|8001|4000|8001"_s;
        QTest::newRow("lone surrogate")
            << u"SELECT UNICODE(SUBSTRING(c_nvarchar_max, 6, 1)) FROM dbo.every_type "
               "WHERE id = 6"_s
            << u"55357"_s;
        QTest::newRow("NUL")
            << u"SELECT UNICODE(SUBSTRING(c_nvarchar, 5, 1)) FROM dbo.every_type WHERE id = 6"_s << u"0"_s;
    }
    void everyTypeRows()
    {
        static EngineBench bench(demo(1));
        QFETCH(QString, query);
        const Answer answer = bench.login(u"shop"_s)->run(query);
        QCOMPARE(answer.errorText(), QString());
        QTEST(answer.table(), "expected");
    }

    void churnChanges()
    {
        PracticeOptions options = demo(1);
        options.churn = 500;
        EngineBench bench(options);
        QVERIFY2(bench.isOpen(), qPrintable(bench.failure()));
        const auto session = bench.login(u"shop"_s);
        const auto version = [&] {
            return session->run(u"SELECT CHANGE_TRACKING_CURRENT_VERSION()"_s).value().toInt();
        };
        QTRY_VERIFY_WITH_TIMEOUT(version() > 20, 20000);
        QTRY_VERIFY_WITH_TIMEOUT(
            session->run(u"SELECT COUNT(*) FROM CHANGETABLE(CHANGES dbo.orders, 4) AS c WHERE "
                         "SYS_CHANGE_OPERATION = 'D'"_s)
                    .value()
                != u"0"_s,
            20000);
    }
};

QTEST_GUILESS_MAIN(DemoDataTest)
#include "tst_demodata.moc"
