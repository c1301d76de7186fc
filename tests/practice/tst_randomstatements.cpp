#include "enginebench.h"

#include <QTest>

#include <functional>
#include <limits>
#include <map>
#include <random>
#include <set>

using namespace tidemark::practice;
using namespace tidemark::practice::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Row {
    int id = 0;
    std::optional<qint64> a;
    std::optional<QString> b;
};

using Rows = std::map<int, Row>;

/// A search condition as text and as what it means; none is UNKNOWN.
struct Condition {
    QString sql;
    std::function<std::optional<bool>(const Row &)> holds;
};

/// The right side of `SET a = `. An answer is a value, NULL or the number of an error.
struct Term {
    QString sql;
    std::function<std::variant<std::optional<qint64>, int>(const Row &)> value;
};

/// As the default collation compares: without case, without trailing blanks.
QString folded(QString text)
{
    while (text.endsWith(u' '))
        text.chop(1);
    return text.toLower();
}

QString shown(const Row &row)
{
    return u"%1|%2|%3"_s.arg(
        QString::number(row.id), row.a ? QString::number(*row.a) : u"NULL"_s, row.b.value_or(u"NULL"_s));
}

QString literal(const std::optional<QString> &text)
{
    return text ? u"N'%1'"_s.arg(*text) : u"NULL"_s;
}

/// What the server should hold: rows, and which keys each version touched.
struct Model {
    Rows rows;
    std::vector<Rows> states{ {} }; // by version
    std::vector<std::set<int>> touched{ {} };
    std::map<int, qint64> made; // the last version that made a key

    qint64 version() const { return qint64(states.size()) - 1; }
};

/// The keys of rows that a statement wrote, and those of them that it made: also where it took a key away and
/// gave it again, as `SET id = id` does.
struct Touched {
    std::set<int> keys;
    std::set<int> made;
};

} // namespace

/// Statements made up at random run against the server and against a model in memory: the same rows, counts,
/// errors and changes.
class TestRandomStatements : public BenchTest {
    Q_OBJECT

private slots:
    void agreeWithTheModel_data();
    void agreeWithTheModel();

private:
    QString script() const override
    {
        return u"ALTER DATABASE shop SET CHANGE_TRACKING = ON\nGO\n"
               "CREATE TABLE t (id int NOT NULL PRIMARY KEY, a int, b nvarchar(4))\n"
               "ALTER TABLE t ENABLE CHANGE_TRACKING"_s;
    }
    int upTo(int end) { return std::uniform_int_distribution<int>(0, end - 1)(m_random); }
    std::optional<QString> someText();
    Condition someCondition(int depth = 0);
    Term someTerm();

    void step();
    void insert();
    void update();
    void move();
    void remove();
    void transaction();
    void select();
    void group();
    void changes();

    Answer run(const QString &sql);
    void change(const QString &sql, const Touched &keys, const Rows &after, qint64 count);
    void refused(const QString &sql, int number);
    void endOfTransaction(bool commit);

    std::mt19937 m_random;
    Model m_model;
    bool m_open = false; // a transaction
    Rows m_before; // it began
    Touched m_touched; // by it
    QStringList m_script;
};

void TestRandomStatements::agreeWithTheModel_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 6; ++seed)
        QTest::newRow(qPrintable(QString::number(seed))) << seed;
}

void TestRandomStatements::agreeWithTheModel()
{
    QFETCH(quint32, seed);
    m_random.seed(seed);
    m_model = {};
    m_touched = {};
    m_open = false;
    m_script.clear();
    for (int i = 0; i < 500; ++i) {
        step();
        if (QTest::currentTestFailed()) {
            qWarning("%s", qPrintable(m_script.mid(qMax(0, m_script.size() - 40)).join(u'\n')));
            return;
        }
    }
}

std::optional<QString> TestRandomStatements::someText()
{
    static const QStringList texts{ u"x"_s, u"X"_s, u"y"_s, u"Y "_s, u""_s, u"zz"_s };
    const int index = upTo(int(texts.size()) + 1);
    return index < texts.size() ? std::optional(texts[index]) : std::nullopt;
}

