#include "churn.h"

#include "engineserver.h"
#include "scriptsink.h"

#include <algorithm>
#include <chrono>
#include <map>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

QString newOrder(DemoRandom &random)
{
    return uR"(
BEGIN TRANSACTION;
DECLARE @order bigint;
DECLARE @customer int = (SELECT MAX(id) FROM dbo.customers);
DECLARE @product int = (SELECT MAX(id) FROM dbo.products);
INSERT INTO dbo.orders (customer_id, ordered_at, status, total, note)
VALUES (1 + %1 % @customer, SYSDATETIMEOFFSET(), 'new', %2, N'placed by churn');
SET @order = SCOPE_IDENTITY();
INSERT INTO dbo.order_lines (order_id, line_no, product_id, quantity, unit_price)
VALUES (@order, 1, 1 + %1 % @product, %3, 9.95), (@order, 2, 1 + %2 % @product, 1, 4.5);
COMMIT;
)"_s.arg(QString::number(random.below(1'000'000)), QString::number(random.below(1'000'000)),
        QString::number(random.between(1, 9)));
}

QString payment(DemoRandom &random)
{
    return uR"(
BEGIN TRANSACTION;
DECLARE @last bigint = (SELECT MAX(id) FROM dbo.orders);
UPDATE dbo.orders SET status = 'paid', total = total + 1 WHERE id = 1 + %1 % @last;
INSERT INTO dbo.audit_log (logged_at, who, action, details)
VALUES (SYSUTCDATETIME(), N'churn', 'payment', N'order ' + CONVERT(nvarchar(20), 1 + %1 % @last));
COMMIT;
)"_s.arg(random.below(1'000'000));
}

QString returnedOrder(DemoRandom &random)
{
    return uR"(
BEGIN TRANSACTION;
DECLARE @last bigint = (SELECT MAX(id) FROM dbo.orders);
DELETE FROM dbo.order_lines WHERE order_id = 1 + %1 % @last;
DELETE FROM dbo.orders WHERE id = 1 + %1 % @last;
COMMIT;
)"_s.arg(random.below(1'000'000));
}

QString newCustomer(DemoRandom &random)
{
    return uR"(
INSERT INTO dbo.customers (name, email, city, country, customer_guid, created_at)
VALUES (N'Customer of churn %1', NULL, N'Köln', 'DE', NEWID(), SYSUTCDATETIME());
)"_s.arg(random.below(1'000'000));
}

} // namespace

Churn::Churn(EngineServer &server, const PracticeOptions &options)
    : m_server(server), m_changesPerSecond(options.churn), m_random(options.seed)
{
    m_thread = std::thread([this] { run(); });
}

Churn::~Churn()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_stopped.notify_all();
    m_thread.join();
}

Churn::Transaction Churn::next()
{
    const int dice = m_random.below(10);
    if (dice < 4)
        return { newOrder(m_random), 3 };
    if (dice < 7)
        return { payment(m_random), 2 };
    if (dice < 8)
        return { returnedOrder(m_random), 3 };
    return { newCustomer(m_random), 1 };
}

/// False when the churn is to end.
bool Churn::waitFor(double seconds)
{
    std::unique_lock lock(m_mutex);
    return !m_stopped.wait_for(lock, std::chrono::duration<double>(seconds), [this] { return m_stop; });
}

void Churn::run()
{
    using Clock = std::chrono::steady_clock;
    std::map<QString, std::unique_ptr<SqlSession>> sessions;
    const Clock::time_point begin = Clock::now();
    double made = 0;
    double ahead = 0; // of the rate, in seconds
    while (waitFor(std::max(ahead, 0.0))) {
        const Transaction transaction = next();
        made += transaction.changes;
        ahead = made / m_changesPerSecond - std::chrono::duration<double>(Clock::now() - begin).count();
        const QStringList databases = m_server.databases();
        if (databases.isEmpty())
            continue;
        const QString database = databases[m_random.below(int(databases.size()))];
        std::unique_ptr<SqlSession> &session = sessions[database];
        if (!session)
            session = m_server.ownerSession(database);
        // Someone may have dropped or altered the demo's tables: then this one is left out.
        ScriptSink sink;
        std::vector<Parameter> none;
        if (session)
            session->execute(u"SET LOCK_TIMEOUT 1000; SET XACT_ABORT ON;"_s + transaction.batch, none, sink);
    }
}

} // namespace tidemark::practice
