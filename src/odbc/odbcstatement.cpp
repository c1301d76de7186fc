#include "odbcstatement.h"

#include "cellvalues.h"

#include <QByteArray>
#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstddef>

#include <sql.h>
#include <sqlext.h>
#include <sqlucode.h>

namespace tidemark {

namespace {

struct StatementText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::OdbcStatement)
};

// A driver writes lengths and values straight into a RowBlock.
static_assert(sizeof(SQLLEN) == sizeof(qint64) && sizeof(SQLULEN) == sizeof(unsigned long));
static_assert(sizeof(DateCell) == sizeof(SQL_DATE_STRUCT) && alignof(DateCell) == alignof(SQL_DATE_STRUCT));
static_assert(sizeof(TimestampCell) == sizeof(SQL_TIMESTAMP_STRUCT)
    && offsetof(TimestampCell, hour) == offsetof(SQL_TIMESTAMP_STRUCT, hour)
    && offsetof(TimestampCell, fraction) == offsetof(SQL_TIMESTAMP_STRUCT, fraction));
static_assert(sizeof(GuidCell) == sizeof(SQLGUID) && offsetof(GuidCell, data4) == offsetof(SQLGUID, Data4));
// SQL_SS_TIME2_STRUCT and SQL_SS_TIMESTAMPOFFSET_STRUCT, which come as bytes.
static_assert(sizeof(TimeCell) == 12 && offsetof(TimeCell, fraction) == 8);
static_assert(sizeof(TimestampOffsetCell) == 20 && offsetof(TimestampOffsetCell, fraction) == 12
    && offsetof(TimestampOffsetCell, offsetHours) == 16);

constexpr qint64 terminator = sizeof(SQLWCHAR);
// Units set apart at the end of a piece's room, to see where a driver ended that did not fill it.
constexpr qint64 tailUnits = 8;
constexpr SQLWCHAR tailMark = 0xFFFF;

SQLSMALLINT targetType(CellKind kind)
{
    switch (kind) {
    case CellKind::Bit:
        return SQL_C_BIT;
    case CellKind::Int32:
        return SQL_C_SLONG;
    case CellKind::Int64:
        return SQL_C_SBIGINT;
    case CellKind::Float32:
        return SQL_C_FLOAT;
    case CellKind::Float64:
        return SQL_C_DOUBLE;
    case CellKind::Decimal:
        return SQL_C_CHAR;
    case CellKind::Date:
        return SQL_C_TYPE_DATE;
    case CellKind::Timestamp:
        return SQL_C_TYPE_TIMESTAMP;
    case CellKind::Guid:
        return SQL_C_GUID;
    case CellKind::Text:
    case CellKind::LongText:
        return SQL_C_WCHAR;
    case CellKind::Time: // their own C types are refused by the driver manager under ODBC 3
    case CellKind::TimestampOffset:
    case CellKind::Binary:
    case CellKind::LongBinary:
        break;
    }
    return SQL_C_BINARY;
}

/// An integer that travels as a pointer, as ODBC defines it for attributes.
SQLPOINTER asPointer(quintptr value)
{
    return reinterpret_cast<SQLPOINTER>(value); // NOLINT(performance-no-int-to-ptr)
}

SyncError internalError(QString text)
{
    return { ErrorKind::Internal, std::move(text), {}, 0, false, {}, 0 };
}

void markTail(std::byte *room, qint64 roomBytes)
{
    auto *end = reinterpret_cast<SQLWCHAR *>(room + roomBytes);
    std::fill(end - std::min(tailUnits, roomBytes / terminator), end, tailMark);
}

/// Bytes before the terminator of a text that did not end; -1 when there is none at the room's end.
qint64 filledBytes(const std::byte *room, qint64 roomBytes)
{
    const auto *units = reinterpret_cast<const SQLWCHAR *>(room);
    qint64 last = roomBytes / terminator - 1;
    for (qint64 i = 0; i < tailUnits && last > 0 && units[last] == tailMark; ++i)
        --last;
    return units[last] == 0 ? last * terminator : -1;
}

} // namespace

