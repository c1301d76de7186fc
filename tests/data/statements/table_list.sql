SELECT s.[name] AS [schema_name],
       t.[name] AS [table_name],
       CASE WHEN c.[object_id] IS NULL THEN 0 ELSE 1 END AS [tracked],
       CASE WHEN i.[object_id] IS NULL THEN 0 ELSE 1 END AS [has_key],
       HAS_PERMS_BY_NAME(QUOTENAME(s.[name]) + N'.' + QUOTENAME(t.[name]), N'OBJECT', N'SELECT') AS [can_select],
       HAS_PERMS_BY_NAME(QUOTENAME(s.[name]) + N'.' + QUOTENAME(t.[name]), N'OBJECT', N'VIEW CHANGE TRACKING') AS [can_view_changes],
       (SELECT SUM(p.[rows]) FROM sys.partitions AS p
        WHERE p.[object_id] = t.[object_id] AND p.[index_id] IN (0, 1)) AS [row_estimate],
       (SELECT SUM(u.[used_pages]) FROM sys.partitions AS p
        JOIN sys.allocation_units AS u ON u.[container_id] = p.[partition_id]
        WHERE p.[object_id] = t.[object_id] AND p.[index_id] IN (0, 1)) AS [used_pages]
FROM sys.tables AS t
JOIN sys.schemas AS s ON s.[schema_id] = t.[schema_id]
LEFT JOIN sys.change_tracking_tables AS c ON c.[object_id] = t.[object_id]
LEFT JOIN sys.indexes AS i ON i.[object_id] = t.[object_id] AND i.[is_primary_key] = 1
WHERE t.[is_ms_shipped] = 0
ORDER BY s.[name], t.[name];
