#include "spatialvalue.h"

#include <QDataStream>
#include <QIODevice>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint8 formatVersion = 1;
constexpr quint8 isValid = 0x04;
constexpr quint8 isPoint = 0x08;
constexpr quint8 isSegment = 0x10; // a line of two points
constexpr quint8 strokeFigure = 1;
constexpr quint8 outerRing = 2;
constexpr int mostPoints = 1'000'000;

QString shapeName(SpatialValue::Shape shape)
{
    switch (shape) {
    case SpatialValue::Shape::Point:
        return u"POINT"_s;
    case SpatialValue::Shape::LineString:
        return u"LINESTRING"_s;
    case SpatialValue::Shape::Polygon:
        break;
    }
    return u"POLYGON"_s;
}

std::optional<std::vector<SpatialValue::Point>> readPoints(const QString &text)
{
    std::vector<SpatialValue::Point> points;
    for (const QString &pair : text.split(u',')) {
        const QStringList parts = pair.simplified().split(u' ');
        bool good = parts.size() == 2;
        bool xGood = false;
        const double x = good ? parts.first().toDouble(&xGood) : 0;
        const double y = good ? parts.last().toDouble(&good) : 0;
        if (!good || !xGood)
            return std::nullopt;
        points.push_back({ x, y });
    }
    return points;
}

QString ringText(const std::vector<SpatialValue::Point> &ring)
{
    QStringList points;
    for (const SpatialValue::Point &point : ring)
        points += QString::number(point.x, 'g', QLocale::FloatingPointShortest) + u' '
            + QString::number(point.y, 'g', QLocale::FloatingPointShortest);
    return u'(' + points.join(u", "_s) + u')';
}

void writePoint(QDataStream &stream, const SpatialValue::Point &point, bool geography)
{
    if (geography)
        stream << point.y << point.x;
    else
        stream << point.x << point.y;
}

SpatialValue::Point readPoint(QDataStream &stream, bool geography)
{
    SpatialValue::Point point;
    if (geography)
        stream >> point.y >> point.x;
    else
        stream >> point.x >> point.y;
    return point;
}

void useSqlServersOrder(QDataStream &stream)
{
    stream.setByteOrder(QDataStream::LittleEndian);
    stream.setFloatingPointPrecision(QDataStream::DoublePrecision);
}

/// The figures and shapes behind the points of what is neither a point nor a segment.
bool readFigures(QDataStream &stream, const std::vector<SpatialValue::Point> &points, SpatialValue &value)
{
    qint32 figures = 0;
    stream >> figures;
    std::vector<qint32> starts;
    for (qint32 i = 0; i < figures && stream.status() == QDataStream::Ok; ++i) {
        quint8 kind = 0;
        qint32 start = 0;
        stream >> kind >> start;
        if (start < 0 || start > qint32(points.size()) || (!starts.empty() && start < starts.back()))
            return false;
        starts.push_back(start);
    }
    starts.push_back(qint32(points.size()));
    for (std::size_t i = 0; i + 1 < starts.size(); ++i)
        value.rings.emplace_back(points.begin() + starts[i], points.begin() + starts[i + 1]);
    qint32 shapes = 0;
    qint32 parent = 0;
    qint32 figure = 0;
    quint8 shape = 0;
    stream >> shapes >> parent >> figure >> shape;
    value.shape = SpatialValue::Shape(shape);
    return stream.status() == QDataStream::Ok && shapes == 1 && (shape == 2 || shape == 3)
        && !value.rings.empty();
}

} // namespace

