#include "treenode.h"

#include <algorithm>
#include <iterator>

namespace tidemark {

bool TreeNode::comesBefore(const QString &left, const QString &right)
{
    const int order = left.compare(right, Qt::CaseInsensitive);
    return order != 0 ? order < 0 : left < right;
}

int TreeNode::placeOf(const QString &childName) const
{
    const auto place = std::lower_bound(children.cbegin(), children.cend(), childName,
        [](const std::unique_ptr<TreeNode> &node, const QString &wanted) {
            return comesBefore(node->name, wanted);
        });
    return int(place - children.cbegin());
}

TreeNode *TreeNode::child(const QString &childName) const
{
    const auto place = size_t(placeOf(childName));
    return place < children.size() && children[place]->name == childName ? children[place].get() : nullptr;
}

void TreeNode::insert(int place, Children nodes)
{
    for (const auto &node : nodes)
        node->parent = this;
    children.insert(children.begin() + place, std::make_move_iterator(nodes.begin()),
        std::make_move_iterator(nodes.end()));
    renumber(place);
}

void TreeNode::remove(int place, int count)
{
    children.erase(children.begin() + place, children.begin() + place + count);
    renumber(place);
}

void TreeNode::tick(bool on)
{
    ticked = on;
    for (const auto &node : children) {
        if (!on || node->kind != Kind::Table || node->canFollow())
            node->tick(on);
    }
}

void TreeNode::setMode(SyncMode newMode)
{
    if (ticked || kind == Kind::Database)
        mode = newMode;
    for (const auto &node : children)
        node->setMode(newMode);
}

void TreeNode::forgetOptions()
{
    columns = 0;
    filtered = false;
    for (const auto &node : children)
        node->forgetOptions();
}

bool TreeNode::hasTick() const
{
    return kind == Kind::Table
        ? ticked
        : std::any_of(children.cbegin(), children.cend(), [](const auto &node) { return node->hasTick(); });
}

void TreeNode::renumber(int from)
{
    for (auto i = size_t(from); i < children.size(); ++i)
        children[i]->row = int(i);
}

Qt::CheckState TreeNode::state() const
{
    bool ticks = false;
    bool gaps = false;
    look(ticks, gaps);
    return !ticks ? Qt::Unchecked : gaps ? Qt::PartiallyChecked : Qt::Checked;
}

void TreeNode::look(bool &ticks, bool &gaps) const
{
    if (kind == Kind::Table || (kind == Kind::Database && loading != Loading::Loaded)) {
        ticks = ticks || ticked;
        gaps = gaps || (!ticked && (kind == Kind::Database || canFollow()));
        return;
    }
    for (const auto &node : children) {
        if (ticks && gaps)
            return;
        node->look(ticks, gaps);
    }
}

} // namespace tidemark
