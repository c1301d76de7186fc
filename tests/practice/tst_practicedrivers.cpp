#include "fakesqlserver.h"
#include "tdslistener.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <atomic>
#include <memory>
#include <thread>

#include <sql.h>
#include <sqlext.h>

using namespace Qt::Literals::StringLiterals;
using namespace tidemark::practice;

namespace {

const QString freeTds = u"FreeTDS"_s;
const QString microsoft = u"ODBC Driver 18 for SQL Server"_s;

/// The drivers that unixODBC knows here.
QStringList installedDrivers()
{
    QStringList names;
    SQLHENV environment = nullptr;
    SQLAllocHandle(SQL_HANDLE_ENV, nullptr, &environment);
    SQLSetEnvAttr(environment, SQL_ATTR_ODBC_VERSION, reinterpret_cast<SQLPOINTER>(SQL_OV_ODBC3), 0);
    SQLCHAR name[256]{};
    SQLCHAR attributes[256]{};
    SQLSMALLINT length = 0;
    SQLSMALLINT attributesLength = 0;
    SQLUSMALLINT direction = SQL_FETCH_FIRST;
    while (SQL_SUCCEEDED(SQLDrivers(environment, direction, name, sizeof name, &length, attributes,
        sizeof attributes, &attributesLength))) {
        names.append(QString::fromUtf8(reinterpret_cast<const char *>(name)));
        direction = SQL_FETCH_NEXT;
    }
    SQLFreeHandle(SQL_HANDLE_ENV, environment);
    return names;
}

/// One connection by QODBC, removed when it goes.
class Connection {
public:
    explicit Connection(const QString &connectionString)
        : m_name(QUuid::createUuid().toString()), m_database(QSqlDatabase::addDatabase(u"QODBC"_s, m_name))
    {
        m_database.setDatabaseName(connectionString);
        m_database.setConnectOptions(u"SQL_ATTR_ODBC_VERSION=SQL_OV_ODBC3"_s);
        m_database.open();
    }
    ~Connection()
    {
        m_database.close();
        m_database = {};
        QSqlDatabase::removeDatabase(m_name);
    }
    Q_DISABLE_COPY_MOVE(Connection)

    bool isOpen() const { return m_database.isOpen(); }
    QString error() const { return m_database.lastError().text(); }
    QSqlDatabase &database() { return m_database; }
    SQLHDBC handle() const
    {
        const QVariant handle = m_database.driver()->handle();
        return *static_cast<SQLHDBC *>(const_cast<void *>(handle.constData()));
    }

private:
    QString m_name;
    QSqlDatabase m_database;
};

/// A statement handle of its own on a connection.
class Statement {
public:
    explicit Statement(const Connection &connection)
    {
        SQLAllocHandle(SQL_HANDLE_STMT, connection.handle(), &m_handle);
    }
    ~Statement() { SQLFreeHandle(SQL_HANDLE_STMT, m_handle); }
    Q_DISABLE_COPY_MOVE(Statement)

    SQLHSTMT handle() const { return m_handle; }
    SQLRETURN execute(const QString &text)
    {
        QString copy = text;
        return SQLExecDirectW(
            m_handle, reinterpret_cast<SQLWCHAR *>(copy.data()), static_cast<SQLINTEGER>(copy.size()));
    }
    /// Rows until something else than a row comes, and what that was.
    std::pair<int, SQLRETURN> drain()
    {
        int rows = 0;
        SQLRETURN result = SQLFetch(m_handle);
        for (; SQL_SUCCEEDED(result); result = SQLFetch(m_handle))
            ++rows;
        return { rows, result };
    }
    QString cell(int column)
    {
        QString text;
        SQLLEN length = 0;
        char16_t buffer[2000];
        while (true) {
            const SQLRETURN result = SQLGetData(
                m_handle, static_cast<SQLUSMALLINT>(column), SQL_C_WCHAR, buffer, sizeof buffer, &length);
            if (!SQL_SUCCEEDED(result))
                return text;
            if (length == SQL_NULL_DATA)
                return u"NULL"_s;
            text += QString::fromUtf16(buffer);
            if (result == SQL_SUCCESS)
                return text;
        }
    }
    /// SQLSTATE of the first record.
    QString state()
    {
        SQLWCHAR buffer[6]{};
        SQLINTEGER native = 0;
        SQLWCHAR text[500];
        SQLSMALLINT length = 0;
        SQLGetDiagRecW(SQL_HANDLE_STMT, m_handle, 1, buffer, &native, text, 500, &length);
        return QString::fromUtf16(reinterpret_cast<const char16_t *>(buffer));
    }

private:
    SQLHSTMT m_handle = nullptr;
};

} // namespace

