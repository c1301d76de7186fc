#include "odbcsession.h"

#include "blocktext.h"
#include "scriptedserver.h"
#include "testdrivers.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace tidemark;
using namespace tidemark::practice;
using namespace tidemark::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const SqlType intType{ TypeId::Int, 0, 0, 0, false };
const SqlType longText{ TypeId::NVarChar, -1, 0, 0, false };

const QList<FetchColumn> oneNumber{ { { u"n"_s, CellKind::Int32, 4, 0 }, 1 } };

/// Rows 0, 1, 2 ... of one number; false when the client wants no more.
bool sendNumbers(ResultSink &sink, int from, int to)
{
    for (int i = from; i < to; ++i) {
        if (!sink.row({ SqlValue(qint64(i)) }))
            return false;
    }
    return true;
}

void sendNumbersColumn(ResultSink &sink)
{
    sink.columns({ { u"n"_s, intType, true, false } });
}

std::unique_ptr<OdbcSession> open(
    const OdbcDriver &driver, ScriptedServer &server, const CancelToken &cancel = {}, int timeout = 30)
{
    ConnectionSpec spec = specFor(driver, server.address());
    spec.queryTimeoutSeconds = timeout;
    auto session = OdbcSession::open(spec, Secret(u"secret"_s), u"shop"_s, cancel);
    if (!session) {
        QTest::qFail(qPrintable(describe(session.error())), __FILE__, __LINE__);
        return nullptr;
    }
    return std::move(*session);
}

/// Reads a result of one number a row to its end.
struct Numbers {
    qint64 rows = 0;
    bool inOrder = true;
    std::optional<SyncError> error;
};

Numbers readNumbers(OdbcSession &session, const QString &sql = u"SELECT n"_s)
{
    Numbers numbers;
    const auto reader = session.read(sql, oneNumber);
    if (!reader) {
        numbers.error = reader.error();
        return numbers;
    }
    const auto block = (*reader)->makeBlock();
    while (true) {
        const Result<bool> more = (*reader)->fetch(*block);
        if (!more)
            numbers.error = more.error();
        if (!more || !*more)
            return numbers;
        for (int row = 0; row < block->rowCount(); ++row)
            numbers.inOrder &= cellText(*block, 0, row) == QString::number(numbers.rows++);
    }
}

ServerMessage error(int number, int severity, const QString &text)
{
    return { number, severity, 1, text, 1, {} };
}

} // namespace

