#include "translation.h"

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

Translation::Translation(
    const SchemaView &schema, const VariableTypes &variables, UndeclaredVariables *undeclared)
    : m_schema(schema), m_variables(variables), m_undeclared(undeclared)
{
}

bool Translation::sameName(const QString &left, const QString &right) const
{
    return left.compare(right, collation().caseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive) == 0;
}

void Translation::fail(int number, const QString &text, const ast::Position &at, int severity)
{
    fail({ number, severity, 1, text, 1, {} }, at);
}

void Translation::fail(const ServerMessage &message, const ast::Position &at)
{
    if (m_error)
        return;
    m_error = message;
    m_error->line = at.line;
}

TableViewPtr Translation::table(const ast::ObjectName &name)
{
    SqlResult<TableViewPtr> result = m_schema.table(name);
    if (result)
        return *result;
    fail(result.error(), name.at);
    return nullptr;
}

SqlType Translation::variableType(const QString &name, const ast::Position &at)
{
    const auto type = m_variables.constFind(name.toLower());
    if (type != m_variables.cend())
        return *type;
    fail(137, u"Must declare the scalar variable \"%1\"."_s.arg(name), at, 15);
    return {};
}

bool Translation::noteUndeclared(const QString &name)
{
    if (!m_undeclared || m_variables.contains(name.toLower()))
        return false;
    const bool known =
        std::any_of(m_undeclared->cbegin(), m_undeclared->cend(), [&](const UndeclaredVariable &variable) {
            return variable.name.compare(name, Qt::CaseInsensitive) == 0;
        });
    if (!known)
        m_undeclared->append({ name, {} });
    return true;
}

void Translation::suggestType(const QString &name, const SqlType &type)
{
    if (name.isEmpty())
        return;
    for (UndeclaredVariable &variable : *m_undeclared) {
        if (variable.name.compare(name, Qt::CaseInsensitive) == 0 && !variable.type)
            variable.type = type;
    }
}

QString Translation::variableSql(const QString &name)
{
    const QString key = name.toLower();
    qsizetype index = m_used.indexOf(key);
    if (index < 0) {
        index = m_used.size();
        m_used += key;
    }
    return u":v"_s + QString::number(index + 1);
}

QString Translation::newAlias()
{
    return u's' + QString::number(++m_aliases);
}

int Translation::addRead(const TableViewPtr &table, bool changes, const ast::Position &at)
{
    m_reads.push_back({ table, changes, {}, at });
    return int(m_reads.size()) - 1;
}

void Translation::noteColumn(int read, int column)
{
    QList<int> &columns = m_reads[std::size_t(read)].columns;
    if (!columns.contains(column))
        columns += column;
}

QString Translation::addChange(ChangePart part)
{
    part.storage = u"temp.changes_"_s + QString::number(m_changes.size() + 1);
    m_changes.push_back(std::move(part));
    return m_changes.back().storage;
}

void Translation::complete(TranslatedSelect &select)
{
    select.variables = m_used;
    select.changes = std::move(m_changes);
    select.reads = std::move(m_reads);
}

} // namespace tidemark::practice
