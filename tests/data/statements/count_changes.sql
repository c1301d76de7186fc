DECLARE @since1 bigint = 0;
DECLARE @since2 bigint = 7;
DECLARE @up_to1 bigint = 5000000000;
SELECT ct.[operation] AS [operation], COUNT_BIG(*) AS [rows]
FROM CHANGETABLE(CHANGES [dbo].[orders], @since1) AS ct ([version], [creation_version], [operation], [columns], [context], [key1])
WHERE ct.[version] <= @up_to1
GROUP BY ct.[operation];
SELECT ct.[operation] AS [operation], COUNT_BIG(*) AS [rows]
FROM CHANGETABLE(CHANGES [odd]]schema.].[it's [a]] "table" 100%1 😀], @since2) AS ct ([version], [creation_version], [operation], [columns], [context], [key1], [key2])
WHERE ct.[version] <= @up_to1
GROUP BY ct.[operation];
SELECT q.[question] AS [question], CHANGE_TRACKING_MIN_VALID_VERSION(OBJECT_ID(q.[table_name])) AS [min_valid_version]
FROM (VALUES (0, N'[dbo].[orders]'),
             (1, N'[odd]]schema.].[it''s [a]] "table" 100%1 😀]')) AS q ([question], [table_name])
ORDER BY q.[question];
