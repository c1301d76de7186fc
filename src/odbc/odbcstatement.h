#pragma once

#include "cursorstatement.h"
#include "odbcconnection.h"

#include <QString>

#include <optional>
#include <vector>

namespace tidemark {

/// A statement of our own on a connection's handle. Every call is watched, and every return but plain success
/// is judged by its records. The connection outlives it; one statement is open at a time; one thread.
class OdbcStatement : public CursorStatement {
public:
    [[nodiscard]] static Result<std::unique_ptr<OdbcStatement>> make(const OdbcConnection &connection);
    ~OdbcStatement() override;
    OdbcStatement(const OdbcStatement &) = delete;
    OdbcStatement &operator=(const OdbcStatement &) = delete;

    /// Runs a batch and stands at its first result.
    [[nodiscard]] Status execute(const QString &sql);
    /// Goes to the batch's next result; false when there is none.
    [[nodiscard]] Result<bool> nextResult();
    /// From the present result on to the first one that has columns; false when there is none.
    [[nodiscard]] Result<bool> toResultSet();
    [[nodiscard]] Result<QString> columnName(int column) const;
    /// The whole of an unbound cell as text, none for NULL; for short answers.
    [[nodiscard]] Result<std::optional<QString>> text(int column);

    int columnCount() const override { return m_columnCount; }
    [[nodiscard]] Status bind(
        int column, CellKind kind, std::byte *cells, int cellBytes, qint64 *lengths) override;
    [[nodiscard]] Status setRowsPerFetch(int rows) override;
    [[nodiscard]] Result<int> fetch() override;
    [[nodiscard]] Result<Piece> readPiece(
        int column, CellKind kind, std::byte *room, qint64 roomBytes) override;
    [[nodiscard]] Status proveEnd() override;

private:
    OdbcStatement(const OdbcConnection &connection, void *handle) : m_connection(connection), m_handle(handle)
    {
    }
    Status check(short code) const;
    Status countColumns();

    const OdbcConnection &m_connection;
    void *m_handle;
    int m_columnCount = 0;
    int m_rowsPerFetch = 1;
    unsigned long m_fetched = 0; // an SQLULEN; the driver writes it
    std::vector<unsigned short> m_rowStates; // SQLUSMALLINTs
};

} // namespace tidemark
