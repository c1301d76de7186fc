#pragma once

#include "canceltoken.h"

#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <thread>

namespace tidemark {

/// Does `work` in a thread of its own and waits for its result: none when the work had not ended a while
/// after the token was cancelled. Then the thread is left behind, because nothing can interrupt a driver's
/// connect; so `work` owns what it uses and throws nothing.
template <typename Value>
std::optional<Value> waitOrLeaveBehind(std::function<Value()> work, const CancelToken &cancel)
{
    using namespace std::chrono_literals;
    constexpr auto lookEvery = 50ms;
    constexpr auto grace = 1500ms;

    const auto promise = std::make_shared<std::promise<Value>>();
    std::future<Value> result = promise->get_future();
    std::thread([promise, work = std::move(work)] { promise->set_value(work()); }).detach();
    std::chrono::milliseconds sinceCancel{ 0 };
    while (result.wait_for(lookEvery) == std::future_status::timeout) {
        if (!cancel.isCancelled())
            continue;
        sinceCancel += lookEvery;
        if (sinceCancel >= grace)
            return std::nullopt;
    }
    return result.get();
}

} // namespace tidemark
