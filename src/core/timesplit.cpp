#include "timesplit.h"

#include <algorithm>
#include <numeric>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

QString timePartName(TimePart part)
{
    switch (part) {
    case TimePart::Server:
        return u"server"_s;
    case TimePart::Network:
        return u"network"_s;
    case TimePart::Formatting:
        return u"formatting"_s;
    case TimePart::Disk:
        break;
    }
    return u"disk"_s;
}

double TimeSplit::total() const
{
    return std::accumulate(seconds.begin(), seconds.end(), 0.0);
}

TimePart TimeSplit::largest() const
{
    return timeParts[size_t(std::max_element(seconds.begin(), seconds.end()) - seconds.begin())];
}

} // namespace tidemark
