#pragma once

#include "dialectpreset.h"

#include <QList>

namespace tidemark {

/// The dialects that other programs read, the default one first.
QList<DialectPreset> csvPresets();

} // namespace tidemark