/// Real drivers against the server with a fake behind it: what they send and how they read the answers.
class TestPracticeDrivers : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void opens_data() { ways(); }
    void opens();
    void readsEveryType_data() { ways(); }
    void readsEveryType();
    void longValueIsStreamed_data() { drivers(); }
    void longValueIsStreamed();
    void queryWithCursorMovesBothWays_data() { drivers(); }
    void queryWithCursorMovesBothWays();
    void preparedStatementTakesParameters_data() { drivers(); }
    void preparedStatementTakesParameters();
    void transactionsTravelAsRequests_data() { drivers(); }
    void transactionsTravelAsRequests();
    void closesInMidResult_data() { ways(); }
    void closesInMidResult();
    void cancelFromAnotherThread();
    void bareAttentionLooksLikeAnEnd();
    void errorInMidResult_data() { drivers(); }
    void errorInMidResult();
    void connectionClosedInMidResult_data();
    void connectionClosedInMidResult();
    void silentReconnect();
    void followsRouting_data() { drivers(); }
    void followsRouting();
    void strictLooksAtTheCertificate();
    void strictWithoutTlsIsRefused();
    void strictNegotiatesItsProtocol();
    void refusesWrongPassword_data() { drivers(); }
    void refusesWrongPassword();
    void replayArrivesWhole_data() { ways(); }
    void replayArrivesWhole();

private:
    void drivers();
    void ways();
    QString connectionString(const QString &driver, const QString &more = {}) const;
    QString strict() const;

    QTemporaryDir m_folder;
    QStringList m_installed;
    std::unique_ptr<FakeSqlServer> m_server;
    std::unique_ptr<WireFaultBoard> m_faults;
    std::unique_ptr<RequestLog> m_log;
    std::unique_ptr<TlsIdentity> m_identity;
    std::unique_ptr<TdsListener> m_listener;
};

#define REQUIRE_DRIVER(driver)                                                                               \
    if (!m_installed.contains(driver))                                                                       \
    QSKIP(qPrintable(u"the ODBC driver \"%1\" is not in odbcinst.ini"_s.arg(driver)))

