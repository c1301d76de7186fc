#include "documentnode.h"

#include <cmath>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

DocumentNode scalar(DocumentNode::Kind kind, const QString &text)
{
    DocumentNode node;
    node.kind = kind;
    node.text = text;
    return node;
}

} // namespace

DocumentNode DocumentNode::ofText(const QString &text)
{
    return scalar(Kind::Text, text);
}

DocumentNode DocumentNode::ofNumber(qint64 number)
{
    return scalar(Kind::Number, QString::number(number));
}

DocumentNode DocumentNode::ofBool(bool value)
{
    return scalar(Kind::Bool, value ? u"true"_s : u"false"_s);
}

DocumentNode DocumentNode::list()
{
    return scalar(Kind::List, {});
}

DocumentNode DocumentNode::map()
{
    return scalar(Kind::Map, {});
}

const DocumentNode *DocumentNode::find(const QString &key) const
{
    const qsizetype index = kind == Kind::Map ? keys.indexOf(key) : -1;
    return index < 0 ? nullptr : &items[index];
}

DocumentNode *DocumentNode::find(const QString &key)
{
    const qsizetype index = kind == Kind::Map ? keys.indexOf(key) : -1;
    return index < 0 ? nullptr : &items[index];
}

DocumentNode &DocumentNode::insert(const QString &key, DocumentNode value)
{
    if (kind != Kind::Map) {
        kind = Kind::Map;
        text.clear();
        items.clear();
    }
    if (DocumentNode *existing = find(key)) {
        *existing = std::move(value);
        return *existing;
    }
    keys.append(key);
    items.append(std::move(value));
    return items.last();
}

void DocumentNode::remove(const QString &key)
{
    const qsizetype index = keys.indexOf(key);
    if (index >= 0) {
        keys.removeAt(index);
        items.removeAt(index);
    }
}

std::optional<QString> DocumentNode::asText() const
{
    if (kind == Kind::Text || (untyped && isScalar()))
        return text;
    return std::nullopt;
}

std::optional<qint64> DocumentNode::asInteger() const
{
    if (kind != Kind::Number && !(untyped && kind == Kind::Text))
        return std::nullopt;
    bool ok = false;
    if (const qint64 number = text.toLongLong(&ok); ok)
        return number;
    // "4.0" and "1e3" are whole numbers too, as long as a double holds them exactly.
    const double number = text.toDouble(&ok);
    if (!ok || number != std::floor(number) || std::abs(number) > 9007199254740992.0)
        return std::nullopt;
    return qint64(number);
}

std::optional<bool> DocumentNode::asBool() const
{
    if (kind != Kind::Bool && !(untyped && kind == Kind::Text))
        return std::nullopt;
    const QString word = text.toLower();
    if (word == u"true" || word == u"yes" || word == u"on")
        return true;
    if (word == u"false" || word == u"no" || word == u"off")
        return false;
    return std::nullopt;
}

} // namespace tidemark
