#include "timeadvice.h"

#include <QCoreApplication>

namespace tidemark {

namespace {

constexpr double leastSeconds = 1;

struct AdviceText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::TimeAdvice)
};

} // namespace

QString timePartText(TimePart part)
{
    switch (part) {
    case TimePart::Server:
        return AdviceText::tr("server");
    case TimePart::Network:
        return AdviceText::tr("network");
    case TimePart::Formatting:
        return AdviceText::tr("formatting");
    case TimePart::Disk:
        break;
    }
    return AdviceText::tr("disk");
}

QString timeAdvice(const TimeSplit &time)
{
    if (time.total() < leastSeconds)
        return {};
    switch (time.largest()) {
    case TimePart::Server:
        return AdviceText::tr(
            "Most of the time went by before the server sent rows. Try a quieter hour, or fewer workers.");
    case TimePart::Network:
        return AdviceText::tr("Most of the time went into the network and the driver. Try more workers, "
                              "leaving out wide columns, or running nearer to the server.");
    case TimePart::Formatting:
        return AdviceText::tr(
            "Most of the time went into turning rows into text. Try more workers, one for each processor.");
    case TimePart::Disk:
        break;
    }
    return AdviceText::tr("Most of the time went into compressing and writing files. Try a faster disk, or "
                          "zstd instead of gzip.");
}

} // namespace tidemark
