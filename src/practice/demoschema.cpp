#include "demoschema.h"

namespace tidemark::practice::demoschema {

using namespace Qt::Literals::StringLiterals;

namespace {

QString quoted(QString name)
{
    return u'[' + name.replace(u']', u"]]"_s) + u']';
}

QString businessTables()
{
    return uR"(
CREATE TABLE dbo.customers (
    id int IDENTITY(1, 1) NOT NULL CONSTRAINT PK_customers PRIMARY KEY,
    name nvarchar(100) NOT NULL,
    email varchar(120) NULL,
    city nvarchar(60) NULL,
    country char(2) NOT NULL CONSTRAINT DF_customers_country DEFAULT 'DE',
    is_active bit NOT NULL CONSTRAINT DF_customers_active DEFAULT 1,
    credit_limit decimal(12, 2) NULL,
    customer_guid uniqueidentifier NOT NULL,
    created_at datetime2(3) NOT NULL
);
CREATE TABLE dbo.products (
    id int IDENTITY(1, 1) NOT NULL CONSTRAINT PK_products PRIMARY KEY,
    sku varchar(20) NOT NULL CONSTRAINT UQ_products_sku UNIQUE,
    name nvarchar(120) NOT NULL,
    category nvarchar(40) NULL,
    price money NOT NULL,
    weight_kg real NULL,
    discontinued bit NOT NULL CONSTRAINT DF_products_discontinued DEFAULT 0,
    description nvarchar(max) NULL,
    version rowversion NOT NULL
);
CREATE TABLE dbo.orders (
    id bigint IDENTITY(1, 1) NOT NULL CONSTRAINT PK_orders PRIMARY KEY,
    customer_id int NOT NULL,
    ordered_at datetimeoffset(7) NOT NULL,
    status varchar(12) NOT NULL CONSTRAINT DF_orders_status DEFAULT 'new',
    total decimal(14, 2) NOT NULL CONSTRAINT DF_orders_total DEFAULT 0,
    shipped_on date NULL,
    note nvarchar(400) NULL
);
CREATE INDEX IX_orders_customer ON dbo.orders (customer_id);
CREATE TABLE dbo.order_lines (
    order_id bigint NOT NULL,
    line_no smallint NOT NULL,
    product_id int NOT NULL,
    quantity int NOT NULL,
    unit_price decimal(10, 2) NOT NULL,
    discount float NULL,
    line_total AS quantity * unit_price,
    CONSTRAINT PK_order_lines PRIMARY KEY (order_id, line_no)
);
CREATE TABLE dbo.audit_log (
    id bigint IDENTITY(1, 1) NOT NULL CONSTRAINT PK_audit_log PRIMARY KEY,
    logged_at datetime2(7) NOT NULL,
    who nvarchar(60) NOT NULL,
    action varchar(30) NOT NULL,
    details nvarchar(max) NULL
);
CREATE TABLE dbo.web_visits (
    visited_at datetime2(0) NOT NULL,
    page varchar(200) NOT NULL,
    visitor uniqueidentifier NULL
);
CREATE TABLE dbo.suppliers (
    code nchar(6) NOT NULL CONSTRAINT PK_suppliers PRIMARY KEY,
    name nvarchar(100) NOT NULL,
    rating tinyint NULL
);
)"_s;
}

QString everyType()
{
    return uR"(
CREATE TABLE dbo.every_type (
    id int NOT NULL CONSTRAINT PK_every_type PRIMARY KEY,
    c_bit bit NULL,
    c_tinyint tinyint NULL,
    c_smallint smallint NULL,
    c_int int NULL,
    c_bigint bigint NULL,
    c_decimal decimal(38, 10) NULL,
    c_numeric numeric(38, 38) NULL,
    c_decimal_9_2 decimal(9, 2) NULL,
    c_money money NULL,
    c_smallmoney smallmoney NULL,
    c_real real NULL,
    c_float float NULL,
    c_date date NULL,
    c_time time(7) NULL,
    c_time_0 time(0) NULL,
    c_datetime datetime NULL,
    c_smalldatetime smalldatetime NULL,
    c_datetime2 datetime2(7) NULL,
    c_datetime2_3 datetime2(3) NULL,
    c_datetimeoffset datetimeoffset(7) NULL,
    c_char char(10) NULL,
    c_varchar varchar(8000) NULL,
    c_varchar_utf8 varchar(100) COLLATE Latin1_General_100_CI_AS_SC_UTF8 NULL,
    c_varchar_max varchar(max) NULL,
    c_text text NULL,
    c_nchar nchar(10) NULL,
    c_nvarchar nvarchar(4000) NULL,
    c_nvarchar_max nvarchar(max) NULL,
    c_ntext ntext NULL,
    c_binary binary(8) NULL,
    c_varbinary varbinary(8000) NULL,
    c_varbinary_max varbinary(max) NULL,
    c_image image NULL,
    c_rowversion rowversion NOT NULL,
    c_uniqueidentifier uniqueidentifier NULL,
    c_xml xml NULL,
    c_variant sql_variant NULL,
    c_hierarchyid hierarchyid NULL,
    c_geometry geometry NULL,
    c_geography geography NULL
);
)"_s;
}

} // namespace

