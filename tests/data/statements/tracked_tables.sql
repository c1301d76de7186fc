SELECT s.[name] AS [schema_name],
       t.[name] AS [table_name],
       HAS_PERMS_BY_NAME(QUOTENAME(s.[name]) + N'.' + QUOTENAME(t.[name]), N'OBJECT', N'SELECT') AS [can_select],
       HAS_PERMS_BY_NAME(QUOTENAME(s.[name]) + N'.' + QUOTENAME(t.[name]), N'OBJECT', N'VIEW CHANGE TRACKING') AS [can_view_changes]
FROM sys.change_tracking_tables AS c
JOIN sys.tables AS t ON t.[object_id] = c.[object_id]
JOIN sys.schemas AS s ON s.[schema_id] = t.[schema_id]
ORDER BY s.[name], t.[name];
