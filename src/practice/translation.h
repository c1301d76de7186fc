#pragma once

#include "schemaview.h"
#include "translatedselect.h"

#include <QHash>

#include <optional>

namespace tidemark::practice {

/// What one statement's translation has found so far: variables, CHANGETABLEs, tables read, and the first
/// error. After an error everything goes on with empty results, and the caller asks at the end.
class Translation {
public:
    /// With `undeclared` a variable may be missing: it is put there, with the type that it should have.
    Translation(const SchemaView &schema, const VariableTypes &variables, UndeclaredVariables *undeclared);

    const SchemaView &schema() const { return m_schema; }
    Collation collation() const { return m_schema.collation(); }
    /// Whether two names are the same in this database.
    bool sameName(const QString &left, const QString &right) const;

    void fail(int number, const QString &text, const ast::Position &at, int severity = 16);
    void fail(const ServerMessage &message, const ast::Position &at);
    bool failed() const { return m_error.has_value(); }
    ServerMessage error() const { return *m_error; }

    TableViewPtr table(const ast::ObjectName &name);
    /// The type of a variable; error 137 for one that is not declared.
    SqlType variableType(const QString &name, const ast::Position &at);
    /// Registers a variable that may be missing and is; false for all others.
    bool noteUndeclared(const QString &name);
    /// The first suggestion stays.
    void suggestType(const QString &name, const SqlType &type);
    /// Its parameter in SQLite's text.
    QString variableSql(const QString &name);
    QString newAlias();

    /// Registers a read and gives its number for noteColumn().
    int addRead(const TableViewPtr &table, bool changes, const ast::Position &at);
    void noteColumn(int read, int column);
    QString addChange(ChangePart part); // gives its storage

    /// Moves what has been found into the result.
    void complete(TranslatedSelect &select);

private:
    const SchemaView &m_schema;
    const VariableTypes &m_variables;
    UndeclaredVariables *m_undeclared;
    std::optional<ServerMessage> m_error;
    QStringList m_used;
    std::vector<ChangePart> m_changes;
    std::vector<TableRead> m_reads;
    int m_aliases = 0;
};

} // namespace tidemark::practice
