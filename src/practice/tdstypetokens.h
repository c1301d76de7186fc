#pragma once

#include "tdstypes.h"

namespace tidemark::practice {

/// The type bytes of TDS, and what the readers and writers of TYPE_INFO and of sql_variant share.
enum TypeToken : quint8 {
    Null = 0x1F,
    Image = 0x22,
    Text = 0x23,
    Guid = 0x24,
    IntN = 0x26,
    DateN = 0x28,
    TimeN = 0x29,
    DateTime2N = 0x2A,
    DateTimeOffsetN = 0x2B,
    Int1 = 0x30,
    Bit = 0x32,
    Int2 = 0x34,
    Int4 = 0x38,
    SmallDateTime = 0x3A,
    Float4 = 0x3B,
    Money8 = 0x3C,
    DateTime8 = 0x3D,
    Float8 = 0x3E,
    Variant = 0x62,
    NText = 0x63,
    BitN = 0x68,
    DecimalN = 0x6A,
    NumericN = 0x6C,
    FloatN = 0x6D,
    MoneyN = 0x6E,
    DateTimeN = 0x6F,
    Money4 = 0x7A,
    Int8 = 0x7F,
    VarBinary = 0xA5,
    VarChar = 0xA7,
    Binary = 0xAD,
    Char = 0xAF,
    NVarChar = 0xE7,
    NChar = 0xEF,
    Udt = 0xF0,
    Xml = 0xF1,
};

constexpr int collationSize = 5;
constexpr quint16 chunkedLength = 0xFFFF;

void writeSized(TdsWriter &out, quint8 token, quint8 size);
void writeCollation(TdsWriter &out, const SqlType &type);
/// Whether the collation that stands next is a UTF-8 one.
bool readUtf8Flag(TdsReader &in);
/// The size field of a character or binary type: `unit` bytes a character.
quint16 declaredBytes(const SqlType &type, int unit);

/// A type whose values all have one size: the byte that stands for it where NULL cannot be (NOT NULL columns,
/// sql_variant) and the one that has the size behind it, as before each value.
struct FixedType {
    TypeId id;
    quint8 token;
    quint8 nullableToken;
    quint8 size;
};

/// Null for a type that has no such form.
const FixedType *fixedType(TypeId id);
/// By either byte; `size` is what stands behind a nullable one, else 0.
const FixedType *fixedType(quint8 token, int size);

} // namespace tidemark::practice
