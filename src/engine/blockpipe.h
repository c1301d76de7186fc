#pragma once

#include "blockreader.h"
#include "canceltoken.h"
#include "result.h"
#include "tablestore.h"
#include "timesplit.h"

#include <functional>

namespace tidemark {

/// Moves all blocks of `reader` into `sink`: the caller's thread fetches, a thread of its own writes, three
/// blocks go to and fro. Returns when both sides have ended; an error or exception of either ends both. The
/// token is looked at between blocks. The rows fetched, all written without an error. `time` grows by where
/// the caller's time went, also when it fails; `progress` gets rows fetched and bytes written. Both in the
/// caller's thread.
[[nodiscard]] Result<qint64> pipeBlocks(BlockReader &reader, TableSink &sink, const CancelToken &cancel,
    TimeSplit &time, const std::function<void(qint64 rows, qint64 bytes)> &progress);

} // namespace tidemark
