#pragma once

#include "syncerror.h"

#include <optional>

namespace tidemark {

/// The statement by which whoever administers the server mends an error.
enum class Mending { None, GrantRight, TrackTable, AllowSnapshots, CreateUser };

/// What a number of the server means. The sentences are untranslated (context ServerErrorText) and have
/// places for {table}, {database}, {server}, {right} and {statement}. `kind`: none leaves the error's own.
struct ServerNumber {
    int number;
    std::optional<ErrorKind> kind;
    const char *happened;
    const char *next; // what to do; empty when only trying again helps
    Mending mending = Mending::None;
};

/// Null for a number about which there is no more to say than the server does.
const ServerNumber *findServerNumber(int number);

/// True for numbers by which a server says that the same may succeed a little later.
bool isTransientNumber(int number);

} // namespace tidemark
