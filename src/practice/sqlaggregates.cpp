#include "sqlaggregates.h"

#include "decimalmath.h"
#include "storedvalue.h"

#include <sqlite3.h>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

const SqlType widest{ TypeId::Decimal, 0, 38, 0 };

/// SQLite gives each group this memory, filled with zeros and aligned for 64 bits only.
struct Total {
    bool any;
    bool isReal;
    bool overflow;
    bool negative;
    double real;
    quint64 high; // of the magnitude
    quint64 low;

    DecimalValue sum() const { return { negative, Magnitude(high) << 64 | low, 0 }; }
    void setSum(const DecimalValue &value)
    {
        negative = value.negative;
        high = quint64(value.magnitude >> 64);
        low = quint64(value.magnitude);
    }
};

void addToTotal(sqlite3_context *sqlite, int, sqlite3_value **arguments)
{
    auto *total = static_cast<Total *>(sqlite3_aggregate_context(sqlite, sizeof(Total)));
    const int kind = sqlite3_value_type(arguments[0]);
    if (total == nullptr || kind == SQLITE_NULL)
        return;
    total->any = true;
    if (kind == SQLITE_FLOAT) {
        total->isReal = true;
        total->real += sqlite3_value_double(arguments[0]);
        return;
    }
    const DecimalValue addend = kind == SQLITE_INTEGER
        ? decimalOfInteger(sqlite3_value_int64(arguments[0]))
        : std::get<DecimalValue>(storedValue(arguments[0], widest));
    const std::optional<DecimalValue> sum = addDecimals(total->sum(), addend, widest);
    total->overflow = total->overflow || !sum;
    if (sum)
        total->setSum(*sum);
}

void finishTotal(sqlite3_context *sqlite)
{
    const auto *total = static_cast<const Total *>(sqlite3_aggregate_context(sqlite, 0));
    if (total == nullptr || !total->any)
        return;
    if (total->overflow)
        reportError(sqlite, *static_cast<FunctionContext *>(sqlite3_user_data(sqlite)),
            { 8115, 16, 2, u"Arithmetic overflow error converting expression to data type numeric."_s, 1,
                {} });
    else if (total->isReal)
        sqlite3_result_double(sqlite, total->real);
    else
        resultStored(sqlite, total->sum(), widest);
}

struct Single {
    bool any;
    sqlite3_value *value;
};

void addToSingle(sqlite3_context *sqlite, int, sqlite3_value **arguments)
{
    auto *single = static_cast<Single *>(sqlite3_aggregate_context(sqlite, sizeof(Single)));
    if (single == nullptr)
        return;
    if (!single->any) {
        single->any = true;
        single->value = sqlite3_value_dup(arguments[0]);
        return;
    }
    reportError(sqlite, *static_cast<FunctionContext *>(sqlite3_user_data(sqlite)),
        { 512, 16, 1,
            u"Subquery returned more than 1 value. This is not permitted when the subquery follows =, !=, <, "
            u"<= , >, "
            ">= or when the subquery is used as an expression."_s,
            1, {} });
}

void finishSingle(sqlite3_context *sqlite)
{
    auto *single = static_cast<Single *>(sqlite3_aggregate_context(sqlite, 0));
    if (single == nullptr || single->value == nullptr)
        return;
    sqlite3_result_value(sqlite, single->value);
    sqlite3_value_free(single->value);
    single->value = nullptr;
}

} // namespace

bool registerAggregates(sqlite3 *connection, FunctionContext &context)
{
    const auto add = [connection, &context](const char *name, auto step, auto finish) {
        return sqlite3_create_function_v2(connection, name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, &context,
                   nullptr, step, finish, nullptr)
            == SQLITE_OK;
    };
    return add("ts_total", &addToTotal, &finishTotal) && add("ts_single", &addToSingle, &finishSingle);
}

} // namespace tidemark::practice
