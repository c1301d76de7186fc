#pragma once

#include <utility>

namespace tidemark {

/// Which of several requests still counts: the one begun last. An answer to an earlier one is not taken.
/// Outlives the answers; GUI thread.
class LatestRequest {
public:
    /// What was asked before no longer counts.
    void begin() { ++m_number; }

    /// Calls `function` with an answer to what is asked now, unless another request has begun meanwhile.
    template <typename Function>
    auto only(Function function) const
    {
        return [this, number = m_number, function = std::move(function)](const auto &answer) {
            if (number == m_number)
                function(answer);
        };
    }

private:
    int m_number = 0;
};

} // namespace tidemark
