#pragma once

#include "tablereport.h"

#include <QMap>
#include <QSet>
#include <QString>
#include <QTextStream>

#include <cstdio>
#include <optional>

namespace tidemark {

enum class Verbosity { Quiet, Normal, Verbose };

/// Standard error for people: a live line on a terminal, plain lines otherwise. Standard output for data.
/// Lives in the main thread. Never localised, so that scripts and people read the same.
class Console {
public:
    explicit Console(Verbosity verbosity);
    /// For tests: other streams, and whether `errors` counts as a terminal.
    Console(Verbosity verbosity, FILE *output, FILE *errors, bool terminal);

    /// A line that is always said: what went wrong, what to do.
    void error(const QString &text);
    void info(const QString &text);
    void detail(const QString &text);

    /// Data for a program or a table for a person, on standard output, flushed at once. False when it cannot
    /// be written, e.g. because the reader is gone.
    bool write(const QByteArray &data);

    /// How many characters a line of the terminal has that shows the data; none for a file or a pipe.
    std::optional<int> outputWidth() const;

    /// Whether anybody sees live lines: on a terminal, unless it is to be quiet.
    bool showsLive() const { return m_terminal && m_verbosity != Verbosity::Quiet; }
    /// A line that the next one takes the place of.
    void live(const QString &text);
    void progress(const TableProgress &progress, int tables);
    /// One line about a finished table, and its warnings unless another table had the same.
    void finished(const TableReport &report);

private:
    void line(const QString &text);
    void clearLive();

    FILE *m_output;
    FILE *m_errors;
    Verbosity m_verbosity;
    bool m_terminal;
    bool m_liveShown = false;
    QMap<int, TableProgress> m_running;
    QHash<TableRef, QString> m_notes; // what was said of a table last, before its end
    QSet<QString> m_warned;
    int m_finished = 0;
};

} // namespace tidemark
