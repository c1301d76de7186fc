#include "fakesqlserver.h"
#include "replywriter.h"
#include "tdsclient.h"
#include "tdslistener.h"
#include "tdstokens.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

#include <openssl/ssl.h>
#include <openssl/x509v3.h>

using namespace Qt::Literals::StringLiterals;
using namespace tidemark::practice;

namespace {

/// "81 D1 D1 FD": the tokens of a reply by their first byte; rows in a row as one.
QString shape(const std::optional<QByteArray> &reply)
{
    if (!reply)
        return u"closed"_s;
    QStringList kinds;
    for (const SeenToken &token : tokensOf(*reply)) {
        const bool row = token.kind == static_cast<quint8>(TdsToken::Row)
            || token.kind == static_cast<quint8>(TdsToken::NullBitmapRow);
        QString text = row ? u"rows"_s : QString::number(token.kind, 16).toUpper();
        if (token.kind >= static_cast<quint8>(TdsToken::Done))
            text += u":%1"_s.arg(token.status, 0, 16);
        if (kinds.isEmpty() || kinds.last() != text || !row)
            kinds.append(text);
    }
    return kinds.join(u' ');
}

qsizetype rowsOf(const QByteArray &reply)
{
    const QList<SeenToken> tokens = tokensOf(reply);
    return std::count_if(tokens.begin(), tokens.end(), [](const SeenToken &token) {
        return token.kind == static_cast<quint8>(TdsToken::Row)
            || token.kind == static_cast<quint8>(TdsToken::NullBitmapRow);
    });
}

/// An RPC by number with one nvarchar parameter.
} // namespace

/// The server as bytes on a socket.
class TestTdsServer : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void loginReply();
    void refusals();
    void oldProtocolIsRefused();
    void shapes_data();
    void shapes();
    void savepoints();
    void packetSize_data();
    void packetSize();
    void replayIsTheSameForEveryPacketSize_data();
    void replayIsTheSameForEveryPacketSize();
    void requestInManyPackets();
    void attentionWhileIdle();
    void attentionInMidResult_data();
    void attentionInMidResult();
    void attentionInsideARequest();
    void ignoredRequest();
    void resetConnection();
    void closeAfterRows();
    void closeAfterRowsOfReplay();
    void cutLine_data();
    void cutLine();
    void aShortReplyIsNotCut();
    void delays_data();
    void delays();
    void aDelayEndsWithAnAttention();
    void skippedRequests();
    void routing();
    void tlsIsRefused();
    void certificatesToRefuse();
    void logOfStatements();
    void bareAttention();
    void faultsPassOtherRequestsBy();
    void severeErrorEndsTheConnection();
    void badBytesEndOnlyTheirConnection_data();
    void badBytesEndOnlyTheirConnection();
    void mutatedMessagesDisturbNobody();
    void badHandshakeEndsItsConnection_data();
    void badHandshakeEndsItsConnection();
    void manyClientsAtOnce();
    void portInUseIsNamed();
    void stopsAtOnce();
    void sessionEndsWithItsClient();

private:
    FakeSqlServer m_server;
    WireFaultBoard m_faults;
    RequestLog m_log;
    std::unique_ptr<TdsListener> m_listener;
};

void TestTdsServer::init()
{
    m_faults.clear();
    m_log.clear();
    auto listener = TdsListener::start(0, { m_server, m_faults, m_log });
    QVERIFY(listener);
    m_listener = std::move(*listener);
    m_server.on(u"FATAL"_s, [](const FakeSqlServer::Call &call) {
        call.sink.message({ .number = 21, .severity = 21, .text = u"fatal"_s });
        call.sink.done(CommandKind::Other, std::nullopt, true);
    });
    m_server.on(u"NOTHING"_s, [](const FakeSqlServer::Call & /*call*/) {});
    m_server.on(u"RESETS"_s, [](const FakeSqlServer::Call &call) {
        call.sink.done(CommandKind::Update, call.session.resets, false);
    });
}

void TestTdsServer::cleanup()
{
    m_listener.reset();
    QCOMPARE(m_server.sessions(), 0);
}

