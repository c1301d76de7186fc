SELECT c.[encrypt_option] AS [encrypt_option],
       c.[net_transport] AS [net_transport],
       c.[auth_scheme] AS [auth_scheme]
FROM sys.dm_exec_connections AS c
WHERE c.[session_id] = @@SPID;
