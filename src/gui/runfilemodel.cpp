#include "runfilemodel.h"

#include "listlook.h"
#include "numbertext.h"
#include "paletteicon.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isNumber(int column)
{
    return column == RunFileModel::Rows || column == RunFileModel::Size;
}

} // namespace

QString fileStateText(std::optional<FileState> state)
{
    if (!state)
        return RunFileModel::tr("not verified");
    switch (*state) {
    case FileState::Good:
        return RunFileModel::tr("good");
    case FileState::Missing:
        return RunFileModel::tr("missing");
    case FileState::Damaged:
        return RunFileModel::tr("damaged");
    case FileState::Replaced:
        return RunFileModel::tr("replaced");
    case FileState::SetAside:
        return RunFileModel::tr("set aside");
    case FileState::Unnamed:
        return RunFileModel::tr("in no manifest");
    case FileState::Leftover:
        break;
    }
    return RunFileModel::tr("left over");
}

QIcon fileStateIcon(std::optional<FileState> state)
{
    if (!state)
        return paletteIcon(u"state-waiting"_s, IconTone::Muted);
    switch (*state) {
    case FileState::Good:
        return paletteIcon(u"state-done"_s, IconTone::Good);
    case FileState::Missing:
        return paletteIcon(u"file-missing"_s, IconTone::Bad);
    case FileState::Damaged:
        return paletteIcon(u"state-failed"_s, IconTone::Bad);
    case FileState::Unnamed:
        return paletteIcon(u"check-warning"_s, IconTone::Warning);
    case FileState::Replaced:
    case FileState::SetAside:
    case FileState::Leftover:
        break;
    }
    return paletteIcon(u"state-skipped"_s, IconTone::Muted);
}

RunFileModel::RunFileModel(QObject *parent) : QAbstractTableModel(parent) { }

void RunFileModel::setFiles(const QList<HistoryFileEntry> &files)
{
    const bool same = std::equal(m_rows.cbegin(), m_rows.cend(), files.cbegin(), files.cend(),
        [](const Row &row, const HistoryFileEntry &file) { return row.file == file; });
    if (same)
        return;
    beginResetModel();
    m_rows.clear();
    for (const HistoryFileEntry &file : files) {
        Row row;
        row.file = file;
        if (!file.isCurrent) {
            row.state = FileState::Replaced;
            row.problem = [] {
                return tr("The manifest does not name it any more: a later load replaced it, or the "
                          "watermark was set back.");
            };
        }
        m_rows += row;
    }
    endResetModel();
}

void RunFileModel::setVerified(const VerifiedTable &table)
{
    for (int i = 0; i < int(m_rows.size()); ++i) {
        Row &row = m_rows[i];
        const auto found = std::find_if(table.files.cbegin(), table.files.cend(),
            [&](const VerifiedFile &file) { return file.path == row.file.path; });
        if (found == table.files.cend())
            continue;
        row.state = found->state;
        row.problem = found->problem;
        Q_EMIT dataChanged(index(i, 0), index(i, ColumnCount - 1));
    }
}

QStringList RunFileModel::currentFiles() const
{
    QStringList paths;
    for (const Row &row : m_rows) {
        if (row.file.isCurrent)
            paths += row.file.path;
    }
    return paths;
}

int RunFileModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RunFileModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunFileModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::DecorationRole:
        return index.column() == State ? QVariant(fileStateIcon(row.state)) : QVariant();
    case Qt::TextAlignmentRole:
        return cellAlignment(isNumber(index.column()));
    case Qt::ToolTipRole:
        return tip(row, index.column());
    default:
        return {};
    }
}

QString RunFileModel::text(const Row &row, int column)
{
    const bool known = row.file.isCurrent;
    switch (column) {
    case State:
        return fileStateText(row.state);
    case File:
        return QFileInfo(row.file.path).fileName();
    case Rows:
        return known ? QLocale().toString(row.file.rows) : QString();
    case Size:
        return known ? bytesText(row.file.bytes) : QString();
    case Hash:
        return row.file.sha256;
    default:
        return {};
    }
}

QString RunFileModel::tip(const Row &row, int column)
{
    switch (column) {
    case State:
        return row.problem.text().isEmpty() ? fileStateText(row.state) : row.problem.text();
    case File:
        return row.file.path;
    case Size:
        return row.file.isCurrent ? tr("%1 bytes").arg(QLocale().toString(row.file.bytes)) : QString();
    default:
        return text(row, column);
    }
}

QVariant RunFileModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return cellAlignment(isNumber(section));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case State:
        return tr("State");
    case File:
        return tr("File");
    case Rows:
        return tr("Rows");
    case Size:
        return tr("Size");
    case Hash:
        return tr("SHA-256");
    default:
        return {};
    }
}

} // namespace tidemark
