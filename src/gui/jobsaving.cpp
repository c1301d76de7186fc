#include "jobsaving.h"

namespace tidemark {

namespace {

template <typename T, typename Value>
void take(std::optional<T> &setting, const Value &before, const Value &after)
{
    if (before != after)
        setting = after;
}

} // namespace

JobFile updatedJobFile(JobFile file, const SyncJob &before, const SyncJob &after)
{
    const ConnectionSpec &was = before.connection;
    const ConnectionSpec &is = after.connection;
    ConnectionSettings &connection = file.connection;
    take(connection.driver, was.driver, is.driver);
    take(connection.server, was.server, is.server);
    take(connection.port, was.port, is.port);
    take(connection.database, was.database, is.database);
    take(connection.signIn, was.signIn, is.signIn);
    take(connection.user, was.user, is.user);
    take(connection.encrypt, was.encrypt, is.encrypt);
    take(connection.trustServerCertificate, was.trustServerCertificate, is.trustServerCertificate);
    take(connection.hostNameInCertificate, was.hostNameInCertificate, is.hostNameInCertificate);
    take(connection.caFile, was.caFile, is.caFile);
    take(connection.readOnlyIntent, was.readOnlyIntent, is.readOnlyIntent);
    take(connection.loginTimeoutSeconds, was.loginTimeoutSeconds, is.loginTimeoutSeconds);
    take(connection.queryTimeoutSeconds, was.queryTimeoutSeconds, is.queryTimeoutSeconds);
    take(connection.packetSize, was.packetSize, is.packetSize);
    take(connection.extra, was.extra, is.extra);
    take(file.outputDir, before.outputDir, after.outputDir);
    take(file.watermarkDir, before.watermarkDir, after.watermarkDir);
    take(file.maxWorkers, before.maxWorkers, after.maxWorkers);
    if (before.tables != after.tables)
        file.tables = after.tables;
    return file;
}

} // namespace tidemark
