#pragma once

#include "csvdialect.h"

#include <QString>

namespace tidemark {

/// A dialect that another program reads.
struct DialectPreset {
    QString name; // "bulk-insert", never localised
    QString title; // for people
    CsvDialect dialect;
    QString note; // how to read such files, and what they cannot carry; empty: everything arrives
};

} // namespace tidemark
