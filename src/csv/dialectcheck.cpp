#include "dialectcheck.h"

#include <QCoreApplication>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

class DialectCheck {
    Q_DECLARE_TR_FUNCTIONS(tidemark::DialectCheck)

public:
    explicit DialectCheck(const CsvDialect &dialect) : m_dialect(dialect) { }

    Status check() const;

private:
    QString problem() const;
    QString problemOfUnits() const;
    QString problemOfNullMark() const;
    QString problemOfLatin1() const;

    const CsvDialect &m_dialect;
};

bool isLineBreak(QChar unit)
{
    return unit == u'\n' || unit == u'\r';
}

/// Neither half a character nor one that a CSV file cannot be divided by.
bool isPlainUnit(QChar unit)
{
    return !unit.isNull() && !unit.isSurrogate() && !isLineBreak(unit) && unit != QChar(0xFEFF);
}

bool isNumberUnit(QChar unit)
{
    return QStringView(u"0123456789+-e").contains(unit);
}

QString DialectCheck::problemOfUnits() const
{
    const CsvDialect &d = m_dialect;
    if (!isPlainUnit(d.delimiter) || !isPlainUnit(d.quote))
        return tr("the delimiter and the quote must be single characters other than a line break");
    if (d.delimiter == d.quote)
        return tr("the delimiter and the quote are the same character");
    if (d.escape == QuoteEscape::Backslash && (d.delimiter == u'\\' || d.quote == u'\\'))
        return tr("the backslash cannot be the escape and the delimiter or quote at once");
    if (d.lineEnd.isEmpty() || d.lineEnd.contains(d.delimiter) || d.lineEnd.contains(d.quote)
        || !d.lineEnd.isValidUtf16())
        return tr("the line end must not be empty and must not hold the delimiter or the quote");
    if (!isPlainUnit(d.decimalMark) || isNumberUnit(d.decimalMark))
        return tr("the decimal mark must be a character that numbers do not have");
    if (!isPlainUnit(d.dateTimeSeparator))
        return tr("the date and time separator must be a single character other than a line break");
    if (d.trueWord == d.falseWord || !d.trueWord.isValidUtf16() || !d.falseWord.isValidUtf16())
        return tr("the words for true and false must differ");
    return {};
}

QString DialectCheck::problemOfNullMark() const
{
    const QString &mark = m_dialect.nullMark;
    const bool divides = std::ranges::any_of(mark, [this](QChar unit) {
        return isLineBreak(unit) || unit == m_dialect.delimiter || unit == m_dialect.quote
            || m_dialect.lineEnd.contains(unit);
    });
    if (divides || !mark.isValidUtf16())
        return tr("the NULL mark must not hold the delimiter, the quote or a line break");
    return {};
}

QString DialectCheck::problemOfLatin1() const
{
    if (m_dialect.encoding != TextEncoding::Latin1)
        return {};
    const QString own = m_dialect.nullMark + m_dialect.lineEnd + m_dialect.trueWord + m_dialect.falseWord
        + m_dialect.delimiter + m_dialect.quote + m_dialect.decimalMark + m_dialect.dateTimeSeparator;
    if (std::ranges::any_of(own, [](QChar unit) { return unit.unicode() > 0xFF; }))
        return tr("Latin-1 cannot hold the characters of its own marks and words");
    return {};
}

QString DialectCheck::problem() const
{
    for (const QString &text : { problemOfUnits(), problemOfNullMark(), problemOfLatin1() }) {
        if (!text.isEmpty())
            return text;
    }
    return {};
}

Status DialectCheck::check() const
{
    const QString text = problem();
    if (text.isEmpty())
        return {};
    return fail(ErrorKind::Configuration,
        tr("The CSV options do not fit together: %1. Change them in the job's csv settings.").arg(text));
}

} // namespace

Status checkDialect(const CsvDialect &dialect)
{
    return DialectCheck(dialect).check();
}

} // namespace tidemark
