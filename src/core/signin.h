#pragma once

#include <QList>
#include <QString>

namespace tidemark {

/// How a login proves who it is. "Entra" was Azure Active Directory; the words of files keep that name.
enum class SignIn {
    SqlLogin,
    Kerberos,
    EntraPassword,
    EntraInteractive,
    EntraServicePrincipal,
    EntraManagedIdentity,
    EntraIntegrated,
};

QList<SignIn> allSignIns();

/// The word of profiles and job files, "SqlPassword". Where Microsoft's driver has a word for its keyword
/// Authentication, it is that.
QString signInName(SignIn signIn);

bool isEntra(SignIn signIn);
bool takesUser(SignIn signIn);
/// Does not work without one.
bool needsUser(SignIn signIn);
bool takesPassword(SignIn signIn);

} // namespace tidemark
