#include "demorows.h"

#include "sqlmoments.h"

#include <algorithm>
#include <array>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array firstNames = { u"Anna", u"Jürgen", u"Zoë", u"José", u"Søren", u"Wei", u"Amélie",
    u"Łukasz", u"Ngozi", u"Peter", u"Fatma", u"Ivan", u"Σοφία", u"Haruto", u"O'Brien" };
constexpr std::array lastNames = { u"Müller", u"Smith", u"García", u"Nowak", u"Ødegaard", u"Li", u"Rossi",
    u"Dubois", u"Okafor", u"Yılmaz", u"Petrov", u"Tanaka", u"van der Berg", u"Brown, Jr." };
constexpr std::array cities = { u"Berlin", u"München", u"Zürich", u"København", u"Kraków", u"São Paulo",
    u"東京", u"Lagos", u"İstanbul", u"New York", u"Saint-Étienne" };
constexpr std::array countries = { u"DE", u"CH", u"DK", u"PL", u"BR", u"JP", u"NG", u"TR", u"US", u"FR" };
constexpr std::array goods = { u"Chair", u"Desk", u"Lamp", u"Shelf", u"Kettle", u"Notebook", u"Pen, blue",
    u"19\" screen", u"Cable 2 m", u"Mug", u"Plant" };
constexpr std::array categories = { u"Furniture", u"Lighting", u"Kitchen", u"Paper", u"Electronics" };
constexpr std::array statuses = { u"new", u"paid", u"packed", u"shipped", u"returned" };
constexpr std::array notes = { u"Please ring twice", u"Gift; no invoice", u"\"Leave at the door\"",
    u"Second floor,\nright-hand side", u"Fragile – handle with care", u"" };
constexpr std::array actions = { u"login", u"logout", u"price change", u"export", u"refund" };
constexpr std::array pages = { u"/", u"/shop", u"/shop/chairs?page=2", u"/cart", u"/help" };

constexpr std::int32_t firstDay = 738000; // in 2021
constexpr int days = 1500;

SqlValue textOrNull(const QString &text, bool null)
{
    return null ? SqlValue() : SqlValue(text);
}

} // namespace

DemoSizes DemoSizes::of(int rows)
{
    return { std::max(rows / 10, 5), std::max(rows / 20, 5), rows, rows, rows / 2 };
}

DemoRows::DemoRows(quint32 seed, int rows) : m_random(seed), m_sizes(DemoSizes::of(rows)) { }

MomentValue DemoRows::someMoment(int scale)
{
    const qint64 unit = qint64(ticksPerUnit(scale));
    const qint64 ticks =
        (qint64(m_random.below(86400)) * 10'000'000 + m_random.below(10'000'000)) / unit * unit;
    return { firstDay + m_random.below(days), ticks, 0 };
}

DecimalValue DemoRows::someAmount(int mostCents)
{
    return { false, Magnitude(m_random.below(mostCents)), 2 };
}

GuidValue DemoRows::someGuid()
{
    GuidValue guid;
    for (std::uint8_t &byte : guid.bytes)
        byte = static_cast<std::uint8_t>(m_random.bits());
    return guid;
}

void DemoRows::customers(const Put &put)
{
    for (int id = 1; id <= m_sizes.customers; ++id) {
        const QString name = m_random.pick(firstNames) + u' ' + m_random.pick(lastNames);
        const QString mail = u"customer%1@example.com"_s.arg(id);
        const SqlValue city = textOrNull(m_random.pick(cities), m_random.oneIn(12));
        const SqlValue mailOrNone = textOrNull(mail, m_random.oneIn(10));
        const QString country = m_random.pick(countries);
        const qint64 active = m_random.oneIn(8) ? 0 : 1;
        const SqlValue limit = m_random.oneIn(3) ? SqlValue() : SqlValue(someAmount(10'000'000));
        const GuidValue guid = someGuid();
        if (!put({ qint64(id), name, mailOrNone, city, country, active, limit, guid, someMoment(3) }))
            return;
    }
}

