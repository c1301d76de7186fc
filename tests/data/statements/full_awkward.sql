SELECT [SYS_CHANGE_VERSION],
       [SYS_CHANGE_OPERATION],
       [select],
       CONVERT(nvarchar(max), [a ]] 'b' ? {c}])
FROM [odd]]schema.].[it's [a]] "table" 100%1 😀];
