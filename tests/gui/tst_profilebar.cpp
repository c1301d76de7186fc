#include "connectioncontroller.h"
#include "connectionfields.h"
#include "connectionpane.h"
#include "fakebackend.h"
#include "fieldhint.h"
#include "profilebar.h"
#include "scriptedprompts.h"
#include "widgetfinder.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// Profiles in the pane, over a fake backend: what is asked of it, and what is said of its answers.
class TestProfileBar : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void practiceIsTheFirst();
    void practiceCannotBeChanged();
    void practiceStartsWhenChosen();
    void aNewOneIsSaved();
    void namesAreLookedAt_data();
    void namesAreLookedAt();
    void escapeLeavesAll();
    void aCopyIsMade();
    void renamed();
    void removedWhenConfirmed();
    void moved();
    void exported();
    void imported();
    void brokenFilesAreSaid();
    void brokenProfilesAreNamed();
    void editsAreNotLostSilently();
    void practiceTakesNoEditsAway();
    void practiceLeavesAProfileAlone();
    void newEmptiesTheFields();
    void whatCannotBeSavedIsSaid();

private:
    void start(const QString &profile = {});
    void pick(const QString &name);
    QAction *action(const QString &text) const;
    void trigger(const QString &text) const;
    void typeName(const QString &name) const;
    QComboBox *box() const { return child<QComboBox>(*m_pane, "profileBox"); }
    QLineEdit *server() const { return child<QLineEdit>(*m_pane, "serverEdit"); }
    QString message() const { return child<FieldHint>(*m_pane, "messageHint")->text(); }
    bool isMistake() const { return child<FieldHint>(*m_pane, "messageHint")->isMistake(); }
    QStringList items() const;

    std::unique_ptr<FakeBackend> m_backend;
    std::unique_ptr<ScriptedPrompts> m_prompts;
    std::unique_ptr<ConnectionPane> m_pane;
    std::unique_ptr<ConnectionController> m_controller;
};

void TestProfileBar::init()
{
    m_backend = std::make_unique<FakeBackend>();
    m_prompts = std::make_unique<ScriptedPrompts>();
    for (const QString &name : { u"a"_s, u"b"_s, u"c"_s }) {
        StoredLogin login;
        login.connection.server = u"host-"_s + name;
        login.connection.user = u"u"_s;
        m_backend->stored.insert(name, login);
    }
    m_pane = std::make_unique<ConnectionPane>();
    m_controller = std::make_unique<ConnectionController>(*m_backend, *m_prompts, *m_pane);
    connect(m_controller.get(), &ConnectionController::practiceChosen, m_controller.get(),
        &ConnectionController::beginPractice);
    m_pane->show();
    m_pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    start();
}

void TestProfileBar::cleanup()
{
    m_controller.reset();
    m_pane.reset();
}

void TestProfileBar::start(const QString &profile)
{
    m_controller->start(profile);
    QTRY_VERIFY(items().size() > 1);
}

QStringList TestProfileBar::items() const
{
    QStringList texts;
    for (int row = 0; row < box()->count(); ++row)
        texts += box()->itemText(row);
    return texts;
}

/// From the list of the box, like a person.
void TestProfileBar::pick(const QString &name)
{
    const int row = box()->findText(name);
    QVERIFY(row >= 0);
    box()->setFocus();
    while (box()->currentIndex() != row)
        QTest::keyClick(box(), box()->currentIndex() < row ? Qt::Key_Down : Qt::Key_Up);
}

QAction *TestProfileBar::action(const QString &text) const
{
    for (QAction *action : child<QToolButton>(*m_pane, "profileMenuButton")->menu()->actions()) {
        if (QString(action->text()).remove(u'&').remove(u'…') == text)
            return action;
    }
    return nullptr;
}

void TestProfileBar::trigger(const QString &text) const
{
    QVERIFY2(action(text) != nullptr && action(text)->isEnabled(), qPrintable(text));
    action(text)->trigger();
}

