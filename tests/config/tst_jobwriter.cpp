#include "jobwriter.h"

#include "fieldcount.h"
#include "jobsupport.h"
#include "sessionsecretstore.h"
#include "settingstable.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tidemark;
using namespace jobsupport;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Keeps secrets like a keychain, or refuses to.
class FakeKeychain : public SecretStore {
public:
    Result<std::optional<Secret>> read(const QString &name) override
    {
        const auto found = secrets.constFind(name);
        return found == secrets.cend() ? std::nullopt : std::optional(*found);
    }
    Status write(const QString &name, const Secret &secret) override
    {
        if (broken)
            return fail(ErrorKind::Configuration, u"locked"_s);
        secrets.insert(name, secret);
        return {};
    }
    Status remove(const QString &name) override
    {
        secrets.remove(name);
        return {};
    }

    QMap<QString, Secret> secrets;
    bool broken = false;
};

// A value of a setting that is neither its default nor that of another of the same type.

template <typename T>
T sample(const Setting<T> &setting, const T &before)
{
    for (const auto &word : setting.words) {
        if (word.second != before)
            return word.second;
    }
    if constexpr (std::is_same_v<T, QString>)
        return setting.isPath ? u"/elsewhere/"_s + setting.key : u"a \"${value}\" of "_s + setting.key;
    else if constexpr (std::is_same_v<T, QChar>)
        return before == u'|' ? u'~' : u'|';
    else if constexpr (std::is_same_v<T, bool>)
        return !before;
    else if constexpr (std::is_same_v<T, QStringList>)
        return QStringList{ u"id"_s, u"a ${b}"_s };
    else if constexpr (std::is_same_v<T, QMap<QString, QString>>)
        return QMap<QString, QString>{ { u"Keyword"_s, u"x;${y}"_s } };
    else if constexpr (std::is_integral_v<T>)
        return before == T(setting.high) ? T(setting.high - 1) : T(setting.high);
    else
        return before;
}

template <typename T, typename Member>
void change(const Setting<T> &setting, Member &member)
{
    if constexpr (std::is_same_v<Member, T>)
        member = sample(setting, member);
    else
        member = sample(setting, member.value_or(T{}));
}

struct Change {
    QString name;
    std::function<void(JobFile &)> make;
};

void addTableChanges(QList<Change> &changes)
{
    const auto table = [&](const QString &section, const auto &setting, auto member, auto part) {
        changes.append({ u"tables[0]."_s + section + setting.key, [=](JobFile &job) {
                            change(setting, part(job.tables[0]).*member);
                            // A filter goes with the mode full only.
                            if (setting.key == u"where")
                                job.tables[0].mode = SyncMode::Full;
                        } });
    };
    visitTableSettings([&](const auto &setting, auto member) {
        table({}, setting, member, [](TableRequest &request) -> TableRequest & { return request; });
    });
    visitDialectSettings([&](const auto &setting, auto member) {
        table(u"csv."_s, setting, member,
            [](TableRequest &request) -> CsvDialect & { return request.dialect; });
    });
    visitFileSettings([&](const auto &setting, auto member) {
        table(
            u"csv."_s, setting, member, [](TableRequest &request) -> FileOptions & { return request.files; });
    });
    visitPolicySettings([&](const auto &setting, auto member) {
        table(u"policies."_s, setting, member,
            [](TableRequest &request) -> Policies & { return request.policies; });
    });
}

