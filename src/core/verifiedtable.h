#pragma once

#include "syncerror.h"
#include "tableref.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace tidemark {

enum class FileState {
    Good,
    Missing,
    Damaged, // other bytes, SHA-256 or rows than written, or it cannot be read
    Replaced, // a sync took it out of the manifest meanwhile
    Unnamed, // no manifest names it
    SetAside, // a watermark was set back; it goes with the next sync
    Leftover, // the temporary file of a run that did not end well
};

/// "good", "missing", ...: the words of JSON.
QString fileStateName(FileState state);
/// True for what a person must look after.
bool isWrong(FileState state);

/// What became of one file. Values only.
struct VerifiedFile {
    QString path; // absolute
    FileState state = FileState::Good;
    qint64 rows = 0; // as recorded
    qint64 bytes = 0;
    QString problem; // a clause: what is wrong with it
};

/// A table's files compared with its manifest. Values only.
struct VerifiedTable {
    TableRef table;
    QString folder; // absolute
    QList<VerifiedFile> files;
    QStringList notes; // what reading the folder put in order
    std::optional<SyncError> error; // it could not be verified

    bool isGood() const;
};

} // namespace tidemark

Q_DECLARE_METATYPE(tidemark::VerifiedTable)
