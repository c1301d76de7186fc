#pragma once

#include "result.h"
#include "rowblock.h"

#include <memory>

namespace tidemark {

/// The rows of one statement, block by block. Belongs to the session that made it and to its thread; blocks
/// may be read by another thread while the next one is fetched.
class BlockReader {
public:
    virtual ~BlockReader() = default;

    /// Columns in file order.
    virtual const QList<BlockColumn> &columns() const = 0;
    /// A block of the right shape; a run uses three of them in turn.
    virtual std::unique_ptr<RowBlock> makeBlock() const = 0;
    /// True: the block holds at least one row or piece. False: the end, reached cleanly and proved so.
    /// After an error or the end the reader is used no more.
    [[nodiscard]] virtual Result<bool> fetch(RowBlock &block) = 0;
};

} // namespace tidemark
