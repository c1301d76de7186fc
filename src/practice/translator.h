#pragma once

#include "ast.h"
#include "schemaview.h"
#include "translatedselect.h"

namespace tidemark::practice {

/// Turns statements into SQLite's SQL over the functions of sqlfunctions.h: resolves names, derives types,
/// puts in the conversions. Holds no state between calls; cheap to make; `schema`
/// must outlive it.
class Translator {
public:
    /// `undeclared`, if given, takes the variables that are missing, and outlives the translator.
    explicit Translator(
        const SchemaView &schema, VariableTypes variables = {}, UndeclaredVariables *undeclared = nullptr);

    SqlResult<TranslatedSelect> select(const ast::SelectStatement &statement) const;
    SqlResult<TranslatedChange> insert(const ast::Insert &statement, bool identityInsert) const;
    SqlResult<TranslatedChange> update(const ast::Update &statement) const;
    SqlResult<TranslatedChange> remove(const ast::Delete &statement) const;
    /// SELECT of one value, converted to `type` as by an assignment, or in its own type.
    SqlResult<TranslatedSelect> value(const ast::Expression &expression, const SqlType &type) const;
    SqlResult<TranslatedSelect> value(const ast::Expression &expression) const;
    /// SELECT of 1, 0 or NULL.
    SqlResult<TranslatedSelect> condition(const ast::Expression &expression) const;
    /// A CHECK over the columns of its table: `sql` is an SQLite condition over the alias t, the one entry of
    /// `reads` names the columns.
    SqlResult<TranslatedSelect> check(const TableViewPtr &table, const ast::Expression &condition) const;
    /// The type of a computed column's expression over the columns of its table.
    SqlResult<SqlType> computedType(const TableView &table, const ast::Expression &expression) const;
    /// A new NOT NULL column or a new default for rows that exist: an SQLite expression of the stored form
    /// of `type`.
    SqlResult<QString> storedExpression(const ast::Expression &expression, const SqlType &type) const;
    /// ALTER COLUMN: an SQLite expression that converts what lies in `column.storage` to `type`.
    QString convertColumn(const TableView &table, const ColumnView &column, const SqlType &type) const;

private:
    const SchemaView &m_schema;
    VariableTypes m_variables;
    UndeclaredVariables *m_undeclared;
};

} // namespace tidemark::practice
