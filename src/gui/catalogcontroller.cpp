#include "catalogcontroller.h"

#include "answer.h"
#include "livetext.h"
#include "tableoptionsdialog.h"
#include "tabletreepane.h"

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

CatalogController::CatalogController(WindowBackend &backend, TableTreePane &pane, QObject *parent)
    : QObject(parent), m_backend(backend), m_pane(pane)
{
    TableTreeModel &model = pane.model();
    connect(&model, &TableTreeModel::tablesWanted, this, &CatalogController::loadTables);
    connect(&model, &TableTreeModel::choiceChanged, this, &CatalogController::changed);
    connect(&model, &TableTreeModel::edited, this, [this] {
        m_edited = true;
        Q_EMIT edited();
    });
    connect(&pane, &TableTreePane::optionsRequested, this, &CatalogController::askForOptions);
    connect(&pane, &TableTreePane::refreshRequested, this, &CatalogController::refresh);
}

void CatalogController::open(const Login &login, const QList<CatalogDatabase> &databases, bool tickTracked)
{
    m_connection.begin();
    m_login = login;
    m_awaited.clear();
    m_edited = tickTracked;
    m_pane.model().clear();
    m_pane.model().setDatabases(databases);
    if (databases.isEmpty())
        m_pane.showText([] { return tr("This login sees no database on the server."); });
    else
        m_pane.showTree();
    if (tickTracked)
        m_pane.model().chooseTracked();
    loadNamed();
}

void CatalogController::setDraft(const JobDraft &draft)
{
    m_draft = draft;
    m_edited = false;
    Q_EMIT changed();
}

void CatalogController::tickDraft()
{
    for (const QString &database : m_pane.model().databaseNames())
        m_pane.model().choose(database, {});
    loadNamed();
}

void CatalogController::loadNamed()
{
    for (const QString &database : m_pane.model().databaseNames()) {
        if (!m_draft.names(database))
            continue;
        m_awaited += database;
        if (m_pane.model().isLoaded(database))
            loadTables(database);
        else
            m_pane.model().load(database);
    }
    Q_EMIT changed();
}

void CatalogController::refresh()
{
    whenAnswered(m_backend.databases(m_login), this,
        m_connection.only([this](const Result<QList<CatalogDatabase>> &databases) {
            if (!databases) {
                Q_EMIT noted(describe(databases.error()));
                return;
            }
            m_pane.model().setDatabases(*databases);
            m_pane.model().reload();
        }));
}

void CatalogController::loadTables(const QString &database)
{
    whenAnswered(m_backend.tables(m_login, database), this,
        m_connection.only([this, database](const Result<QList<CatalogTable>> &tables) {
            if (tables) {
                takeTables(database, *tables);
            } else {
                m_pane.model().setFailed(database, describe(tables.error()));
                Q_EMIT noted(describe(tables.error()));
            }
            m_awaited.remove(database);
            Q_EMIT changed();
        }));
}

void CatalogController::takeTables(const QString &database, const QList<CatalogTable> &tables)
{
    TableTreeModel &model = m_pane.model();
    const bool first = !model.isLoaded(database) || m_awaited.contains(database);
    model.setTables(database, tables);
    if (first && m_draft.names(database))
        model.choose(database, m_draft.chosen(database, tables));
    if (first && model.hasChosen())
        m_pane.expandDatabase(database);
}

void CatalogController::askForOptions(const ChosenTable &chosen)
{
    TableRequest request = m_draft.request(chosen.table);
    request.mode = chosen.mode;
    whenAnswered(m_backend.columns(m_login, chosen.table), this,
        m_connection.only([this, request](const Result<TableSchema> &schema) {
            if (!schema) {
                Q_EMIT noted(describe(schema.error()));
                return;
            }
            auto *dialog = new TableOptionsDialog(request, *schema, &m_pane);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &QDialog::accepted, this, [this, dialog, table = request.table] {
                takeOptions(table, dialog->columns(), dialog->where());
            });
            dialog->open();
        }));
}

/// A table with options of its own is one that a person wants.
void CatalogController::takeOptions(const TableRef &table, const QStringList &columns, const QString &where)
{
    m_draft.setTableOptions(table, columns, where);
    m_edited = true;
    Q_EMIT edited();
    m_pane.model().setOptions(table, int(columns.size()), !where.isEmpty());
}

QStringList CatalogController::loadedDatabases() const
{
    QStringList loaded = m_pane.model().databaseNames();
    loaded.removeIf([this](const QString &database) { return !m_pane.model().isLoaded(database); });
    return loaded;
}

QList<TableRequest> CatalogController::requests() const
{
    if (!m_edited)
        return m_draft.job().tables;
    const TableTreeModel &model = m_pane.model();
    return m_draft.requests(model.chosenTables())
        + m_draft.requestsElsewhere(model.databaseNames(), loadedDatabases());
}

bool CatalogController::hasRequests() const
{
    if (!m_edited)
        return !m_draft.job().tables.isEmpty();
    const TableTreeModel &model = m_pane.model();
    return model.hasChosen()
        || !m_draft.requestsElsewhere(model.databaseNames(), loadedDatabases()).isEmpty();
}

QList<TableRequest> CatalogController::openedTables() const
{
    QList<TableRequest> requests;
    for (const QString &database : loadedDatabases()) {
        QList<TableRef> tables = m_pane.model().trackedTables(database);
        if (tables.isEmpty())
            tables += { database, u"*"_s, u"*"_s };
        for (const TableRef &table : tables) {
            requests += TableRequest();
            requests.last().table = table;
        }
    }
    return requests;
}

} // namespace tidemark
