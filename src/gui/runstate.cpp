#include "runstate.h"

#include <QCoreApplication>

#include <array>

namespace tidemark {

namespace {

struct Look {
    const char *word;
    const char *icon;
    IconTone tone;
};

// In the order of RunState.
constexpr std::array looks{
    Look{ QT_TRANSLATE_NOOP("tidemark::RunState", "waiting"), "state-waiting", IconTone::Muted },
    Look{ QT_TRANSLATE_NOOP("tidemark::RunState", "connecting"), "connect", IconTone::Accent },
    Look{ QT_TRANSLATE_NOOP("tidemark::RunState", "planning"), "search", IconTone::Accent },
    Look{ QT_TRANSLATE_NOOP("tidemark::RunState", "reading"), "state-reading", IconTone::Accent },
    Look{ QT_TRANSLATE_NOOP("tidemark::RunState", "writing"), "state-writing", IconTone::Accent },
    Look{ QT_TRANSLATE_NOOP("tidemark::RunState", "waiting to retry"), "state-retrying", IconTone::Warning },
    Look{ QT_TRANSLATE_NOOP("tidemark::RunState", "done"), "state-done", IconTone::Good },
    Look{ QT_TRANSLATE_NOOP("tidemark::RunState", "nothing new"), "state-nothingnew", IconTone::Muted },
    Look{ QT_TRANSLATE_NOOP("tidemark::RunState", "reloaded"), "refresh", IconTone::Warning },
    Look{ QT_TRANSLATE_NOOP("tidemark::RunState", "failed"), "state-failed", IconTone::Bad },
    Look{ QT_TRANSLATE_NOOP("tidemark::RunState", "cancelled"), "state-cancelled", IconTone::Warning },
    Look{ QT_TRANSLATE_NOOP("tidemark::RunState", "skipped"), "state-skipped", IconTone::Muted },
};
static_assert(looks.size() == size_t(RunState::Skipped) + 1);

const Look &lookOf(RunState state)
{
    return looks[size_t(state)];
}

} // namespace

RunState runState(const TableProgress &progress)
{
    switch (progress.stage) {
    case TableStage::Connecting:
        return RunState::Connecting;
    case TableStage::Planning:
        return RunState::Planning;
    case TableStage::Reading:
        return RunState::Reading;
    case TableStage::Publishing:
        return RunState::Writing;
    case TableStage::Retrying:
        return RunState::Retrying;
    case TableStage::Waiting:
    case TableStage::Finished:
        break;
    }
    return RunState::Waiting;
}

RunState runState(const TableReport &report)
{
    switch (report.status) {
    case TableStatus::Done:
        return report.reloaded ? RunState::Reloaded : RunState::Done;
    case TableStatus::NothingNew:
        return RunState::NothingNew;
    case TableStatus::Failed:
        return RunState::Failed;
    case TableStatus::Cancelled:
        return RunState::Cancelled;
    case TableStatus::Skipped:
        break;
    }
    return RunState::Skipped;
}

QString runStateText(RunState state)
{
    return QCoreApplication::translate("tidemark::RunState", lookOf(state).word);
}

QStringList runStateTexts()
{
    QStringList texts;
    for (const Look &look : looks)
        texts += QCoreApplication::translate("tidemark::RunState", look.word);
    return texts;
}

QIcon runStateIcon(RunState state)
{
    return paletteIcon(QString::fromLatin1(lookOf(state).icon), lookOf(state).tone);
}

} // namespace tidemark