void TestProfileBar::typeName(const QString &name) const
{
    auto *edit = child<QLineEdit>(*m_pane, "nameEdit");
    QVERIFY(edit->hasFocus());
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, name);
}

void TestProfileBar::practiceIsTheFirst()
{
    QCOMPARE(items(), (QStringList{ u"Practice data"_s, u"a"_s, u"b"_s, u"c"_s }));
    QCOMPARE(box()->currentIndex(), -1);
    QVERIFY(m_pane->profile().isEmpty());
}

void TestProfileBar::practiceCannotBeChanged()
{
    pick(u"Practice data"_s);
    for (const QString &text :
        { u"Save"_s, u"Save as"_s, u"Rename"_s, u"Remove"_s, u"Move up"_s, u"Move down"_s, u"Export"_s })
        QVERIFY2(!action(text)->isEnabled(), qPrintable(text));
    QVERIFY(m_pane->profile().isEmpty());
}

void TestProfileBar::practiceStartsWhenChosen()
{
    PracticeLogin practice;
    practice.login.connection.server = u"127.0.0.1,50211"_s;
    practice.login.connection.user = u"practice"_s;
    m_backend->practice = practice;
    pick(u"a"_s);
    QTRY_COMPARE(server()->text(), u"host-a"_s);
    QSignalSpy started(m_controller.get(), &ConnectionController::practiceStarted);
    pick(u"Practice data"_s);
    QTRY_COMPARE(started.size(), 1);
    QTRY_VERIFY(m_controller->isConnected());
    QVERIFY(m_controller->isPractice());
    pick(u"b"_s);
    QTRY_COMPARE(server()->text(), u"host-b"_s);
}

void TestProfileBar::aNewOneIsSaved()
{
    QTest::keyClicks(server(), u"db.example"_s);
    QVERIFY(!action(u"Save"_s)->isEnabled()); // under which name
    trigger(u"Save as"_s);
    typeName(u"  nightly "_s);
    QTest::keyClick(child<QLineEdit>(*m_pane, "nameEdit"), Qt::Key_Return);
    QTRY_COMPARE(m_pane->profile(), u"nightly"_s);
    QCOMPARE(m_backend->stored[u"nightly"_s].connection.server, u"db.example"_s);
    QVERIFY(!child<QWidget>(*m_pane, "nameRow")->isVisible());
    QCOMPARE(message(), u"The profile nightly is saved."_s);
    QVERIFY(!isMistake());

    QTest::keyClicks(server(), u".org"_s);
    trigger(u"Save"_s);
    QTRY_COMPARE(m_backend->stored[u"nightly"_s].connection.server, u"db.example.org"_s);
}

void TestProfileBar::namesAreLookedAt_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("mistake");
    QTest::newRow("free") << u"d"_s << QString();
    QTest::newRow("empty") << QString() << u"A profile needs a name."_s;
    QTest::newRow("blank") << u"  "_s << u"A profile needs a name."_s;
    QTest::newRow("taken") << u"b"_s << u"There is a profile b already."_s;
    QTest::newRow("taken in another case") << u"B "_s << u"There is a profile B already."_s;
    QTest::newRow("practice") << u"practice data"_s << u"There is a profile practice data already."_s;
    QTest::newRow("too long") << QString(300, u'x') << u"The name is too long."_s;
}

void TestProfileBar::namesAreLookedAt()
{
    QFETCH(QString, name);
    QFETCH(QString, mistake);
    trigger(u"Save as"_s);
    typeName(name);
    QCOMPARE(child<FieldHint>(*m_pane, "nameHint")->text(), mistake);
    auto *accept = child<QPushButton>(*m_pane, "acceptButton");
    QCOMPARE(accept->isEnabled(), mistake.isEmpty());
    QTest::keyClick(child<QLineEdit>(*m_pane, "nameEdit"), Qt::Key_Return);
    QCOMPARE(child<QWidget>(*m_pane, "nameRow")->isVisible(), !mistake.isEmpty());
    QCOMPARE(m_backend->stored.size(), mistake.isEmpty() ? 4 : 3);
}

