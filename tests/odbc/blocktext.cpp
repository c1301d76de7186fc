#include "blocktext.h"

#include "cellvalues.h"

#include <QStringList>

#include <cstring>

namespace tidemark::test {

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename T>
T valueOf(const std::byte *cell)
{
    T value;
    std::memcpy(&value, cell, sizeof(T));
    return value;
}

template <typename... Parts>
QString joinedBy(QChar between, Parts... parts)
{
    return QStringList{ QString::number(parts)... }.join(between);
}

template <typename Moment>
QString clock(const Moment &moment)
{
    return joinedBy(u':', moment.hour, moment.minute, moment.second) + u'.'
        + QString::number(moment.fraction);
}

QString guidText(const GuidCell &guid)
{
    return QString::number(guid.data1, 16) + u'-' + QString::number(guid.data2, 16) + u'-'
        + QString::number(guid.data3, 16) + u'-'
        + QString::fromLatin1(
            QByteArray(reinterpret_cast<const char *>(guid.data4), sizeof(guid.data4)).toHex());
}

} // namespace

QString cellText(const RowBlock &block, int column, int row)
{
    if (block.isNull(column, row))
        return u"NULL"_s;
    const std::byte *cell = block.cell(column, row);
    const qint64 length = block.lengths(column)[row];
    switch (block.columns()[column].kind) {
    case CellKind::Bit:
        return QString::number(valueOf<quint8>(cell));
    case CellKind::Int32:
        return QString::number(valueOf<qint32>(cell));
    case CellKind::Int64:
        return QString::number(valueOf<qint64>(cell));
    case CellKind::Float32:
        return QString::number(double(valueOf<float>(cell)), 'g', 17);
    case CellKind::Float64:
        return QString::number(valueOf<double>(cell), 'g', 17);
    case CellKind::Decimal:
        return QString::fromLatin1(reinterpret_cast<const char *>(cell), length);
    case CellKind::Date: {
        const auto date = valueOf<DateCell>(cell);
        return joinedBy(u'-', date.year, date.month, date.day);
    }
    case CellKind::Time:
        return clock(valueOf<TimeCell>(cell));
    case CellKind::Timestamp: {
        const auto moment = valueOf<TimestampCell>(cell);
        return joinedBy(u'-', moment.year, moment.month, moment.day) + u' ' + clock(moment);
    }
    case CellKind::TimestampOffset: {
        const auto moment = valueOf<TimestampOffsetCell>(cell);
        return joinedBy(u'-', moment.year, moment.month, moment.day) + u' ' + clock(moment) + u' '
            + joinedBy(u':', moment.offsetHours, moment.offsetMinutes);
    }
    case CellKind::Guid:
        return guidText(valueOf<GuidCell>(cell));
    case CellKind::Text:
        return QString::fromUtf16(reinterpret_cast<const char16_t *>(cell), length / 2);
    case CellKind::Binary:
        return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(cell), length).toHex());
    case CellKind::LongText:
    case CellKind::LongBinary:
        break;
    }
    return u"long"_s;
}

} // namespace tidemark::test
