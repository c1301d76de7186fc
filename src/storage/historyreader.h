#pragma once

#include "canceltoken.h"
#include "folderresolver.h"
#include "historyrun.h"
#include "tablefolders.h"
#include "watermarkstate.h"

#include <QCoreApplication>
#include <QHash>

#include <memory>

namespace tidemark {

/// Reads every sync_history.jsonl below a watermark folder, by Tidemark or the older tool. Lines that cannot
/// be read are counted, not fatal; a last line that a crash tore is not there. One thread.
class HistoryReader {
    Q_DECLARE_TR_FUNCTIONS(tidemark::HistoryReader)

public:
    explicit HistoryReader(const StorePlace &place);

    /// Fails when the folder cannot be read, or when it was cancelled.
    [[nodiscard]] Result<SyncHistory> read(const CancelToken &cancel);

private:
    void readFolder(const TableFolderPlace &folder, const CancelToken &cancel);
    void addLine(const TableFolderPlace &folder, const QJsonObject &line);
    struct Files;
    std::shared_ptr<const Files> filesOf(const TableRef &table);

    FolderResolver m_output;
    FolderResolver m_watermarks;
    SyncHistory m_history;
    QHash<TableRef, std::shared_ptr<const Files>> m_files; // what the manifests name
};

} // namespace tidemark
