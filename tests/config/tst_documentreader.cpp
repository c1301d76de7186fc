#include "documentreader.h"
#include "documentwriter.h"

#include <QFile>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A tree as a text: kinds, spellings and lines.
QString shown(const DocumentNode &node)
{
    const QString line = u'@' + QString::number(node.line);
    switch (node.kind) {
    case DocumentNode::Kind::Null:
        return u"null"_s + line;
    case DocumentNode::Kind::Bool:
        return u"bool:"_s + node.text + line;
    case DocumentNode::Kind::Number:
        return u"number:"_s + node.text + line;
    case DocumentNode::Kind::Text:
        return u'"' + node.text + u'"' + line;
    case DocumentNode::Kind::List:
    case DocumentNode::Kind::Map:
        break;
    }
    const bool isMap = node.kind == DocumentNode::Kind::Map;
    QStringList items;
    for (qsizetype i = 0; i < node.items.size(); ++i)
        items += (isMap ? node.keys[i] + u'=' : QString()) + shown(node.items[i]);
    const QString body = items.join(u' ');
    return (isMap ? u'{' + body + u'}' : u'[' + body + u']') + line;
}

DocumentNode parsed(const QByteArray &content, const QString &path)
{
    const auto node = parseDocument(content, path);
    return node ? *node : DocumentNode::ofText(describe(node.error()));
}

} // namespace

class TestDocumentReader : public QObject {
    Q_OBJECT

private slots:
    void documentsAreRead_data();
    void documentsAreRead();
    void mistakesAreNamed_data();
    void mistakesAreNamed();
    void numbersAreExact_data();
    void numbersAreExact();
    void yamlScalarsAreWhatIsExpected();
    void encodings_data();
    void encodings();
    void filesThatCannotBeRead();
    void writtenDocumentsReadTheSame_data();
    void writtenDocumentsReadTheSame();
    void writingReplacesTheWholeFile();
};

void TestDocumentReader::documentsAreRead_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("tree");
    QTest::newRow("json") << u"a.json"_s
                          << "{\"z\": [1, true,\n null],\n \"a\": {\"b\": \"x\"}, \"e\": [], \"m\": {}}"_ba
                          << u"{z=[number:1@1 bool:true@1 null@2]@1 a={b=\"x\"@3}@3 e=[]@3 m={}@3}@1"_s;
    QTest::newRow("json escapes") << u"a.json"_s << R"(["\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"])"_ba
                                  << u"[\"\"\\/\b\f\n\r\té😀\"@1]@1"_s;
    QTest::newRow("json numbers")
        << u"a.json"_s << "[-0, 12, 1.5e-3, 9223372036854775807]"_ba
        << u"[number:-0@1 number:12@1 number:1.5e-3@1 number:9223372036854775807@1]@1"_s;
    QTest::newRow("yaml") << u"a.yaml"_s << "# c\nz:\n  - 1\n  - true\n  -\na: {b: x}\n"_ba
                          << u"{z=[number:1@3 bool:true@4 null@6]@3 a={b=\"x\"@6}@6}@2"_s;
    QTest::newRow("yaml quotes") << u"a.yml"_s << "a: \"1\"\nb: 'true'\nc: !!str 2\nd: yes\n"_ba
                                 << u"{a=\"1\"@1 b=\"true\"@2 c=\"2\"@3 d=\"yes\"@4}@1"_s;
    QTest::newRow("yaml keys are texts")
        << u"a.yaml"_s << "2024: a\ntrue: b\n"_ba << u"{2024=\"a\"@1 true=\"b\"@2}@1"_s;
    QTest::newRow("yaml anchors and merge")
        << u"a.yaml"_s << "base: &b {x: 1, y: 2}\nall:\n  <<: *b\n  y: 3\nsame: *b\n"_ba
        << u"{base={x=number:1@1 y=number:2@1}@1 all={y=number:3@4 x=number:1@1}@3 same={x=number:1@1 "
           "y=number:2@1}@1}@1"_s;
    QTest::newRow("yaml is a superset of json")
        << u"a.yaml"_s << "{\"a\": [1, \"x\"]}"_ba << u"{a=[number:1@1 \"x\"@1]@1}@1"_s;
}

