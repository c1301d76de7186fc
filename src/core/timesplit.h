#pragma once

#include <QString>

#include <array>

namespace tidemark {

/// What a table's run can wait for. Server: connecting, planning, and until the first rows come. Network: the
/// further rows, on the wire and in the driver. Formatting: rows become text. Disk: text is compressed,
/// hashed, written, synced and published.
enum class TimePart { Server, Network, Formatting, Disk };

inline constexpr std::array timeParts{ TimePart::Server, TimePart::Network, TimePart::Formatting,
    TimePart::Disk };

/// "server", "network", "formatting", "disk": the words of JSON.
QString timePartName(TimePart part);

/// Where the time of a table's run went, in seconds. Work that hid behind something slower is not in it, so
/// the parts add up to the time that passed, but for pauses before another try.
struct TimeSplit {
    std::array<double, timeParts.size()> seconds{};

    double &operator[](TimePart part) { return seconds[size_t(part)]; }
    double operator[](TimePart part) const { return seconds[size_t(part)]; }
    double total() const;
    /// The part with most of the time.
    TimePart largest() const;

    bool operator==(const TimeSplit &) const = default;
};

} // namespace tidemark
