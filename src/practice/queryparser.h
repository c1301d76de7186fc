#pragma once

#include "expressionparser.h"

namespace tidemark::practice {

/// The grammar of SELECT: queries, sources, common table expressions.
class QueryParser : public ExpressionParser {
public:
    using ExpressionParser::ExpressionParser;

    ast::Select query(); // with or without WITH in front
    ast::SelectPtr subquery() override;

protected:
    std::vector<ast::CommonTable> commonTables(); // after WITH
    std::vector<ast::SourcePtr> sources(); // after FROM
    ast::ExpressionPtr topRows(); // after TOP
    std::vector<std::vector<ast::ExpressionPtr>> valueRows(); // after VALUES
    void tableHints(); // WITH (NOLOCK, ...) and its like mean nothing here
    const std::vector<ast::ObjectName> &changeTables() const { return m_changeTables; }

private:
    void addOperands(ast::Select &query);
    void operand(ast::Select &query);
    ast::SelectCore core();
    ast::SelectItem item();
    void orderAndPaging(ast::Select &query);
    void optionClause();
    ast::SourcePtr joinedSource();
    bool joinOne(ast::SourcePtr &left);
    bool joinWord(ast::Source::JoinKind &kind);
    ast::SourcePtr source();
    ast::SourcePtr bracketedSource();
    ast::SourcePtr changeTable();
    ast::ExpressionPtr changeVersion();
    void changeTableVersion(ast::ChangeTable &changes);
    void alias(ast::Source &source);

    std::vector<ast::ObjectName> m_changeTables;
};

} // namespace tidemark::practice
