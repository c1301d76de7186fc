SELECT CHANGE_TRACKING_CURRENT_VERSION() AS [current_version],
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
SELECT a.[asked] AS [asked],
       s.[name] AS [schema_name],
       t.[name] AS [table_name],
       t.[object_id] AS [object_id],
       CASE WHEN c.[object_id] IS NULL THEN 0 ELSE 1 END AS [tracked],
       c.[is_track_columns_updated_on] AS [columns_tracked],
       c.[begin_version] AS [begin_version],
       CHANGE_TRACKING_MIN_VALID_VERSION(t.[object_id]) AS [min_valid_version],
       HAS_PERMS_BY_NAME(QUOTENAME(s.[name]) + N'.' + QUOTENAME(t.[name]), N'OBJECT', N'SELECT') AS [can_select],
       HAS_PERMS_BY_NAME(QUOTENAME(s.[name]) + N'.' + QUOTENAME(t.[name]), N'OBJECT', N'VIEW CHANGE TRACKING') AS [can_view_changes],
       (SELECT SUM(p.[rows]) FROM sys.partitions AS p
        WHERE p.[object_id] = t.[object_id] AND p.[index_id] IN (0, 1)) AS [row_estimate],
       (SELECT SUM(u.[used_pages]) FROM sys.partitions AS p
        JOIN sys.allocation_units AS u ON u.[container_id] = p.[partition_id]
        WHERE p.[object_id] = t.[object_id] AND p.[index_id] IN (0, 1)) AS [used_pages]
FROM (VALUES (0, N'dbo', N'orders'),
             (1, N'odd]schema.', N'it''s [a] "table" 100%1 😀'),
             (2, N'dbo', N'every_type')) AS a ([asked], [schema_name], [table_name])
JOIN sys.schemas AS s ON s.[name] COLLATE Latin1_General_100_CI_AS = a.[schema_name] COLLATE Latin1_General_100_CI_AS
JOIN sys.tables AS t ON t.[schema_id] = s.[schema_id]
       AND t.[name] COLLATE Latin1_General_100_CI_AS = a.[table_name] COLLATE Latin1_General_100_CI_AS
LEFT JOIN sys.change_tracking_tables AS c ON c.[object_id] = t.[object_id];
SELECT t.[object_id] AS [object_id],
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
FROM (VALUES (0, N'dbo', N'orders'),
             (1, N'odd]schema.', N'it''s [a] "table" 100%1 😀'),
             (2, N'dbo', N'every_type')) AS a ([asked], [schema_name], [table_name])
JOIN sys.schemas AS s ON s.[name] COLLATE Latin1_General_100_CI_AS = a.[schema_name] COLLATE Latin1_General_100_CI_AS
JOIN sys.tables AS t ON t.[schema_id] = s.[schema_id]
       AND t.[name] COLLATE Latin1_General_100_CI_AS = a.[table_name] COLLATE Latin1_General_100_CI_AS
JOIN sys.columns AS c ON c.[object_id] = t.[object_id] AND c.[is_hidden] = 0 AND c.[is_column_set] = 0
LEFT JOIN sys.types AS u ON u.[user_type_id] = c.[user_type_id]
LEFT JOIN sys.types AS b ON b.[user_type_id] = c.[system_type_id]
LEFT JOIN sys.indexes AS i ON i.[object_id] = t.[object_id] AND i.[is_primary_key] = 1
LEFT JOIN sys.index_columns AS k ON k.[object_id] = i.[object_id] AND k.[index_id] = i.[index_id]
       AND k.[column_id] = c.[column_id]
ORDER BY t.[object_id], c.[column_id];
