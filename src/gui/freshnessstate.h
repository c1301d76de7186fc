#pragma once

#include "tablefreshness.h"

#include <QIcon>
#include <QString>

namespace tidemark {

// How fresh a table is, as people read it: one word, one shape and one tone for each state.
QString freshnessStateText(FreshnessState state);
/// All of them.
QStringList freshnessStateTexts();
QIcon freshnessStateIcon(FreshnessState state);

/// "2 days 3 h" until the table's changes may be cleaned up; empty when it is not known, or over.
QString freshnessLeftText(const TableFreshness &table);
/// Why it is so and what to do; a failure first.
QString freshnessNote(const TableFreshness &table);
/// Everything known of the table, a sentence a line.
QString freshnessDetails(const TableFreshness &table);

} // namespace tidemark
