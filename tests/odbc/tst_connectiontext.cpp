#include "connectiontext.h"

#include <QtTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

const OdbcDriver microsoft{ u"ODBC Driver 18 for SQL Server"_s, DriverFamily::Microsoft, 18, {} };
const OdbcDriver freeTds{ u"FreeTDS"_s, DriverFamily::FreeTds, 0, {} };

ConnectionSpec simpleSpec()
{
    ConnectionSpec spec;
    spec.server = u"db1,1500"_s;
    spec.user = u"sa"_s;
    return spec;
}

} // namespace

/// The strings as both drivers need them; that a driver reads them back exactly is tst_logins' matter.
class ConnectionTextTest : public QObject {
    Q_OBJECT

private slots:
    void writesTheWholeString_data()
    {
        QTest::addColumn<bool>("isMicrosoft");
        QTest::addColumn<QString>("text");
        QTest::newRow("Microsoft's")
            << true
            << u"DRIVER={ODBC Driver 18 for SQL Server};Server={db1,1500};UID=sa;PWD=secret;Encrypt=yes;"
               "TrustServerCertificate=no;ConnectRetryCount=0;Database=shop;APP=Tidemark;PacketSize=16000;"_s;
        QTest::newRow("FreeTDS")
            << false
            << u"DRIVER={FreeTDS};Servername=db1;UID=sa;PWD=secret;TDS_Version=7.4;ClientCharset=UTF-8;"
               "Encryption=require;Timeout=300;Database=shop;APP=Tidemark;PacketSize=16000;"_s;
    }
    void writesTheWholeString()
    {
        QFETCH(bool, isMicrosoft);
        QFETCH(QString, text);
        const Result<QString> made =
            connectionText(isMicrosoft ? microsoft : freeTds, simpleSpec(), Secret(u"secret"_s), u"shop"_s);
        QVERIFY(made.has_value());
        QCOMPARE(*made, text);
    }

    void writesOptions_data()
    {
        QTest::addColumn<std::function<void(ConnectionSpec &)>>("change");
        QTest::addColumn<bool>("isMicrosoft");
        QTest::addColumn<QString>("part");
        using Change = std::function<void(ConnectionSpec &)>;
        QTest::newRow("optional") << Change([](ConnectionSpec &s) { s.encrypt = Encryption::Optional; })
                                  << true << u"Encrypt=no;"_s;
        QTest::newRow("strict") << Change([](ConnectionSpec &s) { s.encrypt = Encryption::Strict; }) << true
                                << u"Encrypt=strict;"_s;
        QTest::newRow("trust") << Change([](ConnectionSpec &s) { s.trustServerCertificate = true; }) << true
                               << u"TrustServerCertificate=yes;"_s;
        QTest::newRow("name in the certificate")
            << Change([](ConnectionSpec &s) { s.hostNameInCertificate = u"localhost"_s; }) << true
            << u"HostNameInCertificate=localhost;"_s;
        for (const SignIn signIn : { SignIn::EntraPassword, SignIn::EntraServicePrincipal }) {
            QTest::addRow("%s", qPrintable(signInName(signIn)))
                << Change([signIn](ConnectionSpec &s) { s.signIn = signIn; }) << true
                << u"UID=sa;PWD=secret;Authentication=%1;Encrypt=yes;"_s.arg(signInName(signIn));
        }
        for (const SignIn signIn : { SignIn::EntraInteractive, SignIn::EntraManagedIdentity }) {
            QTest::addRow("%s", qPrintable(signInName(signIn)))
                << Change([signIn](ConnectionSpec &s) { s.signIn = signIn; }) << true
                << u"1500};UID=sa;Authentication=%1;Encrypt=yes;"_s.arg(signInName(signIn));
        }
        QTest::newRow("managed identity of the system") << Change([](ConnectionSpec &s) {
            s.signIn = SignIn::EntraManagedIdentity;
            s.user.clear();
        }) << true << u"1500};Authentication=ActiveDirectoryMsi;"_s;
        QTest::newRow("Entra integrated")
            << Change([](ConnectionSpec &s) { s.signIn = SignIn::EntraIntegrated; }) << true
            << u"1500};Authentication=ActiveDirectoryIntegrated;"_s;
        QTest::newRow("Kerberos") << Change([](ConnectionSpec &s) { s.signIn = SignIn::Kerberos; }) << true
                                  << u"1500};Trusted_Connection=yes;Encrypt=yes;"_s;
        QTest::newRow("FreeTDS Kerberos")
            << Change([](ConnectionSpec &s) { s.signIn = SignIn::Kerberos; }) << false
            << u"Servername=db1;Trusted_Connection=yes;TDS_Version=7.4;"_s;
        QTest::newRow("instance") << Change([](ConnectionSpec &s) { s.server = u"db1\\SALES"_s; }) << true
                                  << u"Server=db1\\SALES;"_s;
        QTest::newRow("intent") << Change([](ConnectionSpec &s) { s.readOnlyIntent = true; }) << true
                                << u"ApplicationIntent=ReadOnly;"_s;
        QTest::newRow("extra") << Change([](ConnectionSpec &s) {
            s.extra = { { u"WSID"_s, u"a b;c"_s } };
        }) << true << u"WSID={a b;c};"_s;
        QTest::newRow("packet size is bounded")
            << Change([](ConnectionSpec &s) { s.packetSize = 32767; }) << true << u"PacketSize=16384;"_s;
        QTest::newRow("FreeTDS optional")
            << Change([](ConnectionSpec &s) { s.encrypt = Encryption::Optional; }) << false
            << u"Server=db1;Port=1500;UID=sa;PWD=secret;TDS_Version=7.4;ClientCharset=UTF-8;Encryption=request;"_s;
        QTest::newRow("FreeTDS trust")
            << Change([](ConnectionSpec &s) { s.trustServerCertificate = true; }) << false
            << u"Server=db1;Port=1500;UID=sa;PWD=secret;TDS_Version=7.4;ClientCharset=UTF-8;Encryption=require;"_s;
        QTest::newRow("FreeTDS instance") << Change([](ConnectionSpec &s) {
            s.server = u"db1\\SALES"_s;
            s.trustServerCertificate = true;
        }) << false << u"Server=db1\\SALES;UID"_s;
        QTest::newRow("FreeTDS intent") << Change([](ConnectionSpec &s) { s.readOnlyIntent = true; }) << false
                                        << u"ApplicationIntent=ReadOnly;"_s;
    }
    void writesOptions()
    {
        QFETCH(std::function<void(ConnectionSpec &)>, change);
        QFETCH(bool, isMicrosoft);
        QFETCH(QString, part);
        ConnectionSpec spec = simpleSpec();
        change(spec);
        const Result<QString> made =
            connectionText(isMicrosoft ? microsoft : freeTds, spec, Secret(u"secret"_s), u"shop"_s);
        QVERIFY(made.has_value());
        QVERIFY2(made->contains(part), qPrintable(*made));
        QVERIFY(made->endsWith(u';'));
    }

