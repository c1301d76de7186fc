#include "repairscript.h"

#include "identifier.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ScriptText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::RepairScript)
};

const QRegularExpression &lineEnds()
{
    static const QRegularExpression expression(u"[\\n\\r\\x0b\\x0c\\x{85}\\x{2028}\\x{2029}]"_s);
    return expression;
}

/// Names come from the server: none may end the comment that holds it.
QString comment(const QString &text)
{
    QString lines;
    for (const QString &line : text.split(lineEnds()))
        lines += u"-- "_s + line + u'\n';
    return lines;
}

/// A tool for scripts may take a line of a name for its own GO, or the end of a statement.
QString cautionFor(const RepairStatement &repair, const QString &database)
{
    if (repair.caution.isEmpty() && (repair.sql.contains(lineEnds()) || database.contains(lineEnds())))
        return ScriptText::tr("A name holds a line end, where a script may be cut.");
    return repair.caution;
}

/// A name that is mistyped in the job must not end the script half-way.
QString whereTableIs(const TableRef &table, const QString &sql)
{
    const QString missing =
        ScriptText::tr("%1 is not in this database, so nothing was granted. Check the name in the job.")
            .arg(table.display());
    return u"IF OBJECT_ID(%1, N'U') IS NULL\n    PRINT %2;\nELSE\n    %3"_s.arg(
        textLiteral(quoteTable(table)), textLiteral(missing), sql);
}

QString statementText(const RepairStatement &repair, const QString &database)
{
    const QString caution = cautionFor(repair, database);
    const QString purpose = comment(repair.purpose);
    if (caution.isEmpty()) {
        const bool mayBeMissing = !repair.unseenTable.table.isEmpty();
        return purpose + (mayBeMissing ? whereTableIs(repair.unseenTable, repair.sql) : repair.sql)
            + u"\nGO\n"_s;
    }
    return purpose + comment(ScriptText::tr("Left to you: %1").arg(caution)) + comment(repair.sql);
}

QString useStatement(const QString &database)
{
    const QString statement = u"USE %1;"_s.arg(quoteName(database));
    return database.contains(lineEnds()) ? comment(statement) : statement + u"\nGO\n"_s;
}

QString header(const ReadinessReport &report)
{
    QString text =
        comment(ScriptText::tr("Tidemark: what a readiness check found missing, for the administrator."));
    text += comment(ScriptText::tr("Server: %1").arg(report.server));
    if (!report.login.isEmpty())
        text += comment(ScriptText::tr("Login: %1").arg(report.login));
    text += comment(ScriptText::tr("Checked: %1").arg(report.checkedAt.toUTC().toString(Qt::ISODate)));
    return text;
}

/// What was found that no statement mends.
QString otherFindings(const QList<CheckStep> &steps)
{
    QString text;
    for (const CheckStep &step : steps) {
        if (step.outcome == CheckOutcome::Good || !step.repairs.isEmpty())
            continue;
        const QString place = step.place().isEmpty() ? ScriptText::tr("connection") : step.place();
        text +=
            comment(u"%1, %2: %3"_s.arg(place, step.name, u"%1 %2"_s.arg(step.text, step.advice).trimmed()));
    }
    return text.isEmpty() ? QString() : comment(ScriptText::tr("What no statement mends:")) + text;
}

} // namespace

QString writeRepairScript(const QList<CheckStep> &steps)
{
    QStringList parts;
    QString database; // where the script is by now
    for (const CheckStep &step : steps) {
        for (const RepairStatement &repair : step.repairs) {
            if (step.subject.database != database) {
                database = step.subject.database;
                parts += useStatement(database);
            }
            parts += statementText(repair, database);
        }
    }
    return parts.join(u'\n');
}

QString writeReadinessScript(const ReadinessReport &report)
{
    QString text = header(report);
    const QString statements = writeRepairScript(report.steps);
    const QString others = otherFindings(report.steps);
    if (!statements.isEmpty()) {
        text += comment(ScriptText::tr(
            "Each statement says what it is for. Those that need a decision are comments, with the reason."));
        if (report.server.contains(u".database."_s, Qt::CaseInsensitive))
            text += comment(ScriptText::tr(
                "Azure SQL Database knows no USE: run each part in a connection to its database."));
        text += u'\n' + statements;
    } else if (others.isEmpty()) {
        text += comment(ScriptText::tr("There is nothing to run: nothing is missing."));
    } else {
        text += comment(ScriptText::tr("There is nothing to run."));
    }
    return others.isEmpty() ? text : text + u'\n' + others;
}

} // namespace tidemark
