#include "changequery.h"

#include "identifier.h"
#include "typemap.h"

#include <QCoreApplication>
#include <QMap>
#include <QStringList>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ChangeQueryText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::ChangeQueryText)
};

/// Puts plans given in file order into a SELECT list with the long ones last.
struct SelectList {
    QStringList expressions;
    QList<SelectedColumn> columns;

    explicit SelectList(const QList<ColumnPlan> &plans)
    {
        for (const ColumnPlan &plan : plans)
            columns += SelectedColumn{ plan.column, 0 };
        for (const bool longOnes : { false, true }) {
            for (int i = 0; i < plans.size(); ++i) {
                if (isLong(plans[i].column.kind) != longOnes)
                    continue;
                expressions += plans[i].expression;
                columns[i].selectOrdinal = int(expressions.size());
            }
        }
    }

    QString text() const { return u"SELECT "_s + expressions.join(u",\n       "_s); }
};

Result<QList<ColumnPlan>> planColumns(const TableSchema &schema, const QStringList &values)
{
    QList<ColumnPlan> plans;
    for (int i = 0; i < schema.columns.size(); ++i) {
        Result<ColumnPlan> plan = planColumn(schema.columns[i], values[i]);
        if (!plan)
            return fail(plan.error());
        plans += *plan;
    }
    return plans;
}

Status checkColumns(const ReadSpec &spec)
{
    if (spec.schema.columns.isEmpty())
        return fail(ErrorKind::NotFound,
            ChangeQueryText::tr(
                "The table has no column that can be read. Grant SELECT on it, or name other columns."),
            spec.table.display());
    return {};
}

QString declareVersion(const QString &name, ChangeVersion version)
{
    // A variable, since a bare number above 2147483647 is a decimal to T-SQL.
    return u"DECLARE "_s + name + u" bigint = "_s + QString::number(version.value()) + u";\n"_s;
}

/// "ct ([version], ..., [key1], ...)": own names, because a key column may be called SYS_CHANGE_VERSION.
QString changeAlias(int keyColumns)
{
    QString alias = u"ct ([version], [creation_version], [operation], [columns], [context]"_s;
    for (int i = 1; i <= keyColumns; ++i)
        alias += u", [key"_s + QString::number(i) + u']';
    return alias + u')';
}

/// One variable for each version, since many tables share a watermark.
class VersionVariables {
public:
    explicit VersionVariables(QString prefix) : m_prefix(std::move(prefix)) { }

    void add(ChangeVersion version) { m_names.insert(version.value(), {}); }

    QString declare()
    {
        QString text;
        int number = 0;
        for (auto it = m_names.begin(); it != m_names.end(); ++it) {
            *it = m_prefix + QString::number(++number);
            text += declareVersion(*it, ChangeVersion(it.key()));
        }
        return text;
    }

    QString name(ChangeVersion version) const { return m_names.value(version.value()); }

private:
    QString m_prefix;
    QMap<qint64, QString> m_names;
};

/// The minimum valid versions of tables, quoted. A statement of its own, since those run in order; inside
/// one, the function could be called before the changes are read.
QString minimumsQuery(const QStringList &tables)
{
    QStringList rows;
    for (const QString &table : tables)
        rows += u'(' + QString::number(rows.size()) + u", "_s + textLiteral(table) + u')';
    return u"SELECT q.[question] AS [question], CHANGE_TRACKING_MIN_VALID_VERSION(OBJECT_ID(q.[table_name])) "
           u"AS [min_valid_version]\nFROM (VALUES "_s
        + rows.join(u",\n             "_s) + u") AS q ([question], [table_name])\nORDER BY q.[question];\n"_s;
}

} // namespace

Result<RowQuery> fullLoadQuery(const ReadSpec &spec)
{
    if (Status ok = checkColumns(spec); !ok)
        return fail(ok.error());
    QStringList values;
    for (const ColumnInfo &column : spec.schema.columns)
        values += quoteName(column.name);
    const Result<QList<ColumnPlan>> plans = planColumns(spec.schema, values);
    if (!plans)
        return fail(plans.error());

    const SelectList list(*plans);
    QString sql = list.text() + u"\nFROM "_s + quoteTable(spec.table);
    if (!spec.where.isEmpty()) // on lines of its own: it may end in a comment
        sql += u"\nWHERE (\n"_s + spec.where + u"\n)"_s;
    return RowQuery{ sql + u';', list.columns };
}

