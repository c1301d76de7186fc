#include "practicecommand.h"

#include "jsonline.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonArray>
#include <QTimer>

#include <chrono>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct PracticeText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::PracticeCommand)
};

QByteArray infoLine(const PracticeInfo &info)
{
    QJsonObject object{ { u"server"_s, info.server }, { u"user"_s, info.user },
        { u"password"_s, info.password }, { u"databases"_s, QJsonArray::fromStringList(info.databases) } };
    if (!info.certificateFile.isEmpty())
        object.insert(u"certificate"_s, info.certificateFile);
    return jsonLine(object);
}

/// A line for each kind of client.
QStringList howToConnect(const PracticeInfo &info)
{
    const QString host = info.server.section(u',', 0, 0);
    const QString port = info.server.section(u',', 1);
    const QString login = u"-U %1 -P %2"_s.arg(info.user, info.password);
    const QString database = info.databases.value(0);
    return { PracticeText::tr("The practice server runs; Ctrl+C stops it. To connect:"),
        u"  Tidemark  TIDEMARK_PASSWORD=%1 tidemark list --server %2 --user %3 --trust-server-certificate"_s
            .arg(info.password, info.server, info.user),
        u"  tsql      tsql -H %1 -p %2 %3 -D %4"_s.arg(host, port, login, database),
        u"  sqlcmd    sqlcmd -S %1 %2 -d %3 -C"_s.arg(info.server, login, database),
        PracticeText::tr(
            "  DBeaver   SQL Server, host %1, port %2, database %3, user %4, trust the certificate")
            .arg(host, port, database, info.user) };
}

QString trafficLine(const PracticeTraffic &last, const PracticeTraffic &now)
{
    return u"%1 connected; %2 statements, %3 a second; %4 changes a second"_s.arg(now.connections)
        .arg(now.statements)
        .arg(now.statements - last.statements)
        .arg(now.changes - last.changes);
}

} // namespace

PracticeSettings practiceSettings(const PracticeCommand &command, StopSignals &stop)
{
    return { command.port, command.user, command.password, command.dataDir, command.databases, command.tables,
        command.rows, command.seed, command.tls, command.churn, command.logFile, command.readOnly,
        [&stop] { return stop.received() != 0; } };
}

int runPractice(const CommandLine &line, Console &console, StopSignals &stop)
{
    const auto service = PracticeService::start(practiceSettings(line.practice, stop));
    if (!service) {
        console.error(describe(service.error()));
        return stop.exitCode(2);
    }
    if (const QString &script = line.practice.scriptFile; !script.isEmpty()) {
        if (const Status done = (*service)->runScript(script); !done) {
            console.error(describe(done.error()));
            return 2;
        }
    }
    if (const Status armed = (*service)->armFaults(line.practice.faults); !armed) {
        console.error(describe(armed.error()));
        return 2;
    }
    if (!console.write(infoLine((*service)->info()))) {
        console.error(PracticeText::tr("Standard output cannot be written, so nobody can know how to reach "
                                       "the practice server."));
        return 1;
    }
    for (const QString &text : howToConnect((*service)->info()))
        console.info(text);
    QEventLoop loop;
    QTimer clock;
    PracticeTraffic last;
    QObject::connect(&clock, &QTimer::timeout, &loop, [&] {
        const PracticeTraffic now = (*service)->traffic();
        console.live(trafficLine(last, now));
        last = now;
    });
    if (console.showsLive()) { // the server is asked only when someone looks
        last = (*service)->traffic();
        clock.start(std::chrono::seconds(1));
    }
    QObject::connect(&stop, &StopSignals::stopRequested, &loop, &QEventLoop::quit);
    if (stop.received() == 0)
        loop.exec();
    return 0;
}

} // namespace tidemark