void TestTdsServer::loginReply()
{
    TdsClient client(m_listener->port());
    client.send(PacketType::Prelogin, TdsClient::prelogin(1));
    const auto prelogin = client.reply();
    QVERIFY(prelogin);
    QCOMPARE(prelogin->toHex(' '),
        QByteArray("00 00 1a 00 06 01 00 20 00 01 02 00 21 00 01 03 00 22 00 00 04 00 22 00 01 ff "
                   "10 00 03 e8 00 00 02 00 00")); // not supported: the server has no TLS here
    client.send(PacketType::Login7, TdsClient::login7(8000, u"secret"_s));
    const auto reply = client.reply();
    QCOMPARE(shape(reply), u"E3 AB E3 E3 AB E3 AD FD:0"_s);
    const QList<SeenToken> tokens = tokensOf(*reply);
    QCOMPARE(tokens[0].body.toHex(),
        QByteArray("01") + "04" + TdsClient::utf16(u"shop"_s).toHex() + "06"
            + TdsClient::utf16(u"master"_s).toHex());
    QCOMPARE(tokens[1].number, 5701);
    QCOMPARE(tokens[2].body.toHex(), QByteArray("07050904d0003400"));
    QCOMPARE(tokens[5].body.toHex(),
        QByteArray("04") + "04" + TdsClient::utf16(u"8000"_s).toHex() + "04"
            + TdsClient::utf16(u"4096"_s).toHex());
    QCOMPARE(tokens[6].body.toHex(),
        QByteArray("0174000004") + "14" + TdsClient::utf16(u"Microsoft SQL Server"_s).toHex() + "100003e8");
}

void TestTdsServer::refusals()
{
    TdsClient client(m_listener->port());
    client.send(PacketType::Prelogin, TdsClient::prelogin(2));
    QVERIFY(client.reply());
    client.send(PacketType::Login7, TdsClient::login7(4096, u"wrong"_s));
    const auto reply = client.reply();
    QCOMPARE(shape(reply), u"AA FD:2"_s);
    QCOMPARE(tokensOf(*reply).first().number, 18456);
    QVERIFY(client.closedByServer());
}

void TestTdsServer::oldProtocolIsRefused()
{
    TdsClient client(m_listener->port());
    client.send(PacketType::Prelogin, TdsClient::prelogin(2));
    QVERIFY(client.reply());
    QByteArray login = TdsClient::login7(4096, u"secret"_s);
    login.replace(4, 4, QByteArray::fromHex("01000071"));
    client.send(PacketType::Login7, login);
    QCOMPARE(shape(client.reply()), u"AA FD:2"_s);
    QVERIFY(client.closedByServer());
}

void TestTdsServer::shapes_data()
{
    QTest::addColumn<PacketType>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, PacketType type, const QByteArray &body, const QString &expected) {
        QTest::newRow(name) << type << body << expected;
    };
    const auto batch = [&](const char *name, const QString &text, const QString &expected) {
        row(name, PacketType::Batch, TdsClient::headers() + TdsClient::utf16(text), expected);
    };
    batch("rows", u"COUNT 2"_s, u"81 rows FD:10"_s);
    batch("no rows", u"COUNT 0"_s, u"81 FD:10"_s);
    batch("update", u"UPDATE"_s, u"FD:10"_s);
    batch("nothing at all", u"NOTHING"_s, u"FD:0"_s);
    batch("two results", u"TWO"_s, u"81 rows FD:11 81 rows FD:10"_s);
    batch("info", u"INFO"_s, u"AB FD:0"_s);
    batch("error", u"BOGUS"_s, u"AA FD:2"_s);
    batch("error after rows", u"ERROR"_s, u"81 rows AA FD:2"_s);
    batch("use", u"USE master"_s, u"E3 FD:0"_s);
    batch("types", u"TYPES"_s, u"81 rows FD:10"_s);
    batch("type information", u"sp_datatype_info_100 11"_s, u"81 rows FD:10"_s);
    row("executesql", PacketType::Rpc, TdsClient::rpc(10, u"COUNT 2"_s), u"81 rows FF:11 79 FE:0"_s);
    row("executesql with an error", PacketType::Rpc, TdsClient::rpc(10, u"BOGUS"_s), u"AA FF:3 79 FE:0"_s);
    row("two calls", PacketType::Rpc,
        TdsClient::rpc(10, u"UPDATE"_s) + '\xFF'
            + TdsClient::rpc(10, u"UPDATE"_s).mid(TdsClient::headers().size()),
        u"FF:11 79 FE:1 FF:11 79 FE:0"_s);
    row("executesql with an impossible value", PacketType::Rpc,
        TdsClient::rpc(10, u"COUNT 2"_s) + QByteArray::fromHex("000028 03ffffff"), u"AA FF:3 79 FE:0"_s);
    row("executesql with a table as a value", PacketType::Rpc,
        TdsClient::rpc(10, u"COUNT 2"_s) + QByteArray::fromHex("0000f3 000000 ffff 0000"),
        u"AA FF:3 79 FE:0"_s);
    const QByteArray tm = TdsClient::headers();
    row("begin", PacketType::TransactionManager, tm + QByteArray::fromHex("05000000"), u"E3 FD:4"_s);
    row("commit", PacketType::TransactionManager, tm + QByteArray::fromHex("07000000"), u"E3 FD:0"_s);
    row("commit and begin", PacketType::TransactionManager, tm + QByteArray::fromHex("070000010000"),
        u"E3 E3 FD:4"_s);
    row("savepoint", PacketType::TransactionManager, tm + QByteArray::fromHex("090000"), u"AA FD:2"_s);
    row("bulk load", PacketType::BulkLoad, QByteArray("\x81\x00\x00", 3), u"AA FD:2"_s);
}

