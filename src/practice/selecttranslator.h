#pragma once

#include "queryscope.h"
#include "typedexpression.h"

#include <memory>

namespace tidemark::practice {

/// A query as SQLite's text; its columns are called c1, c2, ... there.
struct QueryText {
    QString sql;
    std::vector<TypedExpression> columns; // sql is meaningless
    bool singleRow = false; // can give one row at most
    std::optional<ScanChunks> chunks;
};

/// Translates queries. Errors go to the Translation.
class SelectTranslator {
public:
    explicit SelectTranslator(Translation &translation);

    /// `outer` is what the query sees around it. With `mayBeChunked` a plain scan is made so that it can run
    /// in ranges of rowids.
    QueryText query(const ast::Select &select, const QueryScope *outer, bool mayBeChunked = false);

    /// The query whose items are assignments to variables; their names.
    QStringList assignedVariables(const ast::Select &select);
    /// Converts the items to the types of variables, when the statement assigns.
    void setItemTypes(const std::vector<SqlType> &types) { m_itemTypes = types; }

private:
    /// One SELECT, in pieces, before the columns of a UNION are brought to common types.
    struct Core {
        std::unique_ptr<QueryScope> scope;
        const ast::SelectCore *ast = nullptr;
        std::vector<TypedExpression> items;
        QString from;
        QStringList conditions;
        QStringList groupBy;
        QString having;
        std::optional<ScanChunks> chunks;
    };

    Core core(
        const ast::SelectCore &select, const ast::Select &whole, const QueryScope *outer, bool mayBeChunked);
    void group(Core &core, const ast::SelectCore &select, const ast::Select &whole);
    void addItems(Core &core, const ast::SelectCore &select);
    void addHaving(Core &core, const ast::SelectCore &select);
    void addStar(Core &core, const ast::SelectItem &item);
    void unifyItems(std::vector<Core> &cores, const ast::Select &select);
    QString coreText(const Core &core, bool compared, bool limited);
    QString combined(const std::vector<Core> &cores, const ast::Select &select);
    QString orderBy(const Core &core, const ast::Select &select);
    QString orderItem(const Core &core, const ast::Select &select, const ast::OrderItem &order);
    QString rowsText(const Core &core, const ast::Expression &rows);
    QString paging(const Core &core, const ast::Select &select);
    bool isSingleRow(const Core &core, const ast::Select &select) const;
    void makeChunked(Core &core, const ast::SelectCore &select, const ast::Select &whole);

    Translation &m_translation;
    std::vector<SqlType> m_itemTypes;
};

} // namespace tidemark::practice
