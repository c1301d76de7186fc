#pragma once

#include "resultsink.h"
#include "tdswriter.h"

namespace tidemark::practice {

/// The tokens of a reply.
enum class TdsToken : quint8 {
    ReturnStatus = 0x79,
    ColumnMetadata = 0x81,
    Error = 0xAA,
    Info = 0xAB,
    ReturnValue = 0xAC,
    LoginAck = 0xAD,
    FeatureExtAck = 0xAE,
    Row = 0xD1,
    NullBitmapRow = 0xD2,
    EnvChange = 0xE3,
    Done = 0xFD,
    DoneProcedure = 0xFE,
    DoneInProcedure = 0xFF,
};

enum DoneStatus : quint16 {
    DoneFinal = 0x00,
    DoneMore = 0x01,
    DoneError = 0x02,
    DoneInTransaction = 0x04,
    DoneCount = 0x10,
    DoneAttention = 0x20,
};

enum class EnvChange : quint8 {
    Database = 1,
    Language = 2,
    PacketSize = 4,
    Collation = 7,
    BeginTransaction = 8,
    CommitTransaction = 9,
    RollbackTransaction = 10,
    ResetConnection = 18,
    Routing = 20,
};

void writeDone(TdsWriter &out, TdsToken kind, quint16 status, CommandKind command, quint64 count);
/// ERROR above severity 10, else INFO.
void writeMessage(TdsWriter &out, const ServerMessage &message);
void writeTextChange(TdsWriter &out, EnvChange change, QStringView to, QStringView from);
void writeBytesChange(TdsWriter &out, EnvChange change, QByteArrayView to, QByteArrayView from);
/// Sends the client to another server.
void writeRouting(TdsWriter &out, QStringView host, quint16 port);
/// The transaction that began, or the one that ended.
void writeTransactionChange(TdsWriter &out, EnvChange change, quint64 descriptor);
void writeReturnStatus(TdsWriter &out, int status);
void writeReturnValue(
    TdsWriter &out, int ordinal, QStringView name, const SqlType &type, const SqlValue &value);

} // namespace tidemark::practice
