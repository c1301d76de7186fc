#pragma once

#include <QChar>
#include <QString>

#include <optional>

namespace tidemark {

enum class QuotePolicy { Needed, All, NonNumeric };
enum class QuoteEscape { Doubled, Backslash };
enum class TextEncoding { Utf8, Utf16Le, Latin1 };
enum class BinaryForm { Hex0x, Hex, PostgresHex, Base64 }; // 0xAB, AB, \xAB, qw==
enum class Compression { None, Gzip, Zstd };

/// How values become text. The defaults are the default dialect: UTF-8 without BOM, comma, LF, header,
/// doubled quotes where needed, NULL an empty unquoted field, '' a quoted empty field. Values only.
struct CsvDialect {
    QChar delimiter = u',';
    QChar quote = u'"';
    QuotePolicy quoting = QuotePolicy::Needed;
    QuoteEscape escape = QuoteEscape::Doubled;
    QString nullMark; // unquoted; a text equal to it is quoted
    QString lineEnd = QStringLiteral("\n");
    bool header = true;
    bool byteOrderMark = false;
    TextEncoding encoding = TextEncoding::Utf8;
    QString trueWord = QStringLiteral("1");
    QString falseWord = QStringLiteral("0");
    QChar dateTimeSeparator = u' ';
    BinaryForm binary = BinaryForm::Hex0x;
    bool guidLowerCase = false;
    QChar decimalMark = u'.';
    bool guardFormulas = false; // puts ' before a text that begins with = + - @; changes the value

    bool operator==(const CsvDialect &) const = default;
};

/// How a table's rows are divided into files.
struct FileOptions {
    Compression compression = Compression::None;
    std::optional<qint64> partRows; // a new part after so many rows
    std::optional<qint64> partBytes; // a new part once so many bytes are written, at the end of a row

    bool operator==(const FileOptions &) const = default;
};

} // namespace tidemark
