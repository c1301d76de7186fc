#include "faultyfiles.h"
#include "historyfile.h"
#include "storesite.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

const TableRef orders{ u"shop"_s, u"dbo"_s, u"orders"_s };

QJsonObject line(const QString &run, const QString &pad = {})
{
    return { { u"table"_s, u"dbo.orders"_s }, { u"pad"_s, pad },
        { u"tidemark"_s, QJsonObject{ { u"run"_s, run } } } };
}

QByteArray text(const QString &run, const QString &pad = {})
{
    return QJsonDocument(line(run, pad)).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

class TestHistoryFile : public QObject {
    Q_OBJECT

private slots:
    void appends_data();
    void appends();
    void longHistory();
    void linesOfATable();
    void brokenLine();
};

void TestHistoryFile::appends_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const QByteArray one = text(u"1"_s);
    const QByteArray two = text(u"2"_s);
    QTest::newRow("new file") << ""_ba << two;
    QTest::newRow("after a line") << one << one + two;
    QTest::newRow("after blank lines") << one + "\n  \n" << one + "\n  \n" + two;
    QTest::newRow("torn line") << one + "{\"table\": \"dbo.or" << one + two;
    QTest::newRow("only a torn line") << "{\"ta"_ba << two;
    QTest::newRow("torn inside a number") << one + text(u"x"_s) + "{\"a\": 1" << one + text(u"x"_s) + two;
    QTest::newRow("whole but for its newline") << one.chopped(1) << one + two;
    QTest::newRow("is there") << one + two << one + two;
    QTest::newRow("is there but for its newline") << one + two.chopped(1) << one + two;
    QTest::newRow("is there, another line follows") << two + one << two + one;
    QTest::newRow("the older tool's line") << "{\"table\": \"dbo.orders\", \"version\": 3}\n"_ba
                                           << "{\"table\": \"dbo.orders\", \"version\": 3}\n" + two;
}

void TestHistoryFile::appends()
{
    QFETCH(QByteArray, before);
    QTemporaryDir dir;
    const QString path = dir.filePath(u"sync_history.jsonl"_s);
    if (!before.isEmpty())
        StoreSite::write(path, before);
    FaultyFiles files;
    const HistoryFile history(dir.path());
    QVERIFY(history.append(files, line(u"2"_s)));
    QTEST(StoreSite::content(path), "after");
    QCOMPARE(files.steps().last().step, FileStep::Sync);
}

/// Longer than what is looked at, with lines that are longer still.
void TestHistoryFile::longHistory()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"sync_history.jsonl"_s);
    FaultyFiles files;
    const HistoryFile history(dir.path());
    const QByteArray big = text(u"big"_s, QString(1'500'000, u'x'));
    StoreSite::write(path, text(u"1"_s) + big + text(u"2"_s));
    QVERIFY(history.append(files, line(u"3"_s)));
    QVERIFY(StoreSite::content(path) == text(u"1"_s) + big + text(u"2"_s) + text(u"3"_s));
    StoreSite::write(path, big + big);
    QVERIFY(history.append(files, line(u"big"_s)));
    QVERIFY(StoreSite::content(path) == big + big);
    StoreSite::write(path, big + big.chopped(5));
    QVERIFY(history.append(files, line(u"3"_s)));
    QVERIFY(StoreSite::content(path) == big + text(u"3"_s));
    const auto run = history.lastRun();
    QVERIFY(run);
    QCOMPARE(*run, u"3"_s);
}

void TestHistoryFile::linesOfATable()
{
    QTemporaryDir dir;
    const HistoryFile history(dir.path());
    auto lines = history.linesOf(orders);
    QVERIFY(lines);
    QVERIFY(lines->isEmpty());
    StoreSite::write(dir.filePath(u"sync_history.jsonl"_s),
        "\n{\"table\": \"dbo.orders\", \"version\": 1}\n{\"table\": \"dbo.other\"}\n\n{\"version\": "
        "2}\n{\"tab");
    lines = history.linesOf(orders);
    QVERIFY(lines);
    QCOMPARE(lines->size(), 2);
    QCOMPARE(lines->at(1)[u"version"].toInt(), 2);
}

void TestHistoryFile::brokenLine()
{
    QTemporaryDir dir;
    StoreSite::write(dir.filePath(u"sync_history.jsonl"_s), text(u"1"_s) + "{broken}\n" + text(u"2"_s));
    const auto lines = HistoryFile(dir.path()).linesOf(orders);
    QVERIFY(!lines);
    QVERIFY2(lines.error().text.contains(u"line 2"_s), qPrintable(lines.error().text));
}

QTEST_APPLESS_MAIN(TestHistoryFile)
#include "tst_historyfile.moc"
