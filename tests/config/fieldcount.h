#pragma once

#include <cstddef>
#include <utility>

/// Counts the members of an aggregate, so that a test notices one that a table of settings forgets.
namespace fieldcount {

struct Anything {
    template <typename T>
    operator T() const; // NOLINT: never defined, it only has to be convertible to every member
};

template <typename T, std::size_t... Index>
constexpr bool takes(std::index_sequence<Index...>)
{
    return requires
    {
        T{ (static_cast<void>(Index), Anything{})... };
    };
}

template <typename T, std::size_t N = 0>
constexpr int fieldCount()
{
    if constexpr (takes<T>(std::make_index_sequence<N + 1>{}))
        return fieldCount<T, N + 1>();
    else
        return int(N);
}

} // namespace fieldcount