Condition TestRandomStatements::someCondition(int depth)
{
    const int number = upTo(40);
    switch (upTo(depth < 2 ? 9 : 6)) {
    case 0:
        return { u"a < %1"_s.arg(number),
            [number](const Row &row) { return row.a ? std::optional(*row.a < number) : std::nullopt; } };
    case 1:
        return { u"a IS NULL"_s, [](const Row &row) { return std::optional(!row.a); } };
    case 2:
        return { u"id % 3 = %1"_s.arg(number % 3),
            [number](const Row &row) { return std::optional(row.id % 3 == number % 3); } };
    case 3:
        return { u"id BETWEEN %1 AND %2"_s.arg(number).arg(number + 5),
            [number](const Row &row) { return std::optional(row.id >= number && row.id <= number + 5); } };
    case 4: {
        const QString text = someText().value_or(u"x"_s);
        return { u"b = N'%1'"_s.arg(text), [text](const Row &row) {
                    return row.b ? std::optional(folded(*row.b) == folded(text)) : std::nullopt;
                } };
    }
    case 5:
        return { u"b LIKE N'y%'"_s, [](const Row &row) {
                    return row.b ? std::optional(row.b->startsWith(u'y', Qt::CaseInsensitive)) : std::nullopt;
                } };
    case 6: {
        const Condition inner = someCondition(depth + 1);
        return { u"NOT (%1)"_s.arg(inner.sql), [inner](const Row &row) {
                    const std::optional<bool> holds = inner.holds(row);
                    return holds ? std::optional(!*holds) : std::nullopt;
                } };
    }
    default:
        break;
    }
    const bool both = upTo(2) == 0;
    const Condition left = someCondition(depth + 1);
    const Condition right = someCondition(depth + 1);
    return { u"(%1 %2 %3)"_s.arg(left.sql, both ? u"AND"_s : u"OR"_s, right.sql),
        [both, left, right](const Row &row) -> std::optional<bool> {
            const std::optional<bool> l = left.holds(row);
            const std::optional<bool> r = right.holds(row);
            if (l == std::optional(!both) || r == std::optional(!both))
                return !both;
            return l && r ? std::optional(both) : std::nullopt;
        } };
}

Term TestRandomStatements::someTerm()
{
    using Value = std::variant<std::optional<qint64>, int>;
    const int number = upTo(40);
    switch (upTo(6)) {
    case 0:
        return { u"a + %1"_s.arg(number), [number](const Row &row) -> Value {
                    if (!row.a)
                        return std::optional<qint64>();
                    const qint64 sum = *row.a + number;
                    return sum > std::numeric_limits<int>::max() ? Value(8115) : Value(std::optional(sum));
                } };
    case 1:
        return { u"a / (id - %1)"_s.arg(number), [number](const Row &row) -> Value {
                    if (!row.a)
                        return std::optional<qint64>();
                    return row.id == number ? Value(8134) : Value(std::optional(*row.a / (row.id - number)));
                } };
    case 2:
        return { u"COALESCE(a, id) - %1"_s.arg(number),
            [number](const Row &row) -> Value { return std::optional(row.a.value_or(row.id) - number); } };
    case 3:
        return { u"CASE WHEN b IS NULL THEN id WHEN b = N'x' THEN NULL ELSE LEN(b) END"_s,
            [](const Row &row) -> Value {
                if (!row.b)
                    return std::optional<qint64>(row.id);
                if (folded(*row.b) == u"x")
                    return std::optional<qint64>();
                return std::optional<qint64>(folded(*row.b).size());
            } };
    case 4:
        return { u"2147483600 + %1"_s.arg(number),
            [number](const Row &) -> Value { return std::optional<qint64>(2147483600LL + number); } };
    default:
        return { u"NULL"_s, [](const Row &) -> Value { return std::optional<qint64>(); } };
    }
}

Answer TestRandomStatements::run(const QString &sql)
{
    m_script += sql;
    return m_session->run(sql);
}

