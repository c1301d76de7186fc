#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace tidemark::practice {

/// A point, line or polygon in the plane: as well-known text and as SQL Server's bytes.
struct SpatialValue {
    struct Point {
        double x = 0; // longitude
        double y = 0; // latitude
    };
    enum class Shape { Point = 1, LineString = 2, Polygon = 3 };

    Shape shape = Shape::Point;
    int srid = 0;
    std::vector<std::vector<Point>> rings; // one, but for a polygon with holes

    static std::optional<SpatialValue> fromText(const QString &text);
    static std::optional<SpatialValue> fromBytes(const QByteArray &bytes, bool geography);
    QString text() const;
    QByteArray bytes(bool geography) const;
};

std::optional<QString> spatialText(const QByteArray &bytes, bool geography);

} // namespace tidemark::practice
