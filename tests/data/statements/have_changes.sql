DECLARE @since1 bigint = 0;
DECLARE @since2 bigint = 5000000000;
SELECT CASE WHEN EXISTS (SELECT 1 FROM CHANGETABLE(CHANGES [dbo].[orders], @since1) AS ct) THEN 1 ELSE 0 END AS [changed];
SELECT CASE WHEN EXISTS (SELECT 1 FROM CHANGETABLE(CHANGES [odd]]schema.].[it's [a]] "table" 100%1 😀], @since2) AS ct) THEN 1 ELSE 0 END AS [changed];
SELECT CASE WHEN EXISTS (SELECT 1 FROM CHANGETABLE(CHANGES [dbo].[every_type], @since1) AS ct) THEN 1 ELSE 0 END AS [changed];
SELECT q.[question] AS [question], CHANGE_TRACKING_MIN_VALID_VERSION(OBJECT_ID(q.[table_name])) AS [min_valid_version]
FROM (VALUES (0, N'[dbo].[orders]'),
             (1, N'[odd]]schema.].[it''s [a]] "table" 100%1 😀]'),
             (2, N'[dbo].[every_type]')) AS q ([question], [table_name])
ORDER BY q.[question];
