// Copies two tables with the C++ API: whole the first time, afterwards only what changed.
//
//   TIDEMARK_PASSWORD=... syncshop SERVER USER DATABASE [FOLDER]

#include "changetracker.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QTextStream out(stdout);
    if (arguments.size() < 4) {
        out << "usage: TIDEMARK_PASSWORD=... syncshop SERVER USER DATABASE [FOLDER]\n";
        return 2;
    }
    const QString database = arguments[3];
    const QString folder = arguments.value(4, u"."_s);

    tidemark::ChangeTracker tracker(arguments[1], arguments[2], qEnvironmentVariable("TIDEMARK_PASSWORD"),
        folder + u"/data"_s, folder + u"/watermarks"_s, 2);
    tracker.connection().trustServerCertificate = true; // practice data only; name a caFile instead
    tracker.setTables(tidemark::ChangeTracker::TableList{
        { database, { { u"dbo"_s, { u"orders"_s, u"customers"_s } } } } });

    if (const auto found = tracker.testConnectivity(database); !found) {
        out << tidemark::describe(found.error()) << '\n';
        return 1;
    }
    int failures = 0;
    for (const tidemark::TableReport &report : tracker.sync().tables) {
        out << report.table.display() << ": " << tidemark::tableStatusName(report.status) << ", "
            << report.rowsWritten << " rows\n";
        for (const QString &file : report.files)
            out << "  " << file << '\n';
        if (report.error) {
            out << "  " << tidemark::describe(*report.error) << '\n';
            ++failures;
        }
    }
    return failures == 0 ? 0 : 1;
}
