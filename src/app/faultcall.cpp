#include "faultcall.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct FaultText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::FaultCall)
};

} // namespace

Result<QString> faultCall(const QString &fault)
{
    static const QRegularExpression word(uR"re(\G\s*([A-Za-z_]+)=(?:"([^"]*)"|(\S+))(?=\s|$))re"_s);
    QStringList arguments;
    qsizetype at = 0;
    for (auto match = word.match(fault); match.hasMatch(); match = word.match(fault, at)) {
        QString value = match.capturedStart(2) >= 0 ? match.captured(2) : match.captured(3);
        arguments += u"@%1 = N'%2'"_s.arg(match.captured(1), value.replace(u'\'', u"''"_s));
        at = match.capturedEnd();
    }
    if (arguments.isEmpty() || !QStringView(fault).mid(at).trimmed().isEmpty())
        return fail(ErrorKind::Configuration,
            FaultText::tr(
                "A fault is written as kind=close row=100 statement=[orders], a value with blanks in "
                "double quotes; \"%1\" is not.")
                .arg(fault));
    return u"EXEC practice.fault "_s + arguments.join(u", "_s);
}

} // namespace tidemark