/// A change of each setting that the tables know, and of what is no single setting.
QList<Change> allChanges()
{
    QList<Change> changes;
    visitConnectionSettings([&](const auto &setting, auto part, auto) {
        changes.append(
            { u"connection."_s + setting.key, [=](JobFile &job) { change(setting, job.connection.*part); } });
    });
    visitJobSettings([&](const QString &section, const auto &setting, auto member) {
        changes.append({ section + u'.' + setting.key, [=](JobFile &job) { change(setting, job.*member); } });
    });
    // The job's own defaults hold for all tables that do not say otherwise.
    const auto common = [&](const QString &section, const auto &setting, auto apply) {
        changes.append({ section + setting.key, [=](JobFile &job) {
                            apply(job);
                            for (TableRequest &request : job.tables) {
                                request.dialect = job.dialect;
                                request.files = job.files;
                                request.policies = job.policies;
                            }
                        } });
    };
    visitDialectSettings([&](const auto &setting, auto member) {
        common(u"csv."_s, setting, [=](JobFile &job) { change(setting, job.dialect.*member); });
    });
    visitFileSettings([&](const auto &setting, auto member) {
        common(u"csv."_s, setting, [=](JobFile &job) { change(setting, job.files.*member); });
    });
    visitPolicySettings([&](const auto &setting, auto member) {
        common(u"policies."_s, setting, [=](JobFile &job) { change(setting, job.policies.*member); });
    });
    addTableChanges(changes);
    changes.append({ u"exclude"_s, [](JobFile &job) {
                        job.excludes = { { u"*"_s, u"*"_s, u"a.b"_s }, { u"*"_s, u"s"_s, u"t*"_s },
                            { u"d"_s, u"*"_s, u"[x]"_s }, { u"d"_s, u"s"_s, u"${t}"_s } };
                    } });
    changes.append({ u"tables, one less"_s, [](JobFile &job) { job.tables.removeAt(1); } });
    changes.append({ u"tables, none"_s, [](JobFile &job) { job.tables.clear(); } });
    changes.append({ u"tables, new ones"_s, [](JobFile &job) {
                        const QList<TableRef> odd{ { u"shop"_s, u"dbo"_s, u"new"_s },
                            { u"shop"_s, u"my.schema"_s, u"a]b"_s }, { u"my.db"_s, u"[x]"_s, u"it's 😀"_s },
                            { u"shop"_s, u"dbo"_s, QString(128, u'n') }, { u"${db}"_s, u" blank "_s, u"*"_s },
                            { u"null"_s, u"true"_s, u"1"_s } };
                        for (const TableRef &table : odd) {
                            TableRequest request = job.tables[1];
                            request.table = table;
                            request.mode = SyncMode::Incremental;
                            request.dialect.header = false;
                            job.tables += request;
                        }
                    } });
    return changes;
}

const QByteArray ownShape = R"({"connection": {"server": "h", "user": "u"},
    "tables": [{"database": "shop", "table": "dbo.a"}, {"database": "shop", "table": "dbo.b", "mode": "full"}]})";

QList<QByteArray> shapes()
{
    return { ownShape,
        R"({"connection": {"server": "h", "user": "u"}, "tables": ["shop.dbo.a", "shop.dbo.b"]})",
        R"({"server": "h", "user": "u", "output_dir": "d", "watermark_dir": "w", "parallelism": 3,
            "snapshot_isolation": true, "databases": {"shop": {"schemas":
            {"dbo": {"tables": {"a": "full_incremental", "b": {"mode": "full"}}}}}}})",
        R"({"connection": {"server": "h", "sql_login": "u"}, "storage": {"data_dir": "d"},
            "databases": {"shop": {"dbo": ["a", "b"]}}})",
        R"({"server": "h", "user": "u", "tables": {"shop": {"dbo": {"a": null, "b": "full"}}}})" };
}

bool sameTables(QList<TableRequest> left, QList<TableRequest> right)
{
    const auto byName = [](const TableRequest &a, const TableRequest &b) {
        return a.table.display() < b.table.display();
    };
    std::sort(left.begin(), left.end(), byName);
    std::sort(right.begin(), right.end(), byName);
    return left == right;
}

} // namespace

class TestJobWriter : public QObject {
    Q_OBJECT

private slots:
    void tablesOfSettingsAreComplete();
    void everySettingComesBack_data();
    void everySettingComesBack();
    void everySettingCanBeTakenBack_data();
    void everySettingCanBeTakenBack();
    void whatDidNotChangeStays_data();
    void whatDidNotChangeStays();
    void shapesAreKept_data();
    void shapesAreKept();
    void newFilesAreInTidemarksShape();
    void pathsInTheFolderAreRelative();
    void passwordsMove_data();
    void passwordsMove();
    void nothingIsWrittenWhenThePasswordCannotMove();
    void brokenFilesAreNotOverwritten();
};

/// A member that a table forgets would be lost on saving.
void TestJobWriter::tablesOfSettingsAreComplete()
{
    using fieldcount::fieldCount;
    int count = 0;
    const auto counted = [&count](auto &&...) { ++count; };
    visitConnectionSettings(counted);
    QCOMPARE(fieldCount<ConnectionSettings>(), count);
    QCOMPARE(fieldCount<ConnectionSpec>(), count);
    count = 0;
    visitDialectSettings(counted);
    QCOMPARE(fieldCount<CsvDialect>(), count);
    count = 0;
    visitFileSettings(counted);
    QCOMPARE(fieldCount<FileOptions>(), count);
    count = 0;
    visitPolicySettings(counted);
    QCOMPARE(fieldCount<Policies>(), count);
    count = 4; // table, dialect, files, policies
    visitTableSettings(counted);
    QCOMPARE(fieldCount<TableRequest>(), count);
    count = 9; // path, connection, password, dialect, files, policies, tables, excludes, warnings
    visitJobSettings(counted);
    QCOMPARE(fieldCount<JobFile>(), count);
}

