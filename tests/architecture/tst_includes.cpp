#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

/// What a module may include: modules of ours, Qt's modules, and headers of other libraries.
struct Rule {
    QStringList own;
    QStringList qt;
    QStringList outside;
};

const QMap<QString, Rule> &rules()
{
    static const QMap<QString, Rule> table{
        { u"core"_s, { {}, { u"QtCore"_s }, { u"tl/expected.hpp"_s } } },
        { u"odbc"_s,
            { { u"core"_s }, { u"QtCore"_s, u"QtSql"_s },
                { u"sql.h"_s, u"sqlext.h"_s, u"sqltypes.h"_s, u"sqlucode.h"_s, u"odbcinst.h"_s } } },
        { u"sqlserver"_s, { { u"core"_s, u"odbc"_s }, { u"QtCore"_s }, {} } },
        { u"csv"_s, { { u"core"_s }, { u"QtCore"_s }, {} } },
        { u"storage"_s,
            { { u"core"_s, u"csv"_s }, { u"QtCore"_s }, { u"zlib.h"_s, u"zstd.h"_s, u"openssl/*"_s } } },
        { u"config"_s, { { u"core"_s }, { u"QtCore"_s }, { u"yaml-cpp/*"_s, u"qt6keychain/*"_s } } },
        { u"engine"_s, { { u"core"_s }, { u"QtCore"_s, u"QtConcurrent"_s }, {} } },
        { u"practice"_s,
            { { u"core"_s }, { u"QtCore"_s, u"QtNetwork"_s },
                { u"sqlite3.h"_s, u"openssl/*"_s, u"tl/expected.hpp"_s } } },
        { u"app"_s,
            { { u"core"_s, u"odbc"_s, u"sqlserver"_s, u"csv"_s, u"storage"_s, u"config"_s, u"engine"_s,
                  u"practice"_s },
                { u"QtCore"_s, u"QtConcurrent"_s }, {} } },
        { u"cli"_s, { { u"app"_s, u"config"_s, u"engine"_s, u"core"_s }, { u"QtCore"_s }, {} } },
        { u"gui"_s,
            { { u"app"_s, u"config"_s, u"engine"_s, u"core"_s },
                { u"QtCore"_s, u"QtGui"_s, u"QtWidgets"_s, u"QtCharts"_s, u"QtSvg"_s }, {} } },
    };
    return table;
}

const QStringList libraryFolders{ u"openssl/"_s, u"yaml-cpp/"_s, u"qt6keychain/"_s, u"tl/"_s };
const QStringList libraryHeaders{ u"sql.h"_s, u"sqlext.h"_s, u"sqltypes.h"_s, u"sqlucode.h"_s,
    u"odbcinst.h"_s, u"sqlite3.h"_s, u"zlib.h"_s, u"zstd.h"_s };

QString sourceDir()
{
    return QStringLiteral(TIDEMARK_SOURCE_DIR);
}

QStringList linesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n') : QStringList();
}

QStringList filesOf(const QString &folder)
{
    QStringList files;
    QDirIterator it(folder, { u"*.h"_s, u"*.cpp"_s }, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        files += it.next();
    files.sort();
    return files;
}

/// "QtSql" for QSqlDatabase; empty when no Qt module on the include path has the header.
QString qtModuleOf(const QString &header)
{
    static const QStringList folders = QStringLiteral(TIDEMARK_QT_INCLUDE_DIRS).split(u'|');
    for (const QString &folder : folders) {
        if (folder.endsWith(u"/QtCore"_s)) {
            const QDir root(folder + u"/.."_s);
            for (const QString &module : root.entryList({ u"Qt*"_s }, QDir::Dirs)) {
                if (QFile::exists(root.filePath(module + u'/' + header)))
                    return module;
            }
        }
    }
    return {};
}

bool matches(const QStringList &patterns, const QString &header)
{
    for (const QString &pattern : patterns) {
        if (pattern == header || (pattern.endsWith(u'*') && header.startsWith(pattern.chopped(1))))
            return true;
    }
    return false;
}

bool isLibraryHeader(const QString &header)
{
    for (const QString &folder : libraryFolders) {
        if (header.startsWith(folder))
            return true;
    }
    return libraryHeaders.contains(header);
}

} // namespace

