#pragma once

#include "livetext.h"

#include "historyrun.h"
#include "verifiedtable.h"

#include <QAbstractTableModel>
#include <QIcon>

#include <optional>

namespace tidemark {

/// The files of one run of the history, and what verifying has found of them.
class RunFileModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { State, File, Rows, Size, Hash, ColumnCount };

    explicit RunFileModel(QObject *parent = nullptr);

    void setFiles(const QList<HistoryFileEntry> &files);
    /// Files that the table's answer does not name stay as they are.
    void setVerified(const VerifiedTable &table);
    /// Absolute paths of what can be verified: the files that the manifest still names.
    QStringList currentFiles() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        HistoryFileEntry file;
        std::optional<FileState> state; // none: not verified
        LiveText problem;
    };

    static QString text(const Row &row, int column);
    static QString tip(const Row &row, int column);

    QList<Row> m_rows;
};

/// The word and the shape of a file's state; none is a file that was not verified.
QString fileStateText(std::optional<FileState> state);
QIcon fileStateIcon(std::optional<FileState> state);

} // namespace tidemark