std::optional<SpatialValue> SpatialValue::fromText(const QString &text)
{
    const qsizetype open = text.indexOf(u'(');
    if (open < 0 || !text.trimmed().endsWith(u')'))
        return std::nullopt;
    const QString name = text.left(open).trimmed().toUpper();
    QString content = text.mid(open + 1, text.lastIndexOf(u')') - open - 1).trimmed();
    SpatialValue value;
    QStringList rings{ content };
    if (name == u"POLYGON") {
        value.shape = Shape::Polygon;
        rings = content.split(u')');
        if (rings.size() < 2 || !rings.takeLast().trimmed().isEmpty())
            return std::nullopt;
        for (QString &ring : rings) {
            const qsizetype start = ring.indexOf(u'(');
            if (start < 0)
                return std::nullopt;
            ring = ring.mid(start + 1);
        }
    } else if (name == u"LINESTRING") {
        value.shape = Shape::LineString;
    } else if (name != u"POINT") {
        return std::nullopt;
    }
    for (const QString &ring : rings) {
        std::optional<std::vector<Point>> points = readPoints(ring);
        const std::size_t least = value.shape == Shape::Point ? 1 : value.shape == Shape::LineString ? 2 : 4;
        if (!points || points->size() < least || (value.shape == Shape::Point && points->size() > 1))
            return std::nullopt;
        value.rings.push_back(std::move(*points));
    }
    return value;
}

std::optional<SpatialValue> SpatialValue::fromBytes(const QByteArray &bytes, bool geography)
{
    QDataStream stream(bytes);
    useSqlServersOrder(stream);
    SpatialValue value;
    quint8 version = 0;
    quint8 properties = 0;
    stream >> value.srid >> version >> properties;
    if (version != formatVersion || (properties & ~(isValid | isPoint | isSegment)) != 0)
        return std::nullopt;
    qint32 count = 1;
    if ((properties & isSegment) != 0)
        count = 2;
    else if ((properties & isPoint) == 0)
        stream >> count;
    if (count < 1 || count > mostPoints)
        return std::nullopt;
    std::vector<Point> points;
    for (qint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i)
        points.push_back(readPoint(stream, geography));
    if (stream.status() != QDataStream::Ok)
        return std::nullopt;
    if ((properties & (isPoint | isSegment)) == 0)
        return readFigures(stream, points, value) ? std::optional(value) : std::nullopt;
    value.shape = count == 1 ? Shape::Point : Shape::LineString;
    value.rings.push_back(std::move(points));
    return value;
}

QString SpatialValue::text() const
{
    if (shape != Shape::Polygon)
        return shapeName(shape) + u' ' + ringText(rings.front());
    QStringList texts;
    for (const std::vector<Point> &ring : rings)
        texts += ringText(ring);
    return shapeName(shape) + u" ("_s + texts.join(u", "_s) + u')';
}

QByteArray SpatialValue::bytes(bool geography) const
{
    QByteArray result;
    QDataStream stream(&result, QIODevice::WriteOnly);
    useSqlServersOrder(stream);
    const bool segment = shape == Shape::LineString && rings.front().size() == 2;
    const bool simple = shape == Shape::Point || segment;
    stream << qint32(srid) << formatVersion
           << quint8(isValid
                  | (shape == Shape::Point ? isPoint
                          : segment        ? isSegment
                                           : 0));
    qint32 count = 0;
    for (const std::vector<Point> &ring : rings)
        count += qint32(ring.size());
    if (!simple)
        stream << count;
    for (const std::vector<Point> &ring : rings) {
        for (const Point &point : ring)
            writePoint(stream, point, geography);
    }
    if (simple)
        return result;
    stream << qint32(rings.size());
    qint32 start = 0;
    for (std::size_t i = 0; i < rings.size(); ++i) {
        const bool inner = shape == Shape::Polygon && i > 0;
        stream << quint8(shape == Shape::LineString ? strokeFigure : inner ? 0 : outerRing) << start;
        start += qint32(rings[i].size());
    }
    stream << qint32(1) << qint32(-1) << qint32(0) << quint8(shape);
    return result;
}

std::optional<QString> spatialText(const QByteArray &bytes, bool geography)
{
    const std::optional<SpatialValue> value = SpatialValue::fromBytes(bytes, geography);
    return value ? std::optional(value->text()) : std::nullopt;
}

} // namespace tidemark::practice