void TestTdsServer::shapes()
{
    QFETCH(PacketType, type);
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    TdsClient client(m_listener->port());
    QVERIFY(client.login());
    client.send(type, body);
    QCOMPARE(shape(client.reply()), expected);
    client.batch(u"COUNT 2"_s);
    QVERIFY(shape(client.reply()).startsWith(u"81 rows FD:1"_s));
}

/// tedious asks for its savepoints by requests, not by statements.
void TestTdsServer::savepoints()
{
    FakeSqlServer server;
    QStringList statements;
    for (const QString &word : { u"SAVE"_s, u"ROLLBACK"_s })
        server.on(word, [&](const FakeSqlServer::Call &call) {
            statements.append(call.batch);
            call.sink.done(CommandKind::Other, std::nullopt, false);
        });
    const auto listener = TdsListener::start(0, { server, m_faults, m_log });
    QVERIFY(listener.has_value());
    TdsClient client((*listener)->port());
    QVERIFY(client.login());
    const auto request = [&](const char *hex) {
        client.send(PacketType::TransactionManager, TdsClient::headers() + QByteArray::fromHex(hex));
        return shape(client.reply());
    };
    request("05000000");
    QCOMPARE(request("0900"
                     "04"
                     "61005d00"),
        u"FD:4"_s);
    QCOMPARE(request("0800"
                     "04"
                     "61005d00"
                     "00"),
        u"FD:4"_s);
    QCOMPARE(statements, QStringList({ u"SAVE TRANSACTION [a]]]"_s, u"ROLLBACK TRANSACTION [a]]]"_s }));
    QCOMPARE(request("0800"
                     "00"
                     "00"),
        u"E3 FD:0"_s);
}

void TestTdsServer::packetSize_data()
{
    QTest::addColumn<int>("wanted");
    QTest::addColumn<int>("given");
    QTest::newRow("the server's choice") << 0 << 4096;
    QTest::newRow("smallest") << 512 << 512;
    QTest::newRow("too small") << 1 << 512;
    QTest::newRow("odd") << 12345 << 12345;
    QTest::newRow("largest") << 32767 << 32767;
    QTest::newRow("too large") << 65536 << 32767;
}

void TestTdsServer::packetSize()
{
    QFETCH(int, wanted);
    QFETCH(int, given);
    TdsClient client(m_listener->port());
    QVERIFY(client.login(wanted));
    client.batch(u"COUNT 10000"_s);
    const auto reply = client.reply();
    QVERIFY(reply);
    QCOMPARE(client.largestPacketSeen(), given);
    QCOMPARE(rowsOf(*reply), 10000);
}

