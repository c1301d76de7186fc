#include "freshnessstate.h"

#include "numbertext.h"
#include "paletteicon.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include <array>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct FreshnessText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::FreshnessState)
};

struct Look {
    const char *word;
    const char *icon;
    IconTone tone;
};

// In the order of FreshnessState.
constexpr std::array looks{
    Look{ QT_TRANSLATE_NOOP("tidemark::FreshnessState", "expired"), "state-expired", IconTone::Bad },
    Look{ QT_TRANSLATE_NOOP("tidemark::FreshnessState", "expires soon"), "check-warning", IconTone::Warning },
    Look{ QT_TRANSLATE_NOOP("tidemark::FreshnessState", "would fail"), "no-access", IconTone::Bad },
    Look{ QT_TRANSLATE_NOOP("tidemark::FreshnessState", "failed"), "state-failed", IconTone::Bad },
    Look{ QT_TRANSLATE_NOOP("tidemark::FreshnessState", "never synced"), "state-waiting", IconTone::Muted },
    Look{ QT_TRANSLATE_NOOP("tidemark::FreshnessState", "no watermark"), "file-missing", IconTone::Muted },
    Look{ QT_TRANSLATE_NOOP("tidemark::FreshnessState", "behind"), "sync", IconTone::Accent },
    Look{ QT_TRANSLATE_NOOP("tidemark::FreshnessState", "synced"), "state-nothingnew", IconTone::Muted },
    Look{ QT_TRANSLATE_NOOP("tidemark::FreshnessState", "fresh"), "state-done", IconTone::Good },
};
static_assert(looks.size() == size_t(FreshnessState::Fresh) + 1);

/// "UTC+01:00". QTimeZone's names of a zone are searched for in all zones, too slowly for a tool tip of each
/// row.
QString zoneText(const QDateTime &time)
{
    return QString::fromLatin1(QTimeZone(time.toLocalTime().offsetFromUtc()).id());
}

} // namespace

QString freshnessStateText(FreshnessState state)
{
    return QCoreApplication::translate("tidemark::FreshnessState", looks[size_t(state)].word);
}

QStringList freshnessStateTexts()
{
    QStringList texts;
    for (const Look &look : looks)
        texts += QCoreApplication::translate("tidemark::FreshnessState", look.word);
    return texts;
}

QIcon freshnessStateIcon(FreshnessState state)
{
    return paletteIcon(QString::fromLatin1(looks[size_t(state)].icon), looks[size_t(state)].tone);
}

QString freshnessLeftText(const TableFreshness &table)
{
    const bool isOver = !table.secondsLeft || table.state == FreshnessState::Expired;
    return isOver ? QString() : longTimeText(*table.secondsLeft);
}

QString freshnessNote(const TableFreshness &table)
{
    if (!table.lastFailure)
        return table.note;
    return FreshnessText::tr("Failed %1 ago: %2")
               .arg(longTimeText(table.secondsSinceFailure), table.lastFailure->error.text)
        + (table.note.isEmpty() ? QString() : u' ' + table.note);
}

QString freshnessDetails(const TableFreshness &table)
{
    QStringList lines{ table.table.display() + u": "_s + freshnessStateText(table.state) };
    if (table.lastFailure) {
        lines += FreshnessText::tr("The last sync failed %1 (%2): %3")
                     .arg(localTimeText(table.lastFailure->at), zoneText(table.lastFailure->at),
                         describe(table.lastFailure->error));
    }
    if (!table.note.isEmpty())
        lines += table.note;
    if (table.lastSync.isValid())
        lines += FreshnessText::tr("Last synced %1 (%2).")
                     .arg(localTimeText(table.lastSync), zoneText(table.lastSync));
    if (table.version) {
        lines += table.versionsBehind
            ? FreshnessText::tr(
                "Its watermark, the version up to which it was read, is %1; the database is %2 "
                "versions further.")
                  .arg(QString::number(table.version->value()), QLocale().toString(*table.versionsBehind))
            : FreshnessText::tr("Its watermark, the version up to which it was read, is %1.")
                  .arg(table.version->value());
    }
    if (table.deadline.isValid()) {
        lines += FreshnessText::tr("The server keeps its changes until %1 (%2) at least.")
                     .arg(localTimeText(table.deadline), zoneText(table.deadline));
    }
    return lines.join(u'\n');
}

} // namespace tidemark
