#include "windowmemory.h"

#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

class TestWindowMemory : public QObject {
    Q_OBJECT

private slots:
    void everyFieldComesBack();
    void firstStartHasDefaults();
    void brokenFileIsSetAside();
    void recentJobsAreFewAndDistinct();

private:
    QTemporaryDir m_folder;
};

void TestWindowMemory::everyFieldComesBack()
{
    const WindowMemory memory{ QByteArray("\0g\xff", 3),
        { { u"RunPage/runView 7"_s, QByteArray("\0s\xfe", 3) }, { u"MainWindow/splitter"_s, "x" } },
        Theme::Dark, u"de"_s, u"nightly, \"quoted\""_s, u"/ö/data"_s, u"/w"_s, 9,
        { u"/a.json"_s, u"/b, c.yaml"_s } };
    const QString path = m_folder.filePath(u"memory.ini"_s);
    saveWindowMemory(memory, path);
    QCOMPARE(loadWindowMemory(path).memory, memory);
    QCOMPARE(rememberedLanguage(path), u"de"_s);
    QVERIFY(loadWindowMemory(path).warning.isEmpty());
    WindowMemory fewer = memory;
    fewer.views.remove(u"MainWindow/splitter"_s);
    saveWindowMemory(fewer, path);
    QCOMPARE(loadWindowMemory(path).memory, fewer);
}

void TestWindowMemory::firstStartHasDefaults()
{
    const WindowMemory memory = loadWindowMemory(m_folder.filePath(u"none.ini"_s)).memory;
    QCOMPARE(memory.theme, Theme::System);
    QVERIFY(memory.language.isEmpty());
    QVERIFY(memory.geometry.isEmpty());
    QVERIFY(memory.outputDir.endsWith(u"/Tidemark/data"_s));
    QVERIFY(memory.watermarkDir.endsWith(u"/Tidemark/watermarks"_s));
    QVERIFY(memory.workers >= 1);
    QVERIFY(memory.recentJobs.isEmpty());
}

void TestWindowMemory::brokenFileIsSetAside()
{
    QFile file(m_folder.filePath(u"broken.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[job\n\x01workers=@Invalid(\n\xff\xfe");
    file.close();
    const LoadedMemory loaded = loadWindowMemory(file.fileName());
    QCOMPARE(loaded.memory, loadWindowMemory(m_folder.filePath(u"none.ini"_s)).memory);
    const QString aside = file.fileName() + u".broken"_s;
    QVERIFY2(loaded.warning.contains(aside), qPrintable(loaded.warning));
    QVERIFY(QFile::exists(aside));
    QVERIFY(!QFile::exists(file.fileName()));
    saveWindowMemory(loaded.memory, file.fileName());
    QVERIFY(loadWindowMemory(file.fileName()).warning.isEmpty());
}

void TestWindowMemory::recentJobsAreFewAndDistinct()
{
    WindowMemory memory;
    for (int i = 0; i < 20; ++i)
        memory.addRecent(u"/job%1.json"_s.arg(i));
    memory.addRecent(u"/job15.json"_s);
    QCOMPARE(memory.recentJobs.size(), 8);
    QCOMPARE(memory.recentJobs[0], u"/job15.json"_s);
    QCOMPARE(memory.recentJobs[1], u"/job19.json"_s);
    QCOMPARE(memory.recentJobs.count(u"/job15.json"_s), 1);
    QCOMPARE(memory.jobFolder(), u"/"_s);
    memory.addRecent(u"/jobs/nightly.json"_s);
    QCOMPARE(memory.jobFolder(), u"/jobs"_s);
    QCOMPARE(WindowMemory().jobFolder(), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
}

QTEST_GUILESS_MAIN(TestWindowMemory)
#include "tst_windowmemory.moc"
