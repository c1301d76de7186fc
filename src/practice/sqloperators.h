#pragma once

#include "functioncall.h"

#include <QHash>

namespace tidemark::practice {

/// The functions that stand for operators and conversions in translated statements:
///   + - * / % ^    of two values that are of the result's type, or of decimals
///   negate         of one
///   convert        of one value to the result's type; extras: style
///   style          the same; a second value is the style
///   try            the same, NULL where it fails
///   assign         the same into a column; extras: table, column
///   like           text, pattern, perhaps escape; extras: name of the collation
///   average        a sum and a count
///   rows           the number of TOP and FETCH, which may not be negative
///   method         of a CLR value; extras: type, method
///   static         a static method; extras: type, method
const QHash<QString, FunctionBody> &operatorBodies();

} // namespace tidemark::practice