void TestProfileBar::escapeLeavesAll()
{
    pick(u"a"_s);
    trigger(u"Rename"_s);
    typeName(u"z"_s);
    QTest::keyClick(child<QLineEdit>(*m_pane, "nameEdit"), Qt::Key_Escape);
    QVERIFY(!child<QWidget>(*m_pane, "nameRow")->isVisible());
    QVERIFY(m_backend->stored.contains(u"a"_s) && !m_backend->stored.contains(u"z"_s));
}

void TestProfileBar::aCopyIsMade()
{
    pick(u"b"_s);
    QTRY_COMPARE(server()->text(), u"host-b"_s);
    trigger(u"Save as"_s);
    QCOMPARE(child<FieldHint>(*m_pane, "nameHint")->text(), u"There is a profile b already."_s);
    typeName(u"b2"_s);
    click(child<QPushButton>(*m_pane, "acceptButton"));
    QTRY_COMPARE(m_pane->profile(), u"b2"_s);
    QCOMPARE(m_backend->stored[u"b2"_s].connection, m_backend->stored[u"b"_s].connection);
}

void TestProfileBar::renamed()
{
    pick(u"b"_s);
    trigger(u"Rename"_s);
    QCOMPARE(child<QPushButton>(*m_pane, "acceptButton")->text(), u"Rename"_s);
    typeName(u"z"_s);
    click(child<QPushButton>(*m_pane, "acceptButton"));
    QTRY_COMPARE(m_pane->profile(), u"z"_s);
    QVERIFY(!m_backend->stored.contains(u"b"_s));
    QCOMPARE(message(), u"The profile b is now called z."_s);
}

void TestProfileBar::removedWhenConfirmed()
{
    pick(u"b"_s);
    trigger(u"Remove"_s);
    QTest::qWait(0);
    QVERIFY(m_backend->stored.contains(u"b"_s));
    QCOMPARE(m_prompts->asked.last(), u"Remove the profile b and its password?"_s);
    m_prompts->confirmation = true;
    trigger(u"Remove"_s);
    QTRY_VERIFY(!m_backend->stored.contains(u"b"_s));
    QTRY_COMPARE(items(), (QStringList{ u"Practice data"_s, u"a"_s, u"c"_s }));
    QVERIFY(m_pane->profile().isEmpty());
}

void TestProfileBar::moved()
{
    pick(u"c"_s);
    QVERIFY(!action(u"Move down"_s)->isEnabled());
    trigger(u"Move up"_s);
    QTRY_COMPARE(items(), (QStringList{ u"Practice data"_s, u"a"_s, u"c"_s, u"b"_s }));
    QCOMPARE(m_pane->profile(), u"c"_s);
    trigger(u"Move up"_s);
    QTRY_COMPARE(items(), (QStringList{ u"Practice data"_s, u"c"_s, u"a"_s, u"b"_s }));
    QVERIFY(!action(u"Move up"_s)->isEnabled()); // practice stays the first
    trigger(u"Move down"_s);
    QTRY_COMPARE(m_backend->order, (QStringList{ u"a"_s, u"c"_s, u"b"_s }));
}

void TestProfileBar::exported()
{
    pick(u"b"_s);
    m_prompts->text = u"/tmp/b.json"_s;
    trigger(u"Export"_s);
    QTRY_COMPARE(m_backend->exported, QStringList(u"b to /tmp/b.json"_s));
    QTRY_VERIFY2(message().contains(u"without its password"_s), qPrintable(message()));
}

void TestProfileBar::imported()
{
    m_backend->imported = u"new"_s;
    m_prompts->text = u"/tmp/new.json"_s;
    trigger(u"Import"_s);
    QTRY_COMPARE(m_pane->profile(), u"new"_s);
    QVERIFY2(message().contains(u"new"_s), qPrintable(message()));
    QVERIFY(!isMistake());
}

