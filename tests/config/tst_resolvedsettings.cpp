#include "resolvedsettings.h"

#include "jobsupport.h"
#include "settingsloader.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace tidemark;
using namespace jobsupport;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Level {
    const char *name;
    std::function<void(SettingsSources &)> say;
};

/// Every source says server, user and password, each its own; the strongest first.
QList<Level> levels()
{
    const auto variables = [](const QString &who) {
        return Variables{ { u"TIDEMARK_SERVER"_s, who }, { u"TIDEMARK_USER"_s, who },
            { u"TIDEMARK_PASSWORD"_s, who } };
    };
    return {
        { "argument",
            [](SettingsSources &sources) {
                sources.call.connection.server = u"argument"_s;
                sources.call.connection.user = u"argument"_s;
                sources.call.password = Secret(u"argument"_s);
            } },
        { "job",
            [](SettingsSources &sources) {
                JobFile job;
                job.connection.server = u"job"_s;
                job.connection.user = u"job"_s;
                job.password = Secret(u"job"_s);
                sources.job = job;
            } },
        { "profile",
            [](SettingsSources &sources) {
                ConnectionProfile profile;
                profile.connection.server = u"profile"_s;
                profile.connection.user = u"profile"_s;
                sources.profile = profile;
            } },
        { "environment",
            [=](SettingsSources &sources) { sources.environment = variables(u"environment"_s); } },
        { "beside", [=](SettingsSources &sources) { sources.envBesideJob = variables(u"beside"_s); } },
        { "working",
            [=](SettingsSources &sources) { sources.envInWorkingFolder = variables(u"working"_s); } },
    };
}