void TestTdsServer::replayIsTheSameForEveryPacketSize_data()
{
    QTest::addColumn<int>("packetSize");
    QTest::addColumn<qint64>("rows");
    for (const int size : { 512, 4096, 16000, 32767 }) {
        for (const qint64 rows : { 0, 1, 996, 997, 998, 25'000 })
            QTest::addRow("%d bytes, %lld rows", size, rows) << size << rows;
    }
}

void TestTdsServer::replayIsTheSameForEveryPacketSize()
{
    QFETCH(int, packetSize);
    QFETCH(qint64, rows);
    TdsClient client(m_listener->port());
    QVERIFY(client.login(packetSize));
    client.batch(u"REPLAY %1"_s.arg(rows));
    const auto reply = client.reply();
    QVERIFY(reply);
    QVERIFY(client.largestPacketSeen() <= packetSize);
    const QList<SeenToken> tokens = tokensOf(*reply);
    QCOMPARE(tokens.size(), rows + 2);
    QCOMPARE(tokens.last().count, static_cast<quint64>(rows));
    const QByteArray round = mixedReplay(rows).encodedRows;
    const qsizetype begin = reply->indexOf(round.left(40));
    for (qsizetype at = 0; rows >= 997 && at < round.size() * (rows / 997); at += round.size())
        QVERIFY(reply->mid(begin + at, round.size()) == round);
}

void TestTdsServer::requestInManyPackets()
{
    TdsClient client(m_listener->port());
    QVERIFY(client.login(512));
    const QByteArray body = TdsClient::headers() + TdsClient::utf16(u"COUNT 3 "_s + QString(5000, u'x'));
    for (qsizetype at = 0; at < body.size(); at += 504) {
        const bool last = at + 504 >= body.size();
        client.send(PacketType::Batch, body.mid(at, 504), last ? EndOfMessage : 0);
    }
    QCOMPARE(shape(client.reply()), u"81 rows FD:10"_s);
    QCOMPARE(m_log.requests().last().size(), 5008);
}

void TestTdsServer::attentionWhileIdle()
{
    TdsClient client(m_listener->port());
    QVERIFY(client.login());
    client.send(PacketType::Attention, {});
    QCOMPARE(shape(client.reply()), u"FD:20"_s);
    client.batch(u"COUNT 1"_s);
    QCOMPARE(shape(client.reply()), u"81 rows FD:10"_s);
}

void TestTdsServer::attentionInMidResult_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("rows") << u"COUNT 100000000"_s;
    QTest::newRow("replay") << u"REPLAY 100000000"_s;
}

void TestTdsServer::attentionInMidResult()
{
    QFETCH(QString, statement);
    TdsClient client(m_listener->port());
    QVERIFY(client.login());
    for (int round = 0; round < 5; ++round) {
        client.batch(statement);
        client.send(PacketType::Attention, {});
        const QString broken = shape(client.reply());
        QVERIFY2(broken == u"81 rows FD:2"_s || broken == u"81 FD:2"_s, qPrintable(broken));
        QCOMPARE(shape(client.reply()), u"FD:20"_s); // in a message of its own
        client.batch(u"COUNT 1"_s);
        QCOMPARE(shape(client.reply()), u"81 rows FD:10"_s);
    }
}

void TestTdsServer::attentionInsideARequest()
{
    TdsClient client(m_listener->port());
    QVERIFY(client.login());
    client.send(PacketType::Batch, TdsClient::headers() + TdsClient::utf16(u"COUNT"_s), 0);
    client.send(PacketType::Attention, {});
    QCOMPARE(shape(client.reply()), u"FD:20"_s);
    client.batch(u"COUNT 1"_s);
    QCOMPARE(shape(client.reply()), u"81 rows FD:10"_s);
}

void TestTdsServer::ignoredRequest()
{
    TdsClient client(m_listener->port());
    QVERIFY(client.login());
    client.send(PacketType::Batch, TdsClient::headers() + TdsClient::utf16(u"COUNT"_s), 0);
    client.send(PacketType::Batch, {}, EndOfMessage | IgnoreMessage);
    QCOMPARE(shape(client.reply()), u"FD:2"_s);
    QVERIFY(m_log.requests().isEmpty());
}

void TestTdsServer::resetConnection()
{
    TdsClient client(m_listener->port());
    QVERIFY(client.login());
    client.send(PacketType::Batch, TdsClient::headers() + TdsClient::utf16(u"RESETS"_s),
        EndOfMessage | ResetConnection);
    const auto reply = client.reply();
    QCOMPARE(shape(reply), u"E3 FD:10"_s);
    QCOMPARE(tokensOf(*reply).first().body.toHex(), QByteArray("120000"));
    QCOMPARE(tokensOf(*reply).last().count, 1U);
}

void TestTdsServer::closeAfterRows()
{
    m_faults.arm({ .statement = u"COUNT"_s, .closeAfterRows = 3 });
    TdsClient client(m_listener->port());
    QVERIFY(client.login());
    client.batch(u"COUNT 10"_s);
    QVERIFY(!client.reply());
    TdsClient next(m_listener->port()); // the fault is spent
    QVERIFY(next.login());
    next.batch(u"COUNT 10"_s);
    QCOMPARE(shape(next.reply()), u"81 rows FD:10"_s);
}

void TestTdsServer::closeAfterRowsOfReplay()
{
    m_faults.arm({ .closeAfterRows = 5000, .reset = true });
    TdsClient client(m_listener->port());
    QVERIFY(client.login());
    client.batch(u"REPLAY 100000"_s);
    QVERIFY(!client.reply());
}

void TestTdsServer::cutLine_data()
{
    QTest::addColumn<WireFaults>("fault");
    QTest::addColumn<qsizetype>("expected"); // bytes that come, headers too; packets have 512
    QTest::newRow("no byte") << WireFaults{ .closeAfterBytes = 0 } << qsizetype(0);
    QTest::newRow("in a header") << WireFaults{ .closeAfterBytes = 3 } << qsizetype(3);
    QTest::newRow("in a packet") << WireFaults{ .closeAfterBytes = 600 } << qsizetype(600);
    QTest::newRow("two packets") << WireFaults{ .closeAfterPackets = 2 } << qsizetype(1024);
    QTest::newRow("half of the first")
        << WireFaults{ .closeAfterPackets = 0, .halfPacket = true } << qsizetype(256);
    QTest::newRow("half of the third")
        << WireFaults{ .closeAfterPackets = 2, .halfPacket = true } << qsizetype(1280);
}

void TestTdsServer::cutLine()
{
    QFETCH(WireFaults, fault);
    for (const QString &batch : { u"COUNT 500"_s, u"REPLAY 100000"_s }) {
        m_faults.arm(fault);
        TdsClient client(m_listener->port());
        QVERIFY(client.login(512));
        client.batch(batch);
        QTEST(client.bytesUntilClosed(), "expected");
    }
}

void TestTdsServer::aShortReplyIsNotCut()
{
    m_faults.arm({ .closeAfterBytes = 100'000 });
    TdsClient client(m_listener->port());
    QVERIFY(client.login());
    client.batch(u"COUNT 10"_s);
    QCOMPARE(shape(client.reply()), u"81 rows FD:10"_s);
    client.batch(u"COUNT 10"_s);
    QCOMPARE(shape(client.reply()), u"81 rows FD:10"_s);
}

void TestTdsServer::delays_data()
{
    QTest::addColumn<WireFaults>("fault");
    QTest::addColumn<int>("least"); // ms
    QTest::addColumn<qsizetype>("before"); // rows in the first packet
    QTest::newRow("before the first")
        << WireFaults{ .delay = std::chrono::milliseconds(60), .delayAfterRows = 0 } << 60 << qsizetype(0);
    QTest::newRow("after two") << WireFaults{ .delay = std::chrono::milliseconds(60), .delayAfterRows = 2 }
                               << 60 << qsizetype(2);
    QTest::newRow("everywhere") << WireFaults{ .delay = std::chrono::milliseconds(20) } << 100
                                << qsizetype(0);
}

void TestTdsServer::delays()
{
    QFETCH(WireFaults, fault);
    QFETCH(int, least);
    for (const QString &batch : { u"COUNT 5"_s, u"REPLAY 5"_s }) {
        m_faults.arm(fault);
        TdsClient client(m_listener->port());
        QVERIFY(client.login());
        QElapsedTimer timer;
        timer.start();
        client.batch(batch);
        const auto first = client.packet();
        QVERIFY(first);
        if (batch.startsWith(u"COUNT"_s))
            QTEST(rowsOf(*first), "before");
        QVERIFY(client.reply());
        QVERIFY2(timer.elapsed() >= least, qPrintable(QString::number(timer.elapsed())));
    }
}

void TestTdsServer::aDelayEndsWithAnAttention()
{
    m_faults.arm({ .delay = std::chrono::hours(1), .delayAfterRows = 1 });
    TdsClient client(m_listener->port());
    QVERIFY(client.login());
    client.batch(u"COUNT 10"_s);
    QVERIFY(client.packet());
    client.send(PacketType::Attention, {});
    QVERIFY(client.reply());
}

void TestTdsServer::skippedRequests()
{
    m_faults.arm({ .statement = u"COUNT"_s, .skip = 1, .closeAfterRows = 0 });
    TdsClient client(m_listener->port());
    QVERIFY(client.login());
    client.batch(u"COUNT 1"_s);
    QVERIFY(client.reply());
    client.batch(u"COUNT 1"_s);
    QVERIFY(!client.reply());
}

void TestTdsServer::routing()
{
    m_faults.arm(ConnectionFault{ .kind = ConnectionFault::Kind::Route, .host = u"db2"_s, .port = 0x1234 });
    const auto routed = [this] {
        TdsClient client(m_listener->port());
        client.send(PacketType::Prelogin, TdsClient::prelogin(2));
        if (!client.reply())
            return QByteArray("closed");
        client.send(PacketType::Login7, TdsClient::login7(4096, u"secret"_s));
        const auto answer = client.reply();
        for (const SeenToken &token : tokensOf(answer.value_or(QByteArray()))) {
            if (token.kind == static_cast<quint8>(TdsToken::EnvChange) && token.body.startsWith('\x14'))
                return token.body.toHex(' ');
        }
        return QByteArray("none");
    };
    // Length 11, TCP, the port, three characters, no old value.
    QCOMPARE(routed(), QByteArray("14 0b 00 00 34 12 03 00 64 00 62 00 32 00 00 00"));
    QCOMPARE(routed(), QByteArray("none"));
}

void TestTdsServer::tlsIsRefused()
{
    auto identity = TlsIdentity::create();
    QVERIFY(identity);
    auto listener = TdsListener::start(0, { m_server, m_faults, m_log, identity->get(), TlsMode::Required });
    QVERIFY(listener);
    const auto encryption = [&] {
        TdsClient client((*listener)->port());
        client.send(PacketType::Prelogin, TdsClient::prelogin(1));
        return client.reply().value_or(QByteArray()).toHex();
    };
    m_faults.arm(ConnectionFault{});
    const QByteArray refused = encryption();
    const QByteArray usual = encryption();
    QVERIFY(refused != usual);
    auto plain = TdsListener::start(0, { m_server, m_faults, m_log });
    TdsClient client((*plain)->port());
    client.send(PacketType::Prelogin, TdsClient::prelogin(1));
    QCOMPARE(refused, client.reply().value_or(QByteArray()).toHex()); // as one that knows no TLS
}

/// Of someone who trusts the practice server's own certificate.
void TestTdsServer::certificatesToRefuse()
{
    auto identity = TlsIdentity::create();
    QVERIFY(identity);
    using Certificate = TlsIdentity::Certificate;
    const auto x509 = [&](Certificate which) {
        return SSL_CTX_get0_certificate((*identity)->context(which));
    };
    X509_STORE *store = X509_STORE_new();
    QCOMPARE(X509_STORE_add_cert(store, x509(Certificate::Good)), 1);
    const auto verified = [&](Certificate which) {
        X509_STORE_CTX *context = X509_STORE_CTX_new();
        X509_STORE_CTX_init(context, store, x509(which), nullptr);
        X509_verify_cert(context);
        const int error = X509_STORE_CTX_get_error(context);
        X509_STORE_CTX_free(context);
        return error;
    };
    const auto isForLocalhost = [&](Certificate which) {
        return X509_check_host(x509(which), "localhost", 0, 0, nullptr) == 1;
    };
    QCOMPARE(verified(Certificate::Good), X509_V_OK);
    QCOMPARE(verified(Certificate::WrongName), X509_V_OK);
    QCOMPARE(verified(Certificate::Expired), X509_V_ERR_CERT_HAS_EXPIRED);
    QVERIFY(isForLocalhost(Certificate::Good));
    QVERIFY(!isForLocalhost(Certificate::WrongName));
    QVERIFY(isForLocalhost(Certificate::Expired));
    X509_STORE_free(store);
}

void TestTdsServer::logOfStatements()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"statements.log"_s);
    auto log = StatementLog::open(path);
    QVERIFY(log);
    auto listener = TdsListener::start(0, { m_server, m_faults, m_log, nullptr, TlsMode::Off, log->get() });
    QVERIFY(listener);
    TdsClient client((*listener)->port());
    QVERIFY(client.login());
    client.batch(u"COUNT 10"_s);
    QVERIFY(client.reply());
    client.batch(u"FATAL"_s);
    QVERIFY(client.reply());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto next = [&file] { return QJsonDocument::fromJson(file.readLine()).object(); };
    const QJsonObject counted = next();
    QCOMPARE(counted[u"statement"_s].toString(), u"COUNT 10"_s);
    QCOMPARE(counted[u"rows"_s].toInt(), 10);
    QVERIFY(counted[u"connection"_s].toInt() > 50);
    QVERIFY(counted[u"milliseconds"_s].toDouble() > 0);
    QVERIFY(!counted.contains(u"error"_s));
    QVERIFY(QDateTime::fromString(counted[u"time"_s].toString(), Qt::ISODateWithMs).isValid());
    const QJsonObject fatal = next();
    QCOMPARE(fatal[u"error"_s].toInt(), 21);
    QCOMPARE(fatal[u"connection"_s], counted[u"connection"_s]);
    QVERIFY(file.atEnd());
    QVERIFY(!StatementLog::open(folder.filePath(u"no/such/folder"_s)));
}

void TestTdsServer::bareAttention()
{
    m_faults.arm({ .stallAfterRows = 4, .bareAttention = true });
    TdsClient client(m_listener->port());
    QVERIFY(client.login());
    client.batch(u"COUNT 10"_s);
    const auto rows = client.packet(); // all that was sent before the stall
    QVERIFY(rows);
    QCOMPARE(rowsOf(*rows), 4);
    client.send(PacketType::Attention, {});
    QCOMPARE(shape(client.reply()), u"FD:20"_s);
}

void TestTdsServer::faultsPassOtherRequestsBy()
{
    m_faults.arm({ .statement = u"COUNT 7"_s, .times = 2, .closeAfterRows = 0 });
    TdsClient client(m_listener->port());
    QVERIFY(client.login());
    client.batch(u"COUNT 8"_s);
    QCOMPARE(shape(client.reply()), u"81 rows FD:10"_s);
    client.send(PacketType::Rpc, TdsClient::rpc(10, u"COUNT 7"_s));
    QVERIFY(!client.reply());
    TdsClient second(m_listener->port());
    QVERIFY(second.login());
    second.batch(u"COUNT 7"_s);
    QVERIFY(!second.reply());
    TdsClient third(m_listener->port());
    QVERIFY(third.login());
    third.batch(u"COUNT 7"_s);
    QVERIFY(third.reply());
}

void TestTdsServer::severeErrorEndsTheConnection()
{
    TdsClient client(m_listener->port());
    QVERIFY(client.login());
    client.batch(u"FATAL"_s);
    QCOMPARE(shape(client.reply()), u"AA FD:2"_s);
    QVERIFY(client.closedByServer());
}

void TestTdsServer::badBytesEndOnlyTheirConnection_data()
{
    QTest::addColumn<bool>("loggedIn");
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, bool loggedIn, const char *hex) {
        QTest::newRow(name) << loggedIn << QByteArray::fromHex(hex);
    };
    row("a web browser", false, "474554202f20485454502f312e310d0a");
    row("TLS first", false, "16030100fa010000f603030000000000");
    row("length below the header", false, "1201000700000000");
    row("login without prelogin", false, "1001000c0000000001020304");
    row("prelogin without end", false, "1201000d0000000001000b0001");
    row("option outside the packet", false, "1201000f000000000100ff000102ff");
    row("unknown packet", true, "0901000800000000");
    row("rpc without anything", true, "0301000800000000");
    row("rpc with a length beyond its end", true,
        "0301002e00000000160000001200000002000000000000000000010000000100780000000000a5ff7ffffe000000");
    row("headers longer than the packet", true, "0101000c00000000ffffffff");
    row("transaction request unknown", true,
        "0e01001e0000000016000000120000000200000000000000000001000000ffff");
    row("other type in the middle of a message", true, "01000009000000004103010009000000004100000000");
}

