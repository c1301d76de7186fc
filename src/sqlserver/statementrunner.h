#pragma once

#include "blockreader.h"
#include "changequery.h"
#include "result.h"
#include "resultrows.h"

#include <QList>
#include <QString>

#include <memory>

namespace tidemark {

/// What a session needs of its connection: the odbc module's in the program, a scripted one in tests. One
/// thread.
class StatementRunner {
public:
    virtual ~StatementRunner() = default;
    /// A batch whose answer does not matter.
    [[nodiscard]] virtual Status execute(const QString &sql) = 0;
    /// All result sets of a batch; for short answers.
    [[nodiscard]] virtual Result<QList<ResultRows>> query(const QString &sql) = 0;
    [[nodiscard]] virtual Result<std::unique_ptr<BlockReader>> read(const RowQuery &query) = 0;
};

} // namespace tidemark
