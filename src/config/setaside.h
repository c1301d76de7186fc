#pragma once

#include <QString>

namespace tidemark {

/// Moves a file that cannot be read out of the way, as "NAME.broken"; its new path, or the old one when that
/// fails.
QString setAside(const QString &path);

} // namespace tidemark
