#include "fakesqlserver.h"
#include "parameterlist.h"
#include "tdsclient.h"
#include "tdslogin.h"
#include "tdsrequest.h"
#include "tdsvalues.h"
#include "tdswriter.h"
#include "typecatalog.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tidemark::practice;

namespace {

void writeParameter(TdsWriter &out, const Parameter &parameter)
{
    out.bVarchar(parameter.name);
    out.u8(parameter.output ? 1 : 0);
    writeTypeInfo(out, parameter.type, TypePlace::Parameter);
    writeValue(out, parameter.type, parameter.value);
}

QByteArray callOf(const QString &name, const std::vector<Parameter> &parameters)
{
    TdsWriter out;
    out.usVarchar(name);
    out.u16(0);
    for (const Parameter &parameter : parameters)
        writeParameter(out, parameter);
    return out.data();
}

std::vector<Parameter> someParameters()
{
    return { { u"@a"_s, { .id = TypeId::Int }, qint64(-5) },
        { {}, { .id = TypeId::NVarChar, .length = -1 }, QString(40000, u'\u4E2D') },
        { u"@out"_s, { .id = TypeId::Decimal, .precision = 20, .scale = 3 }, SqlValue(), true },
        { {}, { .id = TypeId::DateTimeOffset, .scale = 7 }, MomentValue{ 738000, 36'000'000'001, -330 } } };
}

} // namespace

class TestTdsRequest : public QObject {
    Q_OBJECT

private slots:
    void readsCallByName();
    void readsCallByNumber();
    void readsTextOfFreeTds();
    void unknownTypeIsNamed();
    void readsSeveralCalls();
    void impossibleValueIsOfItsCall();
    void cutCallsAreRefused();
    void tooManyParametersAreRefused();
    void mutatedBytesNeverCrash();
    void namePart_data();
    void namePart();
    void transactionRequests();
    void bindsByNameAndPosition();
    void declaredTypeDecides_data();
    void declaredTypeDecides();
    void missingParameterIsNamed();
    void typeInformationBatch_data();
    void typeInformationBatch();
};

void TestTdsRequest::readsCallByName()
{
    const QByteArray bytes = callOf(u"[shop].[sys].sp_Something"_s, someParameters());
    TdsReader in(bytes);
    const auto calls = readRpc(in);
    QVERIFY(calls);
    QCOMPARE(calls->size(), 1U);
    const RpcCall &call = calls->front();
    QCOMPARE(call.procedure, Procedure::ByName);
    QCOMPARE(call.name, u"[shop].[sys].sp_Something"_s);
    QCOMPARE(call.parameters.size(), 4U);
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(call.parameters[i].name, someParameters()[i].name);
        QCOMPARE(call.parameters[i].type, someParameters()[i].type);
        QVERIFY(call.parameters[i].value == someParameters()[i].value);
        QCOMPARE(call.parameters[i].output, someParameters()[i].output);
    }
}

void TestTdsRequest::readsCallByNumber()
{
    TdsReader in(QByteArrayView("\xFF\xFF\x0D\x00\x00\x00", 6));
    const auto calls = readRpc(in);
    QVERIFY(calls);
    QCOMPARE(calls->front().procedure, Procedure::PrepExec);
    QCOMPARE(calls->front().name, u"sp_prepexec"_s);
    const QByteArray named = callOf(u"[sys].SP_EXECUTE"_s, {});
    TdsReader byName(named);
    QCOMPARE(readRpc(byName)->front().procedure, Procedure::Execute);
}

/// FreeTDS sends long text as TEXT, NTEXT and IMAGE.
void TestTdsRequest::readsTextOfFreeTds()
{
    const QByteArray bytes = QByteArray::fromHex("0100780000 00"
                                                 "0000 23 ffffff7f 0904d00034 03000000 6162e9"
                                                 "0000 63 ffffff7f 0904d00034 04000000 2d4ee900"
                                                 "0000 22 ffffff7f 02000000 00ff"
                                                 "0000 23 ffffff7f 0904d00034 ffffffff");
    TdsReader in(bytes);
    const auto calls = readRpc(in);
    QVERIFY(calls);
    const auto &parameters = calls->front().parameters;
    QCOMPARE(parameters.size(), 4U);
    QCOMPARE(parameters[0].type.id, TypeId::Text);
    QCOMPARE(std::get<QString>(parameters[0].value), u"ab\u00E9"_s);
    QCOMPARE(std::get<QString>(parameters[1].value), u"\u4E2D\u00E9"_s);
    QCOMPARE(std::get<QByteArray>(parameters[2].value), QByteArray("\x00\xFF", 2));
    QVERIFY(isNull(parameters[3].value));
}

/// FreeTDS sends 0001-01-01 as the day before: the call is refused, and the connection goes on.
void TestTdsRequest::impossibleValueIsOfItsCall()
{
    const QByteArray bytes = callOf(u"sp_a"_s, someParameters())
        + QByteArray::fromHex("02400064000028 03ffffff") + '\xFF' + callOf(u"sp_b"_s, {});
    TdsReader in(bytes);
    const auto calls = readRpc(in);
    QVERIFY(calls);
    QCOMPARE(calls->size(), 2U);
    QVERIFY(calls->at(0).problem);
    QCOMPARE(calls->at(0).problem->number, 8023);
    QVERIFY(calls->at(0).problem->text.contains(
        u"Parameter 5 (\"@d\"): The supplied value is not a valid instance of data type date."_s));
    QVERIFY(!calls->at(1).problem);
}

/// A table as a value, which tedious and others can send.
void TestTdsRequest::unknownTypeIsNamed()
{
    const QByteArray bytes = callOf(u"sp_a"_s, {}) + QByteArray::fromHex("024000740000f3 000000 ffff 0000");
    TdsReader in(bytes);
    const auto calls = readRpc(in);
    QVERIFY(calls);
    QVERIFY(calls->front().problem);
    QCOMPARE(calls->front().problem->number, 8009);
    QVERIFY(calls->front().problem->text.endsWith(u"Parameter 1 (\"@t\"): Data type 0xF3 is unknown."_s));
}

void TestTdsRequest::readsSeveralCalls()
{
    const QByteArray one = callOf(u"sp_a"_s, someParameters());
    for (const char separator : { '\xFF', '\x80' }) {
        const QByteArray bytes = one + separator + callOf(u"sp_b"_s, {});
        TdsReader in(bytes);
        const auto calls = readRpc(in);
        QVERIFY(calls);
        QCOMPARE(calls->size(), 2U);
        QCOMPARE(calls->at(1).name, u"sp_b"_s);
    }
}

void TestTdsRequest::cutCallsAreRefused()
{
    std::vector<Parameter> parameters = someParameters();
    parameters[1].value = u"short"_s;
    const QByteArray whole = callOf(u"sp_a"_s, parameters);
    int complete = 0; // a call may end behind any parameter
    for (qsizetype size = 0; size <= whole.size(); ++size) {
        TdsReader in(QByteArrayView(whole).first(size));
        complete += readRpc(in) ? 1 : 0;
    }
    QCOMPARE(complete, 5);
}

void TestTdsRequest::tooManyParametersAreRefused()
{
    const std::vector<Parameter> most(2100, { {}, { .id = TypeId::Int }, qint64(1) });
    const QByteArray allowed = callOf(u"sp_a"_s, most);
    TdsReader in(allowed);
    QVERIFY(readRpc(in));
    const QByteArray over = allowed + callOf({}, { most.front() }).mid(4);
    TdsReader tooMany(over);
    QVERIFY(!readRpc(tooMany));
}

/// Whole messages with a few bytes changed: read or refused, and never beyond their end.
void TestTdsRequest::mutatedBytesNeverCrash()
{
    std::vector<Parameter> parameters;
    SqlRow values = fakeTypeRows().front();
    for (qsizetype i = 0; i < everyTypeColumns().size(); ++i) {
        const SqlType type = everyTypeColumns()[i].type;
        SqlValue value = values.at(static_cast<std::size_t>(i));
        if (type.isMax())
            value = SqlValue();
        if (lengthForm(type) != LengthForm::Long)
            parameters.push_back({ u"@p"_s, type, value, i % 2 == 0 });
    }
    const QByteArray call = callOf(u"sp_a"_s, parameters);
    const QByteArray login = TdsClient::login7(4096, u"secret"_s);
    QRandomGenerator random(20261124);
    int read = 0;
    for (int round = 0; round < 4'000; ++round) {
        const auto mutated = [&](QByteArray bytes) {
            for (int changes = random.bounded(1, 4); changes > 0; --changes)
                bytes[random.bounded(bytes.size())] = static_cast<char>(random.bounded(256));
            return bytes.left(random.bounded(4) == 0 ? random.bounded(bytes.size()) : bytes.size());
        };
        const QByteArray callBytes = mutated(call);
        TdsReader in(callBytes);
        read += readRpc(in) ? 1 : 0;
        read += parseLogin7(mutated(login)) ? 1 : 0;
        read += parsePrelogin(mutated(TdsClient::prelogin(1))) ? 1 : 0;
        const QByteArray transaction = mutated(QByteArray::fromHex("07000000010200"));
        TdsReader transactionBytes(transaction);
        read += readTransactionCall(transactionBytes) ? 1 : 0;
    }
    QVERIFY(read > 200);
}

void TestTdsRequest::namePart_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("last");
    QTest::newRow("bare") << u"sp_X"_s << u"sp_x"_s;
    QTest::newRow("quoted") << u"[sys].sp_x"_s << u"sp_x"_s;
    QTest::newRow("three parts") << u"[my.db].\"sys\".[sp_x]"_s << u"sp_x"_s;
    QTest::newRow("missing part") << u"db..sp_x"_s << u"sp_x"_s;
    QTest::newRow("empty") << QString() << QString();
}

void TestTdsRequest::namePart()
{
    QFETCH(QString, name);
    QFETCH(QString, last);
    QCOMPARE(lastNamePart(name), last);
}

void TestTdsRequest::transactionRequests()
{
    const auto read = [](const char *hex) {
        const QByteArray bytes = QByteArray::fromHex(hex);
        TdsReader in(bytes);
        return readTransactionCall(in);
    };
    const auto begin = read("05000500");
    QVERIFY(begin);
    QCOMPARE(begin->request, TransactionRequest::Begin);
    QCOMPARE(begin->isolation, 5);
    QVERIFY(!read("0700")); // cut
    const auto commit = read("07000000");
    QVERIFY(commit && !commit->beginNew);
    const auto again = read("080000010200");
    QVERIFY(again);
    QCOMPARE(again->request, TransactionRequest::Rollback);
    QVERIFY(again->beginNew);
    QCOMPARE(again->isolation, 2);
    QVERIFY(!read("0100"));
}

void TestTdsRequest::bindsByNameAndPosition()
{
    const std::vector<Parameter> values{ { u"@B"_s, { .id = TypeId::Int }, qint64(2) },
        { {}, { .id = TypeId::Int }, qint64(1) }, { {}, { .id = TypeId::Int }, qint64(3) } };
    std::vector<Parameter> bound;
    QVERIFY(!bindParameters(u"@a int, @b int, @c int"_s, {}, values.begin(), values.end(), bound));
    QCOMPARE(bound[0].name, u"@B"_s);
    QCOMPARE(bound[1].name, u"@a"_s);
    QCOMPARE(bound[2].name, u"@c"_s);
    const auto problem = bindParameters(u"@b int"_s, {}, values.begin(), values.end(), bound);
    QVERIFY(problem);
    QCOMPARE(problem->number, 8144);
}

void TestTdsRequest::declaredTypeDecides_data()
{
    QTest::addColumn<QString>("definitions");
    QTest::addColumn<SqlType>("sentType");
    QTest::addColumn<SqlValue>("sent");
    QTest::addColumn<SqlType>("boundType");
    QTest::addColumn<SqlValue>("bound");
    QTest::addColumn<int>("error");
    const SqlType integer{ .id = TypeId::Int };
    const SqlType text{ .id = TypeId::NVarChar, .length = 4000 };
    const SqlType date{ .id = TypeId::Date };
    const SqlType cents{ .id = TypeId::Decimal, .precision = 9, .scale = 2 };
    const SqlType word{ .id = TypeId::NVarChar, .length = 3 };
    const SqlValue none;
    QTest::newRow("NULL of another type") << u"@a date"_s << integer << none << date << none << 0;
    QTest::newRow("scale") << u"\n@a decimal(9, 2) OUTPUT "_s << integer << SqlValue(qint64(3)) << cents
                           << SqlValue(DecimalValue{ false, 300, 2 }) << 0;
    QTest::newRow("length") << u"@a nvarchar(3)"_s << text << SqlValue(u"abcdef"_s) << word
                            << SqlValue(u"abc"_s) << 0;
    QTest::newRow("text of a number")
        << u"@a int"_s << text << SqlValue(u"42"_s) << integer << SqlValue(qint64(42)) << 0;
    QTest::newRow("text of none") << u"@a int"_s << text << SqlValue(u"x"_s) << integer << none << 8114;
    QTest::newRow("too large") << u"@a tinyint"_s << integer << SqlValue(qint64(256)) << integer << none
                               << 8114;
    QTest::newRow("clash") << u"@a date"_s << integer << SqlValue(qint64(1)) << date << none << 206;
    QTest::newRow("only by CONVERT") << u"@a varbinary(9)"_s << text << SqlValue(u"x"_s) << date << none
                                     << 257;
    QTest::newRow("unknown type") << u"@a nonsense"_s << integer << SqlValue(qint64(1)) << date << none
                                  << 2715;
}

void TestTdsRequest::declaredTypeDecides()
{
    QFETCH(QString, definitions);
    QFETCH(SqlType, sentType);
    QFETCH(SqlValue, sent);
    const std::vector<Parameter> values{ { u"@a"_s, sentType, sent } };
    std::vector<Parameter> bound;
    const auto problem = bindParameters(definitions, {}, values.begin(), values.end(), bound);
    QTEST(problem ? problem->number : 0, "error");
    if (problem)
        return;
    QTEST(bound[0].type, "boundType");
    QTEST(bound[0].value, "bound");
}

void TestTdsRequest::missingParameterIsNamed()
{
    const std::vector<Parameter> none;
    std::vector<Parameter> bound;
    const auto problem = bindParameters(u"@a int"_s, u"SELECT @a"_s, none.begin(), none.end(), bound);
    QVERIFY(problem);
    QCOMPARE(problem->number, 8178);
    QVERIFY(problem->text.contains(u"'@a'"_s));
}

void TestTdsRequest::typeInformationBatch_data()
{
    QTest::addColumn<QString>("batch");
    QTest::addColumn<bool>("answered");
    QTest::addColumn<QStringList>("types");
    QTest::newRow("ODBC 2") << u"sp_datatype_info_100 11"_s << true
                            << QStringList{ u"datetime2"_s, u"datetime"_s, u"smalldatetime"_s };
    QTest::newRow("ODBC 3") << u"EXEC sp_datatype_info_100 93, 3"_s << true
                            << QStringList{ u"datetime2"_s, u"datetime"_s, u"smalldatetime"_s };
    QTest::newRow("no such type") << u"sp_datatype_info 93"_s << true << QStringList();
    QTest::newRow("int") << u" exec [sys].sp_datatype_info 4 "_s << true << QStringList{ u"int"_s };
    QTest::newRow("another procedure") << u"sp_tables 11"_s << false << QStringList();
    QTest::newRow("no number") << u"sp_datatype_info_100 x"_s << false << QStringList();
    QTest::newRow("more in the batch") << u"sp_datatype_info_100 11; SELECT 1"_s << false << QStringList();
}

namespace {

/// Keeps the first column of the rows.
class NameSink final : public ResultSink {
public:
    bool columns(const QList<ResultColumn> & /*columns*/) override { return true; }
    bool row(const SqlRow &row) override
    {
        names.append(std::get<QString>(row.front()));
        return true;
    }
    bool done(CommandKind /*command*/, std::optional<qint64> count, bool /*failed*/) override
    {
        return count == names.size();
    }
    bool message(const ServerMessage & /*message*/) override { return true; }
    bool databaseChanged(const QString & /*from*/, const QString & /*to*/) override { return true; }
    bool transactionBegan(quint64 /*descriptor*/) override { return true; }
    bool transactionEnded(quint64 /*descriptor*/, bool /*committed*/) override { return true; }
    bool replay(const ReplayTable & /*table*/) override { return true; }
    bool cancelled() const override { return false; }

    QStringList names;
};

} // namespace

void TestTdsRequest::typeInformationBatch()
{
    QFETCH(QString, batch);
    QFETCH(bool, answered);
    QFETCH(QStringList, types);
    NameSink sink;
    QCOMPARE(TypeCatalog::answerBatch(batch, sink), answered);
    QCOMPARE(sink.names, types);
}

QTEST_GUILESS_MAIN(TestTdsRequest)
#include "tst_tdsrequest.moc"
