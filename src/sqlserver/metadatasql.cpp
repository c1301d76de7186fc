#include "metadatasql.h"

#include "identifier.h"

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

/// "FROM (VALUES (0, N'dbo', N'orders'), ...) AS a (...) JOIN ...": the asked names beside the tables that
/// match. The collation is named because that of the catalog may tell case, and a Turkish one has its own.
QString fromAskedTables(const QList<TableRef> &asked)
{
    QStringList rows;
    for (int i = 0; i < asked.size(); ++i)
        rows += u'(' + QString::number(i) + u", "_s + textLiteral(asked[i].schema) + u", "_s
            + textLiteral(asked[i].table) + u')';
    return u"FROM (VALUES "_s + rows.join(u",\n             "_s)
        + uR"() AS a ([asked], [schema_name], [table_name])
JOIN sys.schemas AS s ON s.[name] COLLATE Latin1_General_100_CI_AS = a.[schema_name] COLLATE Latin1_General_100_CI_AS
JOIN sys.tables AS t ON t.[schema_id] = s.[schema_id]
       AND t.[name] COLLATE Latin1_General_100_CI_AS = a.[table_name] COLLATE Latin1_General_100_CI_AS)"_s;
}

/// Rows and pages of table `t`. sys.partitions and sys.allocation_units need no right but to see the table,
/// other than sys.dm_db_partition_stats, which fails the statement for most readers.
QString sizeColumns()
{
    return uR"((SELECT SUM(p.[rows]) FROM sys.partitions AS p
        WHERE p.[object_id] = t.[object_id] AND p.[index_id] IN (0, 1)) AS [row_estimate],
       (SELECT SUM(u.[used_pages]) FROM sys.partitions AS p
        JOIN sys.allocation_units AS u ON u.[container_id] = p.[partition_id]
        WHERE p.[object_id] = t.[object_id] AND p.[index_id] IN (0, 1)) AS [used_pages])"_s;
}

} // namespace

QString databaseStateQuery()
{
    // Found by name: on Azure SQL Database DB_ID() need not be the number in sys.databases.
    return uR"(SELECT CHANGE_TRACKING_CURRENT_VERSION() AS [current_version],
       CONVERT(nvarchar(256), SERVERPROPERTY(N'ServerName')) AS [server_name],
       d.[name] AS [database_name],
       USER_NAME() AS [user_name],
       CONVERT(nvarchar(40), d.[create_date], 126) AS [created],
       d.[snapshot_isolation_state] AS [snapshot_state],
       d.[is_read_committed_snapshot_on] AS [read_committed_snapshot],
       r.[is_auto_cleanup_on] AS [auto_cleanup],
       r.[retention_period] AS [retention_period],
       r.[retention_period_units] AS [retention_units]
FROM sys.databases AS d
LEFT JOIN sys.change_tracking_databases AS r ON r.[database_id] = d.[database_id]
WHERE d.[name] = DB_NAME();
)"_s;
}

QString tableStatesQuery(const QList<TableRef> &asked)
{
    return uR"(SELECT a.[asked] AS [asked],
       s.[name] AS [schema_name],
       t.[name] AS [table_name],
       t.[object_id] AS [object_id],
       CASE WHEN c.[object_id] IS NULL THEN 0 ELSE 1 END AS [tracked],
       c.[is_track_columns_updated_on] AS [columns_tracked],
       c.[begin_version] AS [begin_version],
       CHANGE_TRACKING_MIN_VALID_VERSION(t.[object_id]) AS [min_valid_version],
       HAS_PERMS_BY_NAME(QUOTENAME(s.[name]) + N'.' + QUOTENAME(t.[name]), N'OBJECT', N'SELECT') AS [can_select],
       HAS_PERMS_BY_NAME(QUOTENAME(s.[name]) + N'.' + QUOTENAME(t.[name]), N'OBJECT', N'VIEW CHANGE TRACKING') AS [can_view_changes],
       )"_s
        + sizeColumns() + u'\n' + fromAskedTables(asked) + uR"(
LEFT JOIN sys.change_tracking_tables AS c ON c.[object_id] = t.[object_id];
)"_s;
}

