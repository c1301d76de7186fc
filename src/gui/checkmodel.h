#pragma once

#include "catalogentry.h"

#include <QAbstractItemModel>
#include <QList>
#include <QSet>

#include <memory>
#include <vector>

namespace tidemark {

/// The steps of a readiness check below the connection, the database or the table that they are about. A
/// later check changes what differs, so selection and scroll survive. GUI thread.
class CheckModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Check, State, Found, Time, ColumnCount };
    enum Role { AttentionRole = Qt::UserRole }; // whether it is not good

    explicit CheckModel(QObject *parent = nullptr);
    ~CheckModel() override;

    void setSteps(const QList<CheckStep> &steps);

    /// One step, or all that are about one thing.
    QList<CheckStep> stepsOf(const QModelIndex &index) const;
    int count(CheckOutcome outcome) const;
    /// Of all that is not good.
    QModelIndexList attentionGroups() const;
    /// The first step that failed, else the first warning; invalid when all is good.
    QModelIndex worst() const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Group {
        TableRef subject;
        QList<CheckStep> steps;
        int row = 0;

        QString place() const { return steps.constFirst().place(); }
        CheckOutcome worst() const;
        double seconds() const;
        int attention() const;
    };
    using Groups = std::vector<std::unique_ptr<Group>>;

    static Groups grouped(const QList<CheckStep> &steps);
    void replaceAll(Groups groups);
    void removeAllBut(const QSet<TableRef> &wanted);
    void setGroupSteps(Group &group, const QList<CheckStep> &steps);
    void renumber();
    QModelIndex groupIndex(const Group &group, int column = 0) const;
    static QVariant groupData(const Group &group, int column, int role);
    static QVariant stepData(const CheckStep &step, int column, int role);

    Groups m_groups;
};

} // namespace tidemark
