#include "practicecommand.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

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
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

PracticeSettings practiceSettings(const PracticeCommand &command)
{
    return { command.port, command.user, command.password, command.dataDir, command.databases, command.tables,
        command.rows, command.seed, command.tls, command.churn, command.logFile, command.readOnly };
}

int runPractice(const CommandLine &line, Console &console, StopSignals &stop)
{
    const auto service = PracticeService::start(practiceSettings(line.practice));
    if (!service) {
        console.error(describe(service.error()));
        return 2;
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
    console.info(PracticeText::tr("The practice server runs; Ctrl+C stops it."));
    QEventLoop loop;
    QObject::connect(&stop, &StopSignals::stopRequested, &loop, &QEventLoop::quit);
    if (stop.received() == 0)
        loop.exec();
    return 0;
}

} // namespace tidemark
