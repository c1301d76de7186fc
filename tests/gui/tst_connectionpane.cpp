#include "connectionpane.h"
#include "stepsview.h"
#include "widgetfinder.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

class TestConnectionPane : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void needsAServer();
    void mistakesAreSaidWhileTyping_data();
    void mistakesAreSaidWhileTyping();
    void enterConnects();
    void keepsWhatTheFormDoesNotShow();
    void foldsWhenConnected();
    void settingsCanBeSeenWhileConnected();
    void remarksAreSaid();
    void stepsSayWhatToDo();
    void waitingCanBeStopped();
    void profilesAreChosen();
    void passwordIsHidden();

private:
    std::unique_ptr<ConnectionPane> m_pane;
};

void TestConnectionPane::init()
{
    m_pane = std::make_unique<ConnectionPane>();
    m_pane->show();
}

void TestConnectionPane::cleanup()
{
    m_pane.reset();
}

void TestConnectionPane::needsAServer()
{
    auto *button = child<QPushButton>(*m_pane, "connectButton");
    QVERIFY(!button->isEnabled());
    QCOMPARE(button->toolTip(), u"Name a server first."_s);
    QTest::keyClicks(child<QLineEdit>(*m_pane, "serverEdit"), u"db.example"_s);
    QVERIFY(button->isEnabled());
    QSignalSpy requested(m_pane.get(), &ConnectionPane::connectRequested);
    click(button);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(m_pane->spec().server, u"db.example"_s);
}

void TestConnectionPane::mistakesAreSaidWhileTyping_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<bool>("good");
    QTest::newRow("host") << u"db.example"_s << true;
    QTest::newRow("port") << u"db.example,1433"_s << true;
    QTest::newRow("highest port") << u"tcp:db.example, 65535"_s << true;
    QTest::newRow("instance") << u"db\\SQLEXPRESS"_s << true;
    QTest::newRow("port too high") << u"db.example,65536"_s << false;
    QTest::newRow("port zero") << u"db.example,0"_s << false;
    QTest::newRow("no number") << u"db.example,abc"_s << false;
    QTest::newRow("nothing after the comma") << u"db.example,"_s << false;
}

void TestConnectionPane::mistakesAreSaidWhileTyping()
{
    QFETCH(QString, server);
    QFETCH(bool, good);
    QTest::keyClicks(child<QLineEdit>(*m_pane, "serverEdit"), server);
    QCOMPARE(child<QLabel>(*m_pane, "serverHint")->isVisible(), !good);
    QCOMPARE(child<QPushButton>(*m_pane, "connectButton")->isEnabled(), good);
}

