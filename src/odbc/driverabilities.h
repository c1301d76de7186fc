#pragma once

#include "driverinfo.h"
#include "odbcdrivers.h"

namespace tidemark {

/// The kinds of sign-in that the driver has.
QList<SignIn> signInsOf(const OdbcDriver &driver);

/// Strict encryption, and another name in the certificate: both came with Microsoft's 18.
bool knowsStrict(const OdbcDriver &driver);

/// Abilities, version and advice for people. Reads the driver's file, so it is made outside the GUI thread.
DriverInfo driverInfo(const OdbcDriver &driver);

/// All that are installed, the best first.
DriverListing listDrivers();

} // namespace tidemark
