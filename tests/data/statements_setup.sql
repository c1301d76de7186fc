-- The tables that the golden statements in statements/ speak of, for servers that are to run them.
ALTER DATABASE CURRENT SET CHANGE_TRACKING = ON (CHANGE_RETENTION = 2 DAYS, AUTO_CLEANUP = ON);
ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON;
GO
CREATE SCHEMA [odd]]schema.];
GO
CREATE TABLE [dbo].[orders] (
    [id] int NOT NULL PRIMARY KEY,
    [note] nvarchar(max) NULL,
    [customer] nvarchar(100) NULL,
    [total] decimal(18, 4) NOT NULL,
    [placed_at] datetime2(7) NOT NULL
);
CREATE TABLE [odd]]schema.].[it's [a]] "table" 100%1 😀] (
    [SYS_CHANGE_VERSION] nvarchar(20) NOT NULL,
    [SYS_CHANGE_OPERATION] int NOT NULL,
    [a ]] 'b' ? {c}] xml NULL,
    [select] bit NULL,
    PRIMARY KEY ([SYS_CHANGE_OPERATION], [SYS_CHANGE_VERSION])
);
CREATE TABLE [dbo].[every_type] (
    [id] uniqueidentifier NOT NULL PRIMARY KEY,
    [c_bit] bit NULL,
    [c_tinyint] tinyint NULL,
    [c_smallint] smallint NULL,
    [c_int] int NULL,
    [c_bigint] bigint NULL,
    [c_decimal] decimal(38, 10) NULL,
    [c_numeric] numeric(38, 38) NULL,
    [c_money] money NULL,
    [c_smallmoney] smallmoney NULL,
    [c_real] real NULL,
    [c_float] float NULL,
    [c_date] date NULL,
    [c_time] time(7) NULL,
    [c_datetime] datetime NULL,
    [c_smalldatetime] smalldatetime NULL,
    [c_datetime2] datetime2(7) NULL,
    [c_datetimeoffset] datetimeoffset(7) NULL,
    [c_char] char(10) NULL,
    [c_varchar] varchar(8000) NULL,
    [c_varchar_max] varchar(max) NULL,
    [c_text] text NULL,
    [c_nchar] nchar(10) NULL,
    [c_nvarchar] nvarchar(4000) NULL,
    [c_nvarchar_max] nvarchar(max) NULL,
    [c_ntext] ntext NULL,
    [c_binary] binary(8) NULL,
    [c_varbinary] varbinary(8000) NULL,
    [c_varbinary_max] varbinary(max) NULL,
    [c_image] image NULL,
    [c_rowversion] rowversion NOT NULL,
    [c_xml] xml NULL,
    [c_variant] sql_variant NULL,
    [c_hierarchyid] hierarchyid NULL,
    [c_geometry] geometry NULL,
    [c_geography] geography NULL
);
GO
ALTER TABLE [dbo].[orders] ENABLE CHANGE_TRACKING;
ALTER TABLE [odd]]schema.].[it's [a]] "table" 100%1 😀] ENABLE CHANGE_TRACKING WITH (TRACK_COLUMNS_UPDATED = ON);
ALTER TABLE [dbo].[every_type] ENABLE CHANGE_TRACKING;
GO
