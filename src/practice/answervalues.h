#pragma once

#include "sqlvalue.h"

#include <QString>

#include <memory>
#include <optional>

/// Small helpers of those who answer a session's functions.
namespace tidemark::practice {

inline QString textArgument(const SqlRow &arguments, std::size_t index)
{
    if (index >= arguments.size())
        return {};
    const auto *text = std::get_if<QString>(&arguments[index]);
    return text ? *text : QString();
}

inline std::optional<qint64> numberArgument(const SqlRow &arguments, std::size_t index)
{
    if (index >= arguments.size())
        return std::nullopt;
    const auto *number = std::get_if<qint64>(&arguments[index]);
    return number ? std::optional(*number) : std::nullopt;
}

/// Not given at all, which is other than NULL.
inline bool lacksArgument(const SqlRow &arguments, std::size_t index)
{
    return index >= arguments.size();
}

inline SqlValue flagValue(bool flag)
{
    return qint64(flag ? 1 : 0);
}

inline SqlValue textVariant(const QString &text)
{
    return std::make_shared<const VariantValue>(
        VariantValue{ SqlType{ TypeId::NVarChar, 128 }, SqlValue(text) });
}

inline SqlValue numberVariant(qint64 number)
{
    return std::make_shared<const VariantValue>(VariantValue{ SqlType{ TypeId::Int }, SqlValue(number) });
}

} // namespace tidemark::practice
