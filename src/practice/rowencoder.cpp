#include "rowencoder.h"

#include "tdstokens.h"
#include "tdsvalues.h"

#include <algorithm>

namespace tidemark::practice {

namespace {

constexpr quint16 nullableFlag = 0x01;
constexpr quint16 updatableUnknownFlag = 0x08;
constexpr quint16 identityFlag = 0x10;

/// Bytes that a NULL of this column takes in a ROW.
int nullSize(const ResultColumn &column)
{
    constexpr int noForm = 0xFFFF; // a NULL that should not be: only the bitmap can tell it
    switch (lengthForm(column.type, column.nullable)) {
    case LengthForm::Fixed:
        return noForm;
    case LengthForm::Short:
        return 2;
    case LengthForm::Chunked:
        return 8;
    case LengthForm::Variant:
        return 4;
    default:
        return 1;
    }
}

const SqlValue &cellOf(const SqlRow &row, qsizetype column)
{
    static const SqlValue null;
    const auto index = static_cast<std::size_t>(column);
    return index < row.size() ? row[index] : null;
}

bool bitmapSaves(const QList<ResultColumn> &columns, const SqlRow &row)
{
    qsizetype saved = 0;
    for (qsizetype i = 0; i < columns.size(); ++i)
        saved += isNull(cellOf(row, i)) ? nullSize(columns[i]) : 0;
    return saved > (columns.size() + 7) / 8;
}

/// Reads what writeTypeInfo() wrote, so that rows can be read without a second table of types.
std::optional<WireType> wireType(const ResultColumn &column)
{
    TdsWriter info;
    writeTypeInfo(info, column.type, TypePlace::Column, column.nullable);
    TdsReader in(info.data());
    return readTypeInfo(in, TypePlace::Column);
}

} // namespace

void writeColumns(TdsWriter &out, const QList<ResultColumn> &columns)
{
    out.u8(static_cast<quint8>(TdsToken::ColumnMetadata));
    out.u16(static_cast<quint16>(columns.size()));
    for (const ResultColumn &column : columns) {
        out.u32(userType(column.type));
        quint16 flags = updatableUnknownFlag;
        if (column.nullable)
            flags |= nullableFlag;
        if (column.identity)
            flags |= identityFlag;
        out.u16(flags);
        writeTypeInfo(out, column.type, TypePlace::Column, column.nullable);
        out.bVarchar(column.name);
    }
}

void writeRow(TdsWriter &out, const QList<ResultColumn> &columns, const SqlRow &row)
{
    const bool bitmap = bitmapSaves(columns, row);
    out.u8(static_cast<quint8>(bitmap ? TdsToken::NullBitmapRow : TdsToken::Row));
    for (qsizetype i = 0; bitmap && i < columns.size(); i += 8) {
        quint8 bits = 0;
        for (qsizetype bit = 0; bit < 8 && i + bit < columns.size(); ++bit)
            bits |= static_cast<quint8>(isNull(cellOf(row, i + bit)) ? 1 << bit : 0);
        out.u8(bits);
    }
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const SqlValue &cell = cellOf(row, i);
        if (!bitmap || !isNull(cell))
            writeValue(out, columns[i].type, cell, columns[i].nullable);
    }
}

QByteArray encodeRows(const QList<ResultColumn> &columns, const std::vector<SqlRow> &rows)
{
    TdsWriter out;
    for (const SqlRow &row : rows)
        writeRow(out, columns, row);
    return out.data();
}

EncodedRows::EncodedRows(const QList<ResultColumn> &columns, QByteArrayView rows)
    : m_columns(columns), m_rows(rows)
{
}

qsizetype EncodedRows::endOfRow(qsizetype offset) const
{
    TdsReader in(m_rows.sliced(offset));
    const bool bitmap = in.u8() == static_cast<quint8>(TdsToken::NullBitmapRow);
    const QByteArrayView nulls =
        bitmap ? in.bytes(static_cast<quint64>(m_columns.size() + 7) / 8) : QByteArrayView();
    for (qsizetype i = 0; i < m_columns.size() && in.ok(); ++i) {
        if (bitmap && (nulls[i / 8] >> (i % 8) & 1) != 0)
            continue;
        if (const auto wire = wireType(m_columns[i]))
            readValue(in, *wire, TypePlace::Column);
    }
    return in.ok() ? offset + in.position() : m_rows.size();
}

qsizetype EncodedRows::sizeOf(qint64 count) const
{
    qsizetype end = 0;
    for (qint64 row = 0; row < count && end < m_rows.size(); ++row)
        end = endOfRow(end);
    return end;
}

qsizetype EncodedRows::endAfter(qsizetype offset) const
{
    qsizetype end = 0;
    while (end < offset && end < m_rows.size())
        end = endOfRow(end);
    return end;
}

} // namespace tidemark::practice
