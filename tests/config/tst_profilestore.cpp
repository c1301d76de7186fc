#include "profilestore.h"

#include "documentreader.h"
#include "jobsupport.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace tidemark;
using namespace jobsupport;
using namespace Qt::Literals::StringLiterals;

namespace {

ConnectionProfile fullProfile(const QString &name)
{
    return { name,
        { u"FreeTDS"_s, u"h"_s, 1433, u"b"_s, SignIn::EntraPassword, u"u ${x} \"q\""_s, Encryption::Strict,
            true, u"n"_s, u"/ca.pem"_s, true, 5, 60, 4096, { { u"MARS"_s, u"no"_s } } } };
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

} // namespace

class TestProfileStore : public QObject {
    Q_OBJECT

private slots:
    void everySettingComesBack();
    void profilesAreListedReplacedRemoved();
    void oddNames_data();
    void oddNames();
    void namesThatCannotBe();
    void unknownKeysStay();
    void brokenFilesAreSetAside_data();
    void brokenFilesAreSetAside();
    void aPersonsOrderIsKept();
    void brokenOrderIsSetAside();
    void renamed();
    void exportedWithoutSecrets();
    void imported();
    void whatCannotBeImported_data();
    void whatCannotBeImported();
    void folderThatCannotBeMade();
    void defaultFolderIsTheUsers();
};

void TestProfileStore::everySettingComesBack()
{
    const QTemporaryDir folder;
    const ProfileStore store(folder.filePath(u"new/profiles"_s));
    const ConnectionProfile profile = fullProfile(u"all"_s);
    const Status saved = store.save(profile);
    QVERIFY2(saved, errorOf(saved));
    const auto loaded = store.load(u"all"_s);
    QVERIFY2(loaded, errorOf(loaded));
    QVERIFY(*loaded == profile);

    const ConnectionProfile plain{ u"all"_s, {} };
    QVERIFY(store.save(plain));
    QVERIFY(*store.load(u"all"_s) == plain);
}

void TestProfileStore::profilesAreListedReplacedRemoved()
{
    const QTemporaryDir folder;
    const ProfileStore store(folder.path());
    QVERIFY(store.list().names.isEmpty());
    for (const QString &name : { u"shop"_s, u"Beta"_s, u"alpha"_s })
        QVERIFY(store.save(fullProfile(name)));
    QCOMPARE(store.list().names, (QStringList{ u"alpha"_s, u"Beta"_s, u"shop"_s }));
    QVERIFY(store.save({ u"shop"_s, {} }));
    QCOMPARE(store.list().names.size(), 3);
    QVERIFY(store.remove(u"shop"_s));
    QVERIFY(store.remove(u"shop"_s));
    QCOMPARE(store.list().names, (QStringList{ u"alpha"_s, u"Beta"_s }));
    const auto gone = store.load(u"shop"_s);
    QVERIFY(!gone);
    QCOMPARE(gone.error().text,
        u"There is no connection profile \"shop\". Profiles are in %1."_s.arg(folder.path()));
    QVERIFY(store.list().warnings.isEmpty());
}

void TestProfileStore::oddNames_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : { u"../../escape"_s, u"a/b\\c"_s, u"."_s, u"..."_s, u".hidden"_s, u"Büro 😀"_s,
             u"100%"_s, u"a.json"_s, u" "_s + u"x"_s, u"${x}"_s })
        QTest::newRow(qPrintable(name)) << name;
}

void TestProfileStore::oddNames()
{
    QFETCH(QString, name);
    const QTemporaryDir folder;
    const ProfileStore store(folder.filePath(u"profiles"_s));
    QVERIFY(store.save(fullProfile(name)));
    QCOMPARE(store.list().names, QStringList(name));
    const auto loaded = store.load(name);
    QVERIFY2(loaded, errorOf(loaded));
    QCOMPARE(loaded->name, name);
    QCOMPARE(filesIn(folder.path()), QStringList());
    QVERIFY(store.remove(name));
    QVERIFY(store.list().names.isEmpty());
}

void TestProfileStore::namesThatCannotBe()
{
    const QTemporaryDir folder;
    const ProfileStore store(folder.path());
    for (const QString &name : { QString(), u"  "_s, QString(300, u'x') }) {
        const Status saved = store.save(fullProfile(name));
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::Configuration);
    }
    QCOMPARE(filesIn(folder.path()), QStringList());
}

