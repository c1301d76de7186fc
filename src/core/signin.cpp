#include "signin.h"

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

QList<SignIn> allSignIns()
{
    return { SignIn::SqlLogin, SignIn::Kerberos, SignIn::EntraPassword, SignIn::EntraInteractive,
        SignIn::EntraServicePrincipal, SignIn::EntraManagedIdentity, SignIn::EntraIntegrated };
}

QString signInName(SignIn signIn)
{
    switch (signIn) {
    case SignIn::Kerberos:
        return u"Kerberos"_s;
    case SignIn::EntraPassword:
        return u"ActiveDirectoryPassword"_s;
    case SignIn::EntraInteractive:
        return u"ActiveDirectoryInteractive"_s;
    case SignIn::EntraServicePrincipal:
        return u"ActiveDirectoryServicePrincipal"_s;
    case SignIn::EntraManagedIdentity:
        return u"ActiveDirectoryMsi"_s;
    case SignIn::EntraIntegrated:
        return u"ActiveDirectoryIntegrated"_s;
    case SignIn::SqlLogin:
        break;
    }
    return u"SqlPassword"_s;
}

bool isEntra(SignIn signIn)
{
    return signIn != SignIn::SqlLogin && signIn != SignIn::Kerberos;
}

bool takesUser(SignIn signIn)
{
    return signIn != SignIn::Kerberos && signIn != SignIn::EntraIntegrated;
}

bool needsUser(SignIn signIn)
{
    return takesUser(signIn) && signIn != SignIn::EntraManagedIdentity;
}

bool takesPassword(SignIn signIn)
{
    return signIn == SignIn::SqlLogin || signIn == SignIn::EntraPassword
        || signIn == SignIn::EntraServicePrincipal;
}

} // namespace tidemark
