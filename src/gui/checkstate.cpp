#include "checkstate.h"

#include "paletteicon.h"

#include <QCoreApplication>
#include <QLocale>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct CheckStateText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::CheckState)
};

constexpr double shortestShown = 0.005;

} // namespace

QString checkStateText(CheckOutcome outcome)
{
    switch (outcome) {
    case CheckOutcome::Good:
        return CheckStateText::tr("good");
    case CheckOutcome::Warning:
        return CheckStateText::tr("warning");
    case CheckOutcome::Bad:
        break;
    }
    return CheckStateText::tr("failed");
}

QIcon checkStateIcon(CheckOutcome outcome)
{
    switch (outcome) {
    case CheckOutcome::Good:
        return paletteIcon(u"state-done"_s, IconTone::Good);
    case CheckOutcome::Warning:
        return paletteIcon(u"check-warning"_s, IconTone::Warning);
    case CheckOutcome::Bad:
        break;
    }
    return paletteIcon(u"state-failed"_s, IconTone::Bad);
}

QString checkTimeText(double seconds)
{
    return seconds < shortestShown ? QString()
                                   : CheckStateText::tr("%1 s").arg(QLocale().toString(seconds, 'f', 2));
}

} // namespace tidemark
