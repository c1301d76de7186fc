#pragma once

#include "schemaview.h"
#include "sessionfunctions.h"
#include "sqlfunctions.h"
#include "translatedselect.h"

#include <QHash>
#include <QString>
#include <QStringList>

struct sqlite3;

namespace tidemark::practice {

/// The T-SQL front on its own, over one SQLite database in memory: parses a batch, translates its statements
/// and runs them. No rights, no transactions; the changes that CHANGETABLE gives are what a test put there.
class SqlBench : public SchemaView, public SessionFunctions {
public:
    SqlBench();
    ~SqlBench() override;
    Q_DISABLE_COPY_MOVE(SqlBench)

    /// Begins again with an empty database and runs the batch.
    QStringList reset(const QString &batch);
    /// The rows of all its SELECTs, "a|b", with NULL as the word; or "error 8115: text".
    QStringList run(const QString &batch);
    /// The types of the last SELECT's columns, "id int not null, n nvarchar(10)".
    QString columnTypes() const { return m_columnTypes; }
    /// SQLite's text of the last statement.
    QString translated() const { return m_translated; }
    const TranslatedSelect &lastSelect() const { return m_lastSelect; }

    void setCollation(const Collation &collation) { m_collation = collation; }
    /// What CHANGETABLE(CHANGES table) holds: one row of stored values each, e.g. "5, NULL, 'U', NULL, NULL,
    /// 1".
    void setChanges(const QString &table, const QStringList &rows) { m_changes.insert(table, rows); }
    /// Replaces the default of a column by T-SQL text, or makes it a computed one.
    void setDefault(const QString &table, const QString &column, const QString &expression);
    void setComputed(const QString &table, const QString &column, const QString &expression);
    void setIdentity(const QString &table, const QString &column);

    SqlResult<TableViewPtr> table(const ast::ObjectName &name) const override;
    Collation collation() const override { return m_collation; }
    SqlResult<SqlValue> call(SessionFunction function, const SqlRow &arguments) override;
    MomentValue now() const override;

private:
    struct Variable {
        SqlType type;
        SqlValue value;
    };

    void open();
    SqlResult<QStringList> runStatement(const ast::Statement &statement);
    SqlStatus createTable(const ast::CreateTable &statement);
    SqlStatus declare(const ast::Declare &statement);
    SqlStatus setVariable(const QString &name, const ast::Expression &expression);
    SqlResult<QStringList> select(const ast::SelectStatement &statement);
    SqlStatus apply(const SqlResult<TranslatedChange> &change);
    SqlResult<std::vector<SqlRow>> rows(const TranslatedSelect &select);
    SqlStatus makeChanges(const ChangePart &part);
    SqlStatus execute(const QString &sql);
    ServerMessage failure();
    VariableTypes variableTypes() const;
    std::shared_ptr<TableView> tableByName(const QString &name) const;

    sqlite3 *m_connection = nullptr;
    FunctionContext m_context;
    Collation m_collation;
    std::vector<std::shared_ptr<TableView>> m_tables;
    QHash<QString, Variable> m_variables;
    QHash<QString, QStringList> m_changes;
    QString m_columnTypes;
    QString m_translated;
    TranslatedSelect m_lastSelect;
};

} // namespace tidemark::practice
