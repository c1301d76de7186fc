#include "prelogin.h"
#include "serverprobe.h"

#include <QtTest>

#include <array>
#include <thread>

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
        const QList<CheckStep> steps = probeServer({ u"127.0.0.1"_s, port, {} }, { 5s, false });
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
        const QList<CheckStep> steps = probeServer({ u"127.0.0.1"_s, port, {} }, { 5s, false });
        QCOMPARE(steps.size(), 2);
        QCOMPARE(steps[1].outcome, CheckOutcome::Bad);
        QVERIFY(steps[1].text.contains(QString::number(port)));
        QVERIFY(!steps[1].advice.isEmpty());
    }

    void anUnknownNameEndsAtTheFirstStep()
    {
        const QList<CheckStep> steps = probeServer({ u"no-such-host.invalid"_s, 1433, {} }, { 5s, false });
        QCOMPARE(steps.size(), 1);
        QCOMPARE(steps[0].outcome, CheckOutcome::Bad);
        QVERIFY(steps[0].text.contains(u"no-such-host.invalid"_s));
    }

    void anInstanceWithoutPortIsLeftToTheDriver()
    {
        const QList<CheckStep> steps =
            probeServer({ u"127.0.0.1"_s, std::nullopt, u"SALES"_s }, { 5s, false });
        QCOMPARE(steps.size(), 1);
        QCOMPARE(steps[0].outcome, CheckOutcome::Good);
    }

    void readsThePrelogin_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QString>("version"); // empty: no such answer
        QTest::addColumn<bool>("encrypts");
        const QByteArray options = QByteArray::fromHex("00000b000601001100 01ff0f0010ce0000"_ba);
        const auto packet = [&](const char *head, const char *encryption) {
            return QByteArray::fromHex(head) + options + QByteArray::fromHex(encryption);
        };
        QTest::newRow("on") << packet("0401001a00000100", "01") << u"15.0.4302"_s << true;
        QTest::newRow("required") << packet("0401001a00000100", "03") << u"15.0.4302"_s << true;
        QTest::newRow("login only") << packet("0401001a00000100", "00") << u"15.0.4302"_s << true;
        QTest::newRow("not supported") << packet("0401001a00000100", "02") << u"15.0.4302"_s << false;
        QTest::newRow("cut off") << packet("0401001a00000100", "") << QString() << false;
        QTest::newRow("too short a body") << packet("0401001900000100", "") << QString() << false;
        QTest::newRow("another type") << packet("1201001a00000100", "01") << QString() << false;
        QTest::newRow("HTTP") << "HTTP/1.1 400 Bad Request\r\n\r\n"_ba << QString() << false;
        QTest::newRow("nothing") << ""_ba << QString() << false;
        QTest::newRow("options without end")
            << QByteArray::fromHex("0401000a00000100 0000") << QString() << false;
    }
    void readsThePrelogin()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QString, version);
        QFETCH(bool, encrypts);
        const std::optional<PreloginAnswer> answer = decodePrelogin(packet);
        QCOMPARE(answer.has_value(), !version.isEmpty());
        if (answer)
            QCOMPARE(*answer, (PreloginAnswer{ version, encrypts }));
    }

    void anotherProgramIsNoSqlServer_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<int>("steps");
        QTest::newRow("speaks something else") << "HTTP/1.1 400 Bad Request\r\n\r\n"_ba << 3;
        QTest::newRow("closes") << ""_ba << 2; // left to the driver
    }
    void anotherProgramIsNoSqlServer()
    {
        QFETCH(QByteArray, reply);
        QFETCH(int, steps);
        int descriptor = -1;
        const int port = listen(descriptor);
        QVERIFY(port > 0);
        std::thread other([&] {
            const int client = accept(descriptor, nullptr, nullptr);
            std::array<char, 64> request{};
            static_cast<void>(recv(client, request.data(), request.size(), 0));
            static_cast<void>(send(client, reply.constData(), size_t(reply.size()), MSG_NOSIGNAL));
            close(client);
        });
        const QList<CheckStep> found = probeServer({ u"127.0.0.1"_s, port, {} }, { 5s, true });
        other.join();
        close(descriptor);
        QCOMPARE(found.size(), steps);
        QCOMPARE(found.last().outcome, steps == 3 ? CheckOutcome::Bad : CheckOutcome::Good);
    }
};

QTEST_GUILESS_MAIN(ServerProbeTest)
#include "tst_serverprobe.moc"