QString tableColumnsQuery(const QList<TableRef> &asked)
{
    // Hidden columns (periods, graph internals) and a column set, which repeats the sparse columns, are left
    // out, as SELECT * leaves them out or shows them twice.
    return uR"(SELECT t.[object_id] AS [object_id],
       c.[column_id] AS [column_id],
       c.[name] AS [column_name],
       u.[name] AS [type_name],
       b.[name] AS [base_type_name],
       u.[is_user_defined] AS [user_defined],
       c.[max_length] AS [max_length],
       c.[precision] AS [precision],
       c.[scale] AS [scale],
       c.[is_nullable] AS [nullable],
       c.[is_computed] AS [computed],
       c.[collation_name] AS [collation_name],
       c.[encryption_type] AS [encryption_type],
       k.[key_ordinal] AS [key_ordinal],
       HAS_PERMS_BY_NAME(QUOTENAME(s.[name]) + N'.' + QUOTENAME(t.[name]), N'OBJECT', N'SELECT', c.[name], N'COLUMN') AS [can_select]
)"_s + fromAskedTables(asked)
        + uR"(
JOIN sys.columns AS c ON c.[object_id] = t.[object_id] AND c.[is_hidden] = 0 AND c.[is_column_set] = 0
LEFT JOIN sys.types AS u ON u.[user_type_id] = c.[user_type_id]
LEFT JOIN sys.types AS b ON b.[user_type_id] = c.[system_type_id]
LEFT JOIN sys.indexes AS i ON i.[object_id] = t.[object_id] AND i.[is_primary_key] = 1
LEFT JOIN sys.index_columns AS k ON k.[object_id] = i.[object_id] AND k.[index_id] = i.[index_id]
       AND k.[column_id] = c.[column_id]
ORDER BY t.[object_id], c.[column_id];
)"_s;
}

QString currentVersionQuery()
{
    return uR"(SELECT CHANGE_TRACKING_CURRENT_VERSION() AS [current_version],
       @@SPID AS [session],
       @@TRANCOUNT AS [depth],
       CURRENT_TRANSACTION_ID() AS [transaction_id];
)"_s;
}

QStringList beginSnapshotBatches()
{
    return { u"SET TRANSACTION ISOLATION LEVEL SNAPSHOT;"_s, u"BEGIN TRANSACTION;"_s };
}

QStringList endSnapshotBatches()
{
    return { u"COMMIT TRANSACTION;"_s, u"SET TRANSACTION ISOLATION LEVEL READ COMMITTED;"_s };
}

QString databaseListQuery()
{
    return uR"(SELECT d.[name] AS [database_name],
       HAS_DBACCESS(d.[name]) AS [accessible],
       CASE WHEN r.[database_id] IS NULL THEN 0 ELSE 1 END AS [tracked]
FROM sys.databases AS d
LEFT JOIN sys.change_tracking_databases AS r ON r.[database_id] = d.[database_id]
WHERE d.[name] NOT IN (N'master', N'tempdb', N'model', N'msdb')
ORDER BY d.[name];
)"_s;
}

QString tableListQuery()
{
    return uR"(SELECT s.[name] AS [schema_name],
       t.[name] AS [table_name],
       CASE WHEN c.[object_id] IS NULL THEN 0 ELSE 1 END AS [tracked],
       CASE WHEN i.[object_id] IS NULL THEN 0 ELSE 1 END AS [has_key],
       HAS_PERMS_BY_NAME(QUOTENAME(s.[name]) + N'.' + QUOTENAME(t.[name]), N'OBJECT', N'SELECT') AS [can_select],
       HAS_PERMS_BY_NAME(QUOTENAME(s.[name]) + N'.' + QUOTENAME(t.[name]), N'OBJECT', N'VIEW CHANGE TRACKING') AS [can_view_changes],
       )"_s
        + sizeColumns() + uR"(
FROM sys.tables AS t
JOIN sys.schemas AS s ON s.[schema_id] = t.[schema_id]
LEFT JOIN sys.change_tracking_tables AS c ON c.[object_id] = t.[object_id]
LEFT JOIN sys.indexes AS i ON i.[object_id] = t.[object_id] AND i.[is_primary_key] = 1
WHERE t.[is_ms_shipped] = 0
ORDER BY s.[name], t.[name];
)"_s;
}

QString serverFactsQuery()
{
    return uR"(SELECT CONVERT(nvarchar(128), SERVERPROPERTY(N'ProductVersion')) AS [product_version],
       CONVERT(nvarchar(128), SERVERPROPERTY(N'Edition')) AS [edition],
       @@VERSION AS [version_text],
       CONVERT(nvarchar(128), DATABASEPROPERTYEX(DB_NAME(), N'Updateability')) AS [updateability],
       SUSER_SNAME() AS [login_name],
       USER_NAME() AS [user_name];
)"_s;
}

QString connectionFactsQuery()
{
    return uR"(SELECT c.[encrypt_option] AS [encrypt_option],
       c.[net_transport] AS [net_transport],
       c.[auth_scheme] AS [auth_scheme]
FROM sys.dm_exec_connections AS c
WHERE c.[session_id] = @@SPID;
)"_s;
}

} // namespace tidemark
