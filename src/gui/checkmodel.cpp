#include "checkmodel.h"

#include "checkstate.h"
#include "listlook.h"
#include "paletteicon.h"

#include <QHash>

#include <algorithm>
#include <iterator>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

QIcon placeIcon(const TableRef &subject)
{
    if (!subject.table.isEmpty())
        return paletteIcon(u"table"_s);
    return paletteIcon(subject.database.isEmpty() ? u"connect"_s : u"database"_s);
}

} // namespace

CheckModel::CheckModel(QObject *parent) : QAbstractItemModel(parent) { }

CheckModel::~CheckModel() = default;

CheckOutcome CheckModel::Group::worst() const
{
    const auto found = std::max_element(steps.cbegin(), steps.cend(),
        [](const CheckStep &left, const CheckStep &right) { return left.outcome < right.outcome; });
    return found->outcome;
}

double CheckModel::Group::seconds() const
{
    double sum = 0;
    for (const CheckStep &step : steps)
        sum += step.seconds;
    return sum;
}

int CheckModel::Group::attention() const
{
    return int(std::count_if(steps.cbegin(), steps.cend(),
        [](const CheckStep &step) { return step.outcome != CheckOutcome::Good; }));
}

CheckModel::Groups CheckModel::grouped(const QList<CheckStep> &steps)
{
    Groups groups;
    QHash<TableRef, Group *> known;
    for (const CheckStep &step : steps) {
        Group *&group = known[step.subject];
        if (group == nullptr) {
            groups.push_back(std::make_unique<Group>());
            group = groups.back().get();
            group->subject = step.subject;
        }
        group->steps += step;
    }
    return groups;
}

void CheckModel::replaceAll(Groups groups)
{
    beginResetModel();
    m_groups = std::move(groups);
    renumber();
    endResetModel();
}

void CheckModel::setSteps(const QList<CheckStep> &steps)
{
    Groups wanted = grouped(steps);
    if (m_groups.empty() || wanted.empty()) {
        replaceAll(std::move(wanted));
        return;
    }
    QSet<TableRef> wantedSubjects;
    for (const auto &group : wanted)
        wantedSubjects.insert(group->subject);
    removeAllBut(wantedSubjects);
    QHash<TableRef, Group *> kept;
    for (const auto &group : m_groups)
        kept.insert(group->subject, group.get());
    for (int row = 0; row < int(wanted.size());) {
        if (Group *group = kept.value(wanted[row]->subject)) {
            setGroupSteps(*group, wanted[row++]->steps);
            continue;
        }
        int end = row + 1;
        while (end < int(wanted.size()) && !kept.contains(wanted[end]->subject))
            ++end;
        const int at = std::min(row, rowCount());
        beginInsertRows({}, at, at + end - row - 1);
        m_groups.insert(m_groups.begin() + at, std::make_move_iterator(wanted.begin() + row),
            std::make_move_iterator(wanted.begin() + end));
        renumber();
        endInsertRows();
        row = end;
    }
}

void CheckModel::removeAllBut(const QSet<TableRef> &wanted)
{
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (wanted.contains(m_groups[last]->subject))
            continue;
        int first = last;
        while (first > 0 && !wanted.contains(m_groups[first - 1]->subject))
            --first;
        beginRemoveRows({}, first, last);
        m_groups.erase(m_groups.begin() + first, m_groups.begin() + last + 1);
        renumber();
        endRemoveRows();
        last = first;
    }
}

/// The same steps are there nearly always; then they change in place.
void CheckModel::setGroupSteps(Group &group, const QList<CheckStep> &steps)
{
    const QModelIndex parent = groupIndex(group);
    const int before = int(group.steps.size());
    const int after = int(steps.size());
    if (after < before) {
        beginRemoveRows(parent, after, before - 1);
        group.steps = steps;
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows(parent, before, after - 1);
        group.steps = steps;
        endInsertRows();
    } else if (group.steps == steps) {
        return;
    } else {
        group.steps = steps;
    }
    Q_EMIT dataChanged(parent, groupIndex(group, ColumnCount - 1));
    Q_EMIT dataChanged(index(0, 0, parent), index(after - 1, ColumnCount - 1, parent));
}

