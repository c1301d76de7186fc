#pragma once

#include "procedures.h"

namespace tidemark::practice {

/// Arms the fault that EXEC practice.fault, or the option --fault, asks for. The kinds:
///
/// Of requests whose text holds @statement: @skip of them pass, then @times are struck.
///   close, reset   the connection ends after @row rows, @bytes bytes or @packets packets of the result
///   half           the same, in the middle of the packet behind @packets
///   stall          silence after @row rows, until an attention comes
///   delay          a rest of @milliseconds after @row rows (0: before the first), or else before every row
///   attention      an attention is answered by its DONE alone
///   error          error @number of @severity before @row of the result (0: before the columns, but after
///                  CHANGETABLE was read), or else before the batch; severity 20 ends the connection
///   script         T-SQL of the owner, @script, at the places of an error
/// Of the next @times connections:
///   login          refused with @number (40613, 18456, 4060, 40615); for @seconds in place of @times
///   route          sent to @port of @host
///   wrong_certificate, expired_certificate, no_tls
/// Until clear:
///   secondary      change tracking is refused as on a readable secondary, 22117
///   clear          no fault any more
[[nodiscard]] SqlStatus armFault(SessionCore &core, const ProcedureArguments &arguments);

/// Error 201.
[[nodiscard]] tl::unexpected<ServerMessage> missingParameter(
    const QString &procedure, const QString &parameter);

} // namespace tidemark::practice
