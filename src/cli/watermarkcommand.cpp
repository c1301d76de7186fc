#include "watermarkcommand.h"

#include "filtercheck.h"
#include "futurewait.h"
#include "jsonline.h"
#include "reportlines.h"
#include "texttable.h"

#include "namepattern.h"
#include "storeservices.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct WatermarkText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::WatermarkCommand)
};

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

QJsonObject objectOf(const WatermarkState &state)
{
    const Watermark mark = state.mark.value_or(Watermark());
    QJsonArray boundaries;
    for (const WatermarkBoundary &boundary : state.boundaries)
        boundaries += boundary.version.value();
    QJsonObject object{ { u"database"_s, state.table.database }, { u"table"_s, state.table.watermarkKey() },
        { u"version"_s, orNull(state.mark ? std::optional(mark.version) : std::nullopt) },
        { u"since_version"_s, orNull(mark.sinceVersion) },
        { u"mode"_s, state.mark ? syncModeName(mark.mode) : QString() },
        { u"synced_at"_s, orNull(mark.syncedAt) }, { u"rows_synced"_s, mark.rowsSynced },
        { u"reason"_s, mark.reason }, { u"can_be_set_to"_s, boundaries },
        { u"undo_version"_s, orNull(state.undoVersion) }, { u"folder"_s, state.folder } };
    if (state.problem)
        object.insert(u"error"_s, describe(*state.problem));
    return object;
}

QString remarkOf(const WatermarkState &state)
{
    if (state.problem)
        return describe(*state.problem);
    const QString undo = state.undoVersion
        ? WatermarkText::tr("changed by hand from version %1, can be undone")
              .arg(QString::number(state.undoVersion->value()))
        : QString();
    const QString reason = state.mark ? state.mark->reason : QString();
    return reason.isEmpty() || undo.isEmpty() ? reason + undo : reason + u' ' + undo;
}

QByteArray textLines(const QList<WatermarkState> &states)
{
    TextTable text({ Align::Left, Align::Right, Align::Left, Align::Left, Align::Right, Align::Left });
    text.add({ u"TABLE"_s, u"VERSION"_s, u"MODE"_s, u"SYNCED AT"_s, u"ROWS"_s, u"REASON"_s });
    for (const WatermarkState &state : states) {
        QStringList cells{ state.table.display(), u"none"_s, QString(), QString(), QString() };
        if (state.mark) {
            cells = { state.table.display(), QString::number(state.mark->version.value()),
                syncModeName(state.mark->mode), timeText(state.mark->syncedAt),
                groupedNumber(state.mark->rowsSynced) };
        }
        text.add(cells + QStringList{ remarkOf(state) });
    }
    return text.text().toUtf8();
}

WatermarkChange changeOf(const WatermarkCommand &command)
{
    if (command.action == u"set")
        return { WatermarkChange::Kind::SetBack, ChangeVersion(command.version.value_or(0)), false };
    return { command.action == u"undo" ? WatermarkChange::Kind::Undo : WatermarkChange::Kind::Reset, {},
        false };
}

/// One call of the verb with what it works with.
class WatermarkRun {
public:
    WatermarkRun(const CommandLine &line, StorePlace place, Console &console, StopSignals &stop)
        : m_line(line), m_place(std::move(place)), m_console(console), m_stop(stop)
    {
    }

    int run()
    {
        const auto all = waitFor(m_services.watermarks(m_place), m_stop);
        if (!all)
            return m_stop.exitCode(1);
        if (!*all)
            return failed((*all).error());
        if ((*all)->isEmpty()) {
            m_console.error(WatermarkText::tr("There are no watermarks below %1. Name their folder with "
                                              "--watermark-dir or --config.")
                                .arg(m_place.watermarkDir));
            return 2;
        }
        QList<WatermarkState> states = **all;
        const bool allFit = checkFilters(m_line.tables, states,
            WatermarkText::tr("with a watermark below %1").arg(m_place.watermarkDir), m_console);
        states.removeIf(
            [&](const WatermarkState &state) { return !matchesFilters(m_line.tables, state.table); });
        if (m_line.watermark.action != u"show")
            return allFit ? change(states) : 2;
        const int code = states.isEmpty() ? 0 : show(states);
        return allFit ? code : 2;
    }

private:
    int failed(const SyncError &error)
    {
        m_console.error(describe(error));
        const bool isWrongTable = error.kind == ErrorKind::NotFound || error.kind == ErrorKind::NoWatermark;
        return isWrongTable ? 2 : exitCodeOf(error);
    }

    int show(const QList<WatermarkState> &states)
    {
        QByteArray text;
        if (m_line.json) {
            for (const WatermarkState &state : states)
                text += jsonLine(objectOf(state));
        } else {
            text = textLines(states);
        }
        const bool broken = std::any_of(states.cbegin(), states.cend(),
            [](const WatermarkState &state) { return state.problem.has_value(); });
        return !m_console.write(text) || broken ? 1 : 0;
    }

    int change(const QList<WatermarkState> &states)
    {
        if (states.size() > 1) {
            QStringList names;
            for (const WatermarkState &state : states)
                names += state.table.display();
            m_console.error(WatermarkText::tr("--table must match one table and matches %1: %2. Name one of "
                                              "them in full.")
                                .arg(QString::number(states.size()), names.join(u", "_s)));
            return 2;
        }
        const WatermarkState &state = states.constFirst();
        if (state.problem)
            return failed(*state.problem);
        WatermarkChange wanted = changeOf(m_line.watermark);
        const QString consequence = consequenceOf(state, wanted);
        wanted.rehearse = !m_line.watermark.yes && wanted.kind != WatermarkChange::Kind::Undo;
        const auto done = waitFor(m_services.changeWatermark(m_place, state.table, wanted), m_stop);
        if (!done)
            return m_stop.exitCode(1);
        if (!*done)
            return failed((*done).error());
        m_console.info(consequence);
        if (wanted.rehearse) {
            m_console.error(WatermarkText::tr("Nothing was changed. To do it, say --yes."));
            return 2;
        }
        return m_console.write(m_line.json ? jsonLine(objectOf(**done)) : textLines({ **done })) ? 0 : 1;
    }

    const CommandLine &m_line;
    const StorePlace m_place;
    Console &m_console;
    StopSignals &m_stop;
    StoreServices m_services;
};

} // namespace

int runWatermark(const CommandLine &line, const StorePlace &place, Console &console, StopSignals &stop)
{
    return WatermarkRun(line, place, console, stop).run();
}

} // namespace tidemark
