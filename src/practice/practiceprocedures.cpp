#include "practiceprocedures.h"

#include "changecleanup.h"
#include "databasebackup.h"
#include "faultarming.h"
#include "replayshape.h"
#include "sessioncore.h"
#include "sqlparser.h"
#include "tabledefinition.h"

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Signature {
    const char16_t *name;
    QStringList parameters;
};

const QList<Signature> &signatures()
{
    static const QList<Signature> all = {
        { u"fault",
            { u"kind"_s, u"statement"_s, u"row"_s, u"number"_s, u"script"_s, u"skip"_s, u"times"_s,
                u"seconds"_s, u"bytes"_s, u"packets"_s, u"milliseconds"_s, u"severity"_s, u"host"_s,
                u"port"_s } },
        { u"cleanup", { u"table"_s, u"version"_s } },
        { u"move_clock", { u"minutes"_s } },
        { u"make_backup", { u"name"_s } },
        { u"restore_backup", { u"name"_s, u"keep_identity"_s } },
        { u"make_replay", { u"name"_s, u"rows"_s, u"shape"_s } },
    };
    return all;
}

} // namespace

PracticeProcedures::PracticeProcedures(SessionCore &core) : m_core(core) { }

SqlStatus PracticeProcedures::run(const ast::Execute &call, const QString &name)
{
    if (!m_core.login().owner)
        return sqlError(229,
            u"The EXECUTE permission was denied on the object '%1', database '%2', schema 'practice'."_s.arg(
                name, m_core.database()->name()),
            1, 14, 5);
    const auto signature = std::find_if(signatures().cbegin(), signatures().cend(),
        [&](const Signature &known) { return QStringView(known.name) == name; });
    if (signature == signatures().cend())
        return sqlError(2812, u"Could not find stored procedure '%1'."_s.arg(call.procedure.written()),
            call.procedure.at.line, 16, 62);
    const auto arguments = ProcedureArguments::evaluate(m_core, call, signature->parameters);
    if (!arguments)
        return sqlError(arguments.error());
    if (name == u"fault")
        return armFault(m_core, *arguments);
    if (name == u"cleanup")
        return cleanup(*arguments);
    if (name == u"move_clock")
        return moveClock(*arguments);
    if (name == u"make_replay")
        return makeReplay(*arguments);
    const std::optional<QString> backup = arguments->text(u"name"_s);
    if (!backup)
        return missingParameter(name, u"name"_s);
    if (name == u"make_backup")
        return DatabaseBackup(m_core).backUp(*backup);
    return DatabaseBackup(m_core).restore(*backup, arguments->flag(u"keep_identity"_s));
}

SqlStatus PracticeProcedures::cleanExpired()
{
    return ChangeCleanup(m_core).cleanExpired(m_core.database());
}

SqlStatus PracticeProcedures::cleanup(const ProcedureArguments &arguments)
{
    const std::optional<qint64> version = arguments.number(u"version"_s);
    const std::optional<QString> table = arguments.text(u"table"_s);
    if (!table)
        return ChangeCleanup(m_core).cleanAll(version);
    const std::optional<ast::ObjectName> name = parseObjectName(*table);
    if (!name)
        return sqlError(208, u"Invalid object name '%1'."_s.arg(*table));
    return ChangeCleanup(m_core).cleanTable(*name, version);
}

SqlStatus PracticeProcedures::moveClock(const ProcedureArguments &arguments)
{
    const std::optional<qint64> minutes = arguments.number(u"minutes"_s);
    if (!minutes)
        return missingParameter(u"move_clock"_s, u"minutes"_s);
    m_core.server().clock().move(*minutes * 60'000);
    m_core.statementTime = m_core.server().clock().now();
    const QList<DatabasePtr> databases = m_core.server().allDatabases();
    for (const DatabasePtr &database : databases) {
        const DatabaseSettings settings = database->settings();
        if (!settings.tracking || !settings.autoCleanup)
            continue;
        if (SqlStatus ok = ChangeCleanup(m_core).cleanExpired(database); !ok)
            return ok;
        if (SqlStatus ok = m_core.transaction().endStatement(false); !ok)
            return ok;
    }
    return {};
}

SqlStatus PracticeProcedures::makeReplay(const ProcedureArguments &arguments)
{
    const std::optional<QString> name = arguments.text(u"name"_s);
    if (!name)
        return missingParameter(u"make_replay"_s, u"name"_s);
    const QString shape = arguments.text(u"shape"_s).value_or(u"mixed"_s);
    const auto columns = ReplayShape::columns(shape);
    if (!columns)
        return sqlError(columns.error());
    SqlResult<DdlScope> scope = DdlScope::begin(m_core);
    if (!scope)
        return sqlError(scope.error());
    const QString schemaName = u"replay"_s;
    if (!scope->catalog().schema(schemaName)) {
        const int id = scope->catalog().schemas().lastKey() + 1;
        if (SqlStatus ok = scope->put(CatalogSchema{ id, schemaName, DatabaseCatalog::dbo }); !ok)
            return ok;
    }
    const int schema = scope->catalog().schema(schemaName)->id;
    if (scope->catalog().objectId(schema, *name) != 0)
        return sqlError(
            2714, u"There is already an object named '%1' in the database."_s.arg(*name), 1, 16, 6);
    CatalogTable table;
    table.objectId = scope->catalog().newObjectId();
    table.schemaId = schema;
    table.name = *name;
    table.created = m_core.statementTime;
    table.replay = CatalogReplay{ shape, arguments.number(u"rows"_s).value_or(1'000'000) };
    TableDefinition definition(m_core, *scope, table);
    for (const ast::ColumnDefinition &column : *columns) {
        if (SqlStatus ok = definition.addColumn(column); !ok)
            return ok;
    }
    ast::TableConstraint key;
    key.columns = QStringList{ columns->front().name };
    if (SqlStatus ok = definition.addKey(key); !ok)
        return ok;
    if (SqlStatus ok = scope->define(table); !ok)
        return ok;
    return scope->finish();
}

} // namespace tidemark::practice
