#include "odbcsession.h"

#include "scriptedserver.h"
#include "testdrivers.h"

#include <QtTest>

using namespace tidemark;
using namespace tidemark::practice;
using namespace tidemark::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const SqlType nvarcharMax{ TypeId::NVarChar, -1, 0, 0, false };
const SqlType varcharMax{ TypeId::VarChar, -1, 0, 0, false };
const SqlType varcharMaxUtf8{ TypeId::VarChar, -1, 0, 0, true };
const SqlType varbinaryMax{ TypeId::VarBinary, -1, 0, 0, false };

/// A text of that many UTF-16 units, no two stretches alike.
QString text(qsizetype units, const QString &alphabet)
{
    QString text;
    text.reserve(units);
    quint32 state = 1;
    while (text.size() < units) {
        state = state * 1664525U + 1013904223U;
        text += alphabet[(state >> 16) % alphabet.size()];
    }
    return text;
}

/// A text that mixes characters of one to four bytes in UTF-8.
QString mixed(qsizetype units)
{
    QString text;
    text.reserve(units);
    quint32 state = 7;
    while (text.size() < units) {
        state = state * 1664525U + 1013904223U;
        switch ((state >> 16) % 4) {
        case 0:
            text += u'a';
            break;
        case 1:
            text += u'ж';
            break;
        case 2:
            text += u'漢';
            break;
        default:
            text += u"\U0001F30A"_s;
            break;
        }
    }
    return text;
}

QByteArray bytes(qsizetype size)
{
    QByteArray data(size, '\0');
    quint32 state = 3;
    for (char &byte : data) {
        state = state * 1664525U + 1013904223U;
        byte = char(state >> 24);
    }
    return data;
}

QByteArray rawBytes(const SqlValue &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return { reinterpret_cast<const char *>(text->utf16()), text->size() * 2 };
    return std::get<QByteArray>(value);
}

struct Column {
    const char *name;
    SqlType type;
    std::vector<SqlValue> values;
};

} // namespace

/// MAX values through both real drivers, in pieces: every byte, whatever lies around a piece's end.
class LongValuesTest : public QObject {
    Q_OBJECT

private slots:
    void everyByteComes_data()
    {
        QTest::addColumn<DriverFamily>("family");
        QTest::addColumn<int>("column");
        for (int i = 0; i < columns().size(); ++i) {
            QTest::addRow("FreeTDS, %s", columns()[i].name) << DriverFamily::FreeTds << i;
            QTest::addRow("Microsoft's, %s", columns()[i].name) << DriverFamily::Microsoft << i;
        }
    }
    void everyByteComes()
    {
        FETCH_DRIVER(driver);
        QFETCH(int, column);
        const Column &each = columns()[column];
        ScriptedServer server;
        server.setBatch([&](const QString &, ResultSink &sink) {
            sink.columns({ { u"n"_s, { TypeId::BigInt, 0, 0, 0, false }, false, false },
                { u"v"_s, each.type, true, false } });
            for (size_t i = 0; i < each.values.size(); ++i)
                sink.row({ qint64(i), each.values[i] });
            sink.done(CommandKind::Select, qint64(each.values.size()), false);
        });
        const auto session = OdbcSession::open(specFor(driver, server.address()), {}, u"shop"_s, {});
        QVERIFY2(session.has_value(), session ? "" : qPrintable(describe(session.error())));
        const CellKind kind = each.type.id == TypeId::VarBinary ? CellKind::LongBinary : CellKind::LongText;
        // The long column stands in front in the file, last in the SELECT list.
        const auto reader = (*session)->read(
            u"SELECT"_s, { { { u"v"_s, kind, 0, 0 }, 2 }, { { u"n"_s, CellKind::Int64, 8, 0 }, 1 } });
        QVERIFY2(reader.has_value(), reader ? "" : qPrintable(describe(reader.error())));
        compareAll(**reader, each.values);
    }

private:
    static const QList<Column> &columns()
    {
        const QString latin = u"abcdefghijklmnopqrstuvwxyz éüß€™"_s;
        const QString pair = u"\U0001F30A"_s;
        static const QList<Column> all = {
            { "nvarchar(max)", nvarcharMax,
                { SqlValue(), QString(u""_s), u"x"_s, text(4000, latin), text(4001, latin),
                    text(65'535, latin), text(65'536, latin), text(65'537, latin), text(2'097'150, latin),
                    text(2'300'000, latin), text(5'000'001, latin), SqlValue(), u"end"_s } },
            { "nvarchar(max), odd units", nvarcharMax,
                { pair.repeated(1'200'000), QString(3'000'001, QChar(0xDC00)),
                    (u"a"_s + QChar(u'\0')).repeated(1'500'000), QString(2'500'000, QChar(0xFFFF)),
                    u"a"_s + pair.repeated(1'200'000) } },
            { "varchar(max)", varcharMax,
                { SqlValue(), QString(u""_s), u"€"_s, text(8000, latin), text(8001, latin),
                    text(131'072, latin), text(2'163'199, latin), text(2'163'200, latin),
                    text(5'000'001, latin), u"end"_s } },
            { "varchar(max) in UTF-8", varcharMaxUtf8,
                { QString(u""_s), u"漢"_s, mixed(8000), mixed(131'073), QString(3'000'000, u'ж'),
                    pair.repeated(1'200'000), u"a"_s + pair.repeated(1'200'000), mixed(5'000'001), SqlValue(),
                    u"end"_s } },
            { "varbinary(max)", varbinaryMax,
                { SqlValue(), QByteArray(""), bytes(1), bytes(8001), bytes(131'071), bytes(131'072),
                    bytes(4'326'400), bytes(9'000'001), QByteArray(5'000'000, '\0'), bytes(3) } },
        };
        return all;
    }

    static void compareAll(BlockReader &reader, const std::vector<SqlValue> &values)
    {
        const auto block = reader.makeBlock();
        size_t done = 0;
        QByteArray open;
        while (true) {
            const Result<bool> more = reader.fetch(*block);
            QVERIFY2(more.has_value(), more ? "" : qPrintable(describe(more.error())));
            if (!*more)
                break;
            for (int row = 0; row < block->rowCount(); ++row) {
                QVERIFY(done < values.size());
                QCOMPARE(*reinterpret_cast<const qint64 *>(block->cell(1, row)), qint64(done));
                const LongPiece &piece = block->piece(0, row);
                QCOMPARE(piece.isNull, isNull(values[done]));
                open +=
                    QByteArray(reinterpret_cast<const char *>(block->arena()) + piece.offset, piece.length);
                QVERIFY(piece.complete || open.size() >= RowBlock::longCellThreshold);
                if (!piece.complete)
                    continue;
                if (!piece.isNull) {
                    const QByteArray expected = rawBytes(values[done]);
                    QCOMPARE(open.size(), expected.size());
                    QVERIFY(open == expected);
                }
                open.clear();
                ++done;
            }
        }
        QCOMPARE(done, values.size());
    }
};

QTEST_GUILESS_MAIN(LongValuesTest)
#include "tst_longvalues.moc"
