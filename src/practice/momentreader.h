#pragma once

#include "sqlresult.h"
#include "sqltype.h"
#include "sqlvalue.h"

#include <QStringView>

namespace tidemark::practice {

/// Reads the texts of dates and times that SQL Server takes under us_english: ISO 8601, yyyymmdd, numbers in
/// the order that the style says (month first without one), names of months, twelve hours, offsets.
class MomentReader {
public:
    MomentReader(QStringView text, const SqlType &from, const SqlType &to, int style);

    [[nodiscard]] SqlResult<SqlValue> read();

private:
    bool isTimeOnly() const;
    bool date();
    bool numericDate(int first, qsizetype digits);
    bool namedDate();
    bool compactDate(int value, qsizetype digits);
    bool time();
    bool fraction();
    bool halfDay();
    bool offset();
    bool number(int &value, qsizetype &digits);
    bool accept(QChar c);
    void skipBlanks();
    bool isDate(int year, int month, int day);
    int fullYear(int year, qsizetype digits) const;
    bool monthName(int &month);

    QStringView m_text;
    SqlType m_from;
    SqlType m_to;
    int m_style;
    MomentValue m_value;
    bool m_hasOffset = false;
    bool m_outOfRange = false;
    int m_fractionDigits = 0;
};

} // namespace tidemark::practice
