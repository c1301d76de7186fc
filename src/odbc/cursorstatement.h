#pragma once

#include "result.h"
#include "rowblock.h"

namespace tidemark {

/// What a block cursor needs of an executed statement: a driver's in the program, a scripted one in tests.
/// One thread. Columns are counted from 1.
class CursorStatement {
public:
    /// What one look at a long cell gave.
    struct Piece {
        qint64 length = 0; // bytes now in the room given
        bool isNull = false;
        bool complete = true; // false: the next look brings more
    };

    virtual ~CursorStatement() = default;

    virtual int columnCount() const = 0;
    /// Lets each fetch write the column's cells there, `cellBytes` apart, and their lengths.
    [[nodiscard]] virtual Status bind(
        int column, CellKind kind, std::byte *cells, int cellBytes, qint64 *lengths) = 0;
    [[nodiscard]] virtual Status setRowsPerFetch(int rows) = 0;
    /// The number of rows that came; 0 when the driver has no more, which is not yet proof of the end.
    [[nodiscard]] virtual Result<int> fetch() = 0;
    /// Reads on in an unbound cell of the current row, with one row a fetch. A text takes two bytes more than
    /// it has. Columns in rising order only.
    [[nodiscard]] virtual Result<Piece> readPiece(
        int column, CellKind kind, std::byte *room, qint64 roomBytes) = 0;
    /// After a fetch that brought nothing: fails unless everything was read to its clean end.
    [[nodiscard]] virtual Status proveEnd() = 0;
};

} // namespace tidemark