/// A statement that succeeds.
void TestRandomStatements::change(const QString &sql, const Touched &keys, const Rows &after, qint64 count)
{
    const Answer answer = run(sql);
    QCOMPARE(answer.errorText(), QString());
    QCOMPARE(answer.counts.size(), 1U);
    QCOMPARE(answer.counts[0].value_or(-1), count);
    if (!m_open)
        m_before = m_model.rows;
    m_model.rows = after;
    m_touched.keys.insert(keys.keys.begin(), keys.keys.end());
    m_touched.made.insert(keys.made.begin(), keys.made.end());
    if (!m_open)
        endOfTransaction(true);
}

/// A statement that fails changes nothing and leaves the transaction open.
void TestRandomStatements::refused(const QString &sql, int number)
{
    QCOMPARE(run(sql).firstError(), number);
    QCOMPARE(run(u"SELECT @@TRANCOUNT"_s).value(), m_open ? u"1"_s : u"0"_s);
}

void TestRandomStatements::endOfTransaction(bool commit)
{
    if (!commit) {
        m_model.rows = m_before;
    } else if (!m_touched.keys.empty()) {
        m_model.states.push_back(m_model.rows);
        m_model.touched.push_back(m_touched.keys);
        for (const int key : m_touched.made)
            m_model.made[key] = m_model.version();
    }
    m_touched = {};
    m_open = false;
}

void TestRandomStatements::step()
{
    switch (upTo(12)) {
    case 0:
    case 1:
    case 2:
        return insert();
    case 3:
    case 4:
        return update();
    case 5:
        return move();
    case 6:
        return remove();
    case 7:
    case 8:
        return transaction();
    case 9:
        return select();
    case 10:
        return group();
    default:
        return changes();
    }
}

void TestRandomStatements::insert()
{
    Rows after = m_model.rows;
    Touched touched;
    QStringList values;
    bool twice = false;
    for (int i = 0; i <= upTo(4); ++i) {
        const Row row{ upTo(60), upTo(4) == 0 ? std::nullopt : std::optional<qint64>(upTo(50)), someText() };
        values += u"(%1, %2, %3)"_s.arg(
            QString::number(row.id), row.a ? QString::number(*row.a) : u"NULL"_s, literal(row.b));
        twice = twice || after.contains(row.id);
        after[row.id] = row;
        touched.keys.insert(row.id);
        touched.made.insert(row.id);
    }
    const QString sql = u"INSERT INTO t (id, a, b) VALUES "_s + values.join(u", "_s);
    if (twice)
        refused(sql, 2627);
    else if (upTo(12) == 0)
        refused(sql + u", (999, 1, N'too long')"_s, 2628);
    else
        change(sql, touched, after, values.size());
}

void TestRandomStatements::update()
{
    const Condition condition = someCondition();
    const Term term = someTerm();
    const std::optional<QString> text = someText();
    Rows after = m_model.rows;
    Touched touched;
    int error = 0;
    for (auto &[id, row] : after) {
        if (!condition.holds(row).value_or(false))
            continue;
        const auto value = term.value(row);
        if (const int *number = std::get_if<int>(&value))
            error = *number;
        else
            row.a = std::get<0>(value);
        row.b = text;
        touched.keys.insert(id);
    }
    const QString sql = u"UPDATE t SET a = %1, b = %2 WHERE %3"_s.arg(term.sql, literal(text), condition.sql);
    if (error != 0)
        refused(sql, error);
    else
        change(sql, touched, after, qint64(touched.keys.size()));
}

/// Changes keys, which other rows may have.
void TestRandomStatements::move()
{
    const Condition condition = someCondition();
    const int distance = upTo(4);
    Rows after;
    Touched touched;
    qint64 count = 0;
    bool twice = false;
    for (auto [id, row] : m_model.rows) {
        if (condition.holds(row).value_or(false)) {
            touched.keys.insert({ id, id + distance });
            touched.made.insert(id + distance);
            row.id += distance;
            ++count;
        }
        twice = twice || after.contains(row.id);
        after[row.id] = row;
    }
    const QString sql = u"UPDATE t SET id = id + %1 WHERE %2"_s.arg(QString::number(distance), condition.sql);
    if (twice)
        refused(sql, 2627);
    else
        change(sql, touched, after, count);
}

