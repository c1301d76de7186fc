DECLARE @since bigint = 0;
DECLARE @up_to bigint = 5000000000;
SELECT ct.[version],
       ct.[creation_version],
       CASE WHEN t.[id] IS NULL THEN N'D' ELSE ct.[operation] END,
       COALESCE(t.[id], ct.[key1]),
       t.[customer],
       t.[total],
       t.[placed_at],
       t.[note]
FROM CHANGETABLE(CHANGES [dbo].[orders], @since) AS ct ([version], [creation_version], [operation], [columns], [context], [key1])
LEFT JOIN [dbo].[orders] AS t
       ON t.[id] = ct.[key1]
       AND ct.[operation] <> N'D'
WHERE ct.[version] <= @up_to;
