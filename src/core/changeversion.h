#pragma once

#include <QtGlobal>

#include <compare>

namespace tidemark {

/// A version of change tracking. 0 is a valid version; "none" is an empty std::optional, never a number.
class ChangeVersion {
public:
    constexpr ChangeVersion() = default;
    constexpr explicit ChangeVersion(qint64 value) : m_value(value) { }
    constexpr qint64 value() const { return m_value; }
    constexpr auto operator<=>(const ChangeVersion &) const = default;

private:
    qint64 m_value = 0;
};

} // namespace tidemark