void TestDocumentReader::documentsAreRead()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, content);
    QFETCH(QString, tree);
    QCOMPARE(shown(parsed(content, path)), tree);
}

void TestDocumentReader::mistakesAreNamed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("error");
    const auto json = [](const char *name, const QByteArray &content, const QString &error) {
        QTest::newRow(name) << u"a.json"_s << content << error;
    };
    json("empty", " \n", u"The file is empty."_s);
    json("end", "{\"a\": 1,\n \"b\":", u"Line 2, column 6: the file ends where a value is expected."_s);
    json("comma missing", "{\"a\": 1\n \"b\": 2}", u"Line 2, column 2: a comma or } is expected."_s);
    json("comma too many", "{\"a\": 1,\n}", u"Line 2, column 1: the comma before } is one too many."_s);
    json("comma too many in list", "[1, ]", u"Line 1, column 5: the comma before ] is one too many."_s);
    json("list not closed", "[1", u"Line 1, column 3: the file ends where a comma or ] is expected."_s);
    json("colon missing", "{\"a\" 1}", u"Line 1, column 6: a colon is expected after a key."_s);
    json("key without quotes", "{a: 1}", u"Line 1, column 2: a key in double quotes is expected."_s);
    json("text without quotes", "{\"a\": secret}",
        u"Line 1, column 7: a value is expected; a text needs double quotes."_s);
    json("comment", "{\n// c\n\"a\": 1}", u"Line 2, column 1: a key in double quotes is expected."_s);
    json("number", "[01]", u"Line 1, column 2: this is not a number; a text needs double quotes."_s);
    json("name with digits", "[1433x]",
        u"Line 1, column 2: this is not a number; a text needs double quotes."_s);
    json("escape", R"(["C:\data"])",
        u"Line 1, column 6: this is not an escape; a backslash in a text is written \\\\."_s);
    json("short \\u", R"(["\u12"])", u"Line 1, column 5: \\u needs four hexadecimal digits."_s);
    json("text over lines", "[\"secret\nb\"]", u"Line 1, column 9: the text is not closed on its line."_s);
    json("text to the end", "[\"secret", u"Line 1, column 9: the file ends inside a text."_s);
    json("text after", "{} {}", u"Line 1, column 4: the document ends here, but more text follows."_s);
    json("key twice", "{\"a\": 1,\n\"b\": 2,\n\"a\": 3}",
        u"Line 3, column 4: the key \"a\" stands twice in one map, first on line 1."_s);
    json("too deep", QByteArray(5000, '['),
        u"Line 1, column 102: the lists and maps are nested too deeply."_s);

    const auto yaml = [](const char *name, const QByteArray &content, const QString &error) {
        QTest::newRow(name) << u"a.yaml"_s << content << error;
    };
    yaml("yaml: only a comment", "# nothing\n", u"The file is empty."_s);
    yaml("yaml: key twice", "a: 1\nb: 2\na: 3\n",
        u"Line 3, column 1: the key \"a\" stands twice in one map, first on line 1."_s);
    yaml("yaml: indentation", "a:\n  b: 1\n c: 2\n",
        u"Line 3, column 2: this is not YAML (end of map not found)."_s);
    yaml("yaml: tab", "a:\n\tb: 1\n", u"Line 2, column 3: this is not YAML (illegal map value)."_s);
    yaml("yaml: open list", "a: [1, 2\n",
        u"Line 2, column 1: this is not YAML (end of sequence flow not found)."_s);
    yaml("yaml: unknown alias", "a: *nobody\n",
        u"Line 1, column 4: this is not YAML (the referenced anchor is not defined)."_s);
    yaml("yaml: key is a list", "? [a]\n: 1\n", u"Line 1, column 3: a key must be a text."_s);
    yaml("yaml: two documents", "a: 1\n---\nb: 2\n",
        u"The file holds several documents, divided by ---. One is expected."_s);
    yaml("yaml: merge of a text", "a: &x 1\nb:\n  <<: *x\n",
        u"Line 1, column 4: << needs the alias of a map."_s);
    QByteArray laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 12; ++i) {
        const QByteArray before = "*a" + QByteArray::number(i - 1);
        laughs += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " ["
            + (before + ", ").repeated(9) + before + "]\n";
    }
    yaml("yaml: aliases that multiply", laughs,
        u"Line 1, column 34: lists, maps or aliases are nested too deeply."_s);
}

