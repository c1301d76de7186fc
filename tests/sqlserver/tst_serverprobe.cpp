#include "serverprobe.h"

#include <QtTest>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class ServerProbeTest : public QObject {
    Q_OBJECT

private:
    /// A listening socket on a free port of 127.0.0.1; the port, or 0.
    static int listen(int &descriptor)
    {
        descriptor = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(address);
        if (bind(descriptor, reinterpret_cast<sockaddr *>(&address), size) != 0
            || ::listen(descriptor, 4) != 0
            || getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &size) != 0)
            return 0;
        return ntohs(address.sin_port);
    }

private slots:
    void parsesAddresses_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<int>("port"); // 0: none given
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("expectedPort"); // 0: none
        QTest::addColumn<QString>("instance");
        QTest::newRow("host") << u"db1"_s << 0 << u"db1"_s << 1433 << QString();
        QTest::newRow("host, port") << u"db1,1500"_s << 0 << u"db1"_s << 1500 << QString();
        QTest::newRow("tcp") << u"tcp:db1.example.com, 1500 "_s << 0 << u"db1.example.com"_s << 1500
                             << QString();
        QTest::newRow("port apart wins") << u"db1,1500"_s << 1600 << u"db1"_s << 1600 << QString();
        QTest::newRow("instance") << u"db1\\SALES"_s << 0 << u"db1"_s << 0 << u"SALES"_s;
        QTest::newRow("instance and port") << u"db1\\SALES,1500"_s << 0 << u"db1"_s << 1500 << u"SALES"_s;
        QTest::newRow("local") << u"(local)"_s << 0 << u"localhost"_s << 1433 << QString();
        QTest::newRow("dot") << u".\\SQLEXPRESS"_s << 0 << u"localhost"_s << 0 << u"SQLEXPRESS"_s;
        QTest::newRow("IPv6") << u"::1,1500"_s << 0 << u"::1"_s << 1500 << QString();
    }
    void parsesAddresses()
    {
        QFETCH(QString, server);
        QFETCH(int, port);
        QFETCH(QString, host);
        QFETCH(int, expectedPort);
        QFETCH(QString, instance);
        const ServerAddress address =
            parseServerAddress(server, port == 0 ? std::nullopt : std::optional(port));
        QCOMPARE(address.host, host);
        QCOMPARE(address.port.value_or(0), expectedPort);
        QCOMPARE(address.instance, instance);
    }

    void aListeningPortIsReached()
    {
        int descriptor = -1;
        const int port = listen(descriptor);
        QVERIFY(port > 0);
        const QList<CheckStep> steps = probeServer({ u"127.0.0.1"_s, port, {} }, 5s);
        close(descriptor);
        QCOMPARE(steps.size(), 2);
        QCOMPARE(steps[0].outcome, CheckOutcome::Good);
        QCOMPARE(steps[1].outcome, CheckOutcome::Good);
        QVERIFY(steps[1].text.contains(QString::number(port)));
    }

    void aClosedPortIsRefusedWithAdvice()
    {
        int descriptor = -1;
        const int port = listen(descriptor);
        QVERIFY(port > 0);
        close(descriptor);
        const QList<CheckStep> steps = probeServer({ u"127.0.0.1"_s, port, {} }, 5s);
        QCOMPARE(steps.size(), 2);
        QCOMPARE(steps[1].outcome, CheckOutcome::Bad);
        QVERIFY(steps[1].text.contains(QString::number(port)));
        QVERIFY(!steps[1].advice.isEmpty());
    }

    void anUnknownNameEndsAtTheFirstStep()
    {
        const QList<CheckStep> steps = probeServer({ u"no-such-host.invalid"_s, 1433, {} }, 5s);
        QCOMPARE(steps.size(), 1);
        QCOMPARE(steps[0].outcome, CheckOutcome::Bad);
        QVERIFY(steps[0].text.contains(u"no-such-host.invalid"_s));
    }

    void anInstanceWithoutPortIsLeftToTheDriver()
    {
        const QList<CheckStep> steps = probeServer({ u"127.0.0.1"_s, std::nullopt, u"SALES"_s }, 5s);
        QCOMPARE(steps.size(), 1);
        QCOMPARE(steps[0].outcome, CheckOutcome::Good);
    }
};

QTEST_GUILESS_MAIN(ServerProbeTest)
#include "tst_serverprobe.moc"
