#pragma once

#include <cstdint>

// The fixed-size values of a RowBlock, laid out as ODBC's C structs so that a driver can write them in place.
// The odbc module asserts size and offsets against sql.h and msodbcsql's structs.
namespace tidemark {

struct DateCell {
    std::int16_t year;
    std::uint16_t month;
    std::uint16_t day;
};

struct TimeCell { // SQL_SS_TIME2_STRUCT
    std::uint16_t hour;
    std::uint16_t minute;
    std::uint16_t second;
    std::uint32_t fraction; // nanoseconds
};

struct TimestampCell { // SQL_TIMESTAMP_STRUCT
    std::int16_t year;
    std::uint16_t month;
    std::uint16_t day;
    std::uint16_t hour;
    std::uint16_t minute;
    std::uint16_t second;
    std::uint32_t fraction; // nanoseconds
};

struct TimestampOffsetCell { // SQL_SS_TIMESTAMPOFFSET_STRUCT; local fields
    std::int16_t year;
    std::uint16_t month;
    std::uint16_t day;
    std::uint16_t hour;
    std::uint16_t minute;
    std::uint16_t second;
    std::uint32_t fraction; // nanoseconds
    std::int16_t offsetHours; // both carry the sign
    std::int16_t offsetMinutes;
};

struct GuidCell {
    std::uint32_t data1;
    std::uint16_t data2;
    std::uint16_t data3;
    std::uint8_t data4[8];
};

} // namespace tidemark
