#include "verifycommand.h"

#include "texttable.h"

#include "storeservices.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct VerifyText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::VerifyCommand)
};

QString statusOf(const VerifiedTable &table)
{
    if (table.error)
        return u"error"_s;
    return table.isGood() ? u"good"_s : u"wrong"_s;
}

QByteArray jsonLine(const VerifiedTable &table)
{
    QJsonArray files;
    for (const VerifiedFile &file : table.files) {
        files += QJsonObject{ { u"path"_s, file.path }, { u"state"_s, fileStateName(file.state) },
            { u"rows"_s, file.rows }, { u"bytes"_s, file.bytes }, { u"problem"_s, file.problem } };
    }
    QJsonObject object{ { u"database"_s, table.table.database }, { u"table"_s, table.table.watermarkKey() },
        { u"status"_s, statusOf(table) }, { u"folder"_s, table.folder }, { u"files"_s, files },
        { u"notes"_s, QJsonArray::fromStringList(table.notes) } };
    if (table.error) {
        object.insert(u"error"_s, describe(*table.error));
        object.insert(u"kind"_s, errorKindName(table.error->kind));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QString summaryOf(const VerifiedTable &table)
{
    if (table.error)
        return describe(*table.error);
    qint64 rows = 0;
    qint64 bytes = 0;
    qint64 good = 0;
    for (const VerifiedFile &file : table.files) {
        good += file.state == FileState::Good ? 1 : 0;
        rows += file.state == FileState::Good ? file.rows : 0;
        bytes += file.state == FileState::Good ? file.bytes : 0;
    }
    return u"%1 of %2 files good, %3 rows, %4 bytes"_s.arg(
        groupedNumber(good), groupedNumber(table.files.size()), groupedNumber(rows), groupedNumber(bytes));
}

/// The table, and below it each file that is not good; with `all` the good ones too.
QByteArray textLines(const VerifiedTable &table, bool all)
{
    QByteArray text =
        u"%1  %2  %3\n"_s.arg(statusOf(table).leftJustified(5), table.table.display(), summaryOf(table))
            .toUtf8();
    TextTable files({ Align::Left, Align::Left, Align::Left });
    for (const VerifiedFile &file : table.files) {
        if (all || file.state != FileState::Good)
            files.add({ fileStateName(file.state), file.path, file.problem });
    }
    return text + files.text(7).toUtf8();
}

/// What the tables amount to, for the summary and the exit code.
struct Tally {
    int tables = 0;
    int wrong = 0;
    int locked = 0;

    void add(const VerifiedTable &table)
    {
        ++tables;
        const bool isLocked = table.error && table.error->kind == ErrorKind::Locked;
        locked += isLocked ? 1 : 0;
        wrong += table.isGood() || isLocked ? 0 : 1;
    }

    int exitCode() const
    {
        if (wrong > 0)
            return 5;
        if (locked > 0)
            return locked == tables ? 4 : 1;
        return 0;
    }
};

} // namespace

int runVerify(const CommandLine &line, const StorePlace &place, Console &console, StopSignals &stop)
{
    StoreServices services;
    Tally tally;
    bool written = true;
    QEventLoop loop;
    QFutureWatcher<VerifiedTable> watcher;
    QObject::connect(&watcher, &QFutureWatcher<VerifiedTable>::resultReadyAt, &loop, [&](int index) {
        const VerifiedTable table = watcher.resultAt(index);
        tally.add(table);
        for (const QString &note : table.notes)
            console.info(table.table.display() + u": "_s + note);
        written = console.write(line.json ? jsonLine(table) : textLines(table, line.verbose)) && written;
    });
    QObject::connect(
        &watcher, &QFutureWatcher<VerifiedTable>::progressValueChanged, &loop, [&](int thousandths) {
            console.live(VerifyText::tr("%1 % of the bytes read").arg(QString::number(thousandths / 10)));
        });
    QObject::connect(&watcher, &QFutureWatcher<VerifiedTable>::finished, &loop, &QEventLoop::quit);
    QObject::connect(&stop, &StopSignals::stopRequested, &watcher, [&] { watcher.cancel(); });
    watcher.setFuture(services.verify({ place, line.tables, {} }));
    loop.exec();

    if (stop.received() != 0)
        return stop.exitCode(1);
    if (tally.tables == 0) {
        console.error(VerifyText::tr("There are no tables to verify below %1. Name the folder of the files "
                                     "with --output-dir or --config.")
                          .arg(place.outputDir));
        return 2;
    }
    console.info(u"%1 %2: %3 wrong, %4 locked"_s.arg(groupedNumber(tally.tables),
        tally.tables == 1 ? u"table"_s : u"tables"_s, groupedNumber(tally.wrong),
        groupedNumber(tally.locked)));
    return tally.exitCode() == 0 && !written ? 1 : tally.exitCode();
}

} // namespace tidemark
