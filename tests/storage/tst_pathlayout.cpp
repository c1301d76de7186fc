#include "pathlayout.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

class TestPathLayout : public QObject {
    Q_OBJECT

private slots:
    void folderNames_data();
    void folderNames();
    void longNames_data();
    void longNames();
    void differentNamesDiffer();
    void distinctNames();
    void stems();
    void stamps();
    void daysAndParts();
};

void TestPathLayout::folderNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("folder");
    QTest::newRow("plain") << u"orders"_s << u"orders"_s;
    QTest::newRow("case is kept") << u"Orders"_s << u"Orders"_s;
    QTest::newRow("blank inside") << u"order items"_s << u"order items"_s;
    QTest::newRow("letters of any script")
        << QStringView(u"\u00C4\u4E2D").toString() << QStringView(u"\u00C4\u4E2D").toString();
    QTest::newRow("emoji") << QStringView(u"\U0001F600").toString() << QStringView(u"\U0001F600").toString();
    QTest::newRow("slash") << u"a/b"_s << u"a%2Fb"_s;
    QTest::newRow("backslash") << u"a\\b"_s << u"a%5Cb"_s;
    QTest::newRow("percent") << u"100%"_s << u"100%25"_s;
    QTest::newRow("all that Windows forbids") << u"<>:\"|?*"_s << u"%3C%3E%3A%22%7C%3F%2A"_s;
    QTest::newRow("control") << u"a\tb"_s << u"a%09b"_s;
    QTest::newRow("NUL") << QString(QChar(0)) << u"%00"_s;
    QTest::newRow("this folder") << u"."_s << u"%2E"_s;
    QTest::newRow("folder above") << u".."_s << u"%2E%2E"_s;
    QTest::newRow("dot at the end") << u"a."_s << u"a%2E"_s;
    QTest::newRow("blank at the end") << u"a "_s << u"a%20"_s;
    QTest::newRow("dot inside") << u"a.b"_s << u"a.b"_s;
    QTest::newRow("device") << u"CON"_s << u"%43ON"_s;
    QTest::newRow("device in lower case") << u"nul"_s << u"%6Eul"_s;
    QTest::newRow("device with an ending") << u"com1.txt"_s << u"%63om1.txt"_s;
    QTest::newRow("no device") << u"console"_s << u"console"_s;
    QTest::newRow("half a pair") << QString(QChar(0xD83D)) << u"%ED%A0%BD"_s;
    QTest::newRow("looks like a cut name") << u"a~0123abcd"_s << u"a%7E0123abcd"_s;
    QTest::newRow("empty") << u""_s << u"%"_s;
}

void TestPathLayout::folderNames()
{
    QFETCH(QString, name);
    QTEST(folderNameFor(name), "folder");
    if (!name.isEmpty() && name[0].isSurrogate() && name.size() == 1)
        return; // has no UTF-8 to come back from
    QCOMPARE(nameOfFolder(folderNameFor(name)), name);
    QCOMPARE(nameOfFolder(distinctFolderNameFor(name)), name);
}

void TestPathLayout::longNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("128 letters") << QString(128, u'x');
    QTest::newRow("128 that are encoded") << QString(128, u'/');
    QTest::newRow("101 letters") << QString(101, u'x');
    QTest::newRow("64 emoji") << QStringView(u"\U0001F600").toString().repeated(64);
    QTest::newRow("blanks") << QString(128, u' ');
}

void TestPathLayout::longNames()
{
    QFETCH(QString, name);
    const QString folder = folderNameFor(name);
    QVERIFY(folder.toUtf8().size() <= 100);
    QVERIFY(folder.isValidUtf16());
    static const QRegularExpression ending(u"~[0-9a-f]{8}$"_s);
    QVERIFY(folder.contains(ending));
    static const QRegularExpression brokenCode(u"%([^0-9A-F]|[0-9A-F][^0-9A-F])"_s);
    QVERIFY(!folder.contains(brokenCode));
    QVERIFY(folder != folderNameFor(name.chopped(2) + u"zz"_s));
}

