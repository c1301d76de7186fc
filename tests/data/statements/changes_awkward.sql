DECLARE @since bigint = 0;
DECLARE @up_to bigint = 5000000000;
SELECT ct.[version],
       ct.[creation_version],
       CASE WHEN t.[SYS_CHANGE_OPERATION] IS NULL THEN N'D' ELSE ct.[operation] END,
       COALESCE(t.[SYS_CHANGE_VERSION], ct.[key2]),
       COALESCE(t.[SYS_CHANGE_OPERATION], ct.[key1]),
       t.[select],
       CONVERT(nvarchar(max), t.[a ]] 'b' ? {c}])
FROM CHANGETABLE(CHANGES [odd]]schema.].[it's [a]] "table" 100%1 😀], @since) AS ct ([version], [creation_version], [operation], [columns], [context], [key1], [key2])
LEFT JOIN [odd]]schema.].[it's [a]] "table" 100%1 😀] AS t
       ON t.[SYS_CHANGE_OPERATION] = ct.[key1]
       AND t.[SYS_CHANGE_VERSION] = ct.[key2]
       AND ct.[operation] <> N'D'
WHERE ct.[version] <= @up_to;
