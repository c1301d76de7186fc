SELECT [id],
       [customer],
       [total],
       [placed_at],
       [note]
FROM [dbo].[orders]
WHERE (
total > 10 -- only the larger ones
);
