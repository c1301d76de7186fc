#pragma once

#include "queryscope.h"

namespace tidemark::practice {

/// Translates FROM: adds the sources to a scope and gives SQLite's text of them.
class SourceTranslator {
public:
    SourceTranslator(Translation &translation, QueryScope &scope);

    QString from(const std::vector<ast::SourcePtr> &sources);
    /// One table, e.g. the target of an UPDATE that FROM does not name.
    QString table(const TableViewPtr &table, const ast::ObjectName &name, const QString &alias);

private:
    QString source(const ast::Source &source, bool mayBeMissing);
    QString join(const ast::Source &source, bool mayBeMissing);
    QString tableSource(const ast::Source &source);
    /// A derived table does not see its neighbours, only what is around the query.
    QString derived(const ast::Source &source, const ast::Select &select, const QStringList &names,
        const QueryScope *around);
    QString values(const ast::Source &source);
    QString changes(const ast::Source &source);
    QString changesSince(const ast::ChangeTable &changes);
    void changeKeys(const ast::ChangeTable &changes, ChangePart &part);
    void nameColumns(ScopeSource &source, const QStringList &names, const ast::Position &at);
    void add(ScopeSource source, const ast::Position &at);

    Translation &m_translation;
    QueryScope &m_scope;
    bool m_mayBeMissing = false; // of an outer join: every column may be NULL
};

/// The table's columns under an alias.
ScopeSource sourceOfTable(const TableViewPtr &table, const QString &sqlAlias);

} // namespace tidemark::practice
