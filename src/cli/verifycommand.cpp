#include "verifycommand.h"

#include "jsonline.h"
#include "texttable.h"

#include "storeservices.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QJsonArray>

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

QJsonObject objectOf(const VerifiedTable &table)
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
    return object;
}

QStringList cellsOf(const VerifiedTable &table)
{
    if (table.error)
        return { statusOf(table), table.table.display(), u"-"_s, u"-"_s, u"-"_s };
    qint64 rows = 0;
    qint64 bytes = 0;
    qint64 good = 0;
    for (const VerifiedFile &file : table.files) {
        good += file.state == FileState::Good ? 1 : 0;
        rows += file.state == FileState::Good ? file.rows : 0;
        bytes += file.state == FileState::Good ? file.bytes : 0;
    }
    return { statusOf(table), table.table.display(),
        u"%1 of %2"_s.arg(groupedNumber(good), groupedNumber(table.files.size())), groupedNumber(rows),
        groupedNumber(bytes) };
}

/// Why the table could not be verified, or its files that are not good; with `all` the good ones too.
QString detailsOf(const VerifiedTable &table, bool all)
{
    constexpr int indent = 8; // below the name of the table
    if (table.error)
        return QString(indent, u' ') + describe(*table.error) + u'\n';
    TextTable files({ Align::Left, Align::Left, Align::Left });
    for (const VerifiedFile &file : table.files) {
        if (all || file.state != FileState::Good)
            files.add({ fileStateName(file.state), file.path, file.problem });
    }
    return files.text(indent);
}

/// The tables in columns, the details of each below it; empty without tables.
QByteArray textOf(const QList<VerifiedTable> &tables, bool all)
{
    if (tables.isEmpty())
        return {};
    TextTable lines({ Align::Left, Align::Left, Align::Right, Align::Right, Align::Right });
    lines.add({ u"STATUS"_s, u"TABLE"_s, u"GOOD FILES"_s, u"ROWS"_s, u"BYTES"_s });
    for (const VerifiedTable &table : tables)
        lines.add(cellsOf(table));
    const QStringList texts = lines.text().split(u'\n', Qt::SkipEmptyParts);
    QString text = texts.constFirst() + u'\n';
    for (qsizetype i = 0; i < tables.size(); ++i)
        text += texts[i + 1] + u'\n' + detailsOf(tables[i], all);
    return text.toUtf8();
}

/// What the tables amount to, for the summary and the exit code.
struct Tally {
    int good = 0;
    int wrong = 0;
    int locked = 0;
    int misnamed = 0; // filters that fit no table

    void add(const VerifiedTable &table)
    {
        if (table.isGood())
            ++good;
        else if (table.error && table.error->kind == ErrorKind::Locked)
            ++locked;
        else if (table.error && table.error->kind == ErrorKind::Configuration)
            ++misnamed;
        else
            ++wrong;
    }

    int tables() const { return good + wrong + locked; }

    int exitCode() const
    {
        if (wrong > 0)
            return 5;
        if (misnamed > 0)
            return 2;
        if (locked > 0)
            return locked == tables() ? 4 : 1;
        return 0;
    }
};

} // namespace

int runVerify(const CommandLine &line, const StorePlace &place, Console &console, StopSignals &stop)
{
    StoreServices services;
    Tally tally;
    QList<VerifiedTable> tables; // for the text, whose columns are known at the end only
    bool written = true;
    QEventLoop loop;
    QFutureWatcher<VerifiedTable> watcher;
    QObject::connect(&watcher, &QFutureWatcher<VerifiedTable>::resultReadyAt, &loop, [&](int index) {
        const VerifiedTable table = watcher.resultAt(index);
        tally.add(table);
        for (const QString &note : table.notes)
            console.info(table.table.display() + u": "_s + note);
        if (line.json)
            written = console.write(jsonLine(objectOf(table))) && written;
        else if (!line.quiet || !table.isGood())
            tables += table;
    });
    QObject::connect(
        &watcher, &QFutureWatcher<VerifiedTable>::progressValueChanged, &loop, [&](int thousandths) {
            console.live(VerifyText::tr("%1 % of the bytes read").arg(QString::number(thousandths / 10)));
        });
    QObject::connect(&watcher, &QFutureWatcher<VerifiedTable>::finished, &loop, &QEventLoop::quit);
    QObject::connect(&stop, &StopSignals::stopRequested, &watcher, [&] { watcher.cancel(); });
    watcher.setFuture(services.verify({ place, line.tables, {} }));
    loop.exec();

    written = console.write(textOf(tables, line.verbose)) && written;
    if (stop.received() != 0)
        return stop.exitCode(1);
    if (tally.tables() + tally.misnamed == 0) {
        console.error(VerifyText::tr("There are no tables to verify below %1. Name the folder of the files "
                                     "with --output-dir or --config.")
                          .arg(place.outputDir));
        return 2;
    }
    console.info(u"%1: %2 wrong, %3 locked"_s.arg(countText(tally.tables(), u"table"_s, u"tables"_s),
        groupedNumber(tally.wrong), groupedNumber(tally.locked)));
    return tally.exitCode() == 0 && !written ? 1 : tally.exitCode();
}

} // namespace tidemark
