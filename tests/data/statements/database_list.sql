SELECT d.[name] AS [database_name],
       HAS_DBACCESS(d.[name]) AS [accessible],
       CASE WHEN r.[database_id] IS NULL THEN 0 ELSE 1 END AS [tracked]
FROM sys.databases AS d
LEFT JOIN sys.change_tracking_databases AS r ON r.[database_id] = d.[database_id]
WHERE d.[name] NOT IN (N'master', N'tempdb', N'model', N'msdb')
ORDER BY d.[name];