void TestProfileBar::brokenFilesAreSaid()
{
    m_backend->imported = fail(ErrorKind::Configuration, u"There is a profile \"a\" already."_s);
    m_prompts->text = u"/tmp/a.json"_s;
    pick(u"b"_s);
    trigger(u"Import"_s);
    QTRY_COMPARE(message(), u"There is a profile \"a\" already."_s);
    QVERIFY(isMistake());
    QCOMPARE(m_pane->profile(), u"b"_s);
    pick(u"c"_s); // what was said is past
    QTRY_VERIFY(message().isEmpty());
}

void TestProfileBar::brokenProfilesAreNamed()
{
    m_backend->profileWarnings = { u"x.json: The file is empty. It was set aside as x.json.broken."_s };
    start();
    QTRY_COMPARE(message(), m_backend->profileWarnings.first());
    QVERIFY(isMistake());
}

void TestProfileBar::editsAreNotLostSilently()
{
    pick(u"a"_s);
    QTRY_COMPARE(server()->text(), u"host-a"_s);
    QTest::keyClicks(server(), u"!"_s);
    box()->setFocus();
    QTest::keyClick(box(), Qt::Key_Down);
    QTRY_COMPARE(m_prompts->asked.size(), 1);
    QTRY_COMPARE(m_pane->profile(), u"a"_s);
    QCOMPARE(server()->text(), u"host-a!"_s);
    m_prompts->confirmation = true;
    QTest::keyClick(box(), Qt::Key_Down);
    QTRY_COMPARE(server()->text(), u"host-b"_s);
    QCOMPARE(m_pane->profile(), u"b"_s);
    QTest::keyClick(box(), Qt::Key_Down); // nothing was edited
    QTRY_COMPARE(server()->text(), u"host-c"_s);
    QCOMPARE(m_prompts->asked.size(), 2);
}

void TestProfileBar::practiceTakesNoEditsAway()
{
    QTest::keyClicks(server(), u"db.example"_s);
    click(child<QPushButton>(*m_pane, "practiceButton"));
    QTRY_COMPARE(m_prompts->asked.size(), 1);
    QTest::qWait(0);
    QCOMPARE(server()->text(), u"db.example"_s);
    QVERIFY(!m_controller->isConnected());
    m_prompts->confirmation = true;
    click(child<QPushButton>(*m_pane, "practiceButton"));
    QTRY_VERIFY(m_controller->isPractice());
}

void TestProfileBar::practiceLeavesAProfileAlone()
{
    QSignalSpy started(m_controller.get(), &ConnectionController::practiceStarted);
    m_backend->hold();
    pick(u"Practice data"_s);
    pick(u"b"_s);
    m_backend->release(); // the practice server is up when nobody wants it
    QTRY_COMPARE(server()->text(), u"host-b"_s);
    QCOMPARE(started.size(), 0);
    QVERIFY(!m_controller->isConnected());
    QVERIFY(child<QPushButton>(*m_pane, "connectButton")->isEnabled());
}

void TestProfileBar::newEmptiesTheFields()
{
    pick(u"a"_s);
    QTRY_COMPARE(server()->text(), u"host-a"_s);
    trigger(u"New"_s);
    QVERIFY(server()->text().isEmpty());
    QVERIFY(server()->hasFocus());
    QVERIFY(m_pane->profile().isEmpty());
    QVERIFY(m_backend->stored.contains(u"a"_s));
}

void TestProfileBar::whatCannotBeSavedIsSaid()
{
    m_backend->profileStatus = fail(ErrorKind::Storage, u"The disk is full."_s);
    pick(u"a"_s);
    QTRY_COMPARE(server()->text(), u"host-a"_s);
    QTest::keyClicks(server(), u"!"_s);
    trigger(u"Save"_s);
    QTRY_COMPARE(message(), u"The disk is full."_s);
    QVERIFY(isMistake());
    QCOMPARE(m_pane->profile(), u"a"_s);
    QCOMPARE(server()->text(), u"host-a!"_s); // and the edit is not lost
    QVERIFY(m_pane->fields().isEdited());
}

QTEST_MAIN(TestProfileBar)
#include "tst_profilebar.moc"