void TestJobWriter::everySettingComesBack_data()
{
    QTest::addColumn<int>("change");
    const QList<Change> changes = allChanges();
    for (int i = 0; i < int(changes.size()); ++i)
        QTest::newRow(qPrintable(changes[i].name)) << i;
}

void TestJobWriter::everySettingComesBack()
{
    QFETCH(int, change);
    const Change made = allChanges().at(change);
    for (const QByteArray &shape : shapes()) {
        for (const QString &path : { u"/jobs/a.json"_s, u"/jobs/a.yaml"_s }) {
            const QByteArray content = inFormat(shape, path);
            const auto before = parseJobFile(content, path, {});
            QVERIFY2(before, errorOf(before));
            JobFile job = *before;
            made.make(job);
            QVERIFY2(!(job == *before), "the change changes nothing");

            const DocumentNode written = updatedDocument(*parseDocument(content, path), *before, job);
            const QByteArray text = documentText(written, *documentFormatOf(path));
            auto again = parseJobFile(text, path, {});
            QVERIFY2(again, errorOf(again));
            QVERIFY2(sameTables(again->tables, job.tables), text);
            again->tables = job.tables;
            QVERIFY2(*again == job, text);
        }
    }
}

void TestJobWriter::everySettingCanBeTakenBack_data()
{
    everySettingComesBack_data();
}

void TestJobWriter::everySettingCanBeTakenBack()
{
    QFETCH(int, change);
    const Change made = allChanges().at(change);
    const QString path = u"/jobs/a.json"_s;
    for (const QByteArray &shape : shapes()) {
        const auto job = parseJobFile(shape, path, {});
        QVERIFY2(job, errorOf(job));
        JobFile changed = *job;
        made.make(changed);
        const DocumentNode there = updatedDocument(*parseDocument(shape, path), *job, changed);
        const auto read = parseJobFile(documentText(there, DocumentFormat::Json), path, {});
        QVERIFY2(read, errorOf(read));
        const DocumentNode back = updatedDocument(there, *read, *job);
        auto again = parseJobFile(documentText(back, DocumentFormat::Json), path, {});
        QVERIFY2(again, errorOf(again));
        QVERIFY2(
            sameTables(again->tables, job->tables), documentText(back, DocumentFormat::Json).constData());
        again->tables = job->tables;
        QVERIFY2(*again == *job, documentText(back, DocumentFormat::Json).constData());
    }
}

void TestJobWriter::whatDidNotChangeStays_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArray unknown = R"("unknown": {"deep": [1, 2.50, null, "${NOT_LOOKED_AT"]}, )";
    QTest::newRow("own") << "{" + unknown
            + R"("connection": {"password": "${PW}", "server": "${HOST}", "user": "u",
        "odd": true}, "csv": {"delimiter": "tab", "line_end": "\r\n"}, "exclude": [{"table": "x"}],
        "tables": [{"table": "dbo.a", "note": "mine", "database": "${DB}"}, "shop.[dbo].b"], "max_workers": 2})";
    QTest::newRow("nested") << "{" + unknown
            + R"("parallelism": 2, "server": "${HOST}", "user": "u", "password": "${PW}",
        "databases": {"${DB}": {"schemas": {"dbo": {"tables": {"a": null, "b": {"mode": "FULL", "note": 1}}}}}}})";
    QTest::newRow("older") << "{" + unknown
            + R"("connection": {"sql_login": "u", "server": "h", "password": "${PW}"},
        "limits": {"max_workers": 2}, "databases": {"shop": {"dbo": ["[a]", "b"]}}})";
}

void TestJobWriter::whatDidNotChangeStays()
{
    QFETCH(QByteArray, json);
    const Variables variables{ { u"PW"_s, u"p"_s }, { u"HOST"_s, u"h"_s }, { u"DB"_s, u"shop"_s } };
    const QString path = u"/jobs/a.json"_s;
    const auto job = parseJobFile(json, path, variables);
    QVERIFY2(job, errorOf(job));
    const DocumentNode root = *parseDocument(json, path);
    QCOMPARE(documentText(updatedDocument(root, *job, *job), DocumentFormat::Json),
        documentText(root, DocumentFormat::Json));

    JobFile changed = *job;
    changed.maxWorkers = 5;
    const QByteArray expected = documentText(root, DocumentFormat::Json)
                                    .replace("max_workers\": 2", "max_workers\": 5")
                                    .replace("parallelism\": 2", "parallelism\": 5");
    QCOMPARE(documentText(updatedDocument(root, *job, changed), DocumentFormat::Json), expected);
}

