#include "catalogprocedures.h"

#include "catalogcall.h"
#include "sessioncore.h"
#include "sqlparser.h"

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

const CatalogProcedure *find(const QString &name)
{
    for (const auto part : { tableProcedures(), keyProcedures(), describeProcedures() }) {
        for (const CatalogProcedure &procedure : part) {
            if (QStringView(procedure.name) == name)
                return &procedure;
        }
    }
    return nullptr;
}

QList<ResultColumn> columnsOf(const CatalogProcedure &procedure)
{
    QString text;
    for (const char16_t *piece : procedure.columns)
        text += QString::fromUtf16(piece);
    const auto declared = parseParameters(text);
    if (!declared)
        qFatal("The columns of a catalog procedure do not parse.");
    QList<ResultColumn> columns;
    for (const ParameterDeclaration &column : *declared)
        columns.append({ column.name.mid(1), column.type });
    return columns;
}

SqlResult<ProcedureArguments> argumentsOf(
    SessionCore &core, const ast::Execute &call, const CatalogProcedure &procedure)
{
    QString names = QString::fromUtf16(procedure.parameters);
    if (names.contains(u'!') && call.arguments.empty())
        return sqlError(201,
            u"Procedure or function '%1' expects parameter '@%2', which was not supplied."_s.arg(
                QString::fromUtf16(procedure.name), names.section(u'!', 0, 0)),
            call.procedure.at.line, 16, 4);
    return ProcedureArguments::evaluate(core, call, names.remove(u'!').split(u' ', Qt::SkipEmptyParts));
}

/// A qualifier can only repeat where the procedure runs. To ask for nothing is allowed.
SqlStatus checkQualifier(const CatalogCall &call)
{
    for (const QString &argument : { u"table_qualifier"_s, u"pktable_qualifier"_s, u"fktable_qualifier"_s }) {
        const QString asked = call.arguments.text(argument).value_or(QString());
        if (!asked.isEmpty() && asked != u"%"
            && asked.compare(call.context.database->name(), Qt::CaseInsensitive) != 0)
            return sqlError(15250,
                u"The database name component of the object qualifier must be the name of the current "
                "database."_s);
    }
    return {};
}

} // namespace

CatalogProcedures::CatalogProcedures(SessionCore &core) : m_core(core) { }

std::optional<SqlStatus> CatalogProcedures::run(const ast::Execute &call, const QString &name)
{
    const CatalogProcedure *procedure = find(name);
    if (!procedure)
        return std::nullopt;
    const QString asked = call.procedure.database;
    const DatabasePtr database = asked.isEmpty() ? m_core.database() : m_core.server().database(asked);
    if (!database)
        return sqlError(
            911, u"Database '%1' does not exist. Make sure that the name is entered correctly."_s.arg(asked));
    const SqlResult<ProcedureArguments> arguments = argumentsOf(m_core, call, *procedure);
    if (!arguments)
        return sqlError(arguments.error());
    const SqlResult<Rights> rights = m_core.rights(database);
    const SqlResult<CatalogPtr> catalog = m_core.catalog(database);
    if (!rights || !catalog)
        return sqlError(rights ? catalog.error() : rights.error());
    const CatalogCall catalogCall{ { m_core, database, *catalog, *rights }, *arguments };
    if (SqlStatus ok = checkQualifier(catalogCall); !ok)
        return ok;
    const SqlResult<std::vector<SqlRow>> rows = procedure->rows(catalogCall);
    if (!rows)
        return sqlError(rows.error());
    bool wanted = m_core.sink->columns(columnsOf(*procedure));
    for (auto row = rows->cbegin(); wanted && row != rows->cend(); ++row)
        wanted = m_core.sink->row(*row);
    if (wanted)
        m_core.sink->done(CommandKind::Select, qint64(rows->size()), false);
    return SqlStatus();
}

} // namespace tidemark::practice
