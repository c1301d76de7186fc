#pragma once

#include "statementrunner.h"

#include <QStringList>

#include <functional>

namespace tidemark::test {

/// A connection whose answers a test makes up; it writes down what was sent.
class ScriptedRunner : public StatementRunner {
public:
    using Answer = Result<QList<ResultRows>>;
    struct Script {
        QStringList sent;
        std::function<Answer(const QString &)> answer;
        std::function<Result<std::unique_ptr<BlockReader>>(const RowQuery &)> reader;
    };

    explicit ScriptedRunner(Script &script) : m_script(script) { }

    Status execute(const QString &sql) override
    {
        m_script.sent += sql;
        return {};
    }
    Result<QList<ResultRows>> query(const QString &sql) override
    {
        m_script.sent += sql;
        return m_script.answer(sql);
    }
    Result<std::unique_ptr<BlockReader>> read(const RowQuery &query) override
    {
        m_script.sent += query.sql;
        return m_script.reader(query);
    }

private:
    Script &m_script;
};

} // namespace tidemark::test
