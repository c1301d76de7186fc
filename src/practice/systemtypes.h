#pragma once

#include "sqltype.h"

#include <QString>

#include <span>

namespace tidemark::practice {

/// A row of sys.types.
struct SystemType {
    const char16_t *name;
    int systemTypeId;
    int userTypeId;
    TypeId id;
};

std::span<const SystemType> systemTypes();
const SystemType &systemType(TypeId id);

} // namespace tidemark::practice