TableRequest requestFor(const QString &table, const QString &where)
{
    TableRequest request;
    request.table = { u"d"_s, u"s"_s, table };
    request.where = where;
    request.mode = where.isEmpty() ? SyncMode::FullIncremental : SyncMode::Full;
    return request;
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

class TestResolvedSettings : public QObject {
    Q_OBJECT

private slots:
    void strongerSourcesGoFirst_data();
    void strongerSourcesGoFirst();
    void sourcesComplementEachOther();
    void namesOfTheOlderTool();
    void defaults();
    void jobSettingsAndArguments();
    void modeOfTheCall();
    void missingSettingsAreNamed();
    void filesAreFound();
    void profilesStandBehindTheJob();
    void withoutAJob();
    void mistakesOfFilesAreHandedOn();
};

void TestResolvedSettings::strongerSourcesGoFirst_data()
{
    QTest::addColumn<int>("strongest");
    const QList<Level> all = levels();
    for (int i = 0; i < int(all.size()); ++i)
        QTest::newRow(all[i].name) << i;
}

void TestResolvedSettings::strongerSourcesGoFirst()
{
    QFETCH(int, strongest);
    const QList<Level> all = levels();
    SettingsSources sources;
    sources.workingFolder = u"/home/me"_s;
    for (int i = strongest; i < int(all.size()); ++i)
        all[i].say(sources);
    const auto settings = resolveSettings(sources);
    QVERIFY2(settings, errorOf(settings));
    const QString name = QString::fromLatin1(all[strongest].name);
    QCOMPARE(settings->connection.server, name);
    QCOMPARE(settings->connection.user, name);
    QCOMPARE(settings->secretName, name + u'@' + name);
    // A profile's password is in the store, which then goes before what a weaker source says.
    const bool isProfile = name == u"profile";
    QCOMPARE(settings->storeGoesFirst, isProfile);
    QCOMPARE(settings->password.reveal(), isProfile ? u"environment"_s : name);
}

void TestResolvedSettings::sourcesComplementEachOther()
{
    SettingsSources sources;
    sources.call.connection.encrypt = Encryption::Strict;
    JobFile job;
    job.connection.port = 1444;
    job.connection.encrypt = Encryption::Optional;
    sources.job = job;
    ConnectionProfile profile;
    profile.connection.server = u"p"_s;
    profile.connection.port = 1;
    profile.connection.packetSize = 4096;
    sources.profile = profile;
    sources.environment = { { u"TIDEMARK_USER"_s, u"e"_s }, { u"TIDEMARK_SERVER"_s, u"e"_s } };
    sources.envInWorkingFolder = { { u"TIDEMARK_PASSWORD"_s, u"w"_s } };
    const auto settings = resolveSettings(sources);
    QVERIFY2(settings, errorOf(settings));
    ConnectionSpec expected;
    expected.server = u"p"_s;
    expected.user = u"e"_s;
    expected.port = 1444;
    expected.encrypt = Encryption::Strict;
    expected.packetSize = 4096;
    QVERIFY(settings->connection == expected);
    QCOMPARE(settings->password.reveal(), u"w"_s);
}

void TestResolvedSettings::namesOfTheOlderTool()
{
    SettingsSources sources;
    sources.environment = { { u"SERVER"_s, u"old"_s }, { u"ADMIN_USER"_s, u"old"_s },
        { u"ADMIN_PASSWORD"_s, u"old"_s }, { u"TIDEMARK_USER"_s, u"new"_s },
        { u"TIDEMARK_SERVER"_s, QString() } };
    // The older name in a stronger source goes before the newer name in a weaker one.
    sources.envBesideJob = { { u"TIDEMARK_SERVER"_s, u"weaker"_s }, { u"TIDEMARK_PASSWORD"_s, u"weaker"_s } };
    const auto settings = resolveSettings(sources);
    QVERIFY2(settings, errorOf(settings));
    QCOMPARE(settings->connection.server, u"old"_s);
    QCOMPARE(settings->connection.user, u"new"_s);
    QCOMPARE(settings->password.reveal(), u"old"_s);
}

void TestResolvedSettings::defaults()
{
    SettingsSources sources;
    sources.workingFolder = u"/home/me"_s;
    sources.call.connection.server = u"h"_s;
    sources.call.connection.user = u"u"_s;
    const auto settings = resolveSettings(sources);
    QVERIFY2(settings, errorOf(settings));
    QCOMPARE(settings->outputDir, u"/home/me/data"_s);
    QCOMPARE(settings->watermarkDir, u"/home/me/watermarks"_s);
    QCOMPARE(settings->maxWorkers, 1);
    QVERIFY(settings->password.isEmpty());
    QVERIFY(!settings->storeGoesFirst);
    QVERIFY(settings->tables.isEmpty());
}

void TestResolvedSettings::jobSettingsAndArguments()
{
    SettingsSources sources;
    sources.workingFolder = u"/home/me"_s;
    JobFile job;
    job.connection.server = u"h"_s;
    job.connection.user = u"u"_s;
    job.outputDir = u"/jobs/data"_s;
    job.watermarkDir = u"/jobs/marks"_s;
    job.maxWorkers = 4;
    job.tables = { requestFor(u"t"_s, {}) };
    job.excludes = { { u"*"_s, u"*"_s, u"x"_s } };
    job.warnings = { u"careful"_s };
    job.dialect.header = false;
    job.files.partRows = 5;
    job.policies.retries = 9;
    sources.job = job;
    auto settings = resolveSettings(sources);
    QVERIFY2(settings, errorOf(settings));
    QCOMPARE(settings->outputDir, u"/jobs/data"_s);
    QCOMPARE(settings->watermarkDir, u"/jobs/marks"_s);
    QCOMPARE(settings->maxWorkers, 4);
    QVERIFY(settings->tables == job.tables);
    QVERIFY(settings->excludes == job.excludes);
    QCOMPARE(settings->warnings, job.warnings);
    QVERIFY(settings->defaults.dialect == job.dialect);
    QVERIFY(settings->defaults.files == job.files);
    QVERIFY(settings->defaults.policies == job.policies);

    sources.call.outputDir = u"out"_s;
    sources.call.watermarkDir = u"../marks"_s;
    sources.call.maxWorkers = 8;
    settings = resolveSettings(sources);
    QVERIFY2(settings, errorOf(settings));
    QCOMPARE(settings->outputDir, u"/home/me/out"_s);
    QCOMPARE(settings->watermarkDir, u"/home/marks"_s);
    QCOMPARE(settings->maxWorkers, 8);
}

void TestResolvedSettings::modeOfTheCall()
{
    SettingsSources sources;
    JobFile job;
    job.connection.server = u"h"_s;
    job.connection.user = u"u"_s;
    job.tables = { requestFor(u"t"_s, {}), requestFor(u"u"_s, u"x = 1"_s) };
    sources.job = job;
    sources.call.mode = SyncMode::Full;
    auto settings = resolveSettings(sources);
    QVERIFY2(settings, errorOf(settings));
    QCOMPARE(settings->tables[0].mode, SyncMode::Full);
    QCOMPARE(settings->tables[1].mode, SyncMode::Full);
    sources.call.mode = SyncMode::Incremental;
    settings = resolveSettings(sources);
    QVERIFY(!settings);
    QCOMPARE(settings.error().context, u"d.s.u"_s);
    QVERIFY(settings.error().text.startsWith(u"The mode incremental does not go with the filter"_s));
}

void TestResolvedSettings::missingSettingsAreNamed()
{
    SettingsSources sources;
    auto settings = resolveSettings(sources);
    QVERIFY(!settings);
    QCOMPARE(settings.error().kind, ErrorKind::Configuration);
    QCOMPARE(settings.error().text,
        u"No server is named. Name it in the job file (connection.server), with --server, or in the "
        u"environment "
        "(TIDEMARK_SERVER)."_s);
    sources.call.connection.server = u"h"_s;
    settings = resolveSettings(sources);
    QVERIFY(!settings);
    QVERIFY(settings.error().text.startsWith(u"No user is named."_s));
    sources.call.connection.signIn = SignIn::EntraIntegrated;
    settings = resolveSettings(sources);
    QVERIFY2(settings, errorOf(settings));
    QVERIFY(settings->secretName.isEmpty());
}

void TestResolvedSettings::filesAreFound()
{
    const QTemporaryDir folder;
    const QDir root(folder.path());
    QVERIFY(root.mkdir(u"jobs"_s));
    write(root.filePath(u".env"_s), "WHO=working\nADMIN_PASSWORD=working\nADMIN_USER=working\nbad line\n");
    write(root.filePath(u"jobs/.env"_s), "WHO=beside\nADMIN_PASSWORD=beside\nOTHER=beside\n");
    write(root.filePath(u"jobs/a.json"_s), R"({"server": "${WHO}-${OTHER}", "output_dir": "data"})");
    const ProfileStore profiles(root.filePath(u"profiles"_s));

    auto settings = loadSettings({}, u"jobs/a.json"_s, profiles, {}, folder.path());
    QVERIFY2(settings, errorOf(settings));
    QCOMPARE(settings->connection.server, u"beside-beside"_s);
    QCOMPARE(settings->connection.user, u"working"_s);
    QCOMPARE(settings->password.reveal(), u"beside"_s);
    QCOMPARE(settings->outputDir, root.filePath(u"jobs/data"_s));
    QCOMPARE(settings->watermarkDir, root.filePath(u"watermarks"_s));
    QCOMPARE(settings->warnings.size(), 1);
    QVERIFY(settings->warnings[0].startsWith(root.filePath(u".env"_s) + u", line 4:"_s));

    // Where the job's folder is the working folder, its .env counts once.
    settings = loadSettings({}, u"a.json"_s, profiles,
        { { u"WHO"_s, u"environment"_s }, { u"TIDEMARK_USER"_s, u"e"_s } }, root.filePath(u"jobs"_s));
    QVERIFY2(settings, errorOf(settings));
    QCOMPARE(settings->connection.server, u"environment-beside"_s);
    QCOMPARE(settings->connection.user, u"e"_s);
    QCOMPARE(settings->warnings, QStringList());
}

void TestResolvedSettings::profilesStandBehindTheJob()
{
    const QTemporaryDir folder;
    const ProfileStore profiles(folder.filePath(u"profiles"_s));
    for (const QString &name : { u"one"_s, u"two"_s }) {
        ConnectionProfile profile;
        profile.name = name;
        profile.connection.server = name;
        profile.connection.user = name;
        QVERIFY(profiles.save(profile));
    }
    const QString job = folder.filePath(u"a.yaml"_s);
    write(job, "profile: one\nconnection: {user: job}\n");
    auto settings = loadSettings({}, job, profiles, {}, folder.path());
    QVERIFY2(settings, errorOf(settings));
    QCOMPARE(settings->connection.server, u"one"_s);
    QCOMPARE(settings->secretName, u"job@one"_s);
    QVERIFY(settings->storeGoesFirst);

    CallSettings call;
    call.profile = u"two"_s;
    settings = loadSettings(call, job, profiles, {}, folder.path());
    QVERIFY2(settings, errorOf(settings));
    QCOMPARE(settings->connection.server, u"two"_s);

    call.profile = u"three"_s;
    settings = loadSettings(call, job, profiles, {}, folder.path());
    QVERIFY(!settings);
    QVERIFY(settings.error().text.startsWith(u"There is no connection profile \"three\"."_s));
}

void TestResolvedSettings::withoutAJob()
{
    const QTemporaryDir folder;
    CallSettings call;
    call.connection.server = u"h"_s;
    const auto settings =
        loadSettings(call, {}, ProfileStore(folder.path()), { { u"ADMIN_USER"_s, u"u"_s } }, folder.path());
    QVERIFY2(settings, errorOf(settings));
    QCOMPARE(settings->secretName, u"u@h"_s);
    QCOMPARE(settings->outputDir, folder.filePath(u"data"_s));
}

void TestResolvedSettings::mistakesOfFilesAreHandedOn()
{
    const QTemporaryDir folder;
    const auto settings = loadSettings({}, u"none.json"_s, ProfileStore(folder.path()), {}, folder.path());
    QVERIFY(!settings);
    QCOMPARE(settings.error().context, folder.filePath(u"none.json"_s));
}

QTEST_APPLESS_MAIN(TestResolvedSettings)
#include "tst_resolvedsettings.moc"
