#pragma once

#include "changesource.h"
#include "tablestore.h"
#include "timesource.h"

#include <memory>

namespace tidemark {

/// What a run works with. Shared, because a thread stuck inside a driver's connect may outlive its run; the
/// time source of the store must be the one given here.
struct RunPorts {
    std::shared_ptr<ChangeSource> source;
    std::shared_ptr<TableStore> store;
    std::shared_ptr<TimeSource> time;
};

} // namespace tidemark
