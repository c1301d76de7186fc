#include "fakesqlserver.h"

#include "rowencoder.h"

#include <limits>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

class FakeSession final : public SqlSession {
public:
    FakeSession(FakeSqlServer &server, const QString &database, int spid) : m_server(server), m_spid(spid)
    {
        m_state.database = database;
        ++m_server.m_sessions;
    }
    ~FakeSession() override { --m_server.m_sessions; }
    Q_DISABLE_COPY_MOVE(FakeSession)

    QString database() const override { return m_state.database; }
    int spid() const override { return m_spid; }
    quint64 transaction() const override { return m_state.transaction; }

    void execute(const QString &batch, std::vector<Parameter> &parameters, ResultSink &sink) override
    {
        m_server.answer({ m_state, batch, parameters, sink });
    }

    void beginTransaction(int isolation, const QString &, ResultSink &sink) override
    {
        m_state.isolation = isolation;
        m_state.transaction = ++m_lastTransaction;
        sink.transactionBegan(m_state.transaction);
        sink.done(CommandKind::BeginTransaction, std::nullopt, false);
    }

    void endTransaction(bool commit, bool beginNew, ResultSink &sink) override
    {
        sink.transactionEnded(std::exchange(m_state.transaction, 0), commit);
        if (beginNew) {
            m_state.transaction = ++m_lastTransaction;
            sink.transactionBegan(m_state.transaction);
        }
        sink.done(commit ? CommandKind::Commit : CommandKind::Rollback, std::nullopt, false);
    }

    void reset() override { ++m_state.resets; }

private:
    FakeSqlServer &m_server;
    FakeSqlServer::State m_state;
    int m_spid;
    quint64 m_lastTransaction = 0x3500000000;
};

namespace {

/// USE shop, BEGIN, COMMIT, PARAMETERS, COUNT n, LONG n, ...: the language of the fake.
void answerParameters(const FakeSqlServer::Call &call)
{
    QList<ResultColumn> columns;
    SqlRow row;
    for (Parameter &parameter : call.parameters) {
        columns.append({ parameter.name, parameter.type });
        row.push_back(parameter.value);
        if (parameter.output && std::holds_alternative<qint64>(parameter.value))
            parameter.value = std::get<qint64>(parameter.value) + 1;
    }
    if (columns.isEmpty())
        columns.append({ u"none"_s, { .id = TypeId::Int } });
    call.sink.columns(columns);
    call.sink.row(row);
    call.sink.done(CommandKind::Select, 1, false);
}

void answerCount(const FakeSqlServer::Call &call)
{
    const qint64 count = call.batch.section(u' ', 1, 1).toLongLong();
    call.sink.columns({ { u"n"_s, { .id = TypeId::Int }, false },
        { u"name"_s, { .id = TypeId::NVarChar, .length = 20 } } });
    for (qint64 n = 1; n <= count; ++n) {
        if (!call.sink.row({ n, n % 3 == 0 ? SqlValue() : SqlValue(u"row %1"_s.arg(n)) }))
            return;
    }
    call.sink.done(CommandKind::Select, count, false);
}

void answerLong(const FakeSqlServer::Call &call)
{
    const qint64 length = call.batch.section(u' ', 1, 1).toLongLong();
    call.sink.columns({ { u"t"_s, { .id = TypeId::NVarChar, .length = -1 } } });
    call.sink.row({ QString(length, u'\x4E2D') });
    call.sink.done(CommandKind::Select, 1, false);
}

void answerUse(const FakeSqlServer::Call &call)
{
    const QString to = call.batch.section(u' ', 1, 1);
    call.sink.databaseChanged(std::exchange(call.session.database, to), to);
    call.sink.done(CommandKind::Other, std::nullopt, false);
}

void answerEveryType(const FakeSqlServer::Call &call)
{
    call.sink.columns(everyTypeColumns());
    for (const SqlRow &row : fakeTypeRows())
        call.sink.row(row);
    call.sink.done(CommandKind::Select, static_cast<qint64>(fakeTypeRows().size()), false);
}

/// Three rows, then an error in the middle of the result.
void answerError(const FakeSqlServer::Call &call)
{
    call.sink.columns({ { u"n"_s, { .id = TypeId::Int } } });
    for (qint64 n = 1; n <= 3; ++n)
        call.sink.row({ n });
    call.sink.message({ .number = 8134, .text = u"Divide by zero error encountered."_s });
    call.sink.done(CommandKind::Select, std::nullopt, true);
}

} // namespace