void TestPathLayout::differentNamesDiffer()
{
    const QStringList names{ u"a/b"_s, u"a%2Fb"_s, u"a%252Fb"_s, u"."_s, u"%2E"_s, u"CON"_s, u"con"_s,
        u"%43ON"_s, u""_s, u"%"_s, u" "_s, u"  "_s, u"a"_s, u"a "_s, QString(QChar(0xD83D)),
        QString(QChar(0xDE00)), QString(100, u'x'), QString(101, u'x'), QString(102, u'x'),
        folderNameFor(QString(101, u'x')) };
    QSet<QString> folders;
    for (const QString &name : names)
        folders += folderNameFor(name);
    QCOMPARE(folders.size(), names.size());
}

void TestPathLayout::distinctNames()
{
    QCOMPARE(distinctFolderNameFor(u"Orders"_s), u"Orders~b7e8acdd"_s);
    QVERIFY(distinctFolderNameFor(u"Orders"_s).toCaseFolded()
        != distinctFolderNameFor(u"orders"_s).toCaseFolded());
    QCOMPARE(distinctFolderNameFor(QString(128, u'x')), folderNameFor(QString(128, u'x')));
    QCOMPARE(foldedName(u"STRASSE"_s), foldedName(u"strasse"_s));
    QCOMPARE(foldedName(QStringView(u"\u00C4").toString()), foldedName(QStringView(u"a\u0308").toString()));
}

void TestPathLayout::stems()
{
    QCOMPARE(fileStemFor({ u"shop"_s, u"dbo"_s, u"orders"_s }), u"dbo_orders"_s);
    QCOMPARE(fileStemFor({ u"shop"_s, u"dbo"_s, u"a/b"_s }), u"dbo_a%2Fb"_s);
    QVERIFY(fileStemFor({ u"shop"_s, u"dbo"_s, QString(128, u'x') }).toUtf8().size() <= 100);
}

void TestPathLayout::stamps()
{
    const QDateTime time(QDate(2026, 1, 2), QTime(3, 4, 5, 6), Qt::UTC);
    QCOMPARE(stampText(time), u"20260102T030405006Z"_s);
    QCOMPARE(stampText(time.toOffsetFromUtc(3600)), u"20260102T030405006Z"_s);
    for (const QString &name : { u"dbo_orders_20260102T030405006Z_part1.csv"_s,
             u"2026-01-02/dbo_orders_20260102T030405006Z_part12.csv.gz"_s,
             u"a_20250101T000000000Z_part1_20260102T030405006Z_part1.csv.zst.tmp"_s })
        QCOMPARE(stampOfFile(name), std::optional(time));
    for (const QString &name : { u"dbo_orders.csv"_s, u"dbo_orders_20260102T030405006Z_part.csv"_s,
             u"dbo_orders_20261302T030405006Z_part1.csv"_s, u"dbo_orders_20260102T030405006Z_part1.csvx"_s })
        QCOMPARE(stampOfFile(name), std::nullopt);
}

void TestPathLayout::daysAndParts()
{
    const QDateTime time = QDateTime(QDate(2026, 1, 2), QTime(0, 30), Qt::OffsetFromUTC, 3600);
    QCOMPARE(dayFolderFor(time), u"2026-01-01"_s);
    QVERIFY(isDayFolder(u"2026-01-01"_s));
    QVERIFY(!isDayFolder(u"2026-01-01x"_s));
    QVERIFY(!isDayFolder(u"2026-1-1"_s));
    QCOMPARE(partFileName(u"dbo_orders"_s, time, 3, Compression::None),
        u"dbo_orders_20260101T233000000Z_part3.csv"_s);
    QCOMPARE(partFileName(u"a"_s, time, 1, Compression::Gzip), u"a_20260101T233000000Z_part1.csv.gz"_s);
    QCOMPARE(partFileName(u"a"_s, time, 1, Compression::Zstd), u"a_20260101T233000000Z_part1.csv.zst"_s);
}

QTEST_APPLESS_MAIN(TestPathLayout)
#include "tst_pathlayout.moc"