void TestTdsServer::badBytesEndOnlyTheirConnection()
{
    QFETCH(bool, loggedIn);
    QFETCH(QByteArray, bytes);
    TdsClient other(m_listener->port());
    QVERIFY(other.login());
    TdsClient client(m_listener->port());
    if (loggedIn)
        QVERIFY(client.login());
    client.sendRaw(bytes);
    QVERIFY(client.closedByServer());
    other.batch(u"COUNT 1"_s);
    QCOMPARE(shape(other.reply()), u"81 rows FD:10"_s);
}

void TestTdsServer::mutatedMessagesDisturbNobody()
{
    TdsClient other(m_listener->port());
    QVERIFY(other.login());
    const QList<QByteArray> bodies{ TdsClient::rpc(10, u"TYPES"_s), TdsClient::rpc(13, u"COUNT 3"_s),
        TdsClient::rpc(2, u"COUNT 3"_s), TdsClient::headers() + TdsClient::utf16(u"COUNT 3"_s),
        TdsClient::headers() + QByteArray::fromHex("05000000") };
    QRandomGenerator random(1124);
    for (int round = 0; round < 300; ++round) {
        TdsClient client(m_listener->port());
        QVERIFY(client.login());
        for (const PacketType type : { PacketType::Rpc, PacketType::Batch, PacketType::TransactionManager }) {
            QByteArray body = bodies.at(random.bounded(bodies.size()));
            for (int changes = random.bounded(1, 4); changes > 0; --changes)
                body[random.bounded(body.size())] = static_cast<char>(random.bounded(256));
            client.send(type, body);
        }
    }
    other.batch(u"COUNT 1"_s);
    QCOMPARE(shape(other.reply()), u"81 rows FD:10"_s);
}

