#include "replayshape.h"

#include <optional>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int distinctRows = 1000;
constexpr int mostMegabytes = 512;

/// Megabytes of the text of a "long" shape.
std::optional<int> longMegabytes(const QString &shape)
{
    if (!shape.startsWith(u"long"))
        return std::nullopt;
    if (shape == u"long")
        return 64;
    bool ok = false;
    const int megabytes = shape.mid(4).toInt(&ok);
    return ok && megabytes > 0 && megabytes <= mostMegabytes ? std::optional(megabytes) : std::nullopt;
}

ast::ColumnDefinition column(const QString &name, const SqlType &type, bool nullable = true)
{
    ast::ColumnDefinition definition;
    definition.name = name;
    definition.type = type;
    definition.nullable = nullable;
    return definition;
}

GuidValue guidOf(quint32 number)
{
    GuidValue guid;
    for (std::size_t i = 0; i < guid.bytes.size(); ++i) {
        number = number * 1664525U + 1013904223U;
        guid.bytes[i] = static_cast<std::uint8_t>(number >> 24);
    }
    return guid;
}

SqlRow mixedRow(int number)
{
    const QString digits = QString::number(number);
    const QString name =
        number % 5 == 0 ? u"Miller, \"Bob\" & Sons "_s + digits : u"Müller und Söhne "_s + digits;
    const QString note =
        u"Order %1 of the north-eastern branch, to be delivered in the morning"_s.arg(digits);
    DecimalValue amount{ number % 7 == 0, Magnitude(number) * 1234567 + 89, 4 };
    const MomentValue at{ 738000 + number, qint64(number) * 863999999, 0 };
    return { qint64(number), qint64(number) * 9007199254, amount, at, name, note, u"CODE-"_s + digits,
        double(number) / 3.0, qint64(number % 2), guidOf(quint32(number)) };
}

} // namespace

SqlResult<std::vector<ast::ColumnDefinition>> ReplayShape::columns(const QString &shape)
{
    std::vector<ast::ColumnDefinition> list;
    list.push_back(column(u"id"_s, { TypeId::Int }, false));
    if (longMegabytes(shape)) {
        list.push_back(column(u"body"_s, { TypeId::NVarChar, -1 }));
        return list;
    }
    if (shape != u"mixed")
        return sqlError(50000,
            u"There is no made-up table of the shape '%1'. The shapes are mixed, long (64 MB of text in each "
            "row) and long1 to long%2 (so many MB)."_s.arg(shape, QString::number(mostMegabytes)));
    list.push_back(column(u"big"_s, { TypeId::BigInt }));
    list.push_back(column(u"amount"_s, { TypeId::Decimal, 0, 18, 4 }));
    list.push_back(column(u"at"_s, { TypeId::DateTime2, 0, 0, 7 }));
    list.push_back(column(u"name"_s, { TypeId::NVarChar, 50 }));
    list.push_back(column(u"note"_s, { TypeId::NVarChar, 100 }));
    list.push_back(column(u"code"_s, { TypeId::VarChar, 50 }));
    list.push_back(column(u"ratio"_s, { TypeId::Float }));
    list.push_back(column(u"flag"_s, { TypeId::Bit }));
    list.push_back(column(u"guid"_s, { TypeId::UniqueIdentifier }));
    return list;
}

std::vector<SqlRow> ReplayShape::rows(const QString &shape)
{
    std::vector<SqlRow> rows;
    if (const std::optional<int> megabytes = longMegabytes(shape)) {
        QString text = u"All work and no play makes a dull table. "_s;
        const qsizetype characters = qsizetype(*megabytes) * 1024 * 1024 / 2;
        rows.push_back({ qint64(1), text.repeated(characters / text.size() + 1).left(characters) });
        return rows;
    }
    for (int number = 1; number <= distinctRows; ++number)
        rows.push_back(mixedRow(number));
    return rows;
}

} // namespace tidemark::practice
