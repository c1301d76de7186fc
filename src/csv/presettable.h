#pragma once

#include "dialectpreset.h"

#include <QList>

namespace tidemark {

/// All presets, the default dialect first.
QList<DialectPreset> presetTable();

} // namespace tidemark
