#pragma once

#include "ast.h"
#include "collation.h"
#include "sqltype.h"
#include "sqlvalue.h"
#include "translation.h"

#include <QString>

#include <optional>

namespace tidemark::practice {

/// A value in SQLite's text (in its stored form) and what T-SQL knows about it.
struct TypedExpression {
    QString sql = QStringLiteral("NULL");
    SqlType type;
    Collation collation;
    int collationRank = 0; // 0 the database's, 1 a column's, 2 of a COLLATE clause: the highest wins
    bool nullable = true;
    bool identity = false;
    bool isNullWord = false; // the literal NULL, which takes any type
    std::optional<SqlValue> literal; // the value of a constant
    QString name; // of a column, for the result
    QString undeclared; // the name of a variable whose type is to be found

    /// With the collation behind it where texts are compared.
    QString comparable() const;
};

TypedExpression literalExpression(const SqlValue &value, const SqlType &type, const Collation &collation);

/// ts(...): a call of an own function.
QString callText(const QString &name, const SqlType &result, const std::vector<TypedExpression> &arguments,
    const QStringList &extras = {}, bool isVolatile = false);

/// Conversions that an expression makes by itself; error 257 or 206 where CONVERT is needed or none exists.
TypedExpression converted(
    Translation &translation, const TypedExpression &value, const SqlType &to, const ast::Position &at);

/// CAST and CONVERT; error 529.
TypedExpression cast(Translation &translation, const TypedExpression &value, const SqlType &to, int style,
    bool tries, const ast::Position &at);

/// The stored form for a column. Nothing is cut: 2628, 8115 and their like come when the row is read.
TypedExpression assigned(Translation &translation, const TypedExpression &value, const TableView &table,
    const ColumnView &column, const ast::Position &at);

} // namespace tidemark::practice
