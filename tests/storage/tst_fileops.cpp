#include "faultyfiles.h"
#include "storesite.h"

#include "livethread.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

class TestFileOps : public QObject {
    Q_OBJECT

private slots:
    void createWriteSync();
    void replaceIsAllOrNothing_data();
    void replaceIsAllOrNothing();
    void replaceSyncsBeforeTheRename();
    void renameReplaces();
    void removeAndFolders();
    void readAndList();
    void freeBytes();
    void errorsSayWhatToDo_data();
    void errorsSayWhatToDo();
    void aLiveThreadIsTold();
};

void TestFileOps::createWriteSync()
{
    QTemporaryDir dir;
    FileOps files; // the real thing, with its fsync
    const QString path = dir.filePath(u"a"_s);
    const auto file = files.create(path);
    QVERIFY(file);
    QVERIFY(files.write(*file, path, "abc", 3));
    QVERIFY(files.sync(*file, path));
    FileOps::close(*file);
    QVERIFY(!files.create(path));
    const auto end = files.openAtEnd(path);
    QVERIFY(end);
    QVERIFY(files.write(*end, path, "def", 3));
    FileOps::close(*end);
    QCOMPARE(StoreSite::content(path), "abcdef"_ba);
    QVERIFY(files.truncate(path, 2));
    QCOMPARE(StoreSite::content(path), "ab"_ba);
    QVERIFY(files.syncFolder(dir.path()));
    QVERIFY(!files.syncFolder(path));
}

void TestFileOps::replaceIsAllOrNothing_data()
{
    QTest::addColumn<int>("step");
    for (int step = 1; step <= 5; ++step)
        QTest::addRow("step %d", step) << step;
}

void TestFileOps::replaceIsAllOrNothing()
{
    QFETCH(int, step);
    QTemporaryDir dir;
    const QString path = dir.filePath(u"a"_s);
    StoreSite::write(path, "old");
    FaultyFiles files;
    files.setHook([step](int number, const NotedStep &, qint64 &) { return number == step ? EIO : 0; });
    QVERIFY(!files.replace(path, "new"));
    QCOMPARE(StoreSite::content(path), "old"_ba);
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList{ u"a"_s });
    files.setHook({});
    QVERIFY(files.replace(path, "new"));
    QCOMPARE(StoreSite::content(path), "new"_ba);
}

void TestFileOps::replaceSyncsBeforeTheRename()
{
    QTemporaryDir dir;
    FaultyFiles files;
    QVERIFY(files.replace(dir.filePath(u"a"_s), "new"));
    QList<FileStep> steps;
    for (const NotedStep &noted : files.steps())
        steps += noted.step;
    QCOMPARE(steps,
        (QList<FileStep>{
            FileStep::Remove, FileStep::Create, FileStep::Write, FileStep::Sync, FileStep::Rename }));
}

void TestFileOps::renameReplaces()
{
    QTemporaryDir dir;
    FaultyFiles files;
    StoreSite::write(dir.filePath(u"a"_s), "a");
    StoreSite::write(dir.filePath(u"b"_s), "b");
    QVERIFY(files.rename(dir.filePath(u"a"_s), dir.filePath(u"b"_s)));
    QCOMPARE(StoreSite::content(dir.filePath(u"b"_s)), "a"_ba);
    QVERIFY(!files.rename(dir.filePath(u"a"_s), dir.filePath(u"b"_s)));
}

void TestFileOps::removeAndFolders()
{
    QTemporaryDir dir;
    FaultyFiles files;
    const QString folder = dir.filePath(u"x/y/z"_s);
    QVERIFY(files.makeFolders(folder));
    QVERIFY(files.makeFolders(folder));
    StoreSite::write(folder + u"/a"_s, "a");
    QVERIFY(files.removeIfEmpty(folder));
    QVERIFY(QDir(folder).exists());
    QVERIFY(files.remove(folder + u"/a"_s));
    QVERIFY(files.remove(folder + u"/a"_s));
    QVERIFY(files.removeIfEmpty(folder));
    QVERIFY(!QDir(folder).exists());
    QVERIFY(files.removeIfEmpty(folder));
}

void TestFileOps::readAndList()
{
    QTemporaryDir dir;
    const auto none = FileOps::read(dir.filePath(u"a"_s));
    QVERIFY(none);
    QCOMPARE(*none, std::nullopt);
    StoreSite::write(dir.filePath(u".a"_s), "x");
    QCOMPARE(**FileOps::read(dir.filePath(u".a"_s)), "x"_ba);
    QCOMPARE(*FileOps::list(dir.path()), QStringList{ u".a"_s });
    QCOMPARE(*FileOps::list(dir.filePath(u"none"_s)), QStringList());
    QVERIFY(!FileOps::read(dir.path()));
    QVERIFY(!FileOps::list(dir.filePath(u".a"_s)));
    QVERIFY(QFile::link(dir.filePath(u"nowhere"_s), dir.filePath(u"link"_s)));
    QVERIFY(!FileOps::read(dir.filePath(u"link"_s))); // not the same as no file
}

void TestFileOps::freeBytes()
{
    QTemporaryDir dir;
    FileOps files;
    const auto free = files.freeBytes(dir.path());
    QVERIFY(free);
    QVERIFY(*free >= 0);
    QVERIFY(!files.freeBytes(dir.filePath(u"none"_s)));
}

void TestFileOps::errorsSayWhatToDo_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("word");
    QTest::newRow("full disk") << ENOSPC << u"the disk is full"_s;
    QTest::newRow("quota") << EDQUOT << u"the disk is full"_s;
    QTest::newRow("rights") << EACCES << u"right to write"_s;
    QTest::newRow("read-only") << EROFS << u"right to write"_s;
    QTest::newRow("broken disk") << EIO << u"Check the disk"_s;
}

void TestFileOps::errorsSayWhatToDo()
{
    QFETCH(int, number);
    QFETCH(QString, word);
    const SyncError error = fileError(FileStep::Write, u"/data/a.csv"_s, number);
    QCOMPARE(error.kind, ErrorKind::Storage);
    QCOMPARE(error.context, u"/data/a.csv"_s);
    QVERIFY2(error.text.contains(u"/data/a.csv"_s) && error.text.contains(word), qPrintable(error.text));
}

void TestFileOps::aLiveThreadIsTold()
{
    const QTemporaryDir dir;
    FileOps files;
    const LiveThread live;
    const auto expectWord = [] {
        QTest::ignoreMessage(QtWarningMsg, "A thread that must not wait calls the store's files.");
    };
    expectWord();
    QVERIFY(FileOps::read(dir.filePath(u"a"_s)));
    expectWord();
    QVERIFY(FileOps::list(dir.path()));
    expectWord();
    QVERIFY(files.syncFolder(dir.path()));
}

QTEST_APPLESS_MAIN(TestFileOps)
#include "tst_fileops.moc"