QString options(const QString &database)
{
    const QString name = quoted(database);
    return u"ALTER DATABASE %1 SET CHANGE_TRACKING = ON (CHANGE_RETENTION = 2 DAYS, AUTO_CLEANUP = ON);\n"
           "ALTER DATABASE %1 SET ALLOW_SNAPSHOT_ISOLATION ON;"_s.arg(name);
}

QString oddSchema()
{
    return u"sales ]'east'.2"_s;
}

QString oddTable()
{
    return u"it's [a] \"table\". 100% 😀"_s;
}

QString longTable()
{
    return u"a_name_of_128_characters_"_s + QString(103, u'x');
}

QString schemas()
{
    return u"CREATE SCHEMA "_s + quoted(oddSchema());
}

QString tables()
{
    const QString odd = quoted(oddSchema()) + u'.';
    const QString oddTables = uR"(
CREATE TABLE %1 (
    [key ]] one] int NOT NULL,
    [SYS_CHANGE_VERSION] nvarchar(20) NOT NULL,
    [select] bit NULL,
    [a 'quoted' "name".] nvarchar(100) NULL,
    [größe 😀] decimal(9, 3) NULL,
    PRIMARY KEY ([SYS_CHANGE_VERSION], [key ]] one])
);
CREATE TABLE %2 (id int NOT NULL PRIMARY KEY, value nvarchar(50) NULL);
CREATE TABLE %3 (id int NOT NULL PRIMARY KEY, value nvarchar(50) NULL);
)"_s;
    return businessTables() + everyType()
        + oddTables.arg(odd + quoted(oddTable()), odd + quoted(longTable()), odd + u"orders"_s);
}

QString extraTableName(int number)
{
    return u"extra_"_s + QString::number(number).rightJustified(4, u'0');
}

QString extraTable(int number)
{
    return uR"(
CREATE TABLE dbo.%1 (
    id int IDENTITY(1, 1) NOT NULL PRIMARY KEY,
    label nvarchar(50) NULL,
    amount decimal(10, 2) NOT NULL,
    changed_at datetime2(3) NOT NULL
);
ALTER TABLE dbo.%1 ENABLE CHANGE_TRACKING;
)"_s.arg(extraTableName(number));
}

QString tracking()
{
    const QString odd = quoted(oddSchema()) + u'.';
    return uR"(
ALTER TABLE dbo.customers ENABLE CHANGE_TRACKING WITH (TRACK_COLUMNS_UPDATED = ON);
ALTER TABLE dbo.products ENABLE CHANGE_TRACKING;
ALTER TABLE dbo.orders ENABLE CHANGE_TRACKING;
ALTER TABLE dbo.order_lines ENABLE CHANGE_TRACKING;
ALTER TABLE dbo.audit_log ENABLE CHANGE_TRACKING;
ALTER TABLE dbo.every_type ENABLE CHANGE_TRACKING WITH (TRACK_COLUMNS_UPDATED = ON);
ALTER TABLE %1 ENABLE CHANGE_TRACKING;
ALTER TABLE %2 ENABLE CHANGE_TRACKING;
ALTER TABLE %3 ENABLE CHANGE_TRACKING;
)"_s.arg(odd + quoted(oddTable()), odd + quoted(longTable()), odd + u"orders"_s);
}

QString rights()
{
    // A login that may sync the schema dbo, one that may read but not see changes, one that may do nothing.
    return uR"(
CREATE USER reader FOR LOGIN reader;
GRANT SELECT, VIEW CHANGE TRACKING ON SCHEMA::dbo TO reader;
CREATE USER analyst FOR LOGIN analyst;
ALTER ROLE db_datareader ADD MEMBER analyst;
CREATE USER visitor FOR LOGIN visitor;
)"_s;
}

} // namespace tidemark::practice::demoschema