void TestTdsServer::badHandshakeEndsItsConnection_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no TLS") << QByteArray::fromHex("1201000d000000004142434445");
    QTest::newRow("empty packet") << QByteArray::fromHex("1201000800000000");
    QTest::newRow("login in clear") << QByteArray::fromHex("1001000c0000000001020304");
    QTest::newRow("alert") << QByteArray::fromHex("1201000f0000000015030300020228");
}

void TestTdsServer::badHandshakeEndsItsConnection()
{
    QFETCH(QByteArray, bytes);
    auto identity = TlsIdentity::create();
    QVERIFY(identity);
    auto listener = TdsListener::start(0, { m_server, m_faults, m_log, identity->get(), TlsMode::Required });
    QVERIFY(listener);
    TdsClient client((*listener)->port());
    client.send(PacketType::Prelogin, TdsClient::prelogin(2));
    const auto answer = client.reply();
    QVERIFY(answer);
    QCOMPARE(answer->at(answer->at(7)), '\3'); // required, whatever the client can
    client.sendRaw(bytes);
    while (client.packet()) { } // TLS may say why
    QVERIFY(client.closedByServer());
}

void TestTdsServer::manyClientsAtOnce()
{
    std::vector<std::unique_ptr<TdsClient>> clients;
    for (int i = 0; i < 50; ++i) {
        clients.push_back(std::make_unique<TdsClient>(m_listener->port()));
        QVERIFY(clients.back()->login());
    }
    QCOMPARE(m_server.sessions(), 50);
    for (const auto &client : clients)
        client->batch(u"COUNT 100"_s);
    for (const auto &client : clients)
        QCOMPARE(shape(client->reply()), u"81 rows FD:10"_s);
}

void TestTdsServer::portInUseIsNamed()
{
    const auto second = TdsListener::start(m_listener->port(), { m_server, m_faults, m_log });
    QVERIFY(!second);
    QVERIFY(second.error().text.contains(QString::number(m_listener->port())));
}

void TestTdsServer::stopsAtOnce()
{
    TdsClient idle(m_listener->port());
    QVERIFY(idle.login());
    TdsClient silent(m_listener->port());
    TdsClient full(m_listener->port()); // never reads its rows
    QVERIFY(full.login());
    full.batch(u"REPLAY 1000000000"_s);
    QElapsedTimer timer;
    timer.start();
    m_listener.reset();
    QVERIFY(timer.elapsed() < 1000);
    QVERIFY(idle.closedByServer());
}

void TestTdsServer::sessionEndsWithItsClient()
{
    auto client = std::make_unique<TdsClient>(m_listener->port());
    QVERIFY(client->login());
    client->batch(u"COUNT 1000000000"_s);
    client.reset();
    QTRY_COMPARE_WITH_TIMEOUT(m_server.sessions(), 0, 10'000);
}

QTEST_GUILESS_MAIN(TestTdsServer)
#include "tst_tdsserver.moc"
