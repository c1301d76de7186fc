#include "sqlbench.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace tidemark::practice;

namespace {

const QString tables = uR"(
CREATE TABLE dbo.orders (id int NOT NULL PRIMARY KEY, note nvarchar(max), customer nvarchar(100), total decimal(18, 4), placed_at datetime2(7));
CREATE TABLE dbo.pets (owner bigint NOT NULL, pet nvarchar(10) NOT NULL, born date);
INSERT INTO orders VALUES (1, N'a', N'b', 1.5, '2026-01-02'), (2, NULL, NULL, 2, '2026-01-03');
INSERT INTO pets VALUES (1, N'cat', NULL), (2, N'dog', '2020-01-01');
)"_s;

const QStringList statements = {
    u"SELECT o.id, COUNT(*) AS n, SUM(total) FROM orders o LEFT JOIN pets p ON p.owner = o.id GROUP BY o.id HAVING COUNT(*) > 0 ORDER BY n DESC"_s,
    u"WITH q (x) AS (SELECT id FROM orders UNION SELECT owner FROM pets) SELECT TOP (3) x FROM q WHERE x IN (SELECT id FROM orders) ORDER BY x"_s,
    u"UPDATE o SET total += p.owner, note = CONVERT(nvarchar(10), placed_at, 112) FROM orders AS o JOIN pets AS p ON p.owner = o.id WHERE o.note LIKE N'%a'"_s,
    u"INSERT INTO pets (owner, pet) SELECT id, LEFT(COALESCE(customer, N'x'), 10) FROM orders WHERE total BETWEEN 1 AND 5"_s,
    u"INSERT INTO orders VALUES (3, N'it''s', NULL, -0.00001, '2026-01-02T03:04:05.1234567'), (4, DEFAULT, N'😀', 1e3, NULL)"_s,
    u"DELETE TOP (1) p FROM pets p WHERE NOT EXISTS (SELECT 1 FROM orders WHERE id = p.owner)"_s,
    u"DECLARE @a decimal(9, 2) = 1.5, @b nvarchar(20); SET @a *= 3; SELECT @b = CASE WHEN @a > 4 THEN 'big' ELSE N'small' END; SELECT @a, @b"_s,
    u"SELECT CAST(0x010203 AS int), TRY_CONVERT(date, '2026-02-30'), DATEADD(month, 1, '2026-01-31'), ROUND(1.255, 2), QUOTENAME('a]b')"_s,
    u"SELECT v.a, v.b FROM (VALUES (1, 'x'), (2.5, NULL)) AS v (a, b) ORDER BY 1 OFFSET 1 ROWS FETCH NEXT 1 ROWS ONLY"_s,
};

} // namespace

/// Statements damaged at random: each runs or is refused with a message of T-SQL's own. SQLite's is a defect
/// of the translation.
class TestMutatedSql : public QObject {
    Q_OBJECT

private slots:
    void refusesWithoutFailing_data();
    void refusesWithoutFailing();

private:
    QString mutated(const QString &text);

    std::mt19937 m_random;
    QStringList m_words;
};

void TestMutatedSql::refusesWithoutFailing_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 4; ++seed)
        QTest::newRow(qPrintable(QString::number(seed))) << seed;
}

QString TestMutatedSql::mutated(const QString &text)
{
    QString result = text;
    for (quint32 count = m_random() % 4 + 1; count > 0; --count) {
        const auto at = qsizetype(m_random() % quint32(result.size() + 1));
        const QString word = m_words[qsizetype(m_random() % quint32(m_words.size()))];
        switch (m_random() % 6) {
        case 0:
            result.remove(at, 1 + qsizetype(m_random() % 8));
            break;
        case 1:
            result.insert(at, u' ' + word + u' ');
            break;
        case 2:
            result.insert(at, QChar(char16_t(m_random() % 0x80)));
            break;
        case 3:
            result.insert(at, QChar(char16_t(m_random() % 0x10000)));
            break;
        case 4:
            result.insert(at, result.mid(qsizetype(m_random() % quint32(result.size() + 1)), 20));
            break;
        default: {
            QStringList words = result.split(u' ');
            words[qsizetype(m_random() % quint32(words.size()))] = word;
            result = words.join(u' ');
        }
        }
    }
    return result;
}

void TestMutatedSql::refusesWithoutFailing()
{
    constexpr int rounds = 1500;
    QFETCH(quint32, seed);
    m_random.seed(seed);
    QStringList corpus = statements;
    const QDir folder(QStringLiteral(STATEMENT_DATA "/statements"));
    for (const QString &name :
        folder.entryList({ u"changes_orders.sql"_s, u"full_orders_where.sql"_s, u"have_changes.sql"_s })) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        corpus += QString::fromUtf8(file.readAll());
    }
    m_words = corpus.join(u' ').simplified().split(u' ');
    SqlBench bench;
    int good = 0;
    for (int round = 0; round < rounds; ++round) {
        if (round % 100 == 0)
            QCOMPARE(bench.reset(tables), QStringList());
        const QString statement = mutated(corpus[qsizetype(m_random() % quint32(corpus.size()))]);
        const QString answer = bench.run(statement).join(u'\n').section(u'\n', -1);
        const bool refused = answer.startsWith(u"error"_s);
        QVERIFY2(!answer.startsWith(u"error -1"_s), qPrintable(statement + u"\n"_s + answer));
        good += refused ? 0 : 1;
    }
    QVERIFY(good > rounds / 50); // the generator makes something that runs, too
}

QTEST_GUILESS_MAIN(TestMutatedSql)
#include "tst_mutatedsql.moc"
