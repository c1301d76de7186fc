#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace tidemark {

enum class Align { Left, Right };

/// Lines of aligned columns for a terminal. The last column is not padded. Values only.
class TextTable {
public:
    explicit TextTable(QList<Align> columns) : m_columns(std::move(columns)) { }

    void add(const QStringList &cells) { m_rows += cells; }
    bool isEmpty() const { return m_rows.isEmpty(); }
    /// Cuts long cells of a column in their middle, so that lines have at most `width` characters.
    void fit(qsizetype column, qsizetype width);
    /// The lines, each indented by so many blanks and ended by a line feed.
    QString text(int indent = 0) const;

private:
    QList<qsizetype> widths() const;

    QList<Align> m_columns;
    QList<QStringList> m_rows;
};

/// "1,234,567", whatever the locale.
QString groupedNumber(qint64 number);
/// "1 table", "1,234 tables", likewise.
QString countText(qint64 count, const QString &one, const QString &many);
/// "38.1 MB", likewise.
QString sizeText(qint64 bytes);
/// "4.1 s", "2 min 5 s", "3 h 20 min", "2 d 3 h", likewise.
QString durationText(double seconds);

} // namespace tidemark
