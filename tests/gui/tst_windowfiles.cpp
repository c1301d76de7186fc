#include "sessionsecretstore.h"
#include "windowfiles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// Profiles of the window with their passwords, in the files and the store of secrets that it really has.
class TestWindowFiles : public QObject {
    Q_OBJECT

private slots:
    void init();

    void passwordStaysWhileAnotherProfileNeedsIt();
    void passwordGoesWithTheLogin();
    void loginsWithoutUserHaveNone();

private:
    std::optional<Secret> passwordOf(const QString &name);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowFiles> m_files;
};

namespace {

ConnectionProfile profile(const QString &name, const QString &user)
{
    ConnectionProfile profile;
    profile.name = name;
    profile.connection.server = u"db.example"_s;
    profile.connection.user = user;
    return profile;
}

} // namespace

void TestWindowFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_files =
        std::make_unique<WindowFiles>(ProfileStore(m_folder->path()), std::make_unique<SessionSecretStore>());
    QVERIFY(!m_files->hasKeychain());
}

std::optional<Secret> TestWindowFiles::passwordOf(const QString &name)
{
    const Result<StoredLogin> login = m_files->loadProfile(name);
    return login ? login->password : std::nullopt;
}

void TestWindowFiles::passwordStaysWhileAnotherProfileNeedsIt()
{
    QVERIFY(m_files->saveProfile(profile(u"a"_s, u"u"_s), Secret(u"geheim"_s)));
    QVERIFY(m_files->saveProfile(profile(u"b"_s, u"u"_s), std::nullopt));
    QCOMPARE(passwordOf(u"a"_s), std::optional(Secret(u"geheim"_s)));
    QVERIFY(m_files->removeProfile(u"b"_s));
    QCOMPARE(passwordOf(u"a"_s), std::optional(Secret(u"geheim"_s)));
    QVERIFY(m_files->removeProfile(u"a"_s));
    QVERIFY(m_files->saveProfile(profile(u"c"_s, u"u"_s), std::nullopt));
    QVERIFY(!passwordOf(u"c"_s));
}

void TestWindowFiles::passwordGoesWithTheLogin()
{
    QVERIFY(m_files->saveProfile(profile(u"a"_s, u"u"_s), Secret(u"geheim"_s)));
    QVERIFY(m_files->saveProfile(profile(u"a"_s, u"v"_s), std::nullopt)); // another user in its place
    QVERIFY(m_files->saveProfile(profile(u"b"_s, u"u"_s), std::nullopt));
    QVERIFY(!passwordOf(u"b"_s));
    QVERIFY(m_files->saveProfile(profile(u"b"_s, u"u"_s), Secret(u"neu"_s)));
    QVERIFY(m_files->saveProfile(profile(u"b"_s, u"u"_s), std::nullopt)); // no longer kept
    QVERIFY(!passwordOf(u"b"_s));
}

void TestWindowFiles::loginsWithoutUserHaveNone()
{
    QVERIFY(m_files->saveProfile(profile(u"a"_s, {}), Secret(u"geheim"_s)));
    QVERIFY(!passwordOf(u"a"_s));
}

QTEST_GUILESS_MAIN(TestWindowFiles)
#include "tst_windowfiles.moc"
