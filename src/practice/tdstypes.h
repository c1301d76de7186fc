#pragma once

#include "sqltype.h"
#include "tdsreader.h"
#include "tdswriter.h"

#include <optional>

namespace tidemark::practice {

/// How a value's length stands before its bytes.
enum class LengthForm {
    Fixed, // no length: always `fixedLength` bytes
    Byte, // one byte, 0 is NULL
    Short, // two bytes, FFFF is NULL
    Long, // four bytes, FFFFFFFF is NULL; in rows behind a text pointer
    Chunked, // PLP: eight bytes of total, then chunks
    Variant, // four bytes, 0 is NULL, then the base type
};

/// A TYPE_INFO as read from the wire and the declared type that it stands for.
struct WireType {
    SqlType type;
    LengthForm form = LengthForm::Fixed;
    int fixedLength = 0;
};

/// Where a TYPE_INFO stands; the forms differ for text and CLR types.
enum class TypePlace { Column, Parameter };

/// What is not `nullable` gets its fixed form, where its type has one.
void writeTypeInfo(TdsWriter &out, const SqlType &type, TypePlace place, bool nullable = true);
/// Empty when the type is unknown or the bytes are not a TYPE_INFO: the rest cannot be read either.
std::optional<WireType> readTypeInfo(TdsReader &in, TypePlace place);

LengthForm lengthForm(const SqlType &type, bool nullable = true);
/// The user type of COLMETADATA: 80 for rowversion, else 0.
quint32 userType(const SqlType &type);
/// Bytes of a decimal's magnitude.
int magnitudeSize(int precision);
/// Bytes of a time's ticks.
int timeSize(int scale);

} // namespace tidemark::practice
