#pragma once

#include <atomic>
#include <memory>

namespace tidemark {

/// A flag shared by copies: cancel() from any thread, asked between blocks by the worker. A child token is
/// cancelled with its parent, but not the other way round.
class CancelToken {
public:
    CancelToken() : m_state(std::make_shared<State>()) { }

    CancelToken child() const
    {
        CancelToken token;
        token.m_state->parent = m_state;
        return token;
    }

    void cancel() const { m_state->flag.store(true, std::memory_order_relaxed); }

    bool isCancelled() const
    {
        for (const State *state = m_state.get(); state != nullptr; state = state->parent.get()) {
            if (state->flag.load(std::memory_order_relaxed))
                return true;
        }
        return false;
    }

private:
    struct State {
        std::atomic_bool flag = false;
        std::shared_ptr<const State> parent;
    };
    std::shared_ptr<State> m_state;
};

} // namespace tidemark
