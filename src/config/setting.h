#pragma once

#include "documentnode.h"
#include "settingreader.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <limits>
#include <optional>
#include <type_traits>
#include <utility>

namespace tidemark {

/// One option of a job file or profile: its key, and which values of type T it takes.
template <typename T>
struct Setting {
    QString key;
    QStringList olderPaths = {}; // where else in a job file it may stand: "server", "connection.sql_login"
    QList<std::pair<QString, T>> words = {}; // the only values, by name; empty: any value of the type
    qint64 low = 0;
    qint64 high = std::numeric_limits<int>::max();
    bool isPath = false;
};

template <typename T>
QStringList wordsOf(const Setting<T> &setting)
{
    QStringList words;
    for (const auto &word : setting.words)
        words += word.first;
    return words;
}

/// Different texts, at least one.
std::optional<QStringList> readTextList(SettingReader &reader, const DocumentPlace &place);
DocumentNode textListNode(const QStringList &values);
/// Texts by name: further keywords of a driver. One that would carry a password is an error.
std::optional<QMap<QString, QString>> readTextMap(SettingReader &reader, const DocumentPlace &place);
DocumentNode textMapNode(const QMap<QString, QString> &values);

/// The value of a setting; none when it is not one, which the reader has noted.
template <typename T>
std::optional<T> readSetting(SettingReader &reader, const Setting<T> &setting, const DocumentPlace &place)
{
    if (!setting.words.isEmpty()) {
        if constexpr (std::is_same_v<T, QString>) {
            for (const auto &word : setting.words) {
                if (place.node->text == word.second)
                    return word.second;
            }
        }
        const std::optional<qsizetype> index = reader.word(place, wordsOf(setting));
        return index ? std::optional<T>(setting.words[*index].second) : std::nullopt;
    }
    if constexpr (std::is_same_v<T, QString>)
        return setting.isPath ? reader.filePath(place) : reader.text(place);
    else if constexpr (std::is_same_v<T, QChar>)
        return reader.character(place);
    else if constexpr (std::is_same_v<T, bool>)
        return reader.truth(place);
    else if constexpr (std::is_integral_v<T>)
        return reader.integer(place, setting.low, setting.high);
    else if constexpr (std::is_same_v<T, QMap<QString, QString>>)
        return readTextMap(reader, place);
    else if constexpr (std::is_same_v<T, QStringList>)
        return readTextList(reader, place);
    else
        return std::nullopt; // enumerations always have words
}

/// The node that reads back as the value.
template <typename T>
DocumentNode settingNode(const Setting<T> &setting, const T &value)
{
    for (const auto &word : setting.words) {
        if (word.second == value)
            return DocumentNode::ofText(word.first);
    }
    if constexpr (std::is_same_v<T, QString> || std::is_same_v<T, QChar>)
        return DocumentNode::ofText(escapeVariables(value));
    else if constexpr (std::is_same_v<T, bool>)
        return DocumentNode::ofBool(value);
    else if constexpr (std::is_integral_v<T>)
        return DocumentNode::ofNumber(value);
    else if constexpr (std::is_same_v<T, QMap<QString, QString>>)
        return textMapNode(value);
    else if constexpr (std::is_same_v<T, QStringList>)
        return textListNode(value);
    else
        return {};
}

} // namespace tidemark
