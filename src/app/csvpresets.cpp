#include "csvpresets.h"

#include "presettable.h"

namespace tidemark {

QList<DialectPreset> csvPresets()
{
    return presetTable();
}

} // namespace tidemark