void TestJobWriter::shapesAreKept_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    // Each time: b becomes incremental, c is new, a in the schema s is gone.
    QTest::newRow("list")
        << R"({"tables":["shop.s.a","shop.dbo.b"]})"_ba
        << R"({"tables":[{"table":"shop.dbo.b","mode":"incremental"},{"database":"shop","table":"dbo.c"}]})"_ba;
    QTest::newRow("nested")
        << R"({"databases":{"shop":{"schemas":{"s":{"tables":["a"]},"dbo":{"tables":{"b":"full"}}}}}})"_ba
        << R"({"databases":{"shop":{"schemas":{"dbo":{"tables":{"b":"incremental","c":"full_incremental"}}}}}})"_ba;
    QTest::newRow("older, modes")
        << R"({"databases":{"shop":{"s":{"a":"full"},"dbo":{"b":{"mode":"full","note":1}}}}})"_ba
        << R"({"databases":{"shop":{"dbo":{"b":{"mode":"incremental","note":1},"c":"full_incremental"}}}})"_ba;
    QTest::newRow("older, names")
        << R"({"databases":{"shop":{"s":["a"],"dbo":["b"]}}})"_ba
        << R"({"databases":{"shop":{"dbo":{"b":"incremental","c":"full_incremental"}}}})"_ba;
}

void TestJobWriter::shapesAreKept()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const QString path = u"a.json"_s;
    const auto job = parseJobFile(before, path, {});
    QVERIFY2(job, errorOf(job));
    JobFile changed = *job;
    QCOMPARE(changed.tables.takeFirst().table.schema, u"s"_s);
    changed.tables[0].mode = SyncMode::Incremental;
    TableRequest added;
    added.table = { u"shop"_s, u"dbo"_s, u"c"_s };
    changed.tables += added;
    const DocumentNode written = updatedDocument(*parseDocument(before, path), *job, changed);
    QByteArray text = documentText(written, DocumentFormat::Json).simplified();
    QCOMPARE(text.replace(' ', ""), after);
}

void TestJobWriter::newFilesAreInTidemarksShape()
{
    const QTemporaryDir folder;
    SessionSecretStore store;
    JobFile job;
    job.path = folder.filePath(u"new.json"_s);
    job.connection.server = u"h"_s;
    job.outputDir = folder.filePath(u"data"_s);
    job.maxWorkers = 2;
    TableRequest request;
    request.table = { u"shop"_s, u"dbo"_s, u"orders"_s };
    request.mode = SyncMode::Full;
    job.tables += request;
    const auto notes = saveJobFile(job, {}, store);
    QVERIFY2(notes, errorOf(notes));
    QVERIFY(notes->isEmpty());
    QCOMPARE(readConfigFile(job.path).value_or(QByteArray()), R"({
  "connection": {
    "server": "h"
  },
  "storage": {
    "data_dir": "data"
  },
  "max_workers": 2,
  "tables": [
    {
      "database": "shop",
      "table": "dbo.orders",
      "mode": "full"
    }
  ]
}
)"_ba);
}

void TestJobWriter::pathsInTheFolderAreRelative()
{
    JobFile before;
    before.path = u"/jobs/a.json"_s;
    JobFile after = before;
    after.outputDir = u"/jobs/out/csv"_s;
    after.watermarkDir = u"/var/marks"_s;
    after.connection.caFile = u"/jobs/ca.pem"_s;
    const DocumentNode root = updatedDocument(DocumentNode::map(), before, after);
    QCOMPARE(root.find(u"storage"_s)->find(u"data_dir"_s)->text, u"out/csv"_s);
    QCOMPARE(root.find(u"storage"_s)->find(u"watermark_dir"_s)->text, u"/var/marks"_s);
    QCOMPARE(root.find(u"connection"_s)->find(u"ca_file"_s)->text, u"ca.pem"_s);
}

