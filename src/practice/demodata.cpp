#include "demodata.h"

#include "batchrunner.h"
#include "ddlscope.h"
#include "demorows.h"
#include "demoschema.h"
#include "demotypes.h"
#include "rowloader.h"
#include "scriptsink.h"
#include "sessioncore.h"
#include "sqlparser.h"
#include "tablealteration.h"
#include "tablecommands.h"

#include <utility>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

/// One demo database in the making.
class DemoDatabase {
public:
    DemoDatabase(SessionCore &core, const PracticeOptions &options, int number)
        : m_core(core), m_options(options), m_rows(options.seed + quint32(number), options.rows)
    {
    }

    SqlStatus make(const QString &name)
    {
        SqlStatus done = m_core.use(name);
        const QStringList before = { demoschema::options(name), u"BEGIN TRANSACTION"_s, demoschema::schemas(),
            demoschema::tables() };
        for (const QString &batch : before) {
            if (done)
                done = run(batch);
        }
        if (done)
            done = fill();
        if (done)
            done = makeExtras();
        const QStringList after = { everyTypeRows(), demoschema::tracking(), demoschema::rights(),
            u"COMMIT"_s };
        for (const QString &batch : after) {
            if (done)
                done = run(batch);
        }
        return done ? run(firstChanges()) : done;
    }

private:
    SqlStatus run(const QString &batch)
    {
        ScriptSink sink;
        std::vector<Parameter> none;
        BatchRunner(m_core, sink).run(batch, none);
        return sink.error ? SqlStatus(sqlError(*sink.error)) : SqlStatus();
    }

    /// Runs `make` with a function that takes the rows of a table.
    template <typename Make>
    SqlStatus load(const QString &schema, const QString &table, Make make)
    {
        SqlResult<RowLoader> loader = RowLoader::open(m_core, schema, table);
        if (!loader)
            return sqlError(loader.error());
        SqlStatus status;
        make(into(*loader, status));
        return status ? loader->finish() : status;
    }

    SqlStatus loadRows(const QString &schema, const QString &table, const std::vector<SqlRow> &rows)
    {
        return load(schema, table, [&](const DemoRows::Put &put) {
            for (const SqlRow &row : rows) {
                if (!put(row))
                    return;
            }
        });
    }

    SqlStatus fill()
    {
        const QString dbo = u"dbo"_s;
        const QString odd = demoschema::oddSchema();
        m_core.beginStatement();
        SqlStatus done = load(dbo, u"customers"_s, [&](const auto &put) { m_rows.customers(put); });
        if (done)
            done = load(dbo, u"products"_s, [&](const auto &put) { m_rows.products(put); });
        if (done)
            done = loadOrders();
        if (done)
            done = load(dbo, u"audit_log"_s, [&](const auto &put) { m_rows.auditLog(put); });
        if (done)
            done = load(dbo, u"web_visits"_s, [&](const auto &put) { m_rows.visits(put); });
        if (done)
            done = load(dbo, u"suppliers"_s, [&](const auto &put) { m_rows.suppliers(put); });
        if (done)
            done = loadRows(odd, demoschema::oddTable(), DemoRows::oddRows());
        if (done)
            done = loadRows(odd, demoschema::longTable(), DemoRows::longRows());
        if (done)
            done = loadRows(odd, u"orders"_s, DemoRows::longRows());
        return done;
    }

    SqlStatus loadOrders()
    {
        SqlResult<RowLoader> orders = RowLoader::open(m_core, u"dbo"_s, u"orders"_s);
        SqlResult<RowLoader> lines = RowLoader::open(m_core, u"dbo"_s, u"order_lines"_s);
        if (!orders || !lines)
            return sqlError(orders ? lines.error() : orders.error());
        SqlStatus status;
        m_rows.orders(into(*orders, status), into(*lines, status));
        if (status)
            status = orders->finish();
        return status ? lines->finish() : status;
    }