FakeSqlServer::FakeSqlServer()
{
    on(u"PARAMETERS"_s, answerParameters);
    on(u"COUNT"_s, answerCount);
    on(u"SELECT"_s, answerCount);
    on(u"LONG"_s, answerLong);
    on(u"USE"_s, answerUse);
    on(u"TYPES"_s, answerEveryType);
    on(u"ERROR"_s, answerError);
    on(u"SET"_s, [](const Call &call) { call.sink.done(CommandKind::Other, std::nullopt, false); });
    on(u"UPDATE"_s, [](const Call &call) { call.sink.done(CommandKind::Update, 7, false); });
    on(u"INFO"_s, [](const Call &call) {
        call.sink.message({ .number = 50000, .severity = 0, .text = u"for your information"_s });
        call.sink.done(CommandKind::Other, std::nullopt, false);
    });
    on(u"TWO"_s, [](const Call &call) {
        for (const qint64 n : { 1, 2 }) {
            call.sink.columns({ { u"n"_s, { .id = TypeId::Int } } });
            call.sink.row({ n });
            call.sink.done(CommandKind::Select, 1, false);
        }
    });
    on(u"REPLAY"_s,
        [](const Call &call) { call.sink.replay(mixedReplay(call.batch.section(u' ', 1, 1).toLongLong())); });
    on(u"EXEC"_s, [](const Call &call) {
        call.sink.message({ .number = 2812,
            .text = u"Could not find stored procedure '%1'."_s.arg(call.batch.section(u' ', 1, 1)) });
        call.sink.done(CommandKind::Other, std::nullopt, true);
    });
}

std::unique_ptr<SqlSession> FakeSqlServer::login(
    const LoginRequest &request, std::vector<ServerMessage> &messages)
{
    const ServerMessage refused{
        .number = 18456, .severity = 14, .text = u"Login failed for user '%1'."_s.arg(request.user)
    };
    const QString database = request.database.isEmpty() ? u"master"_s : request.database;
    if (request.user != u"practice"_s || request.password != u"secret"_s) {
        messages = { refused };
        return nullptr;
    }
    if (database != u"shop"_s && database != u"master"_s) {
        messages = { { .number = 4060,
                         .severity = 11,
                         .text =
                             u"Cannot open database \"%1\" requested by the login. The login failed."_s.arg(
                                 database) },
            refused };
        return nullptr;
    }
    return std::make_unique<FakeSession>(*this, database, m_nextSpid++);
}

void FakeSqlServer::answer(const Call &call) const
{
    const QString word = call.batch.trimmed().section(u' ', 0, 0).toUpper();
    if (const auto found = m_answers.find(word); found != m_answers.end())
        return (*found)(call);
    call.sink.message({ .number = 102, .text = u"Incorrect syntax near '%1'."_s.arg(word) });
    call.sink.done(CommandKind::Other, std::nullopt, true);
}

