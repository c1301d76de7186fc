#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace tidemark {

/// One small result set as text: what the catalog answers. Values only.
struct ResultRows {
    QStringList columns;
    QList<QList<std::optional<QString>>> rows; // none is NULL
};

/// Reads the cells of one row by column name. The rows must outlive it.
class RowReader {
public:
    RowReader(const ResultRows &result, qsizetype row) : m_result(result), m_row(row) { }

    std::optional<QString> text(const QString &column) const;
    QString textOr(const QString &column, const QString &other) const;
    std::optional<qint64> number(const QString &column) const;
    /// True for any number but 0; `other` for NULL.
    bool flag(const QString &column, bool other) const;

private:
    const ResultRows &m_result;
    qsizetype m_row;
};

} // namespace tidemark
