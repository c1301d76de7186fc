#include "procedures.h"

#include "catalogprocedures.h"
#include "practiceprocedures.h"
#include "principalcommands.h"
#include "sessioncore.h"
#include "sessionschema.h"
#include "translatedquery.h"
#include "translator.h"

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

SqlResult<ProcedureArguments> ProcedureArguments::evaluate(
    SessionCore &core, const ast::Execute &call, const QStringList &names)
{
    const SqlType text{ TypeId::NVarChar, -1 };
    ProcedureArguments arguments;
    qsizetype position = 0;
    for (const ast::Argument &argument : call.arguments) {
        const QString name = argument.name.isEmpty() ? names.value(position) : argument.name.mid(1).toLower();
        ++position;
        if (!names.contains(name))
            return sqlError(
                8145, u"%1 is not a parameter for procedure %2."_s.arg(argument.name, call.procedure.name));
        const SqlResult<SqlValue> value = valueOf(core, *argument.value, text);
        if (!value)
            return sqlError(value.error());
        if (const auto *found = std::get_if<QString>(&*value))
            arguments.m_values.insert(name, *found);
    }
    return arguments;
}

std::optional<QString> ProcedureArguments::text(const QString &name) const
{
    const auto found = m_values.constFind(name);
    return found == m_values.cend() ? std::nullopt : std::optional(*found);
}

std::optional<qint64> ProcedureArguments::number(const QString &name) const
{
    const std::optional<QString> value = text(name);
    bool ok = false;
    const qint64 number = value ? value->toLongLong(&ok) : 0;
    return ok ? std::optional(number) : std::nullopt;
}

Procedures::Procedures(SessionCore &core) : m_core(core) { }

SqlStatus Procedures::run(const ast::Execute &call)
{
    const QString schema = call.procedure.schema.toLower();
    const QString name = call.procedure.name.toLower();
    if (schema == u"practice")
        return PracticeProcedures(m_core).run(call, name);
    if (schema.isEmpty() || schema == u"sys" || schema == u"dbo")
        return runSystem(call, name);
    return sqlError(2812, u"Could not find stored procedure '%1'."_s.arg(call.procedure.written()),
        call.procedure.at.line, 16, 62);
}

SqlStatus Procedures::runSystem(const ast::Execute &call, const QString &name)
{
    if (name == u"sp_addrolemember" || name == u"sp_droprolemember") {
        const auto arguments = ProcedureArguments::evaluate(m_core, call, { u"rolename"_s, u"membername"_s });
        if (!arguments)
            return sqlError(arguments.error());
        return PrincipalCommands(m_core).run(
            ast::RoleMember{ arguments->text(u"rolename"_s).value_or(QString()),
                arguments->text(u"membername"_s).value_or(QString()), name == u"sp_addrolemember" });
    }
    if (const std::optional<SqlStatus> answered = CatalogProcedures(m_core).run(call, name))
        return *answered;
    // Cleanup by the server's own names: everything up to the retention goes.
    if (name == u"sp_flush_ct_internal_table_on_demand" || name == u"sp_flush_commit_table_on_demand")
        return PracticeProcedures(m_core).cleanExpired();
    return sqlError(2812, u"Could not find stored procedure '%1'."_s.arg(call.procedure.written()),
        call.procedure.at.line, 16, 62);
}

} // namespace tidemark::practice
