#include "queryscope.h"

#include "expressiontranslator.h"

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

QString writtenName(const ast::Expression &name)
{
    return (name.qualifier + QStringList{ name.name }).join(u'.');
}

/// Whether "t", "dbo.t" or "db.dbo.t" in front of a column means the source.
bool isMeant(const Translation &translation, const ScopeSource &source, const QStringList &qualifier)
{
    if (!source.alias.isEmpty())
        return qualifier.size() == 1 && translation.sameName(source.alias, qualifier.front());
    const QStringList parts{ source.table.database, source.table.schema, source.table.name };
    for (qsizetype i = 0; i < qualifier.size() && i < parts.size(); ++i) {
        const QString &asked = qualifier[qualifier.size() - 1 - i];
        const QString &part = parts[parts.size() - 1 - i];
        if (!part.isEmpty() && !translation.sameName(part, asked))
            return false;
    }
    return !source.table.name.isEmpty() && qualifier.size() <= parts.size();
}

} // namespace

void QueryScope::addCommonTables(const std::vector<ast::CommonTable> &tables)
{
    for (const ast::CommonTable &table : tables)
        m_commonTables.push_back(&table);
}

const ast::CommonTable *QueryScope::commonTable(
    const Translation &translation, const QString &name, std::optional<QueryScope> &inside) const
{
    for (std::size_t i = 0; i < m_commonTables.size(); ++i) {
        if (!translation.sameName(m_commonTables[i]->name, name))
            continue;
        inside.emplace(m_outer);
        inside->m_commonTables.assign(m_commonTables.begin(), m_commonTables.begin() + std::ptrdiff_t(i));
        return m_commonTables[i];
    }
    return m_outer == nullptr ? nullptr : m_outer->commonTable(translation, name, inside);
}

std::vector<const ScopeSource *> QueryScope::matching(
    const Translation &translation, const QStringList &qualifier) const
{
    std::vector<const ScopeSource *> result;
    for (const ScopeSource &source : m_sources) {
        if (qualifier.isEmpty() || isMeant(translation, source, qualifier))
            result.push_back(&source);
    }
    return result;
}

TypedExpression QueryScope::column(
    Translation &translation, const ast::Expression &name, const QueryScope *&owner) const
{
    const ScopeSource *found = nullptr;
    std::size_t index = 0;
    const std::vector<const ScopeSource *> sources = matching(translation, name.qualifier);
    for (const ScopeSource *source : sources) {
        for (std::size_t i = 0; i < source->columns.size(); ++i) {
            if (!translation.sameName(source->columns[i].name, name.name))
                continue;
            if (found != nullptr)
                translation.fail(209, u"Ambiguous column name '%1'."_s.arg(name.name), name.at);
            found = source;
            index = i;
        }
    }
    if (found != nullptr) {
        owner = this;
        return use(translation, *found, index);
    }
    if (m_outer != nullptr && (name.qualifier.isEmpty() || sources.empty()))
        return m_outer->column(translation, name, owner);
    if (name.qualifier.isEmpty() || !sources.empty())
        translation.fail(207, u"Invalid column name '%1'."_s.arg(name.name), name.at);
    else
        translation.fail(
            4104, u"The multi-part identifier \"%1\" could not be bound."_s.arg(writtenName(name)), name.at);
    return {};
}

TypedExpression QueryScope::use(Translation &translation, const ScopeSource &source, std::size_t column) const
{
    if (source.read >= 0 && source.readColumns[column] >= 0)
        translation.noteColumn(source.read, source.readColumns[column]);
    TypedExpression result = source.columns[column];
    if (column >= source.computed.size() || source.computed[column] == nullptr)
        return result;
    QueryScope own(nullptr);
    own.m_sources.push_back(source);
    const TypedExpression value = ExpressionTranslator(translation, own).value(*source.computed[column]);
    result.sql = converted(translation, value, result.type, source.computed[column]->at).sql;
    return result;
}

} // namespace tidemark::practice
