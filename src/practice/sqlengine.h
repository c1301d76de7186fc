#pragma once

#include "practiceoptions.h"
#include "result.h"
#include "sqlsession.h"
#include "wirefaults.h"

#include <memory>

namespace tidemark::practice {

/// Opens or makes the databases in options.dataDir, with their demo data, and starts the churn that the
/// options ask for. Password and folder are filled in by now. `faults` must outlive the result.
[[nodiscard]] Result<std::unique_ptr<SqlServer>> makeSqlServer(
    const PracticeOptions &options, WireFaultBoard &faults);

} // namespace tidemark::practice