void DemoRows::products(const Put &put)
{
    for (int id = 1; id <= m_sizes.products; ++id) {
        const QString sku = u"SKU-"_s + QString::number(id).rightJustified(6, u'0');
        const QString good = m_random.pick(goods);
        const SqlValue category = textOrNull(m_random.pick(categories), m_random.oneIn(9));
        const qint64 cents = m_random.between(95, 90000);
        m_prices.push_back(cents);
        const SqlValue weight =
            m_random.oneIn(4) ? SqlValue() : SqlValue(double(float(m_random.between(1, 40000)) / 1000.0F));
        const SqlValue description = textOrNull(
            u"%1 no. %2. "_s.arg(good).arg(id).repeated(m_random.between(1, 20)), m_random.oneIn(5));
        if (!put({ qint64(id), sku, u"%1 %2"_s.arg(good).arg(id), category,
                DecimalValue{ false, Magnitude(cents) * 100, 4 }, weight, qint64(m_random.oneIn(15) ? 1 : 0),
                description }))
            return;
    }
}

void DemoRows::orders(const Put &putOrder, const Put &putLine)
{
    for (int id = 1; id <= m_sizes.orders; ++id) {
        qint64 total = 0;
        const int lines = m_random.between(1, 3);
        for (int line = 1; line <= lines; ++line) {
            const int product = m_random.below(m_sizes.products);
            const qint64 price = m_prices[std::size_t(product)];
            const int quantity = m_random.between(1, 9);
            total += price * quantity;
            const SqlValue discount =
                m_random.oneIn(4) ? SqlValue(double(m_random.below(30)) / 100.0) : SqlValue();
            if (!putLine({ qint64(id), qint64(line), qint64(product + 1), qint64(quantity),
                    DecimalValue{ false, Magnitude(price), 2 }, discount }))
                return;
        }
        MomentValue at = someMoment(7);
        const std::array offsets = { 0, 60, -300, 330 };
        at.offsetMinutes = static_cast<std::int16_t>(offsets[std::size_t(m_random.below(4))]);
        const QString status = m_random.pick(statuses);
        const SqlValue shipped =
            status == u"shipped" ? SqlValue(MomentValue{ at.days + m_random.below(9), 0, 0 }) : SqlValue();
        const SqlValue note = textOrNull(m_random.pick(notes), !m_random.oneIn(3));
        if (!putOrder({ qint64(id), qint64(m_random.between(1, m_sizes.customers)), at, status,
                DecimalValue{ false, Magnitude(total), 2 }, shipped, note }))
            return;
    }
}

void DemoRows::auditLog(const Put &put)
{
    for (int id = 1; id <= m_sizes.auditLog; ++id) {
        const MomentValue at = someMoment(7);
        const QString who = m_random.pick(firstNames);
        const QString action = m_random.pick(actions);
        const SqlValue details =
            textOrNull(u"{\"row\": %1, \"by\": \"%2\"}"_s.arg(QString::number(m_random.below(100'000)), who),
                m_random.oneIn(3));
        if (!put({ qint64(id), at, who, action, details }))
            return;
    }
}

void DemoRows::visits(const Put &put)
{
    for (int i = 0; i < m_sizes.visits; ++i) {
        const MomentValue at = someMoment(0);
        const QString page = m_random.pick(pages);
        if (!put({ at, page, m_random.oneIn(5) ? SqlValue() : SqlValue(someGuid()) }))
            return;
    }
}

void DemoRows::suppliers(const Put &put)
{
    for (int i = 1; i <= 8; ++i) {
        const QString code = u"S"_s + QString::number(i).rightJustified(5, u'0');
        const QString name = m_random.pick(lastNames) + u" & Co."_s;
        if (!put({ code, name, m_random.oneIn(4) ? SqlValue() : SqlValue(qint64(m_random.below(6))) }))
            return;
    }
}

void DemoRows::extra(const Put &put)
{
    for (int id = 1; id <= 20; ++id) {
        const SqlValue label = textOrNull(m_random.pick(goods), m_random.oneIn(6));
        const DecimalValue amount = someAmount(1'000'000);
        if (!put({ qint64(id), label, amount, someMoment(3) }))
            return;
    }
}

std::vector<SqlRow> DemoRows::oddRows()
{
    return { { qint64(1), u"A"_s, qint64(1), u"comma, quote \" and 'apostrophe'"_s,
                 DecimalValue{ false, 1234, 3 } },
        { qint64(1), u"B"_s, qint64(0), u""_s, DecimalValue{ true, 999999999, 3 } },
        { qint64(2), u"A"_s, SqlValue(), SqlValue(), SqlValue() },
        { qint64(-3), u"ß 😀"_s, qint64(1), u"two\r\nlines"_s, DecimalValue{ false, 0, 3 } } };
}

std::vector<SqlRow> DemoRows::longRows()
{
    return { { qint64(1), u"one"_s }, { qint64(2), SqlValue() } };
}

} // namespace tidemark::practice