QList<ResultColumn> everyTypeColumns()
{
    return {
        { u"bit"_s, { .id = TypeId::Bit } },
        { u"tinyint"_s, { .id = TypeId::TinyInt } },
        { u"smallint"_s, { .id = TypeId::SmallInt } },
        { u"int"_s, { .id = TypeId::Int } },
        { u"bigint"_s, { .id = TypeId::BigInt } },
        { u"decimal"_s, { .id = TypeId::Decimal, .precision = 38, .scale = 10 } },
        { u"numeric"_s, { .id = TypeId::Numeric, .precision = 9, .scale = 2 } },
        { u"money"_s, { .id = TypeId::Money } },
        { u"smallmoney"_s, { .id = TypeId::SmallMoney } },
        { u"real"_s, { .id = TypeId::Real } },
        { u"float"_s, { .id = TypeId::Float } },
        { u"date"_s, { .id = TypeId::Date } },
        { u"time"_s, { .id = TypeId::Time, .scale = 7 } },
        { u"datetime"_s, { .id = TypeId::DateTime } },
        { u"smalldatetime"_s, { .id = TypeId::SmallDateTime } },
        { u"datetime2"_s, { .id = TypeId::DateTime2, .scale = 7 } },
        { u"datetimeoffset"_s, { .id = TypeId::DateTimeOffset, .scale = 7 } },
        { u"char"_s, { .id = TypeId::Char, .length = 5 } },
        { u"varchar"_s, { .id = TypeId::VarChar, .length = 20 } },
        { u"utf8"_s, { .id = TypeId::VarChar, .length = 20, .utf8 = true } },
        { u"nchar"_s, { .id = TypeId::NChar, .length = 5 } },
        { u"nvarchar"_s, { .id = TypeId::NVarChar, .length = 20 } },
        { u"binary"_s, { .id = TypeId::Binary, .length = 4 } },
        { u"varbinary"_s, { .id = TypeId::VarBinary, .length = 8 } },
        { u"rowversion"_s, { .id = TypeId::RowVersion } },
        { u"guid"_s, { .id = TypeId::UniqueIdentifier } },
        { u"variant"_s, { .id = TypeId::SqlVariant } },
        { u"text"_s, { .id = TypeId::Text } },
        { u"ntext"_s, { .id = TypeId::NText } },
        { u"image"_s, { .id = TypeId::Image } },
        { u"varcharmax"_s, { .id = TypeId::VarChar, .length = -1 } },
        { u"utf8max"_s, { .id = TypeId::VarChar, .length = -1, .utf8 = true } },
        { u"nvarcharmax"_s, { .id = TypeId::NVarChar, .length = -1 } },
        { u"varbinarymax"_s, { .id = TypeId::VarBinary, .length = -1 } },
        { u"xml"_s, { .id = TypeId::Xml } },
        { u"hierarchyid"_s, { .id = TypeId::HierarchyId } },
        { u"geometry"_s, { .id = TypeId::Geometry } },
        { u"geography"_s, { .id = TypeId::Geography } },
    };
}

