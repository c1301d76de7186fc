#include "sqlengine.h"

#include "churn.h"
#include "demodata.h"
#include "engineserver.h"

#include <QCoreApplication>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

struct EngineText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::practice::EngineText)
};

/// The databases and the churn that goes on in them while the server lives.
class ChurningServer : public SqlServer {
public:
    ChurningServer(std::unique_ptr<EngineServer> server, const PracticeOptions &options)
        : m_server(std::move(server)), m_churn(*m_server, options)
    {
    }

    std::unique_ptr<SqlSession> login(
        const LoginRequest &request, std::vector<ServerMessage> &messages) override
    {
        return m_server->login(request, messages);
    }
    QStringList databases() const override { return m_server->databases(); }

private:
    std::unique_ptr<EngineServer> m_server;
    Churn m_churn;
};

SqlStatus prepare(EngineServer &server, const PracticeOptions &options)
{
    if (!server.isNew())
        return {};
    if (SqlStatus ok = makeDemoData(server, options); !ok)
        return ok;
    return server.markReady();
}

} // namespace

Result<std::unique_ptr<SqlServer>> makeSqlServer(const PracticeOptions &options, WireFaultBoard &faults)
{
    SqlResult<std::unique_ptr<EngineServer>> server = EngineServer::open(options, faults);
    const SqlStatus ready = server ? prepare(**server, options) : sqlError(server.error());
    if (!ready && options.isStopped())
        return fail(
            ErrorKind::Cancelled, EngineText::tr("The practice server was stopped while it started."));
    if (!ready)
        return fail(ErrorKind::Storage,
            EngineText::tr("The practice server cannot open its data: %1").arg(ready.error().text),
            options.dataDir);
    if (options.churn > 0)
        return std::make_unique<ChurningServer>(std::move(*server), options);
    return std::unique_ptr<SqlServer>(std::move(*server));
}

} // namespace tidemark::practice
