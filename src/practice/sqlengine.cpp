#include "sqlengine.h"

#include "engineserver.h"

#include <QCoreApplication>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

struct EngineText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::practice::EngineText)
};

} // namespace

Result<std::unique_ptr<SqlServer>> makeSqlServer(const PracticeOptions &options, WireFaultBoard &faults)
{
    SqlResult<std::unique_ptr<EngineServer>> server = EngineServer::open(options, faults);
    if (!server)
        return fail(ErrorKind::Storage,
            EngineText::tr("The practice server cannot open its data: %1").arg(server.error().text),
            options.dataDir);
    return std::unique_ptr<SqlServer>(std::move(*server));
}

} // namespace tidemark::practice
