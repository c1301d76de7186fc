#pragma once

#include <QString>

namespace tidemark {

/// Why the keyword cannot stand among a connection's extra ones, a whole sentence: it is none, it would carry
/// a password, Tidemark sets it itself, or it would spoil what is read. Empty when it can.
QString mistakeInExtraKeyword(const QString &keyword);

} // namespace tidemark
