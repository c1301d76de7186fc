#include "mapreader.h"

#include "nearestword.h"

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

const DocumentNode &emptyMap()
{
    static const DocumentNode node = DocumentNode::map();
    return node;
}

} // namespace

MapReader::MapReader(SettingReader &reader, const DocumentPlace &place) : m_reader(reader), m_place(place)
{
    if (place && place.node->kind == DocumentNode::Kind::Map)
        return;
    if (place && place.node->kind != DocumentNode::Kind::Null)
        reader.expected(place, tr("a map"));
    m_place.node = &emptyMap();
}

DocumentPlace MapReader::take(const QString &key)
{
    if (!m_known.contains(key))
        m_known += key;
    DocumentPlace place = m_place.child(key);
    if (place && place.node->kind == DocumentNode::Kind::Null)
        place.node = nullptr;
    return place;
}

void MapReader::refuse(const QString &key)
{
    if (const DocumentPlace place = take(key))
        m_reader.warn(place, tr("this version of Tidemark does not support it; it has no effect."));
}

void MapReader::warnUnknown(const QStringList &pathsElsewhere)
{
    for (qsizetype i = 0; i < m_place.node->keys.size(); ++i) {
        const QString key = m_place.node->keys[i];
        if (m_known.contains(key))
            continue;
        QString nearest = nearestWord(key, m_known);
        for (const QString &path : pathsElsewhere) {
            if (nearest.isEmpty() && path.endsWith(u'.' + key))
                nearest = path;
        }
        m_reader.warn(m_place.item(i),
            nearest.isEmpty() ? tr("unknown key; it has no effect.")
                              : tr("unknown key; it has no effect. Did you mean %1?").arg(nearest));
    }
}

} // namespace tidemark
