#include "constrainedchange.h"

#include "rowwriter.h"
#include "sessioncore.h"
#include "translator.h"

#include <algorithm>
#include <utility>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

QString verbOf(TranslatedChange::Kind kind)
{
    switch (kind) {
    case TranslatedChange::Kind::Insert:
        return u"INSERT"_s;
    case TranslatedChange::Kind::Update:
        return u"UPDATE"_s;
    case TranslatedChange::Kind::Delete:
        break;
    }
    return u"DELETE"_s;
}

} // namespace

ConstrainedChange::ConstrainedChange(
    SessionCore &core, SessionSchema::Found found, Kind kind, const std::optional<QByteArray> &context)
    : m_core(core), m_found(std::move(found)), m_kind(kind), m_context(context),
      m_check(core, *m_found.catalog, m_found.database->name(), verbOf(kind))
{
}

SqlResult<qint64> ConstrainedChange::run(const QList<int> &columns)
{
    SqlResult<qint64> rows = apply(m_kind, m_found.table, columns);
    if (!rows)
        return rows;
    for (const Reference &reference : std::as_const(m_unsettled)) {
        if (SqlStatus ok =
                m_check.checkGone(*reference.child, reference.key, *reference.parent, reference.keys);
            !ok)
            return sqlError(ok.error());
    }
    return rows;
}

SqlResult<qint64> ConstrainedChange::apply(Kind kind, const CatalogTablePtr &table, const QList<int> &columns)
{
    QList<Reference> references = referencesTo(kind, table, columns);
    if (SqlStatus ok = noteKeys(*table, references); !ok)
        return sqlError(ok.error());
    SqlResult<qint64> rows = write(kind, table, columns);
    if (!rows || *rows == 0)
        return rows;
    if (SqlStatus ok = checkRows(kind, *table, columns); !ok)
        return sqlError(ok.error());
    for (const Reference &reference : std::as_const(references)) {
        if (SqlStatus ok = follow(kind, reference); !ok)
            return sqlError(ok.error());
    }
    return rows;
}

SqlResult<qint64> ConstrainedChange::write(Kind kind, const CatalogTablePtr &table, const QList<int> &columns)
{
    RowWriter writer(m_core, { m_found.database, m_found.catalog, table }, m_context);
    switch (kind) {
    case Kind::Insert:
        return writer.insertAll(columns);
    case Kind::Update:
        return writer.updateAll(columns);
    case Kind::Delete:
        break;
    }
    return writer.deleteAll();
}

SqlStatus ConstrainedChange::checkRows(Kind kind, const CatalogTable &table, const QList<int> &columns)
{
    if (kind == Kind::Delete)
        return {};
    const bool inserted = kind == Kind::Insert;
    // An insert has filled every column of the taken rows, an update only its own.
    const QString rows = inserted
        ? u"temp.taken_rows AS t WHERE true"_s
        : u"%1 AS t WHERE t.rowid IN (SELECT r FROM temp.taken_rows)"_s.arg(table.view->storage);
    for (const CatalogCheck &check : table.checks) {
        if (check.disabled)
            continue;
        if (SqlStatus ok = m_check.check(table, table.view, check, rows, inserted ? QList<int>() : columns);
            !ok)
            return ok;
    }
    for (const CatalogForeignKey &key : table.foreignKeys) {
        const bool touched = inserted || std::any_of(columns.cbegin(), columns.cend(), [&](int column) {
            return key.columns.contains(table.columns[column].id);
        });
        if (!touched || key.disabled)
            continue;
        if (SqlStatus ok = m_check.check(table, key, rows); !ok)
            return ok;
    }
    return {};
}

