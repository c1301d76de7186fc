#pragma once

#include "documentnode.h"
#include "result.h"
#include "variables.h"

#include <QChar>
#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <optional>

namespace tidemark {

/// A node and where it stands: "tables[2].mode".
struct DocumentPlace {
    const DocumentNode *node = nullptr;
    QString path;

    explicit operator bool() const { return node != nullptr; }
    DocumentPlace child(const QString &key) const;
    DocumentPlace item(qsizetype index) const;
};

/// Reads single values of a document, with ${NAME} filled in, and collects what is wrong. A reading function
/// that gives nothing has noted why. Lives as long as one document is read.
class SettingReader {
    Q_DECLARE_TR_FUNCTIONS(tidemark::SettingReader)

public:
    SettingReader(const QString &filePath, const Variables &variables);

    std::optional<QString> text(const DocumentPlace &place);
    /// A path; relative ones belong to the folder of the file.
    std::optional<QString> filePath(const DocumentPlace &place);
    std::optional<qint64> integer(const DocumentPlace &place, qint64 low, qint64 high);
    std::optional<bool> truth(const DocumentPlace &place);
    std::optional<QChar> character(const DocumentPlace &place);
    /// The place of the value in `words`; capitals, blanks, - and _ make no difference.
    std::optional<qsizetype> word(const DocumentPlace &place, const QStringList &words);
    /// False, with an error, unless the node is of this kind and holds something.
    bool isFilledList(const DocumentPlace &place, const QString &expected);
    bool isFilledMap(const DocumentPlace &place, const QString &expected);

    void error(const DocumentPlace &place, const QString &text);
    /// "expected a map, not a text": kinds only, since a text may hold a password.
    void expected(const DocumentPlace &place, const QString &what);
    void warn(const DocumentPlace &place, const QString &text);

    /// A key in its map, for errors and warnings: "csv.delimiter", "databases.shop.[\"odd name\"]".
    static QString childPath(const QString &path, const QString &key);

    bool hasErrors() const { return !m_errors.isEmpty(); }
    const QStringList &warnings() const { return m_warnings; }
    /// All errors, one a line, and the warnings, since a mistyped key is often their cause.
    SyncError failure() const;

private:
    std::optional<DocumentNode> expanded(const DocumentPlace &place);
    /// The same as expected(), showing the value as the file spells it.
    void expectedValue(const DocumentPlace &place, const QString &what);
    static QString lineText(const DocumentPlace &place, const QString &text);

    QString m_filePath;
    const Variables &m_variables;
    QStringList m_errors;
    QStringList m_warnings;
};

} // namespace tidemark
