#include "setting.h"

#include <QCoreApplication>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct SettingText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::Setting)
};

bool carriesSecret(const QString &keyword)
{
    static const QStringList secrets{ u"pwd"_s, u"password"_s, u"accesstoken"_s };
    return secrets.contains(keyword.toLower().remove(u' '));
}

} // namespace

std::optional<QStringList> readTextList(SettingReader &reader, const DocumentPlace &place)
{
    if (!reader.isFilledList(place, SettingText::tr("a list with at least one name")))
        return std::nullopt;
    QStringList values;
    bool good = true;
    for (qsizetype i = 0; i < place.node->items.size(); ++i) {
        const DocumentPlace item = place.item(i);
        const std::optional<QString> value = reader.text(item);
        if (value && !values.contains(*value)) {
            values += *value;
            continue;
        }
        good = false;
        if (value)
            reader.error(item, SettingText::tr("\"%1\" stands twice in the list.").arg(*value));
    }
    return good ? std::optional(values) : std::nullopt;
}

DocumentNode textListNode(const QStringList &values)
{
    DocumentNode node = DocumentNode::list();
    for (const QString &value : values)
        node.items += DocumentNode::ofText(escapeVariables(value));
    return node;
}

std::optional<QMap<QString, QString>> readTextMap(SettingReader &reader, const DocumentPlace &place)
{
    if (place.node->kind != DocumentNode::Kind::Map) {
        reader.expected(place, SettingText::tr("a map of texts"));
        return std::nullopt;
    }
    QMap<QString, QString> values;
    for (qsizetype i = 0; i < place.node->keys.size(); ++i) {
        const DocumentPlace item = place.item(i);
        if (carriesSecret(place.node->keys[i])) {
            reader.error(item, SettingText::tr("a password does not belong here; use the key \"password\"."));
            continue;
        }
        if (const std::optional<QString> value = reader.text(item))
            values.insert(place.node->keys[i], *value);
    }
    return values;
}

DocumentNode textMapNode(const QMap<QString, QString> &values)
{
    DocumentNode node = DocumentNode::map();
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        node.insert(it.key(), DocumentNode::ofText(escapeVariables(it.value())));
    return node;
}

} // namespace tidemark
