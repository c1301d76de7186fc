#pragma once

#include <QString>

namespace tidemark::practice {

/// The T-SQL that fills dbo.every_type: NULL, usual, least and greatest values, and those that break naive
/// programs.
QString everyTypeRows();

} // namespace tidemark::practice
