#pragma once

#include "documentnode.h"
#include "jobfile.h"

#include <QHash>
#include <QString>

namespace tidemark {

/// Writes the tables of a changed job into the document it was read from: what did not change stays as it is
/// spelled, new tables follow the document's shape. Lives as long as one document is written.
class TablesWriter {
public:
    /// `before` is what `root` reads as.
    TablesWriter(DocumentNode &root, const JobFile &before, const JobFile &after);

    void write();

    /// The csv and policy settings of `wanted` into the map of a job or table, where they differ from what
    /// the map (read as `read`) and, beneath it, `inherited` say.
    static void writeCommon(DocumentNode &map, const TableRequest &read, const TableRequest &wanted,
        const TableRequest &inherited);

private:
    /// The wanted table that the next entry of the document is; null when it is to go. Entries are walked in
    /// the order in which they were read.
    const TableRequest *next(TableRequest &read);
    void updateList(DocumentNode &list);
    void updateDatabases(DocumentNode &databases);
    void updateNames(DocumentNode &names);
    void appendToList(const TableRequest &request);
    void appendToDatabases(DocumentNode &databases, const TableRequest &request);
    void appendToNames(DocumentNode &names, const TableRequest &request) const;
    /// An entry of names or of the list with the options of `wanted`.
    DocumentNode withOptions(
        DocumentNode entry, const TableRequest &read, const TableRequest &wanted, bool mayBeMode) const;

    DocumentNode &m_root;
    const JobFile &m_before;
    const JobFile &m_after;
    TableRequest m_inherited; // what a table without options of its own is now
    QHash<TableRef, qsizetype> m_wanted; // places in m_after.tables
    qsizetype m_entry = 0; // of m_before.tables
    QHash<TableRef, bool> m_met;
};

} // namespace tidemark
