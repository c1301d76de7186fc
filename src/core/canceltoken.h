#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <utility>

namespace tidemark {

/// A flag shared by copies: cancel() from any thread, asked between blocks by the worker. A child token is
/// cancelled with its parent, but not the other way round.
class CancelToken {
public:
    CancelToken() : m_state(std::make_shared<State>()) { }

    /// `also`, asked from any thread, says that it is cancelled for another reason; none: no other.
    CancelToken child(std::function<bool()> also = {}) const
    {
        CancelToken token;
        token.m_state->parent = m_state;
        token.m_state->also = std::move(also);
        return token;
    }

    void cancel() const { m_state->flag.store(true, std::memory_order_relaxed); }

    bool isCancelled() const
    {
        for (const State *state = m_state.get(); state != nullptr; state = state->parent.get()) {
            if (state->flag.load(std::memory_order_relaxed) || (state->also && state->also()))
                return true;
        }
        return false;
    }

private:
    struct State {
        std::atomic_bool flag = false;
        std::shared_ptr<const State> parent;
        std::function<bool()> also;
    };
    std::shared_ptr<State> m_state;
};

} // namespace tidemark
