#include "connectionsettings.h"

#include "settingstable.h"

namespace tidemark {

ConnectionSettings ConnectionSettings::of(const ConnectionSpec &spec)
{
    const ConnectionSpec defaults;
    ConnectionSettings settings;
    visitConnectionSettings([&](const auto &, auto part, auto member) {
        if (spec.*member != defaults.*member)
            settings.*part = spec.*member;
    });
    return settings;
}

void ConnectionSettings::applyTo(ConnectionSpec &spec) const
{
    visitConnectionSettings([&](const auto &, auto part, auto member) {
        if (this->*part)
            spec.*member = *(this->*part);
    });
}

} // namespace tidemark
