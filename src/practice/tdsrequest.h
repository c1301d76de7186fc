#pragma once

#include "sqlsession.h"
#include "tdsreader.h"

#include <QString>

#include <optional>
#include <vector>

namespace tidemark::practice {

/// The procedures that RPC requests may name by number.
enum class Procedure : quint16 {
    ByName = 0,
    Cursor = 1,
    CursorOpen = 2,
    CursorPrepare = 3,
    CursorExecute = 4,
    CursorPrepExec = 5,
    CursorUnprepare = 6,
    CursorFetch = 7,
    CursorOption = 8,
    CursorClose = 9,
    ExecuteSql = 10,
    Prepare = 11,
    Execute = 12,
    PrepExec = 13,
    PrepExecRpc = 14,
    Unprepare = 15,
};

struct RpcCall {
    Procedure procedure = Procedure::ByName;
    QString name; // as sent, or the name that the number stands for
    std::vector<Parameter> parameters;
    std::optional<ServerMessage> problem; // with a value: the call is refused, not the connection
};

enum class TransactionRequest : quint16 { Begin = 5, Commit = 7, Rollback = 8, Save = 9 };

struct TransactionCall {
    TransactionRequest request = TransactionRequest::Begin;
    QString name; // of the transaction or savepoint, often empty
    int isolation = 0; // of the transaction to begin
    bool beginNew = false; // after this one
};

/// Steps over ALL_HEADERS.
void skipHeaders(TdsReader &in);
QString readBatch(TdsReader &in);
/// A statement as it was meant: some builds of QODBC send the zero behind its text.
QString withoutFinalNulls(QString text);
/// The calls of one RPC message, in order. Empty when they make no sense.
std::optional<std::vector<RpcCall>> readRpc(TdsReader &in);
std::optional<TransactionCall> readTransactionCall(TdsReader &in);

/// The last part of a possibly quoted name of several parts, in lowercase: "sp_x" of "[db].[sys].sp_X".
QString lastNamePart(const QString &name);

} // namespace tidemark::practice
