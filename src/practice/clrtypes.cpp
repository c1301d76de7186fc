#include "clrtypes.h"

#include "hierarchypath.h"
#include "spatialvalue.h"
#include "sqltypetext.h"

#include <QtEndian>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

tl::unexpected<ServerMessage> clrError(TypeId id, const QString &cause)
{
    return sqlError(6522,
        u"A .NET Framework error occurred during execution of user-defined routine or aggregate \"%1\": %2"_s
            .arg(typeName(id), cause));
}

} // namespace

SqlResult<QString> clrText(const QByteArray &bytes, TypeId id)
{
    const std::optional<QString> text =
        id == TypeId::HierarchyId ? hierarchyText(bytes) : spatialText(bytes, id == TypeId::Geography);
    if (!text)
        return clrError(id, u"The bytes are in a form that this server does not read."_s);
    return *text;
}

SqlResult<SqlValue> clrOfText(const QString &text, TypeId id, int srid)
{
    if (id == TypeId::HierarchyId) {
        const std::optional<QByteArray> bytes = hierarchyBytes(text);
        if (!bytes)
            return clrError(id,
                u"24001: SqlHierarchyId.Parse failed because the input string '%1' is not a valid string representation of a SqlHierarchyId node."_s
                    .arg(text));
        return *bytes;
    }
    std::optional<SpatialValue> value = SpatialValue::fromText(text);
    if (!value)
        return clrError(id,
            u"24114: The label %1 in the input well-known text (WKT) is not valid, or not one that this server reads: POINT, LINESTRING, POLYGON."_s
                .arg(text.left(20)));
    value->srid = srid;
    return value->bytes(id == TypeId::Geography);
}

int spatialReference(const QByteArray &bytes)
{
    return bytes.size() < 4 ? 0 : qFromLittleEndian<qint32>(bytes.constData());
}

int defaultSpatialReference(TypeId id)
{
    return id == TypeId::Geography ? 4326 : 0;
}

} // namespace tidemark::practice
