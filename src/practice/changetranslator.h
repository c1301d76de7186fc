#pragma once

#include "queryscope.h"
#include "typedexpression.h"

#include <vector>

namespace tidemark::practice {

/// Translates INSERT, UPDATE and DELETE into the rows to apply. Errors go to the Translation.
class ChangeTranslator {
public:
    explicit ChangeTranslator(Translation &translation);

    TranslatedChange insert(const ast::Insert &statement, bool identityInsert);
    TranslatedChange update(const ast::Update &statement);
    TranslatedChange remove(const ast::Delete &statement);

private:
    /// For each column of a row that the statement gives: its number in the table.
    std::vector<int> givenColumns(const ast::Insert &statement, const TableView &table, bool identityInsert);
    bool takesValue(const TableView &table, int column, bool identityInsert, const ast::Position &at);
    void checkCount(const ast::Insert &statement, std::size_t given, std::size_t wanted);
    QString insertedRows(const ast::Insert &statement, const TableView &table, const std::vector<int> &given,
        TranslatedChange &change);
    QString rowOfValues(const std::vector<ast::ExpressionPtr> &row, const TableView &table,
        const std::vector<int> &given, const QList<int> &columns);
    QString rowsOfSelect(const ast::Insert &statement, const TableView &table, const std::vector<int> &given,
        const QList<int> &columns);
    QString defaultSql(const TableView &table, int column);

    int columnNumber(const TableView &table, const QString &name, const ast::Position &at);
    /// FROM with the target in it; its SQLite alias, and the text.
    QString target(TranslatedChange &change, QueryScope &scope, const ast::ObjectName &name,
        const std::vector<ast::SourcePtr> &from, QString &fromText);
    QString assignmentSql(const ast::Assignment &assignment, const TableView &table, const QueryScope &scope,
        TranslatedChange &change);
    void finish(TranslatedChange &change, const ast::ExpressionPtr &context);

    Translation &m_translation;
};

} // namespace tidemark::practice
