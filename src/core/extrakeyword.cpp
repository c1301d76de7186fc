#include "extrakeyword.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ExtraKeywordText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::ExtraKeyword)
};

bool carriesSecret(const QString &keyword)
{
    static const QStringList secrets{ u"pwd"_s, u"password"_s, u"accesstoken"_s, u"keystoresecret"_s };
    return secrets.contains(keyword);
}

bool isReserved(const QString &keyword)
{
    static const QStringList reserved = { u"driver"_s, u"dsn"_s, u"filedsn"_s, u"savefile"_s, u"server"_s,
        u"servername"_s, u"addr"_s, u"address"_s, u"port"_s, u"database"_s, u"uid"_s, u"user"_s, u"app"_s,
        u"encrypt"_s, u"encryption"_s, u"trustservercertificate"_s, u"hostnameincertificate"_s,
        u"authentication"_s, u"trusted_connection"_s, u"applicationintent"_s, u"packetsize"_s,
        u"tds_version"_s, u"clientcharset"_s, u"timeout"_s, u"connectretrycount"_s, u"getdataextensions"_s,
        u"mars_connection"_s, u"multipleactiveresultsets"_s, u"regional"_s, u"dumpfile"_s,
        u"dumpfileappend"_s, u"debugflags"_s, u"textsize"_s, u"retryexec"_s };
    return reserved.contains(keyword);
}

} // namespace

QString mistakeInExtraKeyword(const QString &keyword)
{
    static const QRegularExpression form(u"^[A-Za-z][A-Za-z0-9_ ]*$"_s);
    if (!form.match(keyword).hasMatch() || keyword.endsWith(u' '))
        return ExtraKeywordText::tr("%1 is not a keyword of a connection string.").arg(keyword);
    const QString plain = keyword.toLower().remove(u' ');
    if (carriesSecret(plain))
        return ExtraKeywordText::tr(
            "The keyword %1 would carry a password, which has a field of its own and is never written to a "
            "file.")
            .arg(keyword);
    if (isReserved(plain))
        return ExtraKeywordText::tr("The keyword %1 cannot be given as an extra one: Tidemark sets it "
                                    "itself, or it would spoil what is read.")
            .arg(keyword);
    return {};
}

} // namespace tidemark
