#pragma once

#include "ast.h"
#include "sqlresult.h"

#include <QString>

#include <optional>
#include <vector>

namespace tidemark::practice {

/// Parses a batch, or gives the first syntax error (102, 105, 113, 156, 195, ...) with its line. Nothing of
/// a batch with a syntax error may run.
[[nodiscard]] SqlResult<ast::Batch> parseBatch(const QString &text);

/// Parses one expression, e.g. a default or a computed column from the catalog.
[[nodiscard]] SqlResult<ast::ExpressionPtr> parseExpression(const QString &text);

/// Parses a condition, e.g. of a CHECK constraint.
[[nodiscard]] SqlResult<ast::ExpressionPtr> parseCondition(const QString &text);

struct ParameterDeclaration {
    QString name;
    SqlType type;
    ast::ExpressionPtr defaultValue;
    bool output = false;
};

/// Parses the parameter list of sp_executesql: "@a int, @b nvarchar(10) OUTPUT".
[[nodiscard]] SqlResult<std::vector<ParameterDeclaration>> parseParameters(const QString &text);

/// Parses "[s].[t]" or "db.s.t", as OBJECT_ID and HAS_PERMS_BY_NAME take it.
[[nodiscard]] std::optional<ast::ObjectName> parseObjectName(const QString &text);

} // namespace tidemark::practice