    void escapesPasswords_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("forMicrosoft"); // empty: refused
        QTest::addColumn<QString>("forFreeTds");
        QTest::newRow("plain") << u"abc"_s << u"PWD=abc;"_s << u"PWD=abc;"_s;
        QTest::newRow("semicolon") << u"a;b"_s << u"PWD={a;b};"_s << u"PWD={a;b};"_s;
        QTest::newRow("injection") << u"p;APP=evil"_s << u"PWD={p;APP=evil};"_s << u"PWD={p;APP=evil};"_s;
        QTest::newRow("equals") << u"a=b"_s << u"PWD={a=b};"_s << u"PWD=a=b;"_s;
        QTest::newRow("closing brace") << u"a}b"_s << u"PWD={a}}b};"_s << u"PWD=a}b;"_s;
        QTest::newRow("two closing braces") << u"a}}b"_s << u"PWD={a}}}}b};"_s << u"PWD=a}}b;"_s;
        QTest::newRow("opening brace first") << u"{ab"_s << u"PWD={{ab};"_s << u"PWD={{ab};"_s;
        QTest::newRow("opening brace within") << u"a{b"_s << u"PWD={a{b};"_s << u"PWD=a{b;"_s;
        QTest::newRow("blanks at the ends") << u" a "_s << u"PWD={ a };"_s << u"PWD={ a };"_s;
        QTest::newRow("quotes") << u"a\"'b"_s << u"PWD=a\"'b;"_s << u"PWD=a\"'b;"_s;
        QTest::newRow("four bytes in UTF-8")
            << u"\U0001F30Aß"_s << u"PWD=\U0001F30Aß;"_s << u"PWD=\U0001F30Aß;"_s;
        QTest::newRow("brace and semicolon") << u"a};b"_s << u"PWD={a}};b};"_s << QString();
        QTest::newRow("braces around") << u"{a}"_s << u"PWD={{a}}};"_s << QString();
        QTest::newRow("brace and blank") << u"a} "_s << u"PWD={a}} };"_s << QString();
        QTest::newRow("NUL") << QString(u"a"_s + QChar(u'\0') + u"b"_s) << QString() << QString();
        QTest::newRow("half a pair") << QString(QChar(0xD83C)) << QString() << QString();
        QTest::newRow("a file's name to QODBC") << u"x.DSN1"_s << QString() << QString();
        QTest::newRow("128 characters") << QString(128, u'x') << u"PWD="_s + QString(128, u'x') + u';'
                                        << u"PWD="_s + QString(128, u'x') + u';';
        QTest::newRow("129 characters") << QString(129, u'x') << QString() << QString();
    }
    void escapesPasswords()
    {
        QFETCH(QString, password);
        QFETCH(QString, forMicrosoft);
        QFETCH(QString, forFreeTds);
        for (const auto &[driver, part] : { std::pair(microsoft, forMicrosoft), { freeTds, forFreeTds } }) {
            const Result<QString> made = connectionText(driver, simpleSpec(), Secret(password), u"shop"_s);
            QCOMPARE(made.has_value(), !part.isEmpty());
            if (made) {
                QVERIFY2(made->contains(part), qPrintable(*made));
                continue;
            }
            QCOMPARE(made.error().kind, ErrorKind::Configuration);
            QVERIFY(made.error().text.contains(u"password"_s));
            QVERIFY(!made.error().text.contains(password));
        }
    }

    void refusesWhatADriverCannotDo_data()
    {
        QTest::addColumn<std::function<void(ConnectionSpec &)>>("change");
        QTest::addColumn<OdbcDriver>("driver");
        QTest::addColumn<QString>("word");
        using Change = std::function<void(ConnectionSpec &)>;
        const OdbcDriver old{ u"ODBC Driver 17 for SQL Server"_s, DriverFamily::Microsoft, 17, {} };
        QTest::newRow("no server") << Change([](ConnectionSpec &s) { s.server = u" "_s; }) << microsoft
                                   << u"server"_s;
        QTest::newRow("FreeTDS strict")
            << Change([](ConnectionSpec &s) { s.encrypt = Encryption::Strict; }) << freeTds << u"strict"_s;
        for (const SignIn signIn : allSignIns()) {
            if (isEntra(signIn))
                QTest::addRow("FreeTDS %s", qPrintable(signInName(signIn)))
                    << Change([signIn](ConnectionSpec &s) { s.signIn = signIn; }) << freeTds
                    << signInName(signIn);
        }
        QTest::newRow("13 Entra") << Change([](ConnectionSpec &s) {
            s.signIn = SignIn::EntraPassword;
        }) << OdbcDriver{ u"ODBC Driver 13 for SQL Server"_s, DriverFamily::Microsoft, 13, {} }
                                  << u"ODBC Driver 13"_s;
        QTest::newRow("17 interactive")
            << Change([](ConnectionSpec &s) { s.signIn = SignIn::EntraInteractive; }) << old
            << u"ActiveDirectoryInteractive"_s;
        QTest::newRow("a token in clear") << Change([](ConnectionSpec &s) {
            s.signIn = SignIn::EntraPassword;
            s.encrypt = Encryption::Optional;
        }) << microsoft << u"encrypted"_s;
        QTest::newRow("no user") << Change([](ConnectionSpec &s) { s.user.clear(); }) << freeTds << u"user"_s;
        QTest::newRow("Kerberos by the back door") << Change([](ConnectionSpec &s) {
            s.extra = { { u"Trusted_Connection"_s, u"yes"_s } };
        }) << freeTds << u"Trusted_Connection"_s;
        QTest::newRow("17 strict") << Change([](ConnectionSpec &s) { s.encrypt = Encryption::Strict; }) << old
                                   << u"ODBC Driver 18"_s;
        QTest::newRow("silent reconnect") << Change([](ConnectionSpec &s) {
            s.extra = { { u"ConnectRetryCount"_s, u"3"_s } };
        }) << microsoft << u"ConnectRetryCount"_s;
        QTest::newRow("a password by the back door") << Change([](ConnectionSpec &s) {
            s.extra = { { u"pwd"_s, u"x"_s } };
        }) << microsoft << u"pwd"_s;
        QTest::newRow("no keyword") << Change([](ConnectionSpec &s) {
            s.extra = { { u"a=b;c"_s, u"x"_s } };
        }) << microsoft << u"a=b;c"_s;
    }
    void refusesWhatADriverCannotDo()
    {
        QFETCH(std::function<void(ConnectionSpec &)>, change);
        QFETCH(OdbcDriver, driver);
        QFETCH(QString, word);
        ConnectionSpec spec = simpleSpec();
        change(spec);
        const Result<QString> made = connectionText(driver, spec, Secret(u"secret"_s), u"shop"_s);
        QVERIFY(!made);
        QCOMPARE(made.error().kind, ErrorKind::Configuration);
        QVERIFY2(made.error().text.contains(word), qPrintable(made.error().text));
    }

    void knowsWhenTheCertificateIsChecked()
    {
        ConnectionSpec spec = simpleSpec();
        QVERIFY(checksCertificate(spec));
        spec.encrypt = Encryption::Optional;
        QVERIFY(!checksCertificate(spec));
        spec.caFile = u"ca.pem"_s;
        QVERIFY(checksCertificate(spec));
        spec.trustServerCertificate = true;
        QVERIFY(!checksCertificate(spec));
        spec.encrypt = Encryption::Strict; // where trust is not looked at
        QVERIFY(checksCertificate(spec));
    }
};

Q_DECLARE_METATYPE(std::function<void(tidemark::ConnectionSpec &)>)
Q_DECLARE_METATYPE(tidemark::OdbcDriver)

QTEST_GUILESS_MAIN(ConnectionTextTest)
#include "tst_connectiontext.moc"
