SELECT [id],
       [customer],
       [total],
       [placed_at],
       [note]
FROM [dbo].[orders];
