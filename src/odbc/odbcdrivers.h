#pragma once

#include "result.h"

#include <QList>
#include <QString>

namespace tidemark {

/// Whose driver it is: that decides how its connection strings are written and how a call of it is ended.
enum class DriverFamily { Microsoft, FreeTds };

/// An ODBC driver that can reach SQL Server. Values only.
struct OdbcDriver {
    QString name; // its section in odbcinst.ini, or the path of its library
    DriverFamily family = DriverFamily::FreeTds;
    int majorVersion = 0; // 18 of "ODBC Driver 18 for SQL Server"; 0: unknown before it is loaded
    QString library; // as odbcinst.ini names its file; empty: not known

    bool operator==(const OdbcDriver &) const = default;
};

/// The driver behind a name and its library's file; none when it is neither Microsoft's nor FreeTDS.
std::optional<OdbcDriver> recogniseDriver(const QString &name, const QString &library);

/// Those that unixODBC lists, the best first: Microsoft's, the newest in front, then FreeTDS.
QList<OdbcDriver> installedDrivers();

/// The driver to use: the best one for an empty name, else the one of that name in odbcinst.ini or with that
/// file path. Fails with Driver and says what to install.
[[nodiscard]] Result<OdbcDriver> findDriver(const QString &wanted);

} // namespace tidemark