    /// All in one change of the catalog: each costs a copy of it.
    SqlStatus makeExtras()
    {
        m_core.beginStatement();
        SqlResult<DdlScope> scope = DdlScope::begin(m_core);
        if (!scope)
            return sqlError(scope.error());
        for (int i = 1; i <= m_options.tables; ++i) {
            if (SqlStatus ok = define(*scope, demoschema::extraTable(i)); !ok)
                return ok;
        }
        SqlStatus done = scope->finish();
        if (done)
            done = m_core.transaction().endStatement(false);
        for (int i = 1; done && i <= m_options.tables; ++i)
            done = load(u"dbo"_s, demoschema::extraTableName(i), [&](const auto &put) { m_rows.extra(put); });
        return done;
    }

    /// Runs a batch that makes and alters tables.
    SqlStatus define(DdlScope &scope, const QString &text)
    {
        const SqlResult<ast::Batch> batch = parseBatch(text);
        if (!batch)
            return sqlError(batch.error());
        SqlStatus done = goOn();
        for (const ast::Statement &statement : batch->statements) {
            if (const auto *table = std::get_if<ast::CreateTable>(&statement.body); done && table)
                done = TableCommands(m_core).create(scope, *table);
            if (const auto *table = std::get_if<ast::AlterTable>(&statement.body); done && table)
                done = TableAlteration(m_core).alter(scope, *table);
        }
        return done;
    }

    SqlStatus goOn()
    {
        return m_options.isStopped() ? sqlError(0, u"The start was stopped."_s) : SqlStatus();
    }

    DemoRows::Put into(RowLoader &loader, SqlStatus &status)
    {
        return [&](const SqlRow &row) {
            constexpr int rowsBetweenLooks = 1000;
            if (status && ++m_put % rowsBetweenLooks == 0)
                status = goOn();
            if (status)
                status = loader.add(row);
            return status.has_value();
        };
    }

    /// So that versions have begun to count and every kind of change is there.
    static QString firstChanges()
    {
        return uR"(
UPDATE dbo.orders SET status = 'paid' WHERE id = 1;
INSERT INTO dbo.customers (name, email, city, country, customer_guid, created_at)
VALUES (N'Ada Lovelace', 'ada@example.com', N'London', 'GB', '6F9619FF-8B86-D011-B42D-00C04FC964FF',
    '2025-01-01 08:00:00');
DELETE FROM dbo.order_lines WHERE order_id = 2;
UPDATE dbo.customers SET credit_limit = 5000 WHERE id = 3;
)"_s;
    }

    SessionCore &m_core;
    const PracticeOptions &m_options;
    DemoRows m_rows;
    qint64 m_put = 0; // rows so far
};

SqlStatus makeLogins(EngineServer &server)
{
    for (const QString &name : { u"reader"_s, u"analyst"_s, u"visitor"_s }) {
        EngineLogin login; // without a password of its own: that of the server
        login.name = name;
        login.defaultDatabase = demoDatabaseName(1);
        if (SqlStatus ok = server.saveLogin(login); !ok)
            return ok;
    }
    return {};
}

} // namespace

QString demoDatabaseName(int number)
{
    return number == 1 ? u"shop"_s : u"shop"_s + QString::number(number);
}

SqlStatus makeDemoData(EngineServer &server, const PracticeOptions &options)
{
    if (options.databases > 0) {
        if (SqlStatus ok = makeLogins(server); !ok)
            return ok;
    }
    const std::optional<EngineLogin> owner = server.loginNamed(options.user);
    LoginRequest request;
    request.user = options.user;
    const auto core = SessionCore::make(server, owner.value_or(EngineLogin()), request);
    if (!core)
        return sqlError(core.error());
    for (int number = 1; number <= options.databases; ++number) {
        const QString name = demoDatabaseName(number);
        if (const SqlResult<DatabasePtr> database = server.createDatabase(name, {}); !database)
            return sqlError(database.error());
        if (SqlStatus ok = DemoDatabase(**core, options, number).make(name); !ok)
            return ok;
    }
    return {};
}

} // namespace tidemark::practice
