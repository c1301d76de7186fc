#include "faultyfiles.h"
#include "partfile.h"
#include "storesite.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <cerrno>
#include <random>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

class TestPartFile : public QObject {
    Q_OBJECT

private slots:
    void content_data();
    void content();
    void keptAndDropped();
    void strangersTemporaryFileStays();
    void failedWriteIsRemembered();
    void failedSyncIsAnError();
    void tellsTheTimeThatFilesTook();
};

void TestPartFile::content_data()
{
    QTest::addColumn<Compression>("compression");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("size");
    for (const int size : { 0, 1, 100, 1'000'000, 3'000'001 }) {
        QTest::addRow("plain %d", size) << Compression::None << u"a.csv"_s << size;
        QTest::addRow("gzip %d", size) << Compression::Gzip << u"a.csv.gz"_s << size;
        QTest::addRow("zstd %d", size) << Compression::Zstd << u"a.csv.zst"_s << size;
    }
}

void TestPartFile::content()
{
    QFETCH(Compression, compression);
    QFETCH(QString, name);
    QFETCH(int, size);
    std::mt19937 random(5);
    QByteArray content;
    while (content.size() < size)
        content += QByteArray::number(random()) + ",a text that repeats\n";
    content.truncate(size);
    QByteArray packed[2];
    for (const int step : { 7'777, 50'000 }) {
        QTemporaryDir dir;
        FaultyFiles files;
        PartFile part(files, dir.filePath(name), compression);
        QVERIFY(part.create());
        for (int at = 0; at < size; at += step) {
            const QByteArray piece = content.mid(at, step);
            QCOMPARE(part.write(piece), piece.size());
        }
        QVERIFY(part.complete());
        QCOMPARE(part.temporaryPath(), dir.filePath(name) + u".tmp"_s);
        QByteArray &bytes = packed[step == 50'000];
        bytes = StoreSite::content(part.temporaryPath());
        QCOMPARE(part.bytesOnDisk(), bytes.size());
        QCOMPARE(part.sha256(),
            QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()));
        QVERIFY(QFile::copy(part.temporaryPath(), part.path()));
        QVERIFY(unpacked(part.path()) == content);
        QCOMPARE(files.steps().last().step, FileStep::Sync);
    }
    if (compression != Compression::None && size > 1000)
        QVERIFY(packed[0].size() < size / 2);
    if (compression == Compression::Gzip)
        QCOMPARE(packed[0].mid(4, 4), QByteArray(4, '\0')); // no time: the same rows give the same file
}

void TestPartFile::keptAndDropped()
{
    QTemporaryDir dir;
    FaultyFiles files;
    const QString temporary = dir.filePath(u"a.csv.tmp"_s);
    {
        PartFile part(files, dir.filePath(u"a.csv"_s), Compression::None);
        QVERIFY(part.create());
        QVERIFY(QFile::exists(temporary));
    }
    QVERIFY(!QFile::exists(temporary));
    {
        PartFile part(files, dir.filePath(u"a.csv"_s), Compression::None);
        QVERIFY(part.create());
        QVERIFY(part.complete());
        part.keep(true);
    }
    QVERIFY(QFile::exists(temporary));
}

void TestPartFile::strangersTemporaryFileStays()
{
    QTemporaryDir dir;
    FaultyFiles files;
    const QString temporary = dir.filePath(u"a.csv.tmp"_s);
    StoreSite::write(temporary, "not ours");
    {
        PartFile part(files, dir.filePath(u"a.csv"_s), Compression::None);
        QVERIFY(!part.create());
    }
    QCOMPARE(StoreSite::content(temporary), "not ours"_ba);
}

void TestPartFile::failedWriteIsRemembered()
{
    QTemporaryDir dir;
    FaultyFiles files;
    files.setHook(
        [](int, const NotedStep &noted, qint64 &) { return noted.step == FileStep::Write ? ENOSPC : 0; });
    PartFile part(files, dir.filePath(u"a.csv"_s), Compression::None);
    QVERIFY(part.create());
    QCOMPARE(part.write("abc"), -1);
    QVERIFY(part.error());
    QVERIFY(part.error()->text.contains(u"the disk is full"_s));
    files.setHook({});
    QCOMPARE(part.write("abc"), -1); // there would be a hole
    const Status completed = part.complete();
    QVERIFY(!completed);
    QCOMPARE(completed.error().text, part.error()->text);
}

void TestPartFile::failedSyncIsAnError()
{
    QTemporaryDir dir;
    FaultyFiles files;
    files.setHook(
        [](int, const NotedStep &noted, qint64 &) { return noted.step == FileStep::Sync ? EIO : 0; });
    PartFile part(files, dir.filePath(u"a.csv"_s), Compression::Zstd);
    QVERIFY(part.create());
    QCOMPARE(part.write("abc"), 3);
    QVERIFY(!part.complete());
}

void TestPartFile::tellsTheTimeThatFilesTook()
{
    QTemporaryDir dir;
    FaultyFiles files;
    files.setHook([](int, const NotedStep &step, qint64 &) {
        if (step.step == FileStep::Write || step.step == FileStep::Sync)
            QThread::msleep(20);
        return 0;
    });
    PartFile part(files, dir.filePath(u"a.csv"_s), Compression::None);
    QVERIFY(part.create());
    LapClock clock;
    part.write("abc");
    const double passed = clock.lap();
    QVERIFY(part.seconds() >= 0.02);
    QVERIFY(part.seconds() <= passed);
    QVERIFY(part.complete());
    QVERIFY(part.seconds() >= 0.04);
}

QTEST_APPLESS_MAIN(TestPartFile)
#include "tst_partfile.moc"
