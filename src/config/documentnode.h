#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace tidemark {

/// One value of a document, whether JSON or YAML wrote it, with its line. Maps keep the order of the file.
/// Values only.
struct DocumentNode {
    enum class Kind { Null, Bool, Number, Text, List, Map };

    Kind kind = Kind::Null;
    QString text; // Text: the text itself; Null, Bool, Number: the spelling
    bool untyped = false; // a YAML scalar without quotes: it is what is expected of it
    int line = 0; // 0: not from a file
    QStringList keys; // Map: of the items
    QList<DocumentNode> items; // List and Map

    static DocumentNode ofText(const QString &text);
    static DocumentNode ofNumber(qint64 number);
    static DocumentNode ofBool(bool value);
    static DocumentNode list();
    static DocumentNode map();

    bool isScalar() const { return kind != Kind::List && kind != Kind::Map; }

    /// The value of a key of a map; null when there is none.
    const DocumentNode *find(const QString &key) const;
    DocumentNode *find(const QString &key);
    /// Replaces or appends the value of a key; the node becomes a map if it is none.
    DocumentNode &insert(const QString &key, DocumentNode value);
    void remove(const QString &key);

    /// The scalar as a text, a whole number, a truth value; none when it is not one. Exact over 64 bits.
    std::optional<QString> asText() const;
    std::optional<qint64> asInteger() const;
    std::optional<bool> asBool() const;
};

} // namespace tidemark
