#include "syncmode.h"

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

QString syncModeName(SyncMode mode)
{
    switch (mode) {
    case SyncMode::Full:
        return u"full"_s;
    case SyncMode::Incremental:
        return u"incremental"_s;
    case SyncMode::FullIncremental:
        break;
    }
    return u"full_incremental"_s;
}

std::optional<SyncMode> syncModeFromName(const QString &name)
{
    for (const SyncMode mode : { SyncMode::Full, SyncMode::Incremental, SyncMode::FullIncremental }) {
        if (name == syncModeName(mode))
            return mode;
    }
    return std::nullopt;
}

} // namespace tidemark
