#pragma once

#include "practiceoptions.h"
#include "sqlresult.h"

namespace tidemark::practice {

class EngineServer;

/// Makes the demo databases of a new server: a small business, its logins, a few transactions since its
/// tracking began. The same for the same options.
[[nodiscard]] SqlStatus makeDemoData(EngineServer &server, const PracticeOptions &options);

/// shop, shop2, shop3 ...
QString demoDatabaseName(int number);

} // namespace tidemark::practice