/// Holds the table "who may use whom" of the design against every include and every link.
class TestIncludes : public QObject {
    Q_OBJECT

private slots:
    void modulesAreKnown();
    void includesFollowTheTable_data();
    void includesFollowTheTable();
    void linksFollowTheTable_data();
    void linksFollowTheTable();
    void headersComeFirst();
    void namesAreUnique();
    void typesAreUnique();
    void sqlIsWrittenInOnePlace_data();
    void sqlIsWrittenInOnePlace();
    void shortcutsOfButtonsStay();
    void filesAreShort();
    void topLevelIsAgreed();

private:
    void moduleRows();
};

void TestIncludes::modulesAreKnown()
{
    for (const QString &folder : QDir(sourceDir() + u"/src"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QVERIFY2(folder == u"cmake" || rules().contains(folder), qPrintable(folder));
}

void TestIncludes::moduleRows()
{
    QTest::addColumn<QString>("module");
    for (auto it = rules().cbegin(); it != rules().cend(); ++it)
        QTest::newRow(qPrintable(it.key())) << it.key();
}

void TestIncludes::includesFollowTheTable_data()
{
    moduleRows();
}

void TestIncludes::includesFollowTheTable()
{
    QFETCH(QString, module);
    const Rule rule = rules().value(module);
    static const QRegularExpression include(uR"(^\s*#\s*include\s*([<"])([^>"]+)[>"])"_s);

    QSet<QString> reachable;
    const QStringList visible = rule.own + QStringList(module);
    for (const QString &other : visible) {
        for (const QString &path : filesOf(sourceDir() + u"/src/"_s + other))
            reachable += QFileInfo(path).fileName();
    }
    const QStringList files = filesOf(sourceDir() + u"/src/"_s + module);
    QVERIFY2(!files.isEmpty(), qPrintable(module));
    for (const QString &path : files) {
        int number = 0;
        for (const QString &line : linesOf(path)) {
            ++number;
            const auto match = include.match(line);
            if (!match.hasMatch())
                continue;
            const QString header = match.captured(2);
            const QByteArray place =
                (path + u':' + QString::number(number) + u": "_s + line.trimmed()).toUtf8();
            if (match.captured(1) == u"\"") {
                const bool generated = header.startsWith(u"ui_"_s) || header.endsWith(u".moc"_s);
                QVERIFY2(generated || reachable.contains(header), place.constData());
            } else if (isLibraryHeader(header)) {
                QVERIFY2(matches(rule.outside, header), place.constData());
            } else if (header.startsWith(u'Q')) {
                QVERIFY2(!header.contains(u'/'), place.constData());
                const QString owner = qtModuleOf(header);
                QVERIFY2(owner.isEmpty() ? false : rule.qt.contains(owner), place.constData());
            }
        }
    }
}

void TestIncludes::linksFollowTheTable_data()
{
    moduleRows();
}

void TestIncludes::linksFollowTheTable()
{
    QFETCH(QString, module);
    const QString path = sourceDir() + u"/src/"_s + module + u"/CMakeLists.txt"_s;
    static const QRegularExpression keyword(uR"(^[A-Z_]+$)"_s);
    QStringList uses;
    bool inUses = false;
    for (const QString &line : linesOf(path)) {
        for (QString word : line.split(QRegularExpression(uR"([\s()]+)"_s), Qt::SkipEmptyParts)) {
            if (keyword.match(word).hasMatch())
                inUses = word == u"USES";
            else if (inUses)
                uses += word;
        }
        QVERIFY2(!line.contains(u"../"_s), qPrintable(path + u": "_s + line));
    }
    for (const QString &used : uses)
        QVERIFY2(rules().value(module).own.contains(used), qPrintable(module + u" links "_s + used));
}

/// A header that its own source file includes first is known to compile alone.
void TestIncludes::headersComeFirst()
{
    static const QRegularExpression include(uR"(^#include [<"]([^>"]+)[>"])"_s);
    int count = 0;
    for (const QString &path : filesOf(sourceDir() + u"/src"_s)) {
        const QString header = QFileInfo(path).completeBaseName() + u".h"_s;
        if (!path.endsWith(u".cpp"_s) || !QFile::exists(QFileInfo(path).dir().filePath(header)))
            continue;
        const QStringList lines = linesOf(path);
        const qsizetype first = lines.indexOf(include);
        QVERIFY2(first >= 0 && include.match(lines.at(first)).captured(1) == header, qPrintable(path));
        ++count;
    }
    QVERIFY(count > 300);
}

void TestIncludes::namesAreUnique()
{
    QMap<QString, QString> seen;
    for (const QString &path : filesOf(sourceDir() + u"/src"_s) + filesOf(sourceDir() + u"/tests"_s)) {
        const QString name = QFileInfo(path).fileName();
        QVERIFY2(!seen.contains(name), qPrintable(path + u" and "_s + seen.value(name)));
        QVERIFY2(name == name.toLower(), qPrintable(path));
        seen.insert(name, path);
    }
}

/// Two types of one name in one namespace are one type to the linker, and no compiler says so.
void TestIncludes::typesAreUnique()
{
    static const QRegularExpression space(uR"(^namespace ([\w:]+) \{)"_s);
    static const QRegularExpression type(
        uR"(^(?:class|struct|enum class) (\w+)(?: final)?(?: :.*)?(?: \{.*)?$)"_s);
    QMap<QString, QString> seen;
    for (const QString &path : filesOf(sourceDir() + u"/src"_s)) {
        QString inside;
        for (const QString &line : linesOf(path)) {
            if (!path.endsWith(u".h"))
                break;
            if (const auto opened = space.match(line); opened.hasMatch())
                inside = opened.captured(1);
            const auto found = type.match(line);
            if (!found.hasMatch())
                continue;
            const QString name = inside + u"::"_s + found.captured(1);
            QVERIFY2(
                !seen.contains(name), qPrintable(name + u" in "_s + path + u" and "_s + seen.value(name)));
            seen.insert(name, path);
        }
    }
    QVERIFY(seen.size() > 300);
}

void TestIncludes::sqlIsWrittenInOnePlace_data()
{
    QTest::addColumn<QString>("module");
    for (const QString &module :
        { u"core"_s, u"csv"_s, u"storage"_s, u"config"_s, u"app"_s, u"cli"_s, u"gui"_s })
        QTest::newRow(qPrintable(module)) << module;
}

/// What is said to a server, and what its numbers mean, only src/sqlserver knows.
void TestIncludes::sqlIsWrittenInOnePlace()
{
    QFETCH(QString, module);
    static const QRegularExpression statement(
        uR"("[^"]*\b(GRANT [A-Z]+|USE (%|\[)|(ALTER|CREATE|DROP) (TABLE|DATABASE|USER|LOGIN)|EXEC )"
        uR"(|SELECT .* FROM|INSERT INTO|DELETE FROM|UPDATE .* SET|OBJECT_ID))"_s);
    static const QRegularExpression number(uR"(\bnativeCode [=!<>]=? [1-9])"_s);
    // Calls of the practice server's own procedure, and statements for a person to try.
    static const QStringList exceptions{ u"faultcall.cpp"_s, u"democommand.cpp"_s };
    for (const QString &path : filesOf(sourceDir() + u"/src/"_s + module)) {
        if (exceptions.contains(QFileInfo(path).fileName()))
            continue;
        for (const QString &line : linesOf(path)) {
            const bool isSql = statement.match(line).hasMatch() || number.match(line).hasMatch();
            QVERIFY2(!isSql, qPrintable(path + u": "_s + line.trimmed()));
        }
    }
}

/// A button's text clears its shortcut, and uic sets what is not translated before the text.
void TestIncludes::shortcutsOfButtonsStay()
{
    const QDir forms(sourceDir() + u"/forms"_s);
    const QStringList names = forms.entryList({ u"*.ui"_s });
    QVERIFY(names.size() > 10);
    static const QRegularExpression lost(uR"(<property name="shortcut">\s*<string notr="true">)"_s);
    for (const QString &name : names) {
        const QString text = linesOf(forms.filePath(name)).join(u'\n');
        const QString widgets = text.left(text.indexOf(u"<action name="_s));
        QVERIFY2(!lost.match(widgets).hasMatch(), qPrintable(name));
    }
}

void TestIncludes::filesAreShort()
{
    for (const QString &path : filesOf(sourceDir() + u"/src"_s)) {
        const qsizetype count = linesOf(path).size();
        QVERIFY2(count <= 800, qPrintable(u"%1 has %2 lines"_s.arg(path).arg(count)));
    }
}

void TestIncludes::topLevelIsAgreed()
{
    const QSet<QString> agreed{ u"CMakeLists.txt"_s, u"CMakePresets.json"_s, u"LICENSE"_s, u"README.md"_s,
        u"build"_s, u"forms"_s, u"packaging"_s, u"resources"_s, u"src"_s, u"tests"_s, u"translations"_s };
    for (const QString &entry : QDir(sourceDir()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot))
        QVERIFY2(agreed.contains(entry), qPrintable(entry));
}

QTEST_APPLESS_MAIN(TestIncludes)
#include "tst_includes.moc"
