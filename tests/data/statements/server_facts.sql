SELECT CONVERT(nvarchar(128), SERVERPROPERTY(N'ProductVersion')) AS [product_version],
       CONVERT(nvarchar(128), SERVERPROPERTY(N'Edition')) AS [edition],
       @@VERSION AS [version_text],
       CONVERT(nvarchar(128), DATABASEPROPERTYEX(DB_NAME(), N'Updateability')) AS [updateability],
       DB_NAME() AS [database_name],
       SUSER_SNAME() AS [login_name],
       USER_NAME() AS [user_name];