void TestProfileStore::unknownKeysStay()
{
    const QTemporaryDir folder;
    const ProfileStore store(folder.path());
    write(folder.filePath(u"a.json"_s),
        R"({"name": "a", "colour": "red", "connection": {"server": "old", "newer_option": [1], "port": 5}})");
    auto profile = store.load(u"a"_s);
    QVERIFY2(profile, errorOf(profile));
    profile->connection.server = u"new"_s;
    profile->connection.port.reset();
    QVERIFY(store.save(*profile));
    QCOMPARE(readConfigFile(folder.filePath(u"a.json"_s))->simplified().replace(' ', ""),
        R"({"name":"a","colour":"red","connection":{"server":"new","newer_option":[1]}})"_ba);
}

void TestProfileStore::brokenFilesAreSetAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("reason");
    QTest::newRow("empty") << ""_ba << u"The file is empty."_s;
    QTest::newRow("torn") << R"({"name": "a", "conn)"_ba
                          << u"Line 1, column 20: the file ends inside a text."_s;
    QTest::newRow("wrong value")
        << R"({"name": "a", "connection": {"port": "x"}})"_ba
        << u"connection.port (line 1): expected a whole number from 1 to 65535, not \"x\"."_s;
    QTest::newRow("no name") << R"({"connection": {}})"_ba << u"name: the profile has no name."_s;
    QTest::newRow("a list") << "[]"_ba << u"expected a map, not an empty list."_s;
}

void TestProfileStore::brokenFilesAreSetAside()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, reason);
    const QTemporaryDir folder;
    const ProfileStore store(folder.path());
    QVERIFY(store.save(fullProfile(u"good"_s)));
    const QString path = folder.filePath(u"a.json"_s);
    const QString expected = u"%1: %2 The file was set aside as %1.broken%3."_s.arg(path, reason);

    write(path, content);
    const auto loaded = store.load(u"a"_s);
    QVERIFY(!loaded);
    QCOMPARE(describe(loaded.error()), expected.arg(QString()));
    write(path, content);
    const ProfileStore::Listing listing = store.list();
    QCOMPARE(listing.names, QStringList(u"good"_s));
    QCOMPARE(listing.warnings, QStringList(expected.arg(u"2"_s)));
    QCOMPARE(
        filesIn(folder.path()), (QStringList{ u"a.json.broken"_s, u"a.json.broken2"_s, u"good.json"_s }));
    QCOMPARE(*readConfigFile(path + u".broken2"_s), content);
    QVERIFY(store.list().warnings.isEmpty());
}

void TestProfileStore::aPersonsOrderIsKept()
{
    const QTemporaryDir folder;
    const ProfileStore store(folder.filePath(u"profiles"_s));
    QVERIFY(store.setOrder({ u"shop"_s, u"gone"_s, u".order"_s }));
    for (const QString &name : { u"shop"_s, u"Beta"_s, u"alpha"_s, u".order"_s })
        QVERIFY(store.save(fullProfile(name)));
    QCOMPARE(store.list().names, (QStringList{ u"shop"_s, u".order"_s, u"alpha"_s, u"Beta"_s }));
    QVERIFY(store.setOrder({ u"Beta"_s, u"alpha"_s, u"shop"_s, u".order"_s }));
    QCOMPARE(store.list().names, (QStringList{ u"Beta"_s, u"alpha"_s, u"shop"_s, u".order"_s }));
    QCOMPARE(store.list().warnings, QStringList());
}

void TestProfileStore::brokenOrderIsSetAside()
{
    const QTemporaryDir folder;
    const ProfileStore store(folder.path());
    QVERIFY(store.save(fullProfile(u"a"_s)));
    write(folder.filePath(u".order.json"_s), "[\"a");
    const ProfileStore::Listing listing = store.list();
    QCOMPARE(listing.names, QStringList(u"a"_s));
    QCOMPARE(listing.warnings.size(), 1);
    QVERIFY(listing.warnings.first().contains(u".order.json.broken"_s));
    QVERIFY(store.list().warnings.isEmpty());
}

