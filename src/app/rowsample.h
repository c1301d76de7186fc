#pragma once

#include "changeversion.h"
#include "csvdialect.h"
#include "result.h"

#include <QCoreApplication>
#include <QString>

#include <memory>
#include <optional>

namespace tidemark {

class BlockReader;
class RowBlock;

/// A few rows as they came from a server, to be written again and again in whatever dialect a person tries.
/// A value; copies share the rows, which never change.
class RowSample {
    Q_DECLARE_TR_FUNCTIONS(tidemark::RowSample)

public:
    /// Made-up rows that hold whatever dialects treat differently.
    static RowSample example();
    /// The first rows of a reader, in bounded memory. `version`: of a full load at that moment.
    [[nodiscard]] static Result<RowSample> take(BlockReader &reader, std::optional<ChangeVersion> version);

    /// What a full load would write of these rows, decoded again. An error when the dialect contradicts
    /// itself or cannot hold a value.
    [[nodiscard]] Result<QString> written(const CsvDialect &dialect) const;

private:
    struct Rows;

    std::shared_ptr<const Rows> m_rows;
};

} // namespace tidemark
