#pragma once

#include "settingreader.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace tidemark {

/// Hands out the values of one map and finds the keys that nobody asked for.
class MapReader {
    Q_DECLARE_TR_FUNCTIONS(tidemark::MapReader)

public:
    /// A place without a node reads as an empty map; one that is not a map is an error.
    MapReader(SettingReader &reader, const DocumentPlace &place);

    /// The value of a key, without a node when it is absent or null. The key is known from now on.
    DocumentPlace take(const QString &key);
    /// A key that means something, but not to this version: warns when it is there.
    void refuse(const QString &key);
    bool contains(const QString &key) const { return m_place.node->find(key) != nullptr; }

    const DocumentPlace &place() const { return m_place; }
    const QStringList &knownKeys() const { return m_known; }

    /// Warns about each key that was not taken, with the known key that is nearest, or with the same key at
    /// one of the paths elsewhere.
    void warnUnknown(const QStringList &pathsElsewhere = {});

private:
    SettingReader &m_reader;
    DocumentPlace m_place;
    QStringList m_known;
};

} // namespace tidemark