void CheckModel::renumber()
{
    for (size_t i = 0; i < m_groups.size(); ++i)
        m_groups[i]->row = int(i);
}

QList<CheckStep> CheckModel::stepsOf(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    if (const auto *group = static_cast<const Group *>(index.internalPointer()))
        return { group->steps[index.row()] };
    return m_groups[index.row()]->steps;
}

int CheckModel::count(CheckOutcome outcome) const
{
    int sum = 0;
    for (const auto &group : m_groups)
        sum += int(std::count_if(group->steps.cbegin(), group->steps.cend(),
            [outcome](const CheckStep &step) { return step.outcome == outcome; }));
    return sum;
}

QModelIndexList CheckModel::attentionGroups() const
{
    QModelIndexList found;
    for (const auto &group : m_groups) {
        if (group->attention() > 0)
            found += groupIndex(*group);
    }
    return found;
}

QModelIndex CheckModel::worst() const
{
    for (const CheckOutcome outcome : { CheckOutcome::Bad, CheckOutcome::Warning }) {
        for (const auto &group : m_groups) {
            const auto found = std::find_if(group->steps.cbegin(), group->steps.cend(),
                [outcome](const CheckStep &step) { return step.outcome == outcome; });
            if (found != group->steps.cend())
                return index(int(found - group->steps.cbegin()), 0, groupIndex(*group));
        }
    }
    return {};
}

QModelIndex CheckModel::groupIndex(const Group &group, int column) const
{
    return createIndex(group.row, column);
}

QModelIndex CheckModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return parent.isValid() ? createIndex(row, column, m_groups[parent.row()].get())
                            : createIndex(row, column);
}

QModelIndex CheckModel::parent(const QModelIndex &child) const
{
    const auto *group = static_cast<const Group *>(child.internalPointer());
    return group == nullptr ? QModelIndex() : groupIndex(*group);
}

int CheckModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    const bool isGroup = parent.internalPointer() == nullptr && parent.column() == 0;
    return isGroup ? int(m_groups[parent.row()]->steps.size()) : 0;
}

int CheckModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant CheckModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return cellAlignment(index.column() == Time);
    if (const auto *group = static_cast<const Group *>(index.internalPointer()))
        return stepData(group->steps[index.row()], index.column(), role);
    return groupData(*m_groups[index.row()], index.column(), role);
}

QVariant CheckModel::groupData(const Group &group, int column, int role)
{
    if (role == AttentionRole)
        return group.attention() > 0;
    if (role == Qt::DecorationRole) {
        if (column == Check)
            return placeIcon(group.subject);
        return column == State ? checkStateIcon(group.worst()) : QVariant();
    }
    if (role != Qt::DisplayRole && !(role == Qt::ToolTipRole && column == Check))
        return {};
    switch (column) {
    case Check:
        return group.subject == TableRef() ? tr("Connection") : group.place();
    case State:
        return checkStateText(group.worst());
    case Found:
        return group.attention() == 0 ? tr("Nothing is missing.")
                                      : tr("%n thing(s) to look at.", nullptr, group.attention());
    case Time:
        return checkTimeText(group.seconds());
    default:
        return {};
    }
}

QVariant CheckModel::stepData(const CheckStep &step, int column, int role)
{
    if (role == AttentionRole)
        return step.outcome != CheckOutcome::Good;
    if (role == Qt::DecorationRole)
        return column == State ? checkStateIcon(step.outcome) : QVariant();
    if (role == Qt::ToolTipRole)
        return column == Found ? step.text : column == Check ? step.why : QVariant();
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Check:
        return step.name;
    case State:
        return checkStateText(step.outcome);
    case Found:
        return step.text;
    case Time:
        return checkTimeText(step.seconds);
    default:
        return {};
    }
}

QVariant CheckModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return cellAlignment(section == Time);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Check:
        return tr("Check");
    case State:
        return tr("State");
    case Found:
        return tr("What was found");
    case Time:
        return tr("Time");
    default:
        return {};
    }
}

} // namespace tidemark
