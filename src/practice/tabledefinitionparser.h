#pragma once

#include "queryparser.h"

namespace tidemark::practice {

/// The grammar of CREATE TABLE and ALTER TABLE, behind these words.
class TableDefinitionParser : public QueryParser {
public:
    using QueryParser::QueryParser;

protected:
    ast::CreateTable createTable();
    ast::AlterTable alterTable();
    QStringList indexColumns(); // in brackets, with ASC or DESC
    void indexOptions(); // WITH (...) ON [PRIMARY]
    bool onOrOff();
    bool ifExists();

private:
    using Constraints = std::vector<ast::TableConstraint>;

    void element(std::vector<ast::ColumnDefinition> &columns, Constraints &constraints);
    ast::ColumnDefinition column(int ordinal, Constraints &constraints);
    void computedColumn(ast::ColumnDefinition &column);
    bool columnOption(ast::ColumnDefinition &column, Constraints &constraints);
    void defaultValue(ast::ColumnDefinition &column, const QString &name);
    ast::IdentitySpec identity();
    bool isConstraint() const;
    ast::TableConstraint constraint(const QString &name, const QString &column);
    void key(ast::TableConstraint &constraint, const QString &column);
    void foreignKey(ast::TableConstraint &constraint, const QString &column);
    ast::ReferenceAction referenceAction();
    ast::TableTracking tableTracking(bool enable);
    ast::DropFromTable dropFromTable();
    bool checkOrNot();
    ast::AddToTable addToTable(bool checked);
    ast::SwitchConstraints switchConstraints(bool checked);
};

} // namespace tidemark::practice