void TestConnectionPane::enterConnects()
{
    QSignalSpy requested(m_pane.get(), &ConnectionPane::connectRequested);
    auto *password = child<QLineEdit>(*m_pane, "passwordEdit");
    QTest::keyClick(password, Qt::Key_Return);
    QCOMPARE(requested.size(), 0);
    QTest::keyClicks(child<QLineEdit>(*m_pane, "serverEdit"), u"db.example"_s);
    QTest::keyClick(password, Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
}

void TestConnectionPane::keepsWhatTheFormDoesNotShow()
{
    ConnectionSpec spec;
    spec.driver = u"Some Driver"_s;
    spec.server = u"h,1434"_s;
    spec.port = 1500;
    spec.database = u"shop"_s;
    spec.signIn = SignIn::EntraPassword;
    spec.user = u"u"_s;
    spec.encrypt = Encryption::Strict;
    spec.trustServerCertificate = true;
    spec.hostNameInCertificate = u"localhost"_s;
    spec.caFile = u"/ca.pem"_s;
    spec.readOnlyIntent = true;
    spec.loginTimeoutSeconds = 7;
    spec.queryTimeoutSeconds = 8;
    spec.packetSize = 4096;
    spec.extra.insert(u"MultiSubnetFailover"_s, u"yes"_s);
    m_pane->setSpec(spec);
    QCOMPARE(m_pane->spec(), spec);
    m_pane->setSpec({});
    QCOMPARE(m_pane->spec(), ConnectionSpec());
}

void TestConnectionPane::foldsWhenConnected()
{
    auto *settings = child<QWidget>(*m_pane, "settings");
    QVERIFY(settings->isVisible());
    QVERIFY(child<QPushButton>(*m_pane, "practiceButton")->isVisible());
    m_pane->showConnected(u"Connected to h."_s, {});
    QVERIFY(!settings->isVisible());
    QVERIFY(!child<QPushButton>(*m_pane, "practiceButton")->isVisible());
    m_pane->showDisconnected(u"The server is gone."_s);
    QVERIFY(settings->isVisible());
    QCOMPARE(child<QLabel>(*m_pane, "summaryLabel")->text(), u"The server is gone."_s);
}

void TestConnectionPane::settingsCanBeSeenWhileConnected()
{
    m_pane->showConnected(u"Connected to h."_s, {});
    auto *change = child<QToolButton>(*m_pane, "changeButton");
    click(change);
    QVERIFY(child<QWidget>(*m_pane, "settings")->isVisible());
    click(change);
    QVERIFY(!child<QWidget>(*m_pane, "settings")->isVisible());
}

void TestConnectionPane::remarksAreSaid()
{
    m_pane->showConnected(u"Connected to h."_s, { u"Nobody verified the server."_s });
    QVERIFY(child<QLabel>(*m_pane, "summaryLabel")->text().contains(u"Nobody verified the server."_s));
}

void TestConnectionPane::stepsSayWhatToDo()
{
    m_pane->showSteps(
        { { u"log in"_s, CheckOutcome::Bad, u"The login was refused."_s, u"Check the password."_s, 0.1 } },
        u"It does not work."_s);
    auto *steps = child<StepsView>(*m_pane, "stepsView");
    QVERIFY(steps->isVisible());
    QString said;
    for (const QLabel *label : steps->findChildren<QLabel *>())
        said += label->text();
    QVERIFY(said.contains(u"The login was refused."_s));
    QVERIFY(said.contains(u"Check the password."_s));
    m_pane->showConnected(u"Connected."_s, {});
    QVERIFY(!steps->isVisible());
}

void TestConnectionPane::waitingCanBeStopped()
{
    m_pane->setSpec(
        { {}, u"h"_s, {}, {}, {}, {}, Encryption::Mandatory, false, {}, {}, false, 15, 300, 16000, {} });
    auto *stop = child<QToolButton>(*m_pane, "stopButton");
    QVERIFY(!stop->isVisible());
    m_pane->showBusy(u"Connecting to h."_s);
    QVERIFY(!child<QPushButton>(*m_pane, "connectButton")->isEnabled());
    QVERIFY(!child<QPushButton>(*m_pane, "practiceButton")->isEnabled());
    QSignalSpy requested(m_pane.get(), &ConnectionPane::stopRequested);
    click(stop);
    QCOMPARE(requested.size(), 1);
}

void TestConnectionPane::profilesAreChosen()
{
    m_pane->setProfiles({ u"a"_s, u"b"_s }, u"b"_s);
    QCOMPARE(m_pane->profile(), u"b"_s);
    QSignalSpy chosen(m_pane.get(), &ConnectionPane::profileChosen);
    auto *box = child<QComboBox>(*m_pane, "profileBox");
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Up);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), u"a"_s);
    QTest::keyClick(box, Qt::Key_Up);
    QCOMPARE(chosen.size(), 1);
    QVERIFY(m_pane->profile().isEmpty());
    const QList<QAction *> actions = child<QToolButton>(*m_pane, "profileMenuButton")->menu()->actions();
    QVERIFY(!actions.constFirst()->isEnabled()); // nothing to save under
}

void TestConnectionPane::passwordIsHidden()
{
    m_pane->setPassword(Secret(u"geheim"_s), true);
    auto *edit = child<QLineEdit>(*m_pane, "passwordEdit");
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    QVERIFY(!edit->displayText().contains(u"geheim"_s));
    QCOMPARE(m_pane->password(), Secret(u"geheim"_s));
    QVERIFY(m_pane->keepsPassword());
}

QTEST_MAIN(TestConnectionPane)
#include "tst_connectionpane.moc"