void TestRandomStatements::remove()
{
    const Condition condition = someCondition();
    Rows after;
    Touched touched;
    for (const auto &[id, row] : m_model.rows) {
        if (condition.holds(row).value_or(false))
            touched.keys.insert(id);
        else
            after[id] = row;
    }
    change(u"DELETE FROM t WHERE "_s + condition.sql, touched, after, qint64(touched.keys.size()));
}

void TestRandomStatements::transaction()
{
    if (!m_open) {
        QCOMPARE(run(u"BEGIN TRANSACTION"_s).errorText(), QString());
        m_open = true;
        m_before = m_model.rows;
        return;
    }
    const bool commit = upTo(3) > 0;
    QCOMPARE(run(commit ? u"COMMIT"_s : u"ROLLBACK"_s).errorText(), QString());
    endOfTransaction(commit);
}

void TestRandomStatements::select()
{
    const Condition condition = someCondition();
    QStringList expected;
    for (const auto &[id, row] : m_model.rows) {
        if (condition.holds(row).value_or(false))
            expected += shown(row);
    }
    const Answer answer = run(u"SELECT id, a, b FROM t WHERE %1 ORDER BY id"_s.arg(condition.sql));
    QCOMPARE(answer.errorText(), QString());
    QCOMPARE(answer.table(), expected.join(u'\n'));
}

void TestRandomStatements::group()
{
    struct Group {
        int rows = 0;
        std::optional<qint64> sum;
    };
    const Condition condition = someCondition();
    std::map<int, Group> groups;
    for (const auto &[id, row] : m_model.rows) {
        if (!condition.holds(row).value_or(false))
            continue;
        Group &group = groups[id % 4];
        ++group.rows;
        if (row.a)
            group.sum = group.sum.value_or(0) + *row.a;
    }
    QStringList expected;
    for (const auto &[key, group] : groups) {
        if (group.rows > 1)
            expected += u"%1|%2|%3"_s.arg(QString::number(key), QString::number(group.rows),
                group.sum ? QString::number(*group.sum) : u"NULL"_s);
    }
    const Answer answer = run(u"SELECT id % 4, COUNT(*), SUM(CAST(a AS bigint)) FROM t WHERE %1 "
                              "GROUP BY id % 4 HAVING COUNT(*) > 1 ORDER BY 1"_s.arg(condition.sql));
    QCOMPARE(answer.errorText(), QString());
    QCOMPARE(answer.table(), expected.join(u'\n'));
}

/// What has changed since some version, by the rules of folding. An open transaction is not seen.
void TestRandomStatements::changes()
{
    if (m_open)
        return;
    QCOMPARE(run(u"SELECT CHANGE_TRACKING_CURRENT_VERSION()"_s).value(), QString::number(m_model.version()));
    const qint64 since = upTo(int(m_model.states.size()));
    const Rows &then = m_model.states[std::size_t(since)];
    std::map<int, qint64> last;
    for (qint64 version = since + 1; version <= m_model.version(); ++version) {
        for (const int key : m_model.touched[std::size_t(version)])
            last[key] = version;
    }
    QStringList expected;
    for (const auto &[key, version] : last) {
        const bool isThere = m_model.rows.contains(key);
        const QString operation = !isThere ? u"D"_s : then.contains(key) ? u"U"_s : u"I"_s;
        expected += u"%1|%2|%3|%4"_s.arg(QString::number(key), operation, QString::number(version),
            operation == u"I" ? QString::number(m_model.made[key]) : u"-"_s);
    }
    const Answer answer =
        run(u"SELECT id, SYS_CHANGE_OPERATION, SYS_CHANGE_VERSION, CASE SYS_CHANGE_OPERATION WHEN 'I' THEN "
            "CONVERT(varchar(20), SYS_CHANGE_CREATION_VERSION) ELSE '-' END "
            "FROM CHANGETABLE(CHANGES t, %1) AS c ORDER BY id"_s.arg(since));
    QCOMPARE(answer.errorText(), QString());
    QCOMPARE(answer.table(), expected.join(u'\n'));
}

QTEST_GUILESS_MAIN(TestRandomStatements)
#include "tst_randomstatements.moc"