void TestJobWriter::passwordsMove_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("password"); // of the job that is saved
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("stored");
    QTest::newRow("plain text") << R"({"server":"H","user":"u","password":"s3cr3t"})"_ba << u"s3cr3t"_s
                                << R"({"server":"H","user":"u"})"_ba << u"s3cr3t"_s;
    QTest::newRow("plain text, older")
        << R"({"connection":{"server":"H","sql_login":"u","password":"s3cr3t"}})"_ba << u"s3cr3t"_s
        << R"({"connection":{"server":"H","sql_login":"u"}})"_ba << u"s3cr3t"_s;
    QTest::newRow("variable stays") << R"({"server":"H","user":"u","password":"${PW}"})"_ba << u"p"_s
                                    << R"({"server":"H","user":"u","password":"${PW}"})"_ba << QString();
    QTest::newRow("variable gives way to a new one")
        << R"({"server":"H","user":"u","password":"${PW}"})"_ba << u"n3w"_s
        << R"({"server":"H","user":"u"})"_ba << u"n3w"_s;
    QTest::newRow("new one") << R"({"server":"H","user":"u"})"_ba << u"n3w"_s
                             << R"({"server":"H","user":"u"})"_ba << u"n3w"_s;
    QTest::newRow("taken away") << R"({"server":"H","user":"u","password":"s3cr3t"})"_ba << QString()
                                << R"({"server":"H","user":"u"})"_ba << QString();
    QTest::newRow("two places")
        << R"({"connection":{"server":"H","user":"u","password":"${PW}"},"password":"s3cr3t"})"_ba << u"p"_s
        << R"({"connection":{"server":"H","user":"u"}})"_ba << u"p"_s;
}

void TestJobWriter::passwordsMove()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, password);
    QFETCH(QByteArray, after);
    QFETCH(QString, stored);
    const Variables variables{ { u"PW"_s, u"p"_s } };
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(before);
    file.close();
    auto job = readJobFile(path, variables);
    QVERIFY2(job, errorOf(job));
    job->password = Secret(password);
    FakeKeychain keychain;
    const auto notes = saveJobFile(*job, variables, keychain);
    QVERIFY2(notes, errorOf(notes));
    QCOMPARE(readConfigFile(path)->simplified().replace(' ', ""), after);
    QCOMPARE(keychain.secrets.value(u"u@h"_s).reveal(), stored);
    QCOMPARE(*notes,
        stored.isEmpty()
            ? QStringList()
            : QStringList(u"The password of u@h is in the keychain now; the job file does not hold it."_s));
}

void TestJobWriter::nothingIsWrittenWhenThePasswordCannotMove()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.json"_s);
    FakeKeychain keychain;
    const auto save = [&](const QByteArray &content) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return u"cannot write"_s;
        file.write(content);
        file.close();
        auto job = readJobFile(path, {});
        if (!job)
            return job.error().text;
        job->maxWorkers = 3;
        const auto notes = saveJobFile(*job, {}, keychain);
        return notes ? notes->join(u' ') : notes.error().text;
    };
    const QByteArray whole = R"({"server": "h", "user": "u", "password": "s3cr3t"})";
    keychain.broken = true;
    QCOMPARE(save(whole), u"locked"_s);
    QCOMPARE(*readConfigFile(path), whole);
    keychain.broken = false;
    const QByteArray nameless = R"({"server": "h", "password": "s3cr3t"})";
    QVERIFY(save(nameless).startsWith(
        u"The password cannot move from the job file to the keychain, because the job names no server or no user."_s));
    QCOMPARE(*readConfigFile(path), nameless);

    auto job = parseJobFile(whole, path, {});
    QVERIFY(job);
    SessionSecretStore session;
    const auto notes = saveJobFile(*job, {}, session);
    QVERIFY2(notes, errorOf(notes));
    QCOMPARE(*notes,
        QStringList(
            u"There is no keychain: the password of u@h is kept until the program ends, and the job file "
            "does not hold it."_s));
}

void TestJobWriter::brokenFilesAreNotOverwritten()
{
    const QTemporaryDir folder;
    JobFile job;
    job.path = folder.filePath(u"a.json"_s);
    job.maxWorkers = 2;
    QFile file(job.path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"tables\": [");
    file.close();
    SessionSecretStore store;
    const auto notes = saveJobFile(job, {}, store);
    QVERIFY(!notes);
    QCOMPARE(notes.error().context, job.path);
    QCOMPARE(*readConfigFile(job.path), "{\"tables\": ["_ba);
}

QTEST_APPLESS_MAIN(TestJobWriter)
#include "tst_jobwriter.moc"