Result<std::unique_ptr<OdbcStatement>> OdbcStatement::make(const OdbcConnection &connection)
{
    SQLHSTMT handle = SQL_NULL_HSTMT;
    const SQLRETURN code = SQLAllocHandle(SQL_HANDLE_STMT, connection.handle(), &handle);
    if (Status ok = connection.check(code, SQL_HANDLE_DBC, connection.handle()); !ok)
        return fail(ok.error());
    std::unique_ptr<OdbcStatement> statement(new OdbcStatement(connection, handle));
    if (connection.traits().queryTimeoutSeconds > 0) {
        if (Status ok = statement->check(SQLSetStmtAttrW(handle, SQL_ATTR_QUERY_TIMEOUT,
                asPointer(quintptr(connection.traits().queryTimeoutSeconds)), SQL_IS_UINTEGER));
            !ok)
            return fail(ok.error());
    }
    return statement;
}

OdbcStatement::~OdbcStatement()
{
    const CallWatch::Call call(m_connection.watch());
    SQLFreeHandle(SQL_HANDLE_STMT, m_handle);
}

Status OdbcStatement::check(short code) const
{
    return m_connection.check(code, SQL_HANDLE_STMT, m_handle);
}

Status OdbcStatement::countColumns()
{
    SQLSMALLINT count = 0;
    if (Status ok = check(SQLNumResultCols(m_handle, &count)); !ok)
        return ok;
    m_columnCount = count;
    return {};
}

Status OdbcStatement::execute(const QString &sql)
{
    if (const auto reason = m_connection.ended())
        return fail(*reason);
    SQLRETURN code = SQL_ERROR;
    {
        const CallWatch::Call call(m_connection.watch());
        // The API takes the text without const and does not write to it.
        auto *text = const_cast<SQLWCHAR *>(reinterpret_cast<const SQLWCHAR *>(sql.utf16()));
        code = SQLExecDirectW(m_handle, text, SQLINTEGER(sql.size()));
    }
    if (code != SQL_NO_DATA) { // the answer of an UPDATE that found no row
        if (Status ok = check(code); !ok)
            return ok;
    }
    return countColumns();
}

Result<bool> OdbcStatement::nextResult()
{
    SQLRETURN code = SQL_ERROR;
    {
        const CallWatch::Call call(m_connection.watch());
        code = SQLMoreResults(m_handle);
    }
    if (code == SQL_NO_DATA)
        return false;
    if (Status ok = check(code); !ok)
        return fail(ok.error());
    if (Status ok = countColumns(); !ok)
        return fail(ok.error());
    return true;
}

Result<bool> OdbcStatement::toResultSet()
{
    while (m_columnCount == 0) {
        const Result<bool> more = nextResult();
        if (!more || !*more)
            return more;
    }
    return true;
}

Result<QString> OdbcStatement::columnName(int column) const
{
    std::array<SQLWCHAR, 256> name{};
    SQLSMALLINT length = 0;
    if (Status ok = check(SQLDescribeColW(m_handle, SQLUSMALLINT(column), name.data(),
            SQLSMALLINT(name.size()), &length, nullptr, nullptr, nullptr, nullptr));
        !ok)
        return fail(ok.error());
    return QString::fromUtf16(reinterpret_cast<const char16_t *>(name.data()),
        std::clamp<qsizetype>(length, 0, qsizetype(name.size()) - 1));
}

Result<std::optional<QString>> OdbcStatement::text(int column)
{
    constexpr qint64 smallRoom = 1024;
    constexpr qint64 largeRoom = 256 * 1024;
    QByteArray bytes;
    qint64 used = 0;
    for (qint64 room = smallRoom;; room = largeRoom) {
        bytes.resize(used + room);
        const Result<Piece> piece =
            readPiece(column, CellKind::LongText, reinterpret_cast<std::byte *>(bytes.data()) + used, room);
        if (!piece)
            return fail(piece.error());
        if (piece->isNull)
            return std::optional<QString>();
        used += piece->length;
        if (piece->complete)
            return std::optional(
                QString::fromUtf16(reinterpret_cast<const char16_t *>(bytes.constData()), used / terminator));
        if (piece->length == 0)
            return fail(internalError(StatementText::tr("The driver stops inside a value.")));
    }
}

