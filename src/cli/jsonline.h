#pragma once

#include "changeversion.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>

#include <optional>

// The lines of JSON that the verbs print: one object a line; what is not known is null.
namespace tidemark {

/// With its newline.
inline QByteArray jsonLine(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

template <typename Value>
QJsonValue orNull(const std::optional<Value> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

inline QJsonValue orNull(const std::optional<ChangeVersion> &version)
{
    return version ? QJsonValue(version->value()) : QJsonValue();
}

inline QJsonValue orNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

} // namespace tidemark