void TestDocumentReader::mistakesAreNamed()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, content);
    QFETCH(QString, error);
    const auto node = parseDocument(content, path);
    QVERIFY(!node);
    QCOMPARE(node.error().text, error);
    QCOMPARE(node.error().context, path);
    QCOMPARE(node.error().kind, ErrorKind::Configuration);
    QVERIFY(!node.error().text.contains(u"secret"_s));
}

void TestDocumentReader::numbersAreExact_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<qint64>("value");
    QTest::addColumn<bool>("whole");
    QTest::newRow("greatest") << "9223372036854775807"_ba << std::numeric_limits<qint64>::max() << true;
    QTest::newRow("least") << "-9223372036854775808"_ba << std::numeric_limits<qint64>::min() << true;
    QTest::newRow("past double") << "9007199254740993"_ba << qint64(9007199254740993) << true;
    QTest::newRow("with fraction") << "4.0"_ba << qint64(4) << true;
    QTest::newRow("with exponent") << "1e3"_ba << qint64(1000) << true;
    QTest::newRow("not whole") << "4.5"_ba << qint64(0) << false;
    QTest::newRow("too great") << "9223372036854775808"_ba << qint64(0) << false;
}

void TestDocumentReader::numbersAreExact()
{
    QFETCH(QByteArray, number);
    QFETCH(qint64, value);
    QFETCH(bool, whole);
    for (const QString &path : { u"a.json"_s, u"a.yaml"_s }) {
        const DocumentNode root = parsed("{\"n\": " + number + "}", path);
        QVERIFY(root.find(u"n"_s) != nullptr);
        QCOMPARE(root.find(u"n"_s)->asInteger(), whole ? std::optional(value) : std::nullopt);
    }
}

void TestDocumentReader::yamlScalarsAreWhatIsExpected()
{
    const DocumentNode yaml = parsed("a: 0123\nb: yes\nc: '5'\n", u"a.yaml"_s);
    QCOMPARE(yaml.find(u"a"_s)->asText(), u"0123"_s);
    QCOMPARE(yaml.find(u"a"_s)->asInteger(), 123);
    QCOMPARE(yaml.find(u"b"_s)->asText(), u"yes"_s);
    QCOMPARE(yaml.find(u"b"_s)->asBool(), true);
    QCOMPARE(yaml.find(u"c"_s)->asInteger(), std::nullopt);
    const DocumentNode json = parsed(R"({"a": 5, "b": "yes", "c": true})", u"a.json"_s);
    QCOMPARE(json.find(u"a"_s)->asText(), std::nullopt);
    QCOMPARE(json.find(u"b"_s)->asBool(), std::nullopt);
    QCOMPARE(json.find(u"c"_s)->asText(), std::nullopt);
}

void TestDocumentReader::encodings_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("good");
    const QString text = u"{\"a\": \"é😀\"}"_s;
    QStringEncoder utf16le(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    QStringEncoder utf16be(QStringConverter::Utf16BE, QStringConverter::Flag::WriteBom);
    QTest::newRow("UTF-8") << text.toUtf8() << true;
    QTest::newRow("UTF-8 with BOM") << "\xEF\xBB\xBF" + text.toUtf8() << true;
    QTest::newRow("UTF-16LE") << QByteArray(utf16le(text)) << true;
    QTest::newRow("UTF-16BE") << QByteArray(utf16be(text)) << true;
    QTest::newRow("Latin-1") << "{\"a\": \"\xE9\"}"_ba << false;
}