void TestProfileStore::renamed()
{
    const QTemporaryDir folder;
    const ProfileStore store(folder.path());
    for (const QString &name : { u"a"_s, u"b"_s, u"c"_s })
        QVERIFY(store.save(fullProfile(name)));
    const auto textOf = [&](const QString &name) {
        QFile file(folder.filePath(name + u".json"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QByteArray newer = textOf(u"b"_s);
    newer.replace(newer.lastIndexOf('}'), 1, ", \"of_a_newer_version\": 7}");
    QFile file(folder.filePath(u"b.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(newer) == newer.size());
    file.close();
    QVERIFY(store.rename(u"b"_s, u"z"_s));
    QVERIFY2(textOf(u"z"_s).contains("of_a_newer_version"), textOf(u"z"_s).constData());
    QCOMPARE(store.list().names, (QStringList{ u"a"_s, u"z"_s, u"c"_s }));
    QCOMPARE(store.load(u"z"_s)->connection, fullProfile(u"z"_s).connection);
    QVERIFY(!store.load(u"b"_s));

    const Status taken = store.rename(u"z"_s, u"A"_s);
    QVERIFY(!taken);
    QCOMPARE(taken.error().text, u"There is a profile \"A\" already. Give one of the two another name."_s);
    QVERIFY(store.load(u"z"_s));
    QVERIFY(!store.rename(u"b"_s, u"y"_s));
    QVERIFY(!store.rename(u"z"_s, u" "_s));
    QVERIFY(store.rename(u"z"_s, u"Z"_s)); // of its own name the case may change
    QCOMPARE(store.list().names, (QStringList{ u"a"_s, u"Z"_s, u"c"_s }));
}

void TestProfileStore::exportedWithoutSecrets()
{
    const QTemporaryDir folder;
    const ProfileStore store(folder.filePath(u"profiles"_s));
    QVERIFY(QDir().mkpath(folder.filePath(u"profiles"_s)));
    write(folder.filePath(u"profiles/a.json"_s),
        R"({"name": "a", "password": "p", "connection": {"server": "h", "password": "geheim"}})");
    const QString path = folder.filePath(u"out.json"_s);
    const Status exported = store.exportTo(path, u"a"_s);
    QVERIFY2(exported, errorOf(exported));
    QCOMPARE(readConfigFile(path)->simplified().replace(' ', ""),
        R"({"name":"a","connection":{"server":"h"}})"_ba);
    QVERIFY(!store.exportTo(path, u"nothing"_s));
    QVERIFY(!store.exportTo(folder.filePath(u"no/such/folder.json"_s), u"a"_s));
}

void TestProfileStore::imported()
{
    const QTemporaryDir folder;
    const ProfileStore from(folder.filePath(u"from"_s));
    const ProfileStore to(folder.filePath(u"to"_s));
    const QString path = folder.filePath(u"out.json"_s);
    QVERIFY(from.save(fullProfile(u"${x} 😀"_s)));
    QVERIFY(from.exportTo(path, u"${x} 😀"_s));
    const Result<QString> name = to.importFrom(path);
    QVERIFY2(name, errorOf(name));
    QCOMPARE(*name, u"${x} 😀"_s);
    QVERIFY(*to.load(*name) == fullProfile(*name));
}

void TestProfileStore::whatCannotBeImported_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("word");
    QTest::newRow("taken") << R"({"name": "GOOD"})"_ba << u"GOOD"_s;
    QTest::newRow("reserved") << R"({"name": "practice data"})"_ba << u"practice data"_s;
    QTest::newRow("torn") << R"({"name": )"_ba << u"Line 1"_s;
    QTest::newRow("no name") << "{}"_ba << u"no name"_s;
    QTest::newRow("wrong value") << R"({"name": "a", "connection": {"port": 0}})"_ba << u"connection.port"_s;
    QTest::newRow("a sign-in that does not exist")
        << R"({"name": "a", "connection": {"authentication": "Kerbeross"}})"_ba << u"Kerberos?"_s;
    QTest::newRow("a password among the keywords")
        << R"({"name": "a", "connection": {"extra": {"PWD": "x"}}})"_ba << u"password"_s;
}

void TestProfileStore::whatCannotBeImported()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, word);
    const QTemporaryDir folder;
    const ProfileStore store(folder.filePath(u"profiles"_s));
    QVERIFY(store.save({ u"good"_s, {} }));
    const QString path = folder.filePath(u"in.json"_s);
    write(path, content);
    const Result<QString> name = store.importFrom(path, { u"Practice data"_s });
    QVERIFY(!name);
    QVERIFY2(describe(name.error()).contains(word), errorOf(name));
    QCOMPARE(store.list().names, QStringList(u"good"_s));
    QCOMPARE(*readConfigFile(path), content); // it is the person's own, and stays
    QVERIFY(!store.importFrom(folder.filePath(u"nowhere.json"_s)));
}

void TestProfileStore::folderThatCannotBeMade()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"file"_s), "x");
    const ProfileStore store(folder.filePath(u"file/profiles"_s));
    const Status saved = store.save(fullProfile(u"a"_s));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::Storage);
    QCOMPARE(saved.error().context, folder.filePath(u"file/profiles"_s));
}

void TestProfileStore::defaultFolderIsTheUsers()
{
    const QString root = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    QCOMPARE(ProfileStore::defaultFolder(), root + u"/tidemark/profiles"_s);
}

QTEST_APPLESS_MAIN(TestProfileStore)
#include "tst_profilestore.moc"
