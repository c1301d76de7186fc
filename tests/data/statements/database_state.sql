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
