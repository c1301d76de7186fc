#include "sqlfunctions.h"

#include "collation.h"
#include "functiontable.h"
#include "sqlaggregates.h"
#include "storedvalue.h"

#include <sqlite3.h>

#include <array>
#include <bit>
#include <exception>
#include <memory>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

struct CallSite {
    FunctionCall call;
    const FunctionBody *body = nullptr;
};

std::unique_ptr<CallSite> readCallSite(sqlite3_value *signature)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(signature));
    const std::optional<FunctionCall> call =
        FunctionCall::fromSignature(QString::fromUtf8(text, sqlite3_value_bytes(signature)));
    if (!call)
        return nullptr;
    const FunctionBody *body = findFunctionBody(call->name);
    return body == nullptr ? nullptr : std::make_unique<CallSite>(CallSite{ *call, body });
}

SqlResult<SqlValue> evaluate(
    const CallSite &site, int count, sqlite3_value **arguments, FunctionContext &context)
{
    SqlRow values;
    for (int i = 0; i < count; ++i) {
        values.push_back(storedValue(arguments[i], site.call.types[std::size_t(i)]));
        if (site.body->nullIsNull && isNull(values.back()))
            return SqlValue();
    }
    try {
        return site.body->evaluate(site.call, values, context);
    } catch (const std::exception &failure) { // out of memory
        return sqlError(701, QString::fromUtf8(failure.what()), 1, 17);
    }
}

/// ts('signature', ...): see functioncall.h.
void callFunction(sqlite3_context *sqlite, int count, sqlite3_value **arguments)
{
    auto &context = *static_cast<FunctionContext *>(sqlite3_user_data(sqlite));
    const auto *known = static_cast<const CallSite *>(sqlite3_get_auxdata(sqlite, 0));
    std::unique_ptr<CallSite> fresh;
    if (known == nullptr) {
        fresh = readCallSite(arguments[0]);
        known = fresh.get();
    }
    if (known == nullptr || known->call.types.size() != std::size_t(count - 1)) {
        reportError(
            sqlite, context, { 8624, 16, 1, u"Internal Query Processor Error: unknown function."_s, 1, {} });
        return;
    }
    const SqlResult<SqlValue> value = evaluate(*known, count - 1, arguments + 1, context);
    if (value)
        resultStored(sqlite, *value, known->call.result);
    else
        reportError(sqlite, context, value.error());
    if (fresh) {
        const auto drop = [](void *site) { delete static_cast<CallSite *>(site); };
        sqlite3_set_auxdata(sqlite, 0, fresh.release(), drop);
    }
}

/// The real whose bits are the argument.
void realOfBits(sqlite3_context *sqlite, int, sqlite3_value **arguments)
{
    sqlite3_result_double(sqlite, std::bit_cast<double>(sqlite3_value_int64(arguments[0])));
}

/// The text whose bytes are the argument.
void textOfBytes(sqlite3_context *sqlite, int, sqlite3_value **arguments)
{
    const auto *bytes = static_cast<const char *>(sqlite3_value_blob(arguments[0]));
    sqlite3_result_text64(
        sqlite, bytes, sqlite3_uint64(sqlite3_value_bytes(arguments[0])), SQLITE_TRANSIENT, SQLITE_UTF8);
}

int compareTexts(void *collation, int leftSize, const void *left, int rightSize, const void *right)
{
    return compareStoredText(QByteArrayView(static_cast<const char *>(left), leftSize),
        QByteArrayView(static_cast<const char *>(right), rightSize),
        *static_cast<const Collation *>(collation));
}

bool registerCollations(sqlite3 *connection)
{
    static std::array<Collation, 5> collations{ { { false, true, false, false }, { true, true, false, false },
        { false, false, false, false }, { true, false, false, false }, { true, true, true, false } } };
    bool good = true;
    for (Collation &collation : collations)
        good = sqlite3_create_collation_v2(connection, qUtf8Printable(sqliteCollation(collation)),
                   SQLITE_UTF8, &collation, &compareTexts, nullptr)
                == SQLITE_OK
            && good;
    return good;
}

} // namespace

void reportError(sqlite3_context *sqlite, FunctionContext &context, const ServerMessage &message)
{
    context.error = message;
    sqlite3_result_error(sqlite, "T-SQL error", -1);
}

bool registerFunctions(sqlite3 *connection, FunctionContext &context)
{
    const auto add = [connection, &context](const char *name, int count, int flags, auto function) {
        return sqlite3_create_function_v2(connection, name, count, SQLITE_UTF8 | flags, &context, function,
                   nullptr, nullptr, nullptr)
            == SQLITE_OK;
    };
    return add("ts", -1, SQLITE_DETERMINISTIC, &callFunction) && add("tsv", -1, 0, &callFunction)
        && add("ts_real", 1, SQLITE_DETERMINISTIC, &realOfBits)
        && add("ts_text", 1, SQLITE_DETERMINISTIC, &textOfBytes) && registerAggregates(connection, context)
        && registerCollations(connection);
}

} // namespace tidemark::practice
