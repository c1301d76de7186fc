#include "faultyfiles.h"
#include "folderresolver.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

class TestFolderResolver : public QObject {
    Q_OBJECT

private slots:
    void findsWhatItWouldMake();
    void namesThatDifferByCase();
    void anotherProgramsFolderIsSeen();
    void foldersAreSynced();
    void failure();
};

void TestFolderResolver::findsWhatItWouldMake()
{
    QTemporaryDir dir;
    FaultyFiles files;
    FolderResolver resolver(dir.filePath(u"data"_s));
    const TableRef table{ u"shop"_s, u"dbo"_s, u"a/b"_s };
    const auto found = resolver.find(table);
    QVERIFY(found);
    QCOMPARE(*found, dir.filePath(u"data/shop/dbo/a%2Fb"_s));
    QVERIFY(!QDir(dir.filePath(u"data"_s)).exists());
    const auto made = resolver.make(table, files);
    QVERIFY(made);
    QCOMPARE(*made, *found);
    QVERIFY(QDir(*made).exists());
}

void TestFolderResolver::namesThatDifferByCase()
{
    QTemporaryDir dir;
    FaultyFiles files;
    const TableRef lower{ u"shop"_s, u"dbo"_s, u"orders"_s };
    const TableRef upper{ u"shop"_s, u"dbo"_s, u"Orders"_s };
    QString first;
    QString second;
    {
        FolderResolver resolver(dir.path());
        first = resolver.make(lower, files).value_or(QString());
        second = resolver.make(upper, files).value_or(QString());
    }
    QVERIFY(first.endsWith(u"/orders"_s));
    QVERIFY(second.contains(u"/Orders~"_s));
    // Asked in the other order, each still has its own.
    FolderResolver resolver(dir.path());
    QCOMPARE(resolver.make(upper, files).value_or(QString()), second);
    QCOMPARE(resolver.find(lower).value_or(QString()), first);
    QCOMPARE(resolver.find(upper).value_or(QString()), second);
}

void TestFolderResolver::anotherProgramsFolderIsSeen()
{
    QTemporaryDir dir;
    FaultyFiles files;
    FolderResolver resolver(dir.path());
    QVERIFY(resolver.find({ u"shop"_s, u"dbo"_s, u"Orders"_s })->endsWith(u"/Orders"_s));
    QVERIFY(QDir().mkpath(dir.filePath(u"shop/dbo/orders"_s)));
    QVERIFY(resolver.find({ u"shop"_s, u"dbo"_s, u"Orders"_s })->contains(u"/Orders~"_s));
    QVERIFY(resolver.makeDistinct({ u"shop"_s, u"dbo"_s, u"orders"_s }, files)->contains(u"/orders~"_s));
}

void TestFolderResolver::foldersAreSynced()
{
    QTemporaryDir dir;
    FaultyFiles files;
    FolderResolver resolver(dir.filePath(u"data"_s));
    QVERIFY(resolver.make({ u"shop"_s, u"dbo"_s, u"orders"_s }, files));
    QStringList made;
    QStringList synced;
    for (const NotedStep &noted : files.steps())
        (noted.step == FileStep::MakeFolder ? made : synced) += noted.path;
    QCOMPARE(made.size(), 4);
    QCOMPARE(synced.size(), 4);
    for (qsizetype i = 0; i < made.size(); ++i)
        QCOMPARE(synced[i], QFileInfo(made[i]).path());
}

void TestFolderResolver::failure()
{
    QTemporaryDir dir;
    FaultyFiles files;
    files.setHook(
        [](int, const NotedStep &noted, qint64 &) { return noted.path.endsWith(u"dbo"_s) ? EROFS : 0; });
    FolderResolver resolver(dir.path());
    const auto made = resolver.make({ u"shop"_s, u"dbo"_s, u"orders"_s }, files);
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Storage);
    QVERIFY(made.error().text.contains(dir.filePath(u"shop/dbo"_s)));
}

QTEST_APPLESS_MAIN(TestFolderResolver)
#include "tst_folderresolver.moc"
