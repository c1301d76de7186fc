#include "jobinstance.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// A job is open in one window at a time, also when the windows are processes of their own.
class TestJobInstance : public QObject {
    Q_OBJECT

private slots:
    void init();
    void theOtherIsCalled();
    void anotherJobIsFree();
    void changingTheJobFreesTheOld();
    void onePathInTwoSpellings();
    void aDeadWindowDoesNotCount();
    void aCallThatNobodyHeardIsForgotten();
    void anotherProcess();
    void withoutAFolderEverythingOpens();

private:
    QString folder() const { return m_folder->filePath(u"jobs"_s); }
    QString job(const QString &name = u"nightly.json"_s) const { return m_folder->filePath(name); }

    /// What windows have left for others to hear.
    QStringList calls() const { return QDir(folder()).entryList({ u"*.call"_s }); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestJobInstance::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    for (const QString &name : { u"nightly.json"_s, u"other.yaml"_s }) {
        QFile file(job(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
}

void TestJobInstance::theOtherIsCalled()
{
    JobInstance first(folder());
    QVERIFY(first.claim(job()));
    QVERIFY(first.claim(job()));
    QSignalSpy called(&first, &JobInstance::called);
    for (int time = 1; time <= 2; ++time) {
        JobInstance second(folder());
        const Status status = second.claim(job());
        QVERIFY(!status);
        QCOMPARE(status.error().kind, ErrorKind::Locked);
        QCOMPARE(status.error().context, job());
        QTRY_COMPARE(called.size(), time);
    }
    first.release();
    JobInstance third(folder());
    QVERIFY(third.claim(job()));
}

void TestJobInstance::anotherJobIsFree()
{
    JobInstance first(folder());
    JobInstance second(folder());
    QSignalSpy called(&first, &JobInstance::called);
    QVERIFY(first.claim(job()));
    QVERIFY(second.claim(job(u"other.yaml"_s)));
    QVERIFY(calls().isEmpty());
    QVERIFY(called.isEmpty());
}

void TestJobInstance::changingTheJobFreesTheOld()
{
    JobInstance first(folder());
    JobInstance second(folder());
    QVERIFY(first.claim(job()));
    QVERIFY(second.claim(job(u"other.yaml"_s)));
    QVERIFY(!first.claim(job(u"other.yaml"_s)));
    QVERIFY(!second.claim(job())); // a refusal changes nothing
    QVERIFY(first.claim(job(u"new.json"_s)));
    QVERIFY(second.claim(job()));
}

void TestJobInstance::onePathInTwoSpellings()
{
    JobInstance first(folder());
    JobInstance second(folder());
    QVERIFY(first.claim(job()));
    QVERIFY(!second.claim(
        m_folder->path() + u"/../"_s + QFileInfo(m_folder->path()).fileName() + u"/nightly.json"_s));
    QVERIFY(QFile::link(job(), m_folder->filePath(u"link.json"_s)));
    QVERIFY(!second.claim(m_folder->filePath(u"link.json"_s)));
}

void TestJobInstance::aDeadWindowDoesNotCount()
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), { u"--hold"_s, folder(), job() });
    QVERIFY(process.waitForReadyRead());
    JobInstance window(folder());
    QVERIFY(!window.claim(job()));
    process.kill();
    QVERIFY(process.waitForFinished());
    QVERIFY(window.claim(job()));
}

void TestJobInstance::aCallThatNobodyHeardIsForgotten()
{
    JobInstance first(folder());
    JobInstance second(folder());
    QVERIFY(first.claim(job()));
    QVERIFY(!second.claim(job()));
    QCOMPARE(calls().size(), 1); // it waits for the first one's event loop
    first.release();
    QVERIFY(second.claim(job()));
    QVERIFY(calls().isEmpty());
}

void TestJobInstance::anotherProcess()
{
    JobInstance window(folder());
    QVERIFY(window.claim(job()));
    QSignalSpy called(&window, &JobInstance::called);
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), { u"--hold"_s, folder(), job() });
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    QTRY_COMPARE(called.size(), 1);
}

void TestJobInstance::withoutAFolderEverythingOpens()
{
    QFile inTheWay(folder());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    JobInstance first(folder());
    JobInstance second(folder());
    QVERIFY(first.claim(job()));
    QVERIFY(second.claim(job()));
}

/// With --hold FOLDER JOB it is the other window: holds the job until it is killed, or ends with 1.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--hold"_s) {
        JobInstance window(arguments.value(2));
        if (!window.claim(arguments.value(3)))
            return 1;
        std::puts("held");
        std::fflush(stdout);
        return QCoreApplication::exec();
    }
    TestJobInstance test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_jobinstance.moc"
