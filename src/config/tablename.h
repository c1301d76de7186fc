#pragma once

#include "result.h"
#include "tableref.h"

#include <QString>
#include <QStringList>

namespace tidemark {

/// Splits "shop.dbo.orders" or "[my.schema].[odd ]] name]" at its dots. A part in brackets keeps everything,
/// a bracket in it is doubled; blanks around other parts are not theirs. The error says what is wrong.
[[nodiscard]] tl::expected<QStringList, QString> splitTableName(const QString &text);

/// One name that is a value or key of its own: dots belong to it; brackets around it are taken off.
[[nodiscard]] tl::expected<QString, QString> singleName(const QString &text);

/// The reverse of splitTableName(): brackets only where they are needed.
QString joinTableName(const QStringList &parts);

} // namespace tidemark
