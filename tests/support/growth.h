#pragma once

#include <algorithm>
#include <ctime>

namespace tidemark {

/// How often the processor time of work on a tenth of `count` goes into that on all of it: about 10 when the
/// time grows with the number, 100 when it grows with its square. How busy the machine is does not matter.
template <typename Work>
double growthOf(Work work, int count)
{
    const auto cost = [&](int size) {
        const std::clock_t start = std::clock();
        work(size);
        return double(std::clock() - start);
    };
    const double tenth = std::min(cost(count / 10), cost(count / 10));
    return cost(count) / std::max(tenth, 1.0);
}

constexpr double mostGrowth = 40;

} // namespace tidemark
