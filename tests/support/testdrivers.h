#pragma once

#include "connectionspec.h"
#include "odbcdrivers.h"

#include <QMetaType>
#include <QString>

#include <optional>

namespace tidemark::test {

/// Adds a column "driver" and a row for FreeTDS and one for Microsoft's driver to a test's data.
void addDriverRows();

/// The newest installed driver of that family; none when there is none.
std::optional<OdbcDriver> driverOf(DriverFamily family);

/// How to reach a server on this machine through a driver: a plain connection, short timeouts.
ConnectionSpec specFor(const OdbcDriver &driver, const QString &server);

} // namespace tidemark::test

Q_DECLARE_METATYPE(tidemark::DriverFamily)

/// Inside a test with a row of addDriverRows(): declares `driver`, or skips the row with the reason.
#define FETCH_DRIVER(driver)                                                                                 \
    QFETCH(tidemark::DriverFamily, family);                                                                  \
    const auto installed = tidemark::test::driverOf(family);                                                 \
    if (!installed)                                                                                          \
        QSKIP("This ODBC driver is not installed.");                                                         \
    const tidemark::OdbcDriver &driver = *installed
