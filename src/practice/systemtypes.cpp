#include "systemtypes.h"

#include <algorithm>
#include <array>

namespace tidemark::practice {

namespace {

constexpr std::array types = {
    SystemType{ u"image", 34, 34, TypeId::Image },
    SystemType{ u"text", 35, 35, TypeId::Text },
    SystemType{ u"uniqueidentifier", 36, 36, TypeId::UniqueIdentifier },
    SystemType{ u"date", 40, 40, TypeId::Date },
    SystemType{ u"time", 41, 41, TypeId::Time },
    SystemType{ u"datetime2", 42, 42, TypeId::DateTime2 },
    SystemType{ u"datetimeoffset", 43, 43, TypeId::DateTimeOffset },
    SystemType{ u"tinyint", 48, 48, TypeId::TinyInt },
    SystemType{ u"smallint", 52, 52, TypeId::SmallInt },
    SystemType{ u"int", 56, 56, TypeId::Int },
    SystemType{ u"smalldatetime", 58, 58, TypeId::SmallDateTime },
    SystemType{ u"real", 59, 59, TypeId::Real },
    SystemType{ u"money", 60, 60, TypeId::Money },
    SystemType{ u"datetime", 61, 61, TypeId::DateTime },
    SystemType{ u"float", 62, 62, TypeId::Float },
    SystemType{ u"sql_variant", 98, 98, TypeId::SqlVariant },
    SystemType{ u"ntext", 99, 99, TypeId::NText },
    SystemType{ u"bit", 104, 104, TypeId::Bit },
    SystemType{ u"decimal", 106, 106, TypeId::Decimal },
    SystemType{ u"numeric", 108, 108, TypeId::Numeric },
    SystemType{ u"smallmoney", 122, 122, TypeId::SmallMoney },
    SystemType{ u"bigint", 127, 127, TypeId::BigInt },
    SystemType{ u"hierarchyid", 240, 128, TypeId::HierarchyId },
    SystemType{ u"geometry", 240, 129, TypeId::Geometry },
    SystemType{ u"geography", 240, 130, TypeId::Geography },
    SystemType{ u"varbinary", 165, 165, TypeId::VarBinary },
    SystemType{ u"varchar", 167, 167, TypeId::VarChar },
    SystemType{ u"binary", 173, 173, TypeId::Binary },
    SystemType{ u"char", 175, 175, TypeId::Char },
    SystemType{ u"timestamp", 189, 189, TypeId::RowVersion },
    SystemType{ u"nvarchar", 231, 231, TypeId::NVarChar },
    SystemType{ u"nchar", 239, 239, TypeId::NChar },
    SystemType{ u"xml", 241, 241, TypeId::Xml },
    SystemType{ u"sysname", 231, 256, TypeId::NVarChar },
};

} // namespace

std::span<const SystemType> systemTypes()
{
    return types;
}

const SystemType &systemType(TypeId id)
{
    return *std::find_if(types.begin(), types.end(), [id](const SystemType &type) { return type.id == id; });
}

} // namespace tidemark::practice