void TestPracticeDrivers::initTestCase()
{
    m_installed = installedDrivers();
    if (!QSqlDatabase::isDriverAvailable(u"QODBC"_s))
        QSKIP("Qt's QODBC plugin is not installed");
    auto identity = TlsIdentity::create();
    QVERIFY(identity);
    m_identity = std::move(*identity);
    QFile file(m_folder.filePath(u"certificate.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(m_identity->certificate()), m_identity->certificate().size());
}

void TestPracticeDrivers::init()
{
    m_server = std::make_unique<FakeSqlServer>();
    m_faults = std::make_unique<WireFaultBoard>();
    m_log = std::make_unique<RequestLog>();
    auto listener = TdsListener::start(0, { *m_server, *m_faults, *m_log, m_identity.get(), TlsMode::On });
    QVERIFY(listener);
    m_listener = std::move(*listener);
}

void TestPracticeDrivers::cleanup()
{
    m_listener.reset();
    if (m_server)
        QCOMPARE(m_server->sessions(), 0);
}

void TestPracticeDrivers::drivers()
{
    QTest::addColumn<QString>("driver");
    QTest::newRow("FreeTDS") << freeTds;
    QTest::newRow("Microsoft") << microsoft;
}

void TestPracticeDrivers::ways()
{
    QTest::addColumn<QString>("driver");
    QTest::addColumn<QString>("more");
    QTest::newRow("FreeTDS, plain") << freeTds << u"Encryption=off"_s;
    QTest::newRow("FreeTDS, login encrypted") << freeTds << u"Encryption=request"_s;
    QTest::newRow("FreeTDS, encrypted") << freeTds << u"Encryption=require"_s;
    QTest::newRow("FreeTDS, small packets") << freeTds << u"PacketSize=512"_s;
    QTest::newRow("FreeTDS, large packets") << freeTds << u"PacketSize=32767"_s;
    QTest::newRow("Microsoft, plain") << microsoft << u"Encrypt=no"_s;
    QTest::newRow("Microsoft, encrypted") << microsoft << u"Encrypt=yes;TrustServerCertificate=yes"_s;
    QTest::newRow("Microsoft, small packets") << microsoft << u"Encrypt=no;PacketSize=512"_s;
    QTest::newRow("Microsoft, large packets") << microsoft << u"Encrypt=no;PacketSize=32767"_s;
    QTest::newRow("Microsoft, large packets encrypted")
        << microsoft << u"Encrypt=yes;TrustServerCertificate=yes;PacketSize=32767"_s;
    QTest::newRow("Microsoft, strict") << microsoft << strict();
    QTest::newRow("Microsoft, strict, large packets") << microsoft << strict() + u";PacketSize=32767"_s;
}

/// TDS 8: TLS first, with that certificate and no other.
QString TestPracticeDrivers::strict() const
{
    return u"Encrypt=strict;HostNameInCertificate=localhost;ServerCertificate="_s
        + m_folder.filePath(u"certificate.pem"_s);
}

QString TestPracticeDrivers::connectionString(const QString &driver, const QString &more) const
{
    const QString common = u"DRIVER={%1};UID=practice;PWD=secret;Database=shop;%2;"_s.arg(driver, more);
    if (driver == freeTds)
        return common
            + u"Server=127.0.0.1;Port=%1;TDS_Version=7.4;ClientCharset=UTF-8;"_s.arg(m_listener->port());
    return common
        + u"Server=127.0.0.1,%1;ConnectRetryCount=0;%2"_s.arg(m_listener->port())
              .arg(more.contains(u"Encrypt="_s) ? QString() : u"Encrypt=no;"_s);
}

void TestPracticeDrivers::opens()
{
    QFETCH(QString, driver);
    QFETCH(QString, more);
    REQUIRE_DRIVER(driver);
    Connection connection(connectionString(driver, more));
    QVERIFY2(connection.isOpen(), qPrintable(connection.error()));
    QSqlQuery query(connection.database());
    query.setForwardOnly(true);
    QVERIFY2(query.exec(u"COUNT 3"_s), qPrintable(query.lastError().text()));
    QStringList names;
    while (query.next())
        names.append(query.value(0).toString() + u':' + query.value(1).toString());
    QCOMPARE(names, (QStringList{ u"1:row 1"_s, u"2:row 2"_s, u"3:"_s }));
    QVERIFY(m_log->requests().contains(u"COUNT 3"_s));
}

void TestPracticeDrivers::readsEveryType()
{
    QFETCH(QString, driver);
    QFETCH(QString, more);
    REQUIRE_DRIVER(driver);
    Connection connection(connectionString(driver, more));
    QVERIFY2(connection.isOpen(), qPrintable(connection.error()));
    Statement statement(connection);
    QVERIFY(SQL_SUCCEEDED(statement.execute(u"TYPES"_s)));
    const bool free = driver == freeTds;
    const QString zero = free ? u"0"_s : QString(); // Microsoft's driver writes .50
    const QStringList largest{ u"1"_s, u"255"_s, u"32767"_s, u"2147483647"_s, u"9223372036854775807"_s,
        u"9999999999999999999999999999.9999999999"_s, u"9999999.99"_s, u"922337203685477.5807"_s,
        u"214748.3647"_s };
    const QStringList smallest{ u"0"_s, u"0"_s, u"-32768"_s, u"-2147483648"_s, u"-9223372036854775808"_s,
        u"-9999999999999999999999999999.9999999999"_s, u"-%1.50"_s.arg(zero), u"-922337203685477.5808"_s,
        u"-214748.3648"_s };
    const QStringList moments{ u"9999-12-31"_s, u"23:59:59.9999999"_s, u"9999-12-31 23:59:59.997"_s,
        u"2079-06-06 23:59:00"_s, u"9999-12-31 23:59:59.9999999"_s, u"2021-07-30 13:10:55.1234567 +05:30"_s };
    const QStringList texts{ u"\u20ACx   "_s, u"caf\u00E9, \"quoted\""_s, u"\u65E5\u672C\U0001F600"_s,
        u"\u4E2D    "_s, u"\U0001F600 \u043F\u0440\u0438"_s };
    QCOMPARE(SQLFetch(statement.handle()), SQL_SUCCESS);
    QStringList cells;
    for (int column = 1; column <= 35; ++column)
        cells.append(statement.cell(column));
    QCOMPARE(cells.mid(0, 9), largest);
    QCOMPARE(cells.mid(11, 6), moments);
    QCOMPARE(cells.mid(17, 5), texts);
    QCOMPARE(cells.mid(22, 3).join(u' ').toUpper(), u"01020000 00FF10 00000000000007D1"_s);
    QCOMPARE(cells.at(25), u"00112233-4455-6677-8899-AABBCCDDEEFF"_s);
    QCOMPARE(cells.mid(26, 3), (QStringList{ u"variant"_s, u"old text"_s, u"old n\u00E9text"_s }));
    QCOMPARE(cells.at(30), QString(8001, u'x'));
    QCOMPARE(cells.at(31), QString(8001, u'\u00E9'));
    QCOMPARE(cells.at(32), QString(4001, u'\u4E2D'));
    QCOMPARE(cells.at(33).size(), 18000);
    QCOMPARE(cells.at(34), u"<a>\u00E9</a>"_s);

    QCOMPARE(SQLFetch(statement.handle()), SQL_SUCCESS);
    cells.clear();
    for (int column = 1; column <= 9; ++column)
        cells.append(statement.cell(column));
    QCOMPARE(cells, smallest);

    QCOMPARE(SQLFetch(statement.handle()), SQL_SUCCESS);
    for (int column = 1; column <= everyTypeColumns().size(); ++column)
        QCOMPARE(statement.cell(column), u"NULL"_s);
    QCOMPARE(SQLFetch(statement.handle()), SQL_NO_DATA);
    QCOMPARE(SQLMoreResults(statement.handle()), SQL_NO_DATA);
}

void TestPracticeDrivers::longValueIsStreamed()
{
    QFETCH(QString, driver);
    REQUIRE_DRIVER(driver);
    Connection connection(connectionString(driver));
    QVERIFY2(connection.isOpen(), qPrintable(connection.error()));
    Statement statement(connection);
    QVERIFY(SQL_SUCCEEDED(statement.execute(u"LONG 3000000"_s)));
    QCOMPARE(SQLFetch(statement.handle()), SQL_SUCCESS);
    QCOMPARE(statement.cell(1), QString(3'000'000, u'\u4E2D'));
    QCOMPARE(SQLFetch(statement.handle()), SQL_NO_DATA);
}

/// QODBC asks for a static cursor unless a query is forward-only.
void TestPracticeDrivers::queryWithCursorMovesBothWays()
{
    QFETCH(QString, driver);
    REQUIRE_DRIVER(driver);
    Connection connection(connectionString(driver));
    QVERIFY2(connection.isOpen(), qPrintable(connection.error()));
    {
        QSqlQuery query(connection.database());
        QVERIFY2(query.exec(u"SELECT 5"_s), qPrintable(query.lastError().text()));
        QStringList seen;
        while (query.next())
            seen.append(query.value(1).toString());
        QCOMPARE(seen, (QStringList{ u"row 1"_s, u"row 2"_s, QString(), u"row 4"_s, u"row 5"_s }));
        QVERIFY(query.first());
        QCOMPARE(query.value(0).toInt(), 1);
        QVERIFY(query.seek(3));
        QCOMPARE(query.value(1).toString(), u"row 4"_s);
        QVERIFY(query.previous());
        QCOMPARE(query.value(0).toInt(), 3);
        QVERIFY(query.last());
        QCOMPARE(query.value(0).toInt(), 5);
        QVERIFY(!query.next());
    }
    QSqlQuery update(connection.database());
    QVERIFY2(update.exec(u"UPDATE t"_s), qPrintable(update.lastError().text()));
    QCOMPARE(update.numRowsAffected(), 7);
}

void TestPracticeDrivers::preparedStatementTakesParameters()
{
    QFETCH(QString, driver);
    REQUIRE_DRIVER(driver);
    Connection connection(connectionString(driver));
    QVERIFY2(connection.isOpen(), qPrintable(connection.error()));
    QSqlQuery query(connection.database());
    query.setForwardOnly(true);
    QVERIFY(query.prepare(u"PARAMETERS ?, ?, ?"_s));
    for (const int round : { 1, 2 }) {
        query.bindValue(0, round);
        query.bindValue(1, qint64(1) << 40);
        query.bindValue(2, QByteArray("\x01\xFF", 2));
        QVERIFY2(query.exec(), qPrintable(query.lastError().text()));
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toInt(), round);
        QCOMPARE(query.value(1).toLongLong(), qint64(1) << 40);
        QCOMPARE(query.value(2).toByteArray(), QByteArray("\x01\xFF", 2));
        query.finish();
    }
    const QStringList requests = m_log->requests();
    const qsizetype prepared = requests.filter(u"RPC sp_prepexec PARAMETERS"_s).size();
    const qsizetype repeated = requests.filter(u"RPC sp_execute PARAMETERS"_s).size();
    QCOMPARE(prepared + repeated, 2); // FreeTDS prepares again
    QVERIFY(prepared >= 1);
}

void TestPracticeDrivers::transactionsTravelAsRequests()
{
    QFETCH(QString, driver);
    REQUIRE_DRIVER(driver);
    Connection connection(connectionString(driver));
    QVERIFY2(connection.isOpen(), qPrintable(connection.error()));
    m_log->clear();
    QVERIFY(connection.database().transaction());
    {
        QSqlQuery query(connection.database());
        query.setForwardOnly(true);
        QVERIFY(query.exec(u"COUNT 1"_s));
        QVERIFY(query.next());
    }
    QVERIFY2(connection.database().commit(), qPrintable(connection.error()));
    const QStringList requests = m_log->requests();
    QCOMPARE(requests.value(0), u"TM begin"_s);
    QCOMPARE(requests.value(1), u"COUNT 1"_s);
    QVERIFY(requests.filter(u"TM commit"_s).size() == 1);
    QSqlQuery query(connection.database());
    query.setForwardOnly(true);
    QVERIFY2(query.exec(u"COUNT 1"_s), qPrintable(query.lastError().text()));
}

void TestPracticeDrivers::closesInMidResult()
{
    QFETCH(QString, driver);
    QFETCH(QString, more);
    REQUIRE_DRIVER(driver);
    Connection connection(connectionString(driver, more));
    QVERIFY2(connection.isOpen(), qPrintable(connection.error()));
    for (int round = 0; round < 20; ++round) {
        const bool replay = round % 2 == 1;
        Statement statement(connection);
        QVERIFY(SQL_SUCCEEDED(statement.execute(replay ? u"REPLAY 5000000"_s : u"COUNT 5000000"_s)));
        for (int row = 0; row <= round * 10; ++row)
            QVERIFY(SQL_SUCCEEDED(SQLFetch(statement.handle())));
        QVERIFY2(SQL_SUCCEEDED(SQLFreeStmt(statement.handle(), SQL_CLOSE)), qPrintable(statement.state()));
        QVERIFY2(SQL_SUCCEEDED(statement.execute(u"COUNT 2"_s)), qPrintable(statement.state()));
        QCOMPARE(statement.drain(), std::make_pair(2, SQLRETURN(SQL_NO_DATA)));
    }
}

void TestPracticeDrivers::cancelFromAnotherThread()
{
    REQUIRE_DRIVER(microsoft); // SQLCancel can deadlock inside FreeTDS
    Connection connection(connectionString(microsoft));
    QVERIFY2(connection.isOpen(), qPrintable(connection.error()));
    m_faults->arm({ .statement = u"COUNT 5"_s, .stallAfterRows = 5 });
    Statement statement(connection);
    QVERIFY(SQL_SUCCEEDED(statement.execute(u"COUNT 5"_s)));
    std::atomic<bool> reading = false;
    std::thread canceller([&] {
        while (!reading)
            std::this_thread::yield();
        SQLCancel(statement.handle());
    });
    reading = true;
    const auto [rows, end] = statement.drain();
    canceller.join();
    QVERIFY2(end == SQL_ERROR, qPrintable(QString::number(end)));
    QVERIFY(rows <= 5);
    SQLFreeStmt(statement.handle(), SQL_CLOSE);
    QVERIFY(SQL_SUCCEEDED(statement.execute(u"COUNT 2"_s)));
    QCOMPARE(statement.drain().first, 2);
}

/// The trap that a reader must know: a cancelled fetch without an error.
void TestPracticeDrivers::bareAttentionLooksLikeAnEnd()
{
    REQUIRE_DRIVER(microsoft);
    Connection connection(connectionString(microsoft));
    QVERIFY2(connection.isOpen(), qPrintable(connection.error()));
    m_faults->arm({ .statement = u"COUNT 100"_s, .stallAfterRows = 10, .bareAttention = true });
    Statement statement(connection);
    QVERIFY(SQL_SUCCEEDED(statement.execute(u"COUNT 100"_s)));
    std::atomic<int> rows = 0;
    std::thread canceller([&] {
        while (rows < 10)
            std::this_thread::yield();
        SQLCancel(statement.handle());
    });
    SQLRETURN end = SQLFetch(statement.handle());
    for (; SQL_SUCCEEDED(end); end = SQLFetch(statement.handle()))
        ++rows;
    canceller.join();
    QCOMPARE(rows, 10);
    QVERIFY(end == SQL_NO_DATA || end == SQL_ERROR); // the driver's choice of the moment
    SQLFreeStmt(statement.handle(), SQL_CLOSE);
    QVERIFY(SQL_SUCCEEDED(statement.execute(u"COUNT 2"_s)));
    QCOMPARE(statement.drain().first, 2);
}

void TestPracticeDrivers::errorInMidResult()
{
    QFETCH(QString, driver);
    REQUIRE_DRIVER(driver);
    Connection connection(connectionString(driver));
    QVERIFY2(connection.isOpen(), qPrintable(connection.error()));
    Statement statement(connection);
    QVERIFY(SQL_SUCCEEDED(statement.execute(u"ERROR"_s)));
    QCOMPARE(statement.drain(), std::make_pair(3, SQLRETURN(SQL_ERROR)));
    QCOMPARE(statement.state(), u"22012"_s);
}

void TestPracticeDrivers::connectionClosedInMidResult_data()
{
    QTest::addColumn<QString>("driver");
    QTest::addColumn<bool>("reset");
    QTest::newRow("FreeTDS, closed") << freeTds << false;
    QTest::newRow("FreeTDS, reset") << freeTds << true;
    QTest::newRow("Microsoft, closed") << microsoft << false;
    QTest::newRow("Microsoft, reset") << microsoft << true;
}

void TestPracticeDrivers::connectionClosedInMidResult()
{
    QFETCH(QString, driver);
    QFETCH(bool, reset);
    REQUIRE_DRIVER(driver);
    Connection connection(connectionString(driver));
    QVERIFY2(connection.isOpen(), qPrintable(connection.error()));
    m_faults->arm({ .statement = u"COUNT 1000"_s, .closeAfterRows = 700, .reset = reset });
    Statement statement(connection);
    const bool executed = SQL_SUCCEEDED(statement.execute(u"COUNT 1000"_s));
    if (reset && !executed)
        return; // the reset overtook the rows
    QVERIFY(executed);
    const auto [rows, end] = statement.drain();
    QCOMPARE(end, SQLRETURN(SQL_ERROR));
    if (reset)
        QVERIFY(rows <= 700);
    else
        QVERIFY2(rows == 700 || rows == 699, qPrintable(QString::number(rows)));
}

/// Connection resiliency: a driver that may reconnect does so without a word, even inside a transaction. It
/// must have seen the end of the old connection by then, which nothing shows: hence tries that wait longer.
void TestPracticeDrivers::silentReconnect()
{
    REQUIRE_DRIVER(microsoft);
    QString text = connectionString(microsoft);
    text.replace(u"ConnectRetryCount=0"_s, u"ConnectRetryCount=1"_s);
    bool reconnected = false;
    for (int attempt = 0; attempt < 30 && !reconnected; ++attempt) {
        Connection connection(text);
        QVERIFY2(connection.isOpen(), qPrintable(connection.error()));
        QVERIFY(connection.database().transaction());
        m_faults->arm({ .statement = u"COUNT 5"_s, .closeAfterReply = true });
        Statement statement(connection);
        QVERIFY(SQL_SUCCEEDED(statement.execute(u"COUNT 5"_s)));
        QCOMPARE(statement.drain().first, 5);
        SQLFreeStmt(statement.handle(), SQL_CLOSE);
        QTRY_COMPARE(m_server->sessions(), 0);
        QTest::qWait(10 * attempt);
        reconnected = statement.execute(u"COUNT 2"_s) == SQL_SUCCESS && statement.drain().first == 2;
        SQLFreeStmt(statement.handle(), SQL_CLOSE);
        SQLEndTran(SQL_HANDLE_DBC, connection.handle(), SQL_ROLLBACK);
    }
    QVERIFY(reconnected);
}

/// The login answers with the port of another server, and the driver goes on there.
void TestPracticeDrivers::followsRouting()
{
    QFETCH(QString, driver);
    REQUIRE_DRIVER(driver);
    RequestLog log;
    auto other = TdsListener::start(0, { *m_server, *m_faults, log });
    QVERIFY(other);
    m_faults->arm(ConnectionFault{
        .kind = ConnectionFault::Kind::Route, .host = u"127.0.0.1"_s, .port = (*other)->port() });
    {
        Connection connection(
            connectionString(driver, driver == freeTds ? u"Encryption=off"_s : u"Encrypt=no"_s));
        QVERIFY2(connection.isOpen(), qPrintable(connection.error()));
        Statement statement(connection);
        QVERIFY(SQL_SUCCEEDED(statement.execute(u"COUNT 3"_s)));
        QCOMPARE(statement.drain().first, 3);
    }
    QVERIFY2(log.requests().contains(u"COUNT 3"_s), qPrintable(log.requests().join(u'|')));
    QVERIFY(!m_log->requests().contains(u"COUNT 3"_s));
}

void TestPracticeDrivers::strictLooksAtTheCertificate()
{
    REQUIRE_DRIVER(microsoft);
    auto other = TlsIdentity::create();
    QVERIFY(other);
    auto listener = TdsListener::start(0, { *m_server, *m_faults, *m_log, other->get(), TlsMode::Required });
    QVERIFY(listener);
    m_listener = std::move(*listener);
    Connection connection(connectionString(microsoft, strict()));
    QVERIFY(!connection.isOpen());
    QVERIFY2(connection.error().contains(u"certificate"_s), qPrintable(connection.error()));
    m_listener.reset(); // before its identity
}

void TestPracticeDrivers::strictWithoutTlsIsRefused()
{
    REQUIRE_DRIVER(microsoft);
    auto listener = TdsListener::start(0, { *m_server, *m_faults, *m_log });
    QVERIFY(listener);
    m_listener = std::move(*listener);
    QElapsedTimer timer;
    timer.start();
    Connection connection(connectionString(microsoft, strict() + u";LoginTimeout=5"_s));
    QVERIFY(!connection.isOpen());
    QVERIFY(timer.elapsed() < 20'000);
}

void TestPracticeDrivers::strictNegotiatesItsProtocol()
{
    QSslConfiguration wanted = QSslConfiguration::defaultConfiguration();
    wanted.setPeerVerifyMode(QSslSocket::VerifyNone);
    wanted.setAllowedNextProtocols({ "tds/8.0" });
    QSslSocket socket;
    socket.setSslConfiguration(wanted);
    socket.connectToHostEncrypted(u"127.0.0.1"_s, m_listener->port());
    QVERIFY2(socket.waitForEncrypted(5000), qPrintable(socket.errorString()));
    QCOMPARE(socket.sslConfiguration().nextNegotiatedProtocol(), "tds/8.0"_ba);
    QCOMPARE(socket.sessionProtocol(), QSsl::TlsV1_3);
}

void TestPracticeDrivers::refusesWrongPassword()
{
    QFETCH(QString, driver);
    REQUIRE_DRIVER(driver);
    QString text = connectionString(driver);
    Connection connection(text.replace(u"PWD=secret"_s, u"PWD=wrong"_s));
    QVERIFY(!connection.isOpen());
    QVERIFY2(
        connection.error().contains(u"Login failed for user 'practice'"_s), qPrintable(connection.error()));
    Connection other(connectionString(driver).replace(u"Database=shop"_s, u"Database=none"_s));
    QVERIFY(!other.isOpen());
    QVERIFY2(other.error().contains(u"Cannot open database"_s), qPrintable(other.error()));
}

void TestPracticeDrivers::replayArrivesWhole()
{
    QFETCH(QString, driver);
    QFETCH(QString, more);
    REQUIRE_DRIVER(driver);
    Connection connection(connectionString(driver, more));
    QVERIFY2(connection.isOpen(), qPrintable(connection.error()));
    Statement statement(connection);
    QVERIFY(SQL_SUCCEEDED(statement.execute(u"REPLAY 10001"_s)));
    SQLBIGINT id = 0;
    SQLLEN indicator = 0;
    SQLBindCol(statement.handle(), 1, SQL_C_SBIGINT, &id, sizeof id, &indicator);
    qint64 sum = 0;
    qint64 expected = 0;
    for (qint64 row = 0; row < 10001; ++row) {
        QVERIFY(SQL_SUCCEEDED(SQLFetch(statement.handle())));
        sum += id;
        expected += row % 997 + 1;
    }
    QCOMPARE(sum, expected);
    QCOMPARE(SQLFetch(statement.handle()), SQL_NO_DATA);
    QCOMPARE(SQLMoreResults(statement.handle()), SQL_NO_DATA);
}

QTEST_GUILESS_MAIN(TestPracticeDrivers)
#include "tst_practicedrivers.moc"