/// Reading through both real drivers: ends, errors, lost connections, timeouts, cancels. What must never
/// happen is that less than everything looks like everything.
class ReadingTest : public QObject {
    Q_OBJECT

private slots:
    void readsToTheEnd_data()
    {
        QTest::addColumn<DriverFamily>("family");
        QTest::addColumn<int>("rows");
        for (const int rows : { 0, 1, 999, 1000, 1001, 25'000 }) {
            QTest::addRow("FreeTDS, %d", rows) << DriverFamily::FreeTds << rows;
            QTest::addRow("Microsoft's, %d", rows) << DriverFamily::Microsoft << rows;
        }
    }
    void readsToTheEnd()
    {
        FETCH_DRIVER(driver);
        QFETCH(int, rows);
        ScriptedServer server;
        server.setBatch([=](const QString &, ResultSink &sink) {
            sendNumbersColumn(sink);
            sendNumbers(sink, 0, rows);
            sink.done(CommandKind::Select, rows, false);
        });
        const auto session = open(driver, server);
        QVERIFY(session);
        for (int i = 0; i < 2; ++i) { // and the connection is good for another one
            const Numbers numbers = readNumbers(*session);
            QVERIFY2(!numbers.error, numbers.error ? qPrintable(describe(*numbers.error)) : "");
            QCOMPARE(numbers.rows, rows);
            QVERIFY(numbers.inOrder);
        }
    }

    void aBatchOfDeclarationsComesFirst_data() { addDriverRows(); }
    void aBatchOfDeclarationsComesFirst()
    {
        FETCH_DRIVER(driver);
        ScriptedServer server;
        server.setBatch([](const QString &, ResultSink &sink) {
            sink.done(CommandKind::Other, std::nullopt, false);
            sink.done(CommandKind::Update, 7, false); // a row count is a result without columns
            sendNumbersColumn(sink);
            sendNumbers(sink, 0, 5);
            sink.message(error(8153, 10, u"Warning: Null value is eliminated by an aggregate."_s));
            sink.done(CommandKind::Select, 5, false);
        });
        const auto session = open(driver, server);
        QVERIFY(session);
        const Numbers numbers = readNumbers(*session);
        QVERIFY2(!numbers.error, numbers.error ? qPrintable(describe(*numbers.error)) : "");
        QCOMPARE(numbers.rows, 5);
    }

    void aSecondResultIsNoCleanEnd_data() { addDriverRows(); }
    void aSecondResultIsNoCleanEnd()
    {
        FETCH_DRIVER(driver);
        ScriptedServer server;
        server.setBatch([](const QString &, ResultSink &sink) {
            for (int i = 0; i < 2; ++i) {
                sendNumbersColumn(sink);
                sendNumbers(sink, 0, 5);
                sink.done(CommandKind::Select, 5, false);
            }
        });
        const auto session = open(driver, server);
        QVERIFY(session);
        const Numbers numbers = readNumbers(*session);
        QVERIFY(numbers.error);
        QCOMPARE(numbers.error->kind, ErrorKind::Internal);
    }

    void errorsInTheMiddle_data()
    {
        QTest::addColumn<DriverFamily>("family");
        QTest::addColumn<int>("rows");
        for (const int rows : { 0, 1, 500, 1000, 1500, 3000 }) {
            QTest::addRow("FreeTDS, after %d", rows) << DriverFamily::FreeTds << rows;
            QTest::addRow("Microsoft's, after %d", rows) << DriverFamily::Microsoft << rows;
        }
    }
    void errorsInTheMiddle()
    {
        FETCH_DRIVER(driver);
        QFETCH(int, rows);
        ScriptedServer server;
        server.setBatch([=](const QString &, ResultSink &sink) {
            sendNumbersColumn(sink);
            sendNumbers(sink, 0, rows);
            sink.message(error(8134, 16, u"Divide by zero error encountered."_s));
            sink.done(CommandKind::Select, std::nullopt, true);
        });
        const auto session = open(driver, server);
        QVERIFY(session);
        const Numbers numbers = readNumbers(*session);
        QVERIFY(numbers.error);
        QVERIFY2(numbers.error->kind == ErrorKind::Query, qPrintable(describe(*numbers.error)));
        QCOMPARE(numbers.error->nativeCode, 8134);
        QCOMPARE(numbers.error->text, u"Divide by zero error encountered."_s);
        QVERIFY(!numbers.error->retryable);
    }

    void errorAfterTheRows_data() { addDriverRows(); }
    void errorAfterTheRows()
    {
        FETCH_DRIVER(driver);
        ScriptedServer server;
        server.setBatch([](const QString &, ResultSink &sink) {
            sendNumbersColumn(sink);
            sendNumbers(sink, 0, 10);
            sink.done(CommandKind::Select, 10, false);
            sink.message(error(1205, 13, u"Transaction was deadlocked."_s));
            sink.done(CommandKind::Other, std::nullopt, true);
        });
        const auto session = open(driver, server);
        QVERIFY(session);
        const Numbers numbers = readNumbers(*session);
        QVERIFY(numbers.error);
        QCOMPARE(numbers.error->nativeCode, 1205);
    }

    void tooLongValuesAreSeen_data()
    {
        QTest::addColumn<DriverFamily>("family");
        QTest::addColumn<SqlType>("type");
        QTest::addColumn<CellKind>("kind");
        QTest::addColumn<SqlValue>("value");
        const QList<std::tuple<const char *, SqlType, CellKind, SqlValue>> cases = {
            { "nvarchar", { TypeId::NVarChar, 50, 0, 0, false }, CellKind::Text, QString(11, u'x') },
            { "nvarchar, far too long", { TypeId::NVarChar, 4000, 0, 0, false }, CellKind::Text,
                QString(4000, u'x') },
            { "varchar", { TypeId::VarChar, 50, 0, 0, false }, CellKind::Text, QString(11, u'x') },
            { "varchar, far too long", { TypeId::VarChar, 8000, 0, 0, false }, CellKind::Text,
                QString(8000, u'x') },
            { "varchar in UTF-8", { TypeId::VarChar, 50, 0, 0, true }, CellKind::Text, QString(11, u'é') },
            { "nvarchar(max)", longText, CellKind::Text, QString(100'000, u'x') },
            { "varbinary", { TypeId::VarBinary, 50, 0, 0, false }, CellKind::Binary, QByteArray(21, 'x') },
            { "decimal", { TypeId::Decimal, 0, 38, 0, false }, CellKind::Decimal,
                DecimalValue{ false, Magnitude(1) << 100, 0 } },
        };
        for (const auto &[name, type, kind, value] : cases) {
            QTest::addRow("FreeTDS, %s", name) << DriverFamily::FreeTds << type << kind << value;
            QTest::addRow("Microsoft's, %s", name) << DriverFamily::Microsoft << type << kind << value;
        }
    }
    /// The table was altered between the survey and the read.
    void tooLongValuesAreSeen()
    {
        FETCH_DRIVER(driver);
        QFETCH(SqlType, type);
        QFETCH(CellKind, kind);
        QFETCH(SqlValue, value);
        ScriptedServer server;
        server.setBatch([=](const QString &, ResultSink &sink) {
            sink.columns({ { u"v"_s, type, true, false } });
            sink.row({ SqlValue() });
            sink.row({ value });
            sink.done(CommandKind::Select, 2, false);
        });
        const auto session = open(driver, server);
        QVERIFY(session);
        const auto reader = session->read(u"SELECT v"_s, { { { u"v"_s, kind, 20, 0 }, 1 } });
        QVERIFY(reader.has_value());
        const auto block = (*reader)->makeBlock();
        const Result<bool> more = (*reader)->fetch(*block);
        QVERIFY(!more);
        QVERIFY2(more.error().kind == ErrorKind::Data, qPrintable(describe(more.error())));
    }

    void lostConnections_data()
    {
        QTest::addColumn<DriverFamily>("family");
        QTest::addColumn<qint64>("rows");
        QTest::addColumn<bool>("reset");
        for (const bool reset : { false, true }) {
            for (const qint64 rows : { 0, 1, 999, 1000, 5500 }) {
                const char *how = reset ? "reset" : "closed";
                QTest::addRow("FreeTDS, %s after %lld", how, rows) << DriverFamily::FreeTds << rows << reset;
                QTest::addRow("Microsoft's, %s after %lld", how, rows)
                    << DriverFamily::Microsoft << rows << reset;
            }
        }
    }
    void lostConnections()
    {
        FETCH_DRIVER(driver);
        QFETCH(qint64, rows);
        QFETCH(bool, reset);
        ScriptedServer server;
        WireFaults faults;
        faults.statement = u"SELECT n"_s;
        faults.closeAfterRows = rows;
        faults.reset = reset;
        server.faults().arm(faults);
        server.setBatch([](const QString &, ResultSink &sink) {
            sendNumbersColumn(sink);
            sendNumbers(sink, 0, 10'000);
            sink.done(CommandKind::Select, 10'000, false);
        });
        const auto session = open(driver, server);
        QVERIFY(session);
        const Numbers numbers = readNumbers(*session);
        QVERIFY(numbers.error);
        QVERIFY2(numbers.error->kind == ErrorKind::Connection, qPrintable(describe(*numbers.error)));
        QVERIFY(numbers.error->retryable);
        QVERIFY(numbers.rows <= rows && numbers.inOrder);
        // Nothing connects anew behind our back.
        const Status again = session->execute(u"SELECT 1"_s);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::Connection);
        QCOMPARE(server.logins().size(), 1);
    }

    void silenceIsATimeout_data()
    {
        QTest::addColumn<DriverFamily>("family");
        QTest::addColumn<qint64>("rows");
        for (const qint64 rows : { 0, 1, 1500 }) {
            QTest::addRow("FreeTDS, after %lld", rows) << DriverFamily::FreeTds << rows;
            QTest::addRow("Microsoft's, after %lld", rows) << DriverFamily::Microsoft << rows;
        }
    }
    void silenceIsATimeout()
    {
        FETCH_DRIVER(driver);
        QFETCH(qint64, rows);
        ScriptedServer server;
        WireFaults faults;
        faults.statement = u"SELECT n"_s;
        faults.stallAfterRows = rows;
        server.faults().arm(faults);
        server.setBatch([](const QString &, ResultSink &sink) {
            sendNumbersColumn(sink);
            if (sendNumbers(sink, 0, 10'000))
                sink.done(CommandKind::Select, 10'000, false);
        });
        const auto session = open(driver, server, {}, 1);
        QVERIFY(session);
        QElapsedTimer timer;
        timer.start();
        const Numbers numbers = readNumbers(*session);
        QVERIFY(timer.elapsed() >= 900);
        QVERIFY(timer.elapsed() < 10'000);
        QVERIFY(numbers.error);
        QVERIFY2(numbers.error->kind == ErrorKind::Connection, qPrintable(describe(*numbers.error)));
        QCOMPARE(numbers.error->sqlState, u"HYT00"_s);
        QVERIFY(numbers.error->retryable);
    }

    void cancels_data()
    {
        QTest::addColumn<DriverFamily>("family");
        QTest::addColumn<qint64>("stallAfter"); // -1: rows without end
        QTest::addColumn<bool>("bare");
        for (const bool bare : { false, true }) {
            for (const qint64 after : { -1, 0, 1, 1500 }) {
                const char *how = bare ? "bare" : "full";
                QTest::addRow("FreeTDS, %s, after %lld", how, after)
                    << DriverFamily::FreeTds << after << bare;
                QTest::addRow("Microsoft's, %s, after %lld", how, after)
                    << DriverFamily::Microsoft << after << bare;
            }
        }
    }
    /// A cancelled read stops within two seconds and never looks like an end, whatever the server answers.
    void cancels()
    {
        FETCH_DRIVER(driver);
        QFETCH(qint64, stallAfter);
        QFETCH(bool, bare);
        ScriptedServer server;
        WireFaults faults;
        faults.statement = u"SELECT n"_s;
        if (stallAfter >= 0)
            faults.stallAfterRows = stallAfter;
        faults.bareAttention = bare;
        server.faults().arm(faults);
        server.setBatch([](const QString &, ResultSink &sink) {
            sendNumbersColumn(sink);
            while (sendNumbers(sink, 0, 1000)) { }
        });
        const CancelToken token;
        auto session = open(driver, server, token, 60);
        QVERIFY(session);
        QElapsedTimer timer;
        std::thread canceller([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300)); // the reader is well inside by then
            timer.start();
            token.cancel();
        });
        const Numbers numbers = readNumbers(*session);
        canceller.join();
        session.reset();
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(numbers.error);
        QVERIFY2(numbers.error->kind == ErrorKind::Cancelled, qPrintable(describe(*numbers.error)));
    }

    void cancelsInExecute_data() { addDriverRows(); }
    void cancelsInExecute()
    {
        FETCH_DRIVER(driver);
        ScriptedServer server;
        server.setBatch([](const QString &, ResultSink &sink) {
            while (!sink.cancelled())
                std::this_thread::sleep_for(std::chrono::milliseconds(5)); // a server at work
        });
        const CancelToken token;
        auto session = open(driver, server, token, 60);
        QVERIFY(session);
        QElapsedTimer timer;
        std::thread canceller([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
            timer.start();
            token.cancel();
        });
        const Status status = session->execute(u"WAITFOR"_s);
        canceller.join();
        session.reset();
        QVERIFY(timer.elapsed() < 2000);
        QVERIFY(!status);
        QCOMPARE(status.error().kind, ErrorKind::Cancelled);
    }

    /// A server that does not even answer the attention.
    void cancelsAgainstADeafServer_data() { addDriverRows(); }
    void cancelsAgainstADeafServer()
    {
        FETCH_DRIVER(driver);
        std::atomic_bool leave = false;
        ScriptedServer server;
        server.setBatch([&](const QString &, ResultSink &) {
            while (!leave)
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
        });
        const CancelToken token;
        auto session = open(driver, server, token, 60);
        QVERIFY(session);
        QElapsedTimer timer;
        std::thread canceller([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
            timer.start();
            token.cancel();
        });
        const Status status = session->execute(u"WAITFOR"_s);
        canceller.join();
        session.reset();
        const qint64 elapsed = timer.elapsed();
        leave = true;
        QVERIFY2(elapsed < 2000, qPrintable(QString::number(elapsed)));
        QVERIFY(!status);
        QCOMPARE(status.error().kind, ErrorKind::Cancelled);
    }

    /// The reader is dropped in mid-stream: the connection is free for the next statement.
    void aDroppedReaderFreesTheConnection_data() { addDriverRows(); }
    void aDroppedReaderFreesTheConnection()
    {
        FETCH_DRIVER(driver);
        ScriptedServer server;
        server.setBatch([](const QString &sql, ResultSink &sink) {
            if (sql == u"SELECT n"_s) {
                sendNumbersColumn(sink);
                while (sendNumbers(sink, 0, 1000)) { }
                return;
            }
            sink.done(CommandKind::Other, std::nullopt, false);
        });
        const auto session = open(driver, server);
        QVERIFY(session);
        {
            const auto reader = session->read(u"SELECT n"_s, oneNumber);
            QVERIFY(reader.has_value());
            const auto block = (*reader)->makeBlock();
            QVERIFY(*(*reader)->fetch(*block));
        }
        const Status status = session->execute(u"COMMIT"_s);
        QVERIFY2(status.has_value(), status ? "" : qPrintable(describe(status.error())));
    }

    void statementsArriveAsTheyAre_data() { addDriverRows(); }
    void statementsArriveAsTheyAre()
    {
        FETCH_DRIVER(driver);
        ScriptedServer server;
        const auto session = open(driver, server);
        QVERIFY(session);
        const QString sql = u"SELECT [a?b], [c{d}e], [f]]?g], N'it''s {fn x} ? \U0001F30A', \"q?{}\" -- {?}\n"
                            "FROM [ж\u4e2d] /* ? { */ WHERE [x{] = N'}';"_s;
        QVERIFY(session->execute(sql).has_value());
        QCOMPARE(server.batches(), QStringList({ sql }));
    }

    void queriesGiveAllResults_data() { addDriverRows(); }
    void queriesGiveAllResults()
    {
        FETCH_DRIVER(driver);
        const QString text = QString(70'000, u'ж') + u"\U0001F30A"_s;
        ScriptedServer server;
        server.setBatch([&](const QString &, ResultSink &sink) {
            sendNumbersColumn(sink);
            sendNumbers(sink, 0, 3);
            sink.done(CommandKind::Select, 3, false);
            sink.done(CommandKind::Update, 7, false);
            sink.columns({ { u"größe"_s, longText, true, false },
                { u"flag"_s, { TypeId::Bit, 0, 0, 0, false }, true, false } });
            sink.row({ text, qint64(1) });
            sink.row({ SqlValue(), SqlValue() });
            sink.row({ QString(u""_s), qint64(0) });
            sink.done(CommandKind::Select, 3, false);
            sendNumbersColumn(sink);
            sink.done(CommandKind::Select, 0, false);
        });
        const auto session = open(driver, server);
        QVERIFY(session);
        const auto results = session->query(u"SELECT"_s);
        QVERIFY2(results.has_value(), results ? "" : qPrintable(describe(results.error())));
        QCOMPARE(results->size(), 3);
        QCOMPARE(results->at(0).columns, QStringList({ u"n"_s }));
        QCOMPARE(results->at(0).rows.size(), 3);
        QCOMPARE(results->at(0).rows[2][0].value(), u"2"_s);
        QCOMPARE(results->at(1).columns, QStringList({ u"größe"_s, u"flag"_s }));
        QVERIFY(results->at(1).rows[0][0].value() == text);
        QCOMPARE(results->at(1).rows[0][1].value(), u"1"_s);
        QVERIFY(!results->at(1).rows[1][0].has_value() && !results->at(1).rows[1][1].has_value());
        QCOMPARE(results->at(1).rows[2][0].value(), u""_s);
        QVERIFY(results->at(2).rows.isEmpty());
    }

    void errorsOfAnyStatementFailTheBatch_data() { addDriverRows(); }
    void errorsOfAnyStatementFailTheBatch()
    {
        FETCH_DRIVER(driver);
        ScriptedServer server;
        server.setBatch([](const QString &, ResultSink &sink) {
            sendNumbersColumn(sink);
            sendNumbers(sink, 0, 3);
            sink.done(CommandKind::Select, 3, false);
            sink.message(error(208, 16, u"Invalid object name 'x'."_s));
            sink.done(CommandKind::Select, std::nullopt, true);
        });
        const auto session = open(driver, server);
        QVERIFY(session);
        const auto results = session->query(u"SELECT"_s);
        QVERIFY(!results);
        QCOMPARE(results.error().nativeCode, 208);
        const Status status = session->execute(u"SELECT"_s);
        QVERIFY(!status);
        QCOMPARE(status.error().nativeCode, 208);
        QCOMPARE(status.error().text, u"Invalid object name 'x'."_s);
    }

    void severeErrorsEndTheConnection_data() { addDriverRows(); }
    void severeErrorsEndTheConnection()
    {
        FETCH_DRIVER(driver);
        ScriptedServer server;
        server.setBatch([](const QString &, ResultSink &sink) {
            sink.message(
                error(596, 21, u"Cannot continue the execution because the session is in the kill state."_s));
            sink.done(CommandKind::Other, std::nullopt, true);
        });
        const auto session = open(driver, server);
        QVERIFY(session);
        const Status status = session->execute(u"SELECT"_s);
        QVERIFY(!status);
        QCOMPARE(status.error().nativeCode, 596);
    }
};

Q_DECLARE_METATYPE(tidemark::CellKind)
Q_DECLARE_METATYPE(tidemark::practice::SqlType)
Q_DECLARE_METATYPE(tidemark::practice::SqlValue)

QTEST_GUILESS_MAIN(ReadingTest)
#include "tst_reading.moc"
