#include "console.h"

#include <QTemporaryFile>
#include <QTest>

#include <memory>

#include <pty.h>
#include <unistd.h>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Two temporary files in the place of the streams.
struct Streams {
    std::unique_ptr<FILE, int (*)(FILE *)> output{ std::tmpfile(), std::fclose };
    std::unique_ptr<FILE, int (*)(FILE *)> errors{ std::tmpfile(), std::fclose };

    static QString textOf(FILE *file)
    {
        std::rewind(file);
        QByteArray text(4096, '\0');
        text.resize(qsizetype(std::fread(text.data(), 1, size_t(text.size()), file)));
        return QString::fromUtf8(text);
    }
};

TableReport doneReport()
{
    TableReport report;
    report.table = { u"shop"_s, u"dbo"_s, u"orders"_s };
    report.status = TableStatus::Done;
    report.mode = SyncMode::Full;
    report.rowsWritten = 1234567;
    report.warnings = { u"Encrypted, not verified."_s };
    return report;
}

} // namespace

class TestConsole : public QObject {
    Q_OBJECT

private slots:
    void plainLinesWithoutTerminal();
    void oneIsNoPlural();
    void liveLineIsClearedOnTerminal();
    void quietSaysErrorsOnly();
    void aFailureSaysWhatToDo();
    void verboseSaysWhereTheTimeWent();
    void dataGoesToOutputOnly();
    void knowsTheWidthOfATerminal();
};

void TestConsole::plainLinesWithoutTerminal()
{
    const Streams streams;
    Console console(Verbosity::Normal, streams.output.get(), streams.errors.get(), false);
    TableProgress progress;
    progress.rows = 10;
    console.progress(progress, 2);
    console.finished(doneReport());
    TableReport reloaded = doneReport();
    reloaded.table.table = u"customers"_s;
    reloaded.reason = u"The table was truncated."_s;
    progress.table = reloaded.table;
    progress.note = reloaded.reason;
    console.progress(progress, 2);
    console.progress(progress, 2); // each count of rows brings the note again
    console.finished(reloaded);
    const QString text = Streams::textOf(streams.errors.get());
    QCOMPARE(text.count(reloaded.reason), 1);
    QVERIFY(text.contains(u"shop.dbo.customers: The table was truncated.\n"_s));
    QVERIFY2(text.startsWith(u"shop.dbo.orders: 1,234,567 rows, whole table"_s), qPrintable(text));
    QVERIFY(text.contains(u"warning: Encrypted, not verified."_s));
    QVERIFY(!text.contains(u'\r'));
}

void TestConsole::oneIsNoPlural()
{
    const Streams streams;
    Console console(Verbosity::Normal, streams.output.get(), streams.errors.get(), false);
    TableReport one = doneReport();
    one.rowsWritten = 1;
    console.finished(one);
    one.mode = SyncMode::Incremental;
    console.finished(one);
    const QString text = Streams::textOf(streams.errors.get());
    QVERIFY2(text.contains(u": 1 row, whole table"_s) && text.contains(u": 1 change, version"_s),
        qPrintable(text));
}

void TestConsole::liveLineIsClearedOnTerminal()
{
    const Streams streams;
    Console console(Verbosity::Normal, streams.output.get(), streams.errors.get(), true);
    TableProgress progress;
    progress.table = doneReport().table;
    progress.stage = TableStage::Reading;
    progress.rows = 1000;
    console.progress(progress, 2);
    console.finished(doneReport());
    const QString text = Streams::textOf(streams.errors.get());
    QVERIFY2(text.contains(u"0 of 2 tables; reading shop.dbo.orders, 1,000 rows\r\x1b[Kshop.dbo.orders: "_s),
        qPrintable(text));
}

void TestConsole::quietSaysErrorsOnly()
{
    const Streams streams;
    Console console(Verbosity::Quiet, streams.output.get(), streams.errors.get(), true);
    console.info(u"not this"_s);
    console.finished(doneReport());
    TableReport failed = doneReport();
    failed.status = TableStatus::Failed;
    failed.error = SyncError{ ErrorKind::Query, u"Broken off."_s, {}, 0, false, {}, 0 };
    console.finished(failed);
    const QString text = Streams::textOf(streams.errors.get());
    QVERIFY(text.startsWith(u"shop.dbo.orders: Broken off.\n"_s));
    QVERIFY(!text.contains(u"not this"_s));
}

void TestConsole::aFailureSaysWhatToDo()
{
    const Streams streams;
    Console console(Verbosity::Normal, streams.output.get(), streams.errors.get(), false);
    TableReport failed = doneReport();
    failed.status = TableStatus::Failed;
    failed.error = SyncError{ ErrorKind::Locked, u"Locked by 12."_s, {}, 0, false, {}, 0 };
    failed.warnings.clear();
    failed.error->context = failed.table.database; // which the line names already
    console.finished(failed);
    QCOMPARE(Streams::textOf(streams.errors.get()),
        u"shop.dbo.orders: Locked by 12.\n  Wait until it ends, then try again. Trying again may help.\n"_s);
}

void TestConsole::verboseSaysWhereTheTimeWent()
{
    TableReport done = doneReport();
    done.time[TimePart::Network] = 2;
    done.time[TimePart::Disk] = 0.25;
    for (const Verbosity verbosity : { Verbosity::Normal, Verbosity::Verbose }) {
        const Streams streams;
        Console console(verbosity, streams.output.get(), streams.errors.get(), false);
        console.finished(done);
        const QString text = Streams::textOf(streams.errors.get());
        const bool said =
            text.contains(u"  time: server 0.00 s, network 2.00 s, formatting 0.00 s, disk 0.25 s. Most"_s);
        QVERIFY2(said == (verbosity == Verbosity::Verbose), qPrintable(text));
    }
}

void TestConsole::dataGoesToOutputOnly()
{
    const Streams streams;
    Console console(Verbosity::Verbose, streams.output.get(), streams.errors.get(), false);
    QVERIFY(console.write("{}\n"));
    QCOMPARE(Streams::textOf(streams.output.get()), u"{}\n"_s);
    QCOMPARE(Streams::textOf(streams.errors.get()), QString());
}

void TestConsole::knowsTheWidthOfATerminal()
{
    const Streams streams;
    const auto widthOf = [&](FILE *output) {
        return Console(Verbosity::Normal, output, streams.errors.get(), false).outputWidth();
    };
    QCOMPARE(widthOf(streams.output.get()), std::nullopt);
    const winsize size{ .ws_row = 25, .ws_col = 97, .ws_xpixel = 0, .ws_ypixel = 0 };
    int ends[2]{};
    if (openpty(&ends[0], &ends[1], nullptr, nullptr, &size) != 0)
        QSKIP("there is no pseudo-terminal here");
    const std::unique_ptr<FILE, int (*)(FILE *)> terminal(fdopen(ends[1], "w"), std::fclose);
    QCOMPARE(widthOf(terminal.get()), std::optional(97));
    close(ends[0]);
}

QTEST_APPLESS_MAIN(TestConsole)
#include "tst_console.moc"