QList<ConstrainedChange::Reference> ConstrainedChange::referencesTo(
    Kind kind, const CatalogTablePtr &table, const QList<int> &columns) const
{
    QList<Reference> references;
    if (kind == Kind::Insert)
        return references;
    const auto touched = [&](const CatalogForeignKey &key) {
        return kind == Kind::Delete || std::any_of(columns.cbegin(), columns.cend(), [&](int column) {
            return key.referencedColumns.contains(table->columns[column].id);
        });
    };
    const QList<CatalogTablePtr> children = m_found.catalog->childrenOf(table->objectId);
    for (const CatalogTablePtr &child : children) {
        for (const CatalogForeignKey &key : child->foreignKeys) {
            if (key.references == table->objectId && !key.disabled && touched(key))
                references += Reference{ child, key, table, {} };
        }
    }
    return references;
}

SqlStatus ConstrainedChange::noteKeys(const CatalogTable &table, QList<Reference> &references)
{
    if (references.isEmpty())
        return {};
    const QString keys = u"temp.old_keys_%1"_s.arg(++m_keyTables);
    for (Reference &reference : references)
        reference.keys = keys;
    return m_core.connection().run(
        u"DROP TABLE IF EXISTS %1; CREATE TABLE %1 AS SELECT rowid AS r, * FROM %2 WHERE rowid IN "
        "(SELECT r FROM temp.taken_rows)"_s.arg(keys, table.view->storage));
}

/// Does to the children of the old keys what their foreign key says.
SqlStatus ConstrainedChange::follow(Kind kind, const Reference &reference)
{
    const CatalogTable &child = *reference.child;
    const CatalogForeignKey &key = reference.key;
    const ast::ReferenceAction action = kind == Kind::Delete ? key.onDelete : key.onUpdate;
    if (action == ast::ReferenceAction::NoAction) {
        m_unsettled += reference;
        return {};
    }
    if (SqlStatus ok = RowWriter::makeTakenRows(m_core, child); !ok)
        return ok;
    const bool removes = kind == Kind::Delete && action == ast::ReferenceAction::Cascade;
    QStringList names{ u"r"_s };
    QStringList values{ u"t.rowid"_s };
    QList<int> columns;
    for (int i = 0; i < key.columns.size() && !removes; ++i) {
        columns += child.columnIndex(key.columns[i]);
        names += child.columns[columns.last()].storage;
        const SqlResult<QString> value = newValue(reference, action, i);
        if (!value)
            return sqlError(value.error());
        values += *value;
    }
    QString sql = u"INSERT INTO temp.taken_rows (%1) SELECT %2 FROM %3 AS t JOIN %4 AS o ON %5"_s.arg(
        names.join(u", "_s), values.join(u", "_s), child.view->storage, reference.keys,
        foreignKeyMatch(child, key, *reference.parent, u"t"_s, u"o"_s));
    if (kind == Kind::Update) {
        QStringList changed;
        for (const int id : key.referencedColumns)
            changed += u"o.%1 IS NOT p.%1"_s.arg(
                reference.parent->columns[reference.parent->columnIndex(id)].storage);
        sql += u" JOIN %1 AS p ON p.rowid = o.r WHERE %2"_s.arg(
            reference.parent->view->storage, changed.join(u" OR "_s));
    }
    if (SqlStatus ok = m_core.connection().run(sql); !ok)
        return ok;
    const SqlResult<qint64> done = apply(removes ? Kind::Delete : Kind::Update, reference.child, columns);
    return done ? SqlStatus() : sqlError(done.error());
}

/// What column `index` of the key becomes in the children.
SqlResult<QString> ConstrainedChange::newValue(
    const Reference &reference, ast::ReferenceAction action, int index) const
{
    const CatalogTable &parent = *reference.parent;
    if (action == ast::ReferenceAction::Cascade)
        return u"p."_s + parent.columns[parent.columnIndex(reference.key.referencedColumns[index])].storage;
    const ColumnView &column =
        reference.child->view
            ->columns[std::size_t(reference.child->columnIndex(reference.key.columns[index]))];
    if (action == ast::ReferenceAction::SetNull || !column.defaultValue)
        return u"NULL"_s;
    const SessionSchema schema(m_core);
    return Translator(schema).storedExpression(*column.defaultValue, column.type);
}

} // namespace tidemark::practice
