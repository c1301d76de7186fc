#include "jobsaving.h"

#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

class TestJobSaving : public QObject {
    Q_OBJECT

private slots:
    void whatIsNotTouchedIsNotWritten();
    void everyChangeIsWritten();
    void newJobSaysWhatDiffersFromTheDefaults();
    void optionsThatChangedAreWritten();
};

namespace {

SyncJob otherJob()
{
    SyncJob job;
    ConnectionSpec &connection = job.connection;
    connection.driver = u"d"_s;
    connection.server = u"s"_s;
    connection.port = 1;
    connection.authentication = u"a"_s;
    connection.user = u"u"_s;
    connection.encrypt = Encryption::Strict;
    connection.trustServerCertificate = true;
    connection.hostNameInCertificate = u"h"_s;
    connection.caFile = u"c"_s;
    connection.readOnlyIntent = true;
    connection.loginTimeoutSeconds = 2;
    connection.queryTimeoutSeconds = 3;
    connection.packetSize = 4;
    connection.extra.insert(u"k"_s, u"v"_s);
    job.outputDir = u"/o"_s;
    job.watermarkDir = u"/w"_s;
    job.maxWorkers = 5;
    job.tables = { TableRequest{ { u"d"_s, u"s"_s, u"t"_s }, SyncMode::Full, {}, {}, {}, {}, {} } };
    return job;
}

JobToSave saving(const SyncJob &before, const SyncJob &after)
{
    JobToSave job;
    job.before = before;
    job.after = after;
    return job;
}

} // namespace

void TestJobSaving::whatIsNotTouchedIsNotWritten()
{
    JobFile file;
    file.profile = u"nightly"_s;
    file.path = u"/j.json"_s;
    file.warnings = { u"w"_s };
    QCOMPARE(updatedJobFile(file, saving(otherJob(), otherJob())), file);
}

void TestJobSaving::everyChangeIsWritten()
{
    const SyncJob after = otherJob();
    const JobFile file = updatedJobFile({}, saving({}, after));
    ConnectionSpec spec;
    file.connection.applyTo(spec);
    QCOMPARE(spec, after.connection);
    QCOMPARE(file.connection, ConnectionSettings::of(after.connection));
    QCOMPARE(file.outputDir, after.outputDir);
    QCOMPARE(file.watermarkDir, after.watermarkDir);
    QCOMPARE(file.maxWorkers, after.maxWorkers);
    QCOMPARE(file.tables, after.tables);

    const JobFile back = updatedJobFile(file, saving(after, {}));
    spec = {};
    back.connection.applyTo(spec);
    QCOMPARE(spec, ConnectionSpec());
    QCOMPARE(back.tables, QList<TableRequest>());
}

void TestJobSaving::newJobSaysWhatDiffersFromTheDefaults()
{
    SyncJob job;
    job.connection.server = u"s"_s;
    job.maxWorkers = 1;
    const JobFile file = updatedJobFile({}, saving({}, job));
    QCOMPARE(file.connection.server, u"s"_s);
    QVERIFY(!file.connection.encrypt);
    QVERIFY(!file.maxWorkers);
}

void TestJobSaving::optionsThatChangedAreWritten()
{
    JobFile file;
    file.dialect.nullMark = u"from the file"_s;
    JobToSave job;
    job.defaultsBefore.dialect.delimiter = u';'; // e.g. from a profile
    job.defaultsAfter.dialect.delimiter = u';';
    job.defaultsAfter.dialect.trueWord = u"yes"_s;
    job.defaultsAfter.files.compression = Compression::Zstd;
    job.defaultsAfter.policies.retries = 9;
    const JobFile saved = updatedJobFile(file, job);
    file.dialect.trueWord = u"yes"_s;
    file.files.compression = Compression::Zstd;
    file.policies.retries = 9;
    QCOMPARE(saved, file);
}

QTEST_GUILESS_MAIN(TestJobSaving)
#include "tst_jobsaving.moc"