Result<RowQuery> changesQuery(const ReadSpec &spec, ChangeVersion since, ChangeVersion upTo)
{
    if (Status ok = checkColumns(spec); !ok)
        return fail(ok.error());
    const QStringList keys = spec.schema.keyColumns();
    if (keys.isEmpty())
        return fail(ErrorKind::NoKey,
            ChangeQueryText::tr(
                "The table has no primary key, and changes can be told apart by key only. Use the mode "
                "full, or add a primary key."),
            spec.table.display());

    QStringList joins;
    for (int i = 0; i < keys.size(); ++i)
        joins += u"t."_s + quoteName(keys[i]) + u" = ct.[key"_s + QString::number(i + 1) + u']';
    QStringList values;
    for (const ColumnInfo &column : spec.schema.columns) {
        const QString own = u"t."_s + quoteName(column.name);
        const auto key = keys.indexOf(column.name);
        values += key < 0 ? own : u"COALESCE("_s + own + u", ct.[key"_s + QString::number(key + 1) + u"])"_s;
    }
    Result<QList<ColumnPlan>> plans = planColumns(spec.schema, values);
    if (!plans)
        return fail(plans.error());
    plans->prepend(
        { u"CASE WHEN t."_s + quoteName(keys.first()) + u" IS NULL THEN N'D' ELSE ct.[operation] END"_s,
            { u"SYS_CHANGE_OPERATION"_s, CellKind::Text, 2, 0 } });
    plans->prepend(
        { u"ct.[creation_version]"_s, { u"SYS_CHANGE_CREATION_VERSION"_s, CellKind::Int64, 8, 0 } });
    plans->prepend({ u"ct.[version]"_s, { u"SYS_CHANGE_VERSION"_s, CellKind::Int64, 8, 0 } });

    const SelectList list(*plans);
    const QString sql = declareVersion(u"@since"_s, since) + declareVersion(u"@up_to"_s, upTo) + list.text()
        + u"\nFROM CHANGETABLE(CHANGES "_s + quoteTable(spec.table) + u", @since) AS "_s
        + changeAlias(int(keys.size())) + u"\nLEFT JOIN "_s + quoteTable(spec.table) + u" AS t\n       ON "_s
        + joins.join(u"\n       AND "_s) + u"\n       AND ct.[operation] <> N'D'"_s
        + u"\nWHERE ct.[version] <= @up_to;"_s;
    return RowQuery{ sql, list.columns };
}

QString haveChangesBatch(const QList<ChangeQuestion> &questions)
{
    VersionVariables since(u"@since"_s);
    for (const ChangeQuestion &question : questions)
        since.add(question.since);
    QString batch = since.declare();
    QStringList tables;
    for (const ChangeQuestion &question : questions) {
        const QString table = quoteTable(question.table);
        batch += u"SELECT CASE WHEN EXISTS (SELECT 1 FROM CHANGETABLE(CHANGES "_s + table + u", "_s
            + since.name(question.since) + u") AS ct) THEN 1 ELSE 0 END AS [changed];\n"_s;
        tables += table;
    }
    return batch + minimumsQuery(tables);
}

QString countChangesBatch(const QList<CountQuestion> &questions)
{
    VersionVariables since(u"@since"_s);
    VersionVariables upTo(u"@up_to"_s);
    for (const CountQuestion &question : questions) {
        since.add(question.since);
        upTo.add(question.upTo);
    }
    QString batch = since.declare() + upTo.declare();
    QStringList tables;
    for (const CountQuestion &question : questions) {
        const QString table = quoteTable(question.table);
        batch += u"SELECT ct.[operation] AS [operation], COUNT_BIG(*) AS [rows]\nFROM CHANGETABLE(CHANGES "_s
            + table + u", "_s + since.name(question.since) + u") AS "_s + changeAlias(question.keyColumns)
            + u"\nWHERE ct.[version] <= "_s + upTo.name(question.upTo) + u"\nGROUP BY ct.[operation];\n"_s;
        tables += table;
    }
    return batch + minimumsQuery(tables);
}

} // namespace tidemark
