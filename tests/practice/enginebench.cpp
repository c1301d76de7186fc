#include "enginebench.h"

#include "conversion.h"
#include "replaytable.h"
#include "sqlscript.h"
#include "sqltypetext.h"

#include <QTest>

namespace tidemark::practice::test {

using namespace Qt::Literals::StringLiterals;

QString shown(const SqlValue &value, const SqlType &type)
{
    if (isNull(value))
        return u"NULL"_s;
    if (const auto *bytes = std::get_if<QByteArray>(&value))
        return u"0x"_s + QString::fromLatin1(bytes->toHex().toUpper());
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    if (const auto *number = std::get_if<qint64>(&value))
        return QString::number(*number);
    const int style = isMoment(type.id) ? 121 : isFloat(type.id) ? 3 : isMoney(type.id) ? 2 : 0;
    const auto text = convertValue(value, type, SqlType{ TypeId::NVarChar, -1 }, style);
    return text ? std::get<QString>(*text) : text.error().text;
}

int Answer::firstError() const
{
    for (const ServerMessage &message : messages) {
        if (message.severity > 10)
            return message.number;
    }
    return 0;
}

QString Answer::errorText() const
{
    for (const ServerMessage &message : messages) {
        if (message.severity > 10)
            return QString::number(message.number) + u": "_s + message.text;
    }
    return {};
}

QString Answer::table() const
{
    if (results.empty())
        return {};
    const ResultSet &last = results.back();
    QStringList lines;
    for (const SqlRow &row : last.rows) {
        QStringList cells;
        for (std::size_t i = 0; i < row.size(); ++i)
            cells += shown(row[i], last.columns[qsizetype(i)].type);
        lines += cells.join(u'|');
    }
    return lines.join(u'\n');
}

QString Answer::value() const
{
    if (results.empty() || results.back().rows.empty())
        return u"no row"_s;
    return shown(results.back().rows.front().front(), results.back().columns.first().type);
}

bool CollectingSink::columns(const QList<ResultColumn> &columns)
{
    answer.results.push_back({ columns, {} });
    return true;
}

bool CollectingSink::row(const SqlRow &row)
{
    Answer::ResultSet &result = answer.results.back();
    for (std::size_t i = 0; i < row.size(); ++i) {
        const ResultColumn &column = result.columns[qsizetype(i)];
        if (isNull(row[i]) && !column.nullable)
            message({ .text = u"NULL in the NOT NULL column '%1'"_s.arg(column.name) });
    }
    result.rows.push_back(row);
    ++m_rows;
    return !cancelled();
}

bool CollectingSink::done(CommandKind, std::optional<qint64> count, bool)
{
    answer.counts.push_back(count);
    return true;
}

bool CollectingSink::message(const ServerMessage &message)
{
    answer.messages.push_back(message);
    return true;
}

bool CollectingSink::databaseChanged(const QString &, const QString &to)
{
    answer.events += u"database "_s + to;
    return true;
}

bool CollectingSink::transactionBegan(quint64)
{
    answer.events += u"began"_s;
    return true;
}

bool CollectingSink::transactionEnded(quint64, bool committed)
{
    answer.events += committed ? u"committed"_s : u"rolled back"_s;
    return true;
}

bool CollectingSink::replay(const ReplayTable &table)
{
    answer.replayed += table.rows;
    return true;
}

bool CollectingSink::cancelled() const
{
    return stopAfterRows >= 0 && m_rows >= stopAfterRows;
}

BenchSession::BenchSession(std::unique_ptr<SqlSession> session) : m_session(std::move(session)) { }

Answer BenchSession::run(const QString &batch)
{
    std::vector<Parameter> none;
    return run(batch, none);
}

Answer BenchSession::run(const QString &batch, std::vector<Parameter> &parameters)
{
    CollectingSink sink;
    m_session->execute(batch, parameters, sink);
    return std::move(sink.answer);
}

QString BenchSession::ask(const QString &batch)
{
    const Answer answer = run(batch);
    return answer.firstError() != 0 ? answer.errorText() : answer.table();
}

Answer BenchSession::runScript(const QString &script)
{
    Answer answer;
    for (const ScriptBatch &batch : splitScript(script)) {
        answer = run(batch.text);
        if (answer.firstError() != 0)
            break;
    }
    return answer;
}

EngineBench::EngineBench(PracticeOptions options) : m_options(std::move(options))
{
    m_options.user = u"owner"_s;
    m_options.password = u"secret"_s;
    m_options.dataDir = m_folder.path();
    open();
}

PracticeOptions EngineBench::emptyOptions()
{
    PracticeOptions options;
    options.databases = 0;
    return options;
}

void EngineBench::open()
{
    Result<std::unique_ptr<SqlServer>> server = makeSqlServer(m_options, m_faults);
    if (server)
        m_server = std::move(*server);
    else
        m_failure = server.error().text;
}

bool EngineBench::restart()
{
    m_server.reset();
    open();
    return isOpen();
}

std::unique_ptr<BenchSession> EngineBench::login(
    const QString &database, const QString &user, const QString &password)
{
    LoginRequest request;
    request.user = user;
    request.password = password;
    request.database = database;
    request.application = u"bench"_s;
    m_refusal.clear();
    std::unique_ptr<SqlSession> session = m_server->login(request, m_refusal);
    return session ? std::make_unique<BenchSession>(std::move(session)) : nullptr;
}

void BenchTest::run(const QString &batch)
{
    QCOMPARE(ask(batch), QString());
}

void BenchTest::init()
{
    m_bench = std::make_unique<EngineBench>();
    QVERIFY2(m_bench->isOpen(), qPrintable(m_bench->failure()));
    m_session = m_bench->login(u"master"_s);
    QVERIFY(m_session);
    const Answer answer = m_session->runScript(u"CREATE DATABASE shop\nGO\nUSE shop\nGO\n"_s + script());
    QCOMPARE(answer.errorText(), QString());
}

void BenchTest::cleanup()
{
    m_session.reset();
    m_bench.reset();
}

} // namespace tidemark::practice::test
