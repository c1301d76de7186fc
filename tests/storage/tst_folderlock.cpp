#include "folderlock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/file.h>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// Who has a table's lock, in the cases that a kill leaves behind.
class TestFolderLock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void isTakenOnce()
    {
        const Result<FolderLock> first = FolderLock::take(m_folder->path());
        QVERIFY(first.has_value());
        const Result<FolderLock> second = FolderLock::take(m_folder->path());
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::Locked);
    }

    void aFileThatNamesNobodyIsNobodys()
    {
        QVERIFY(makeNameless());
        const Result<FolderLock> lock = FolderLock::take(m_folder->path());
        QVERIFY2(lock.has_value(), lock ? "" : qPrintable(lock.error().text));
        QVERIFY(!FolderLock::take(m_folder->path()));
    }

    void aHolderWithoutANameYetKeepsIt()
    {
        QVERIFY(makeNameless());
        QFile holder(FolderLock::pathIn(m_folder->path()));
        QVERIFY(holder.open(QIODevice::ReadWrite));
        QCOMPARE(flock(holder.handle(), LOCK_EX | LOCK_NB), 0);
        const Result<FolderLock> lock = FolderLock::take(m_folder->path());
        QVERIFY(!lock);
        QCOMPARE(lock.error().kind, ErrorKind::Locked);
        QVERIFY(QFile::exists(holder.fileName()));
    }

    /// Killed while it cleared the lock of one that was killed before.
    void aNamelessGuardIsNobodys()
    {
        QFile dead(FolderLock::pathIn(m_folder->path()));
        QVERIFY(dead.open(QIODevice::WriteOnly));
        const int beyondAllProcesses = 40'000'000;
        dead.write(QByteArray::number(beyondAllProcesses) + "\ntidemark\n"
            + QSysInfo::machineHostName().toUtf8() + '\n');
        dead.close();
        QFile guard(dead.fileName() + u".rmlock"_s);
        QVERIFY(guard.open(QIODevice::WriteOnly));
        guard.close();
        const Result<FolderLock> lock = FolderLock::take(m_folder->path());
        QVERIFY2(lock.has_value(), lock ? "" : qPrintable(lock.error().text));
        QVERIFY(!guard.exists());
    }

private:
    bool makeNameless() const
    {
        QFile file(FolderLock::pathIn(m_folder->path()));
        return file.open(QIODevice::WriteOnly);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestFolderLock)
#include "tst_folderlock.moc"