std::vector<SqlRow> fakeTypeRows()
{
    Magnitude nines = 0;
    for (int digit = 0; digit < 38; ++digit)
        nines = nines * 10 + 9;
    constexpr std::int32_t lastDay = 3652058;
    constexpr std::int64_t lastTick = 863'999'999'999;
    GuidValue guid;
    for (std::size_t i = 0; i < guid.bytes.size(); ++i)
        guid.bytes.at(i) = static_cast<std::uint8_t>(i * 0x11);
    const auto variant = std::make_shared<const VariantValue>(
        VariantValue{ { .id = TypeId::NVarChar, .length = 20 }, u"variant"_s });
    const auto dated = std::make_shared<const VariantValue>(
        VariantValue{ { .id = TypeId::DateTime2, .scale = 7 }, MomentValue{ lastDay, lastTick } });
    const SqlRow largest{ qint64(1), qint64(255), qint64(32767), qint64(2147483647),
        std::numeric_limits<qint64>::max(), DecimalValue{ false, nines, 10 },
        DecimalValue{ false, 999999999, 2 }, DecimalValue{ false, 9223372036854775807U, 4 },
        DecimalValue{ false, 2147483647, 4 }, 3.4028234663852886e38, 1.7976931348623157e308,
        MomentValue{ lastDay, 0 }, MomentValue{ 0, lastTick }, MomentValue{ lastDay, 863'999'966'667 },
        MomentValue{ 759130, 863'400'000'000 }, MomentValue{ lastDay, lastTick },
        MomentValue{ 738000, 474'551'234'567, 330 }, u"\u20ACx"_s, u"caf\u00E9, \"quoted\""_s,
        u"\u65E5\u672C\U0001F600"_s, u"\u4E2D"_s, u"\U0001F600 \u043F\u0440\u0438"_s,
        QByteArray("\x01\x02", 2), QByteArray("\x00\xFF\x10", 3), QByteArray("\0\0\0\0\0\0\x07\xD1", 8), guid,
        variant, u"old text"_s, u"old n\u00E9text"_s, QByteArray("\xDE\xAD", 2), QString(8001, u'x'),
        QString(8001, u'\u00E9'), QString(4001, u'\u4E2D'), QByteArray(9000, '\x7F'), u"<a>\u00E9</a>"_s,
        QByteArray("\x58", 1), QByteArray("\x01\x02\x03", 3), QByteArray("\x04\x05", 2) };
    const SqlRow smallest{ qint64(0), qint64(0), qint64(-32768), qint64(-2147483648LL),
        std::numeric_limits<qint64>::min(), DecimalValue{ true, nines, 10 }, DecimalValue{ true, 50, 2 },
        DecimalValue{ true, 9223372036854775808U, 4 }, DecimalValue{ true, 2147483648U, 4 }, -1.5, -0.0,
        MomentValue{}, MomentValue{}, MomentValue{ 639905, 0 }, MomentValue{ 693595, 0 }, MomentValue{},
        MomentValue{ 0, 0, -840 }, u""_s, u""_s, u""_s, u""_s, u""_s, QByteArray(""), QByteArray(""),
        QByteArray(8, '\0'), GuidValue{}, dated, u""_s, u""_s, QByteArray(""), u""_s, u""_s, u""_s,
        QByteArray(""), u""_s, QByteArray(""), QByteArray(""), QByteArray("") };
    return { largest, smallest, SqlRow(largest.size()) };
}

ReplayTable mixedReplay(qint64 rows)
{
    ReplayTable table;
    table.name = u"mixed"_s;
    table.columns = { { u"id"_s, { .id = TypeId::BigInt }, false }, { u"n"_s, { .id = TypeId::Int } },
        { u"price"_s, { .id = TypeId::Decimal, .precision = 18, .scale = 4 } },
        { u"ratio"_s, { .id = TypeId::Float } }, { u"flag"_s, { .id = TypeId::Bit } },
        { u"made"_s, { .id = TypeId::DateTime2, .scale = 7 } }, { u"day"_s, { .id = TypeId::Date } },
        { u"name"_s, { .id = TypeId::NVarChar, .length = 50 } },
        { u"code"_s, { .id = TypeId::VarChar, .length = 20 } },
        { u"guid"_s, { .id = TypeId::UniqueIdentifier } } };
    std::vector<SqlRow> round;
    constexpr qint64 rowsPerRound = 997;
    for (qint64 n = 1; n <= rowsPerRound; ++n) {
        round.push_back({ n, n % 7 == 0 ? SqlValue() : SqlValue(n * 3),
            DecimalValue{ n % 2 == 0, static_cast<quint64>(n * 12345), 4 }, double(n) / 7, n % 2,
            MomentValue{ 738000, n * 12'345'678 }, MomentValue{ 738000, 0 }, u"name of %1"_s.arg(n),
            n % 5 == 0 ? SqlValue() : SqlValue(u"C%1"_s.arg(n)), GuidValue{} });
    }
    table.encodedRows = encodeRows(table.columns, round);
    table.rowsPerRound = rowsPerRound;
    table.rows = rows;
    return table;
}

} // namespace tidemark::practice