void TestDocumentReader::encodings()
{
    QFETCH(QByteArray, content);
    QFETCH(bool, good);
    for (const QString &path : { u"a.json"_s, u"a.yaml"_s }) {
        const auto node = parseDocument(content, path);
        QCOMPARE(bool(node), good);
        if (good)
            QCOMPARE(node->find(u"a"_s)->text, u"é😀"_s);
        else
            QCOMPARE(node.error().text, u"The file is not UTF-8 text. Save it as UTF-8."_s);
    }
}

void TestDocumentReader::filesThatCannotBeRead()
{
    const QTemporaryDir folder;
    const auto missing = readConfigFile(folder.filePath(u"no.json"_s));
    QVERIFY(!missing);
    QCOMPARE(missing.error().text, u"There is no such file. Check the path."_s);
    QCOMPARE(missing.error().context, folder.filePath(u"no.json"_s));
    const auto directory = readConfigFile(folder.path());
    QVERIFY(!directory);
    QCOMPARE(directory.error().text, u"This is a folder. Name a file, JSON or YAML."_s);
    const auto unknown = parseDocument("a = 1", u"job.toml"_s);
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().text, u"The extension must say what the file is: .json, .yaml or .yml."_s);
}

void TestDocumentReader::writtenDocumentsReadTheSame_data()
{
    QTest::addColumn<QString>("path");
    for (const QString &path : { u"a.json"_s, u"a.yaml"_s })
        QTest::newRow(qPrintable(path)) << path;
}

void TestDocumentReader::writtenDocumentsReadTheSame()
{
    QFETCH(QString, path);
    DocumentNode root = DocumentNode::map();
    DocumentNode list = DocumentNode::list();
    for (const QString &text : { u""_s, u"plain"_s, u"true"_s, u"null"_s, u"~"_s, u"007"_s, u"a: b # c"_s,
             u"\"quoted\" 'twice'"_s, u"tab\tline\nend\r\x01\x1f"_s, u"C:\\data\\"_s, u"é😀\u0085\u2028"_s,
             u" blank "_s, u"- x"_s, u"<<"_s })
        list.items += DocumentNode::ofText(text);
    root.insert(u"texts"_s, list);
    root.insert(u"odd key: # ☃"_s, DocumentNode::ofNumber(std::numeric_limits<qint64>::min()));
    root.insert(u"null"_s, DocumentNode::ofBool(false));
    root.insert(u"empty"_s, DocumentNode::list());
    root.insert(u"empty map"_s, DocumentNode::map());
    root.insert(u"nothing"_s, {});
    DocumentNode nested = DocumentNode::list();
    nested.items += { list, root };
    root.insert(u"nested"_s, nested);

    const QByteArray text = documentText(root, *documentFormatOf(path));
    QVERIFY(text.endsWith('\n'));
    static const QRegularExpression lines(u"@[0-9]+"_s);
    QCOMPARE(shown(parsed(text, path)).remove(lines), shown(root).remove(lines));
}

void TestDocumentReader::writingReplacesTheWholeFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.json"_s);
    DocumentNode root = DocumentNode::map();
    root.insert(u"a"_s, DocumentNode::ofText(QString(1000, u'x')));
    QVERIFY(writeDocument(root, path));
    root.insert(u"a"_s, DocumentNode::ofText(u"y"_s));
    QVERIFY(writeDocument(root, path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "{\n  \"a\": \"y\"\n}\n"_ba);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList(u"a.json"_s));

    const Status impossible = writeDocument(root, folder.filePath(u"none/a.json"_s));
    QVERIFY(!impossible);
    QCOMPARE(impossible.error().kind, ErrorKind::Storage);
}

QTEST_APPLESS_MAIN(TestDocumentReader)
#include "tst_documentreader.moc"
