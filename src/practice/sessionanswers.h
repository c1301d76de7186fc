#pragma once

#include "sessionfunctions.h"

#include <QString>

#include <optional>

namespace tidemark::practice {

class SessionCore;

/// Answers the functions of a session that ask for itself or its server; those about the catalog go on to
/// CatalogAnswers.
class SessionAnswers : public SessionFunctions {
public:
    explicit SessionAnswers(SessionCore &core);

    SqlResult<SqlValue> call(SessionFunction function, const SqlRow &arguments) override;
    MomentValue now() const override;

private:
    std::optional<SqlValue> ofSession(SessionFunction function) const;
    std::optional<SqlValue> ofServer(SessionFunction function, const SqlRow &arguments) const;

    SessionCore &m_core;
};

/// The text of @@VERSION.
QString versionText();
/// What the practice server calls itself in SERVERPROPERTY and the catalog.
QString serverName();

} // namespace tidemark::practice
