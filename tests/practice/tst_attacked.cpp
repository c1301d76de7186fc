#include "practiceserver.h"
#include "tdsclient.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace tidemark::practice;
using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList statements{
    u"SELECT o.id, c.name, SUM(o.total) FROM dbo.orders o JOIN dbo.customers c ON c.id = o.customer_id GROUP BY o.id, c.name"_s,
    u"UPDATE dbo.orders SET total = total * 1.1, status = N'x' WHERE id BETWEEN 2 AND 9"_s,
    u"INSERT INTO dbo.products (id, name, price) SELECT id + 1000, N'né', 9.99 FROM dbo.products"_s,
    u"DELETE FROM dbo.order_lines WHERE quantity > 3"_s,
    u"SELECT * FROM dbo.every_type"_s,
    u"BEGIN TRAN; UPDATE dbo.customers SET city = NULL; ROLLBACK"_s,
    u"SET TRANSACTION ISOLATION LEVEL SNAPSHOT; BEGIN TRAN; SELECT CHANGE_TRACKING_CURRENT_VERSION(); COMMIT"_s,
    u"SELECT c.SYS_CHANGE_OPERATION, t.* FROM CHANGETABLE(CHANGES dbo.orders, 0) AS c LEFT JOIN dbo.orders t ON t.id = c.id"_s,
    u"CREATE TABLE dbo.extra (id int PRIMARY KEY, v sql_variant, x xml); DROP TABLE dbo.extra"_s,
    u"ALTER TABLE dbo.customers ADD note nvarchar(max); ALTER TABLE dbo.customers DROP COLUMN note"_s,
    u"DECLARE @a decimal(38, 10) = 1.5; SELECT CONVERT(nvarchar(50), @a), CAST('2026-01-02' AS datetime2(7)), TRY_CONVERT(int, 'x')"_s,
    u"EXEC practice.make_replay @name = N'r', @rows = 10, @shape = N'mixed'; SELECT * FROM replay.r"_s,
};

int secondsOfAttack()
{
    bool ok = false;
    const int seconds = qEnvironmentVariableIntValue("TIDEMARK_ATTACK_SECONDS", &ok);
    return ok ? seconds : 60;
}

qint64 residentMegabytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * 4096 / 1'000'000;
}

} // namespace

/// A whole practice server, and clients that send it damaged packets, damaged T-SQL, and go when they like.
/// Nothing crashes, hangs or grows without end. TIDEMARK_ATTACK_SECONDS makes it last longer than its minute.
class TestAttacked : public QObject {
    Q_OBJECT

private slots:
    void survivesAnything();

private:
    QByteArray damaged(QByteArray bytes);
    QString damaged(const QString &text);
    void attack(quint16 port);
    void sendSomething(TdsClient &client);

    QRandomGenerator m_random{ 20261127 };
};

QByteArray TestAttacked::damaged(QByteArray bytes)
{
    for (int changes = m_random.bounded(0, 4); changes > 0; --changes)
        bytes[m_random.bounded(bytes.size())] = static_cast<char>(m_random.bounded(256));
    return m_random.bounded(6) == 0 ? bytes.left(m_random.bounded(bytes.size())) : bytes;
}

QString TestAttacked::damaged(const QString &text)
{
    QStringList words = text.split(u' ');
    for (int changes = m_random.bounded(0, 3); changes > 0; --changes) {
        const qsizetype at = m_random.bounded(words.size());
        const QString other = statements[m_random.bounded(statements.size())];
        switch (m_random.bounded(4)) {
        case 0:
            words[at] = other.split(u' ').value(m_random.bounded(6));
            break;
        case 1:
            words.insert(at, QString(QChar(char16_t(m_random.bounded(0x10000)))));
            break;
        case 2:
            words[at] = words[at].left(m_random.bounded(4));
            break;
        default:
            words.move(at, m_random.bounded(words.size()));
        }
    }
    return words.join(u' ');
}

void TestAttacked::sendSomething(TdsClient &client)
{
    const QString text = damaged(statements[m_random.bounded(statements.size())]);
    switch (m_random.bounded(6)) {
    case 0:
        client.send(PacketType::Rpc, damaged(TdsClient::rpc(quint16(m_random.bounded(1, 17)), text)));
        break;
    case 1:
        client.send(PacketType::TransactionManager,
            damaged(TdsClient::headers() + QByteArray::fromHex("050002000000")));
        break;
    case 2:
        client.send(PacketType::Attention, {});
        break;
    case 3:
        client.send(
            PacketType(m_random.bounded(256)), damaged(TdsClient::headers() + TdsClient::utf16(text)));
        break;
    default:
        client.batch(text);
    }
}

void TestAttacked::attack(quint16 port)
{
    TdsClient client(port);
    if (m_random.bounded(5) == 0) {
        client.sendRaw(
            damaged(QByteArray::fromHex("12010025") + QByteArray(4, '\0') + TdsClient::prelogin(1)));
        client.send(PacketType::Login7, damaged(TdsClient::login7(4096, u"secret"_s)));
        return;
    }
    QVERIFY(client.login());
    for (int messages = m_random.bounded(1, 6); messages > 0; --messages) {
        sendSomething(client);
        if (m_random.bounded(3) == 0 && !client.packet())
            return;
    }
}

void TestAttacked::survivesAnything()
{
    PracticeOptions options;
    options.password = u"secret"_s;
    options.rows = 20;
    const auto server = PracticeServer::start(options);
    QVERIFY(server);
    const quint16 port = (*server)->port();
    TdsClient other(port);
    QVERIFY(other.login());
    QElapsedTimer timer;
    timer.start();
    const qint64 end = secondsOfAttack() * 1000LL;
    qint64 memory = 0;
    int attacks = 0;
    while (timer.elapsed() < end) {
        attack(port);
        if (++attacks % 20 == 0) {
            other.batch(u"SELECT 1"_s);
            QVERIFY2(other.reply(), "another client was disturbed");
        }
        if (memory == 0 && timer.elapsed() > end / 4)
            memory = residentMegabytes();
    }
    QVERIFY(attacks > 20);
    // What a sanitizer keeps of freed memory is in the sum.
    QVERIFY2(residentMegabytes() < memory + 400,
        qPrintable(u"%1 MB, then %2 MB"_s.arg(memory).arg(residentMegabytes())));
}

QTEST_GUILESS_MAIN(TestAttacked)
#include "tst_attacked.moc"
