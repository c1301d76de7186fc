#pragma once

#include "jobfile.h"
#include "mapreader.h"
#include "settingreader.h"

#include <QCoreApplication>
#include <QHash>
#include <QString>

namespace tidemark {

/// Reads the tables of a job, in each of the shapes that name them, into a JobFile whose own `csv` and
/// `policies` are read already. Lives as long as one document is read.
class TablesReader {
    Q_DECLARE_TR_FUNCTIONS(tidemark::TablesReader)

public:
    TablesReader(SettingReader &reader, JobFile &job) : m_reader(reader), m_job(job) { }

    /// `tables`: a list of maps or of "database.schema.table".
    void readTables(const DocumentPlace &place);
    /// `databases`: {db: {schemas: {schema: {tables: names}}}} or {db: {schema: names}}, where names is
    /// {table: mode | {...}} or a list.
    void readDatabases(const DocumentPlace &place);
    /// `exclude`: a list of the same forms as `tables`, without options; what is not said is *.
    void readExcludes(const DocumentPlace &place);

    /// The map `csv` of the job or of a table.
    void readCsv(const DocumentPlace &place, CsvDialect &dialect, FileOptions &files);
    /// The map `policies` of the job or of a table.
    void readPolicies(const DocumentPlace &place, Policies &policies);

private:
    void readTable(const DocumentPlace &place);
    void readSchemas(const DocumentPlace &place, const QString &database);
    void readNames(const DocumentPlace &place, const QString &database, const QString &schema);
    /// The name of a table in a list, as one text or in the keys of a map; what it does not say is that of
    /// `defaults`. False when it is wrong.
    bool readReference(const DocumentPlace &place, const TableRef &defaults, TableRef &table);
    bool readReference(MapReader &map, const TableRef &defaults, TableRef &table);
    bool readParts(const DocumentPlace &place, TableRef &table);
    bool complete(const DocumentPlace &place, const TableRef &defaults, TableRef &table);
    bool readName(const DocumentPlace &place, QString &name);
    bool readKey(const DocumentPlace &place, const QString &key, QString &name);
    void readOptions(MapReader &map, TableRequest &request);
    void add(const DocumentPlace &place, const TableRequest &request);
    TableRequest newRequest(const TableRef &table) const;

    SettingReader &m_reader;
    JobFile &m_job;
    QHash<TableRef, QString> m_paths; // of the tables met
};

} // namespace tidemark
