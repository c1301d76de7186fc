#include "testdrivers.h"

#include <QTest>

namespace tidemark::test {

void addDriverRows()
{
    QTest::addColumn<DriverFamily>("family");
    QTest::newRow("FreeTDS") << DriverFamily::FreeTds;
    QTest::newRow("Microsoft's driver") << DriverFamily::Microsoft;
}

std::optional<OdbcDriver> driverOf(DriverFamily family)
{
    for (const OdbcDriver &driver : installedDrivers()) {
        if (driver.family == family)
            return driver;
    }
    return std::nullopt;
}

ConnectionSpec specFor(const OdbcDriver &driver, const QString &server)
{
    ConnectionSpec spec;
    spec.driver = driver.name;
    spec.server = server;
    spec.user = QStringLiteral("tester");
    spec.encrypt = Encryption::Optional;
    spec.loginTimeoutSeconds = 5;
    spec.queryTimeoutSeconds = 30;
    return spec;
}

} // namespace tidemark::test
