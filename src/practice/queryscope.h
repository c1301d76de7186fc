#pragma once

#include "typedexpression.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace tidemark::practice {

/// One source of FROM as the names in a statement see it.
struct ScopeSource {
    QString alias; // as written; empty: known by the table's own name
    ast::ObjectName table;
    QString sqlAlias;
    QString rowidStorage; // the table whose rowids it shows; empty for what has none
    std::vector<TypedExpression> columns; // named; sql is "s1.c7"
    std::vector<std::shared_ptr<const ast::Expression>> computed; // beside columns; mostly null
    int read = -1; // of Translation::addRead()
    std::vector<int> readColumns; // beside columns: which of the table's, -1 for none
};

/// The sources that the expressions of one SELECT see, and those around it.
class QueryScope {
public:
    explicit QueryScope(const QueryScope *outer) : m_outer(outer) { }

    const QueryScope *outer() const { return m_outer; }
    std::vector<ScopeSource> &sources() { return m_sources; }
    const std::vector<ScopeSource> &sources() const { return m_sources; }
    /// Common table expressions that FROM may name.
    void addCommonTables(const std::vector<ast::CommonTable> &tables);
    /// The one of a name; `inside` becomes what its query sees: the ones before it, and what is around.
    const ast::CommonTable *commonTable(
        const Translation &translation, const QString &name, std::optional<QueryScope> &inside) const;

    /// A grouped query: outside of aggregates only these expressions (as SQLite's text) may be used.
    void setGrouping(const QStringList &keys) { m_grouping = keys; }
    const std::optional<QStringList> &grouping() const { return m_grouping; }

    /// The column of a name; error 207, 209 or 4104. `owner` becomes the scope where it was found.
    TypedExpression column(
        Translation &translation, const ast::Expression &name, const QueryScope *&owner) const;
    /// The sources that t.* means.
    std::vector<const ScopeSource *> matching(
        const Translation &translation, const QStringList &qualifier) const;

private:
    TypedExpression use(Translation &translation, const ScopeSource &source, std::size_t column) const;

    const QueryScope *m_outer;
    std::vector<ScopeSource> m_sources;
    std::vector<const ast::CommonTable *> m_commonTables;
    std::optional<QStringList> m_grouping;
};

} // namespace tidemark::practice