Status OdbcStatement::bind(int column, CellKind kind, std::byte *cells, int cellBytes, qint64 *lengths)
{
    return check(SQLBindCol(m_handle, SQLUSMALLINT(column), targetType(kind), cells, cellBytes,
        reinterpret_cast<SQLLEN *>(lengths)));
}

Status OdbcStatement::setRowsPerFetch(int rows)
{
    m_rowsPerFetch = rows;
    m_rowStates.assign(size_t(rows), 0);
    for (const auto &[attribute, value] :
        { std::pair<SQLINTEGER, SQLPOINTER>{ SQL_ATTR_ROW_ARRAY_SIZE, asPointer(quintptr(rows)) },
            { SQL_ATTR_ROWS_FETCHED_PTR, &m_fetched }, { SQL_ATTR_ROW_STATUS_PTR, m_rowStates.data() } }) {
        if (Status ok = check(SQLSetStmtAttrW(m_handle, attribute, value, 0)); !ok)
            return ok;
    }
    return {};
}

Result<int> OdbcStatement::fetch()
{
    if (const auto reason = m_connection.ended())
        return fail(*reason);
    m_fetched = 1; // stays so while no rows-fetched pointer is set
    SQLRETURN code = SQL_ERROR;
    {
        const CallWatch::Call call(m_connection.watch());
        code = SQLFetchScroll(m_handle, SQL_FETCH_NEXT, 0);
    }
    if (code == SQL_NO_DATA)
        return 0;
    if (Status ok = check(code); !ok)
        return fail(ok.error());
    const bool rowFailed = code == SQL_SUCCESS_WITH_INFO
        && m_connection.traits().family == DriverFamily::Microsoft // FreeTDS's states prove nothing
        && std::find(m_rowStates.begin(), m_rowStates.end(), SQL_ROW_ERROR) != m_rowStates.end();
    if (rowFailed || m_fetched == 0 || m_fetched > size_t(m_rowsPerFetch))
        return fail(internalError(StatementText::tr("The driver handed on a row that it could not read.")));
    return int(m_fetched);
}

Result<CursorStatement::Piece> OdbcStatement::readPiece(
    int column, CellKind kind, std::byte *room, qint64 roomBytes)
{
    const bool isText = kind == CellKind::LongText;
    const qint64 capacity = roomBytes - (isText ? terminator : 0);
    if (isText)
        markTail(room, roomBytes);
    SQLLEN length = 0;
    SQLRETURN code = SQL_ERROR;
    {
        const CallWatch::Call call(m_connection.watch());
        code = SQLGetData(m_handle, SQLUSMALLINT(column), targetType(kind), room, roomBytes, &length);
    }
    if (code == SQL_NO_DATA) // nothing is left of a cell that filled the room before exactly
        return Piece{ 0, false, true };
    if (Status ok = check(code); !ok)
        return fail(ok.error());
    if (length == SQL_NULL_DATA)
        return Piece{ 0, true, true };
    if (length >= 0 && length <= capacity)
        return Piece{ length, false, true };
    const qint64 filled = isText ? filledBytes(room, roomBytes) : capacity;
    if (filled < 0 || (length < 0 && length != SQL_NO_TOTAL))
        return fail(internalError(StatementText::tr("The driver does not say how much of a value it gave.")));
    return Piece{ filled, false, false };
}

Status OdbcStatement::proveEnd()
{
    while (true) {
        const Result<bool> more = nextResult();
        if (!more)
            return fail(more.error());
        if (!*more)
            break;
        if (m_columnCount > 0)
            return fail(
                internalError(StatementText::tr("The server sent more results than were asked for.")));
    }
    // A cancelled fetch and a lost connection can both look like a clean end.
    if (const auto reason = m_connection.ended())
        return fail(*reason);
    if (m_connection.isDead())
        return fail(SyncError{ ErrorKind::Connection,
            StatementText::tr("The connection to the server broke off before the last row was certain."), {},
            0, true, {}, 0 });
    return {};
}

} // namespace tidemark
