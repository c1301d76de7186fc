#include "connectionfields.h"
#include "connectionpane.h"
#include "namelesscontrols.h"
#include "profilebar.h"
#include "stepsview.h"
#include "widgetfinder.h"

#include <QApplication>
#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
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
    void enterConnects();
    void foldsWhenConnected();
    void settingsCanBeSeenWhileConnected();
    void remarksAreSaid();
    void stepsSayWhatToDo();
    void theStepSaysWhatTheSummaryLeavesOut();
    void waitingCanBeStopped();
    void practiceHasNothingToSet();
    void mnemonicsAreUnique();
    void controlsHaveNames();
    void tabFollowsTheEye();
    void theKeyboardStaysWhileTheServerIsAsked();
    void fitsASmallWindow();

private:
    void typeLogin();

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
    QCOMPARE(child<QLabel>(*m_pane, "whyNotLabel")->text(), u"Name a server first."_s);
    QTest::keyClicks(child<QLineEdit>(*m_pane, "serverEdit"), u"db.example"_s);
    QVERIFY(!button->isEnabled());
    QCOMPARE(button->toolTip(), u"Name a user first."_s);
    QTest::keyClicks(child<QLineEdit>(*m_pane, "userEdit"), u"u"_s);
    QVERIFY(button->isEnabled());
    QSignalSpy requested(m_pane.get(), &ConnectionPane::connectRequested);
    click(button);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(m_pane->spec().server, u"db.example"_s);
}

void TestConnectionPane::typeLogin()
{
    QTest::keyClicks(child<QLineEdit>(*m_pane, "serverEdit"), u"db.example"_s);
    QTest::keyClicks(child<QLineEdit>(*m_pane, "userEdit"), u"u"_s);
}

void TestConnectionPane::enterConnects()
{
    QSignalSpy requested(m_pane.get(), &ConnectionPane::connectRequested);
    auto *password = child<QLineEdit>(*m_pane, "passwordEdit");
    QTest::keyClick(password, Qt::Key_Return);
    QCOMPARE(requested.size(), 0);
    typeLogin();
    QTest::keyClick(password, Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
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
    m_pane->showConnected(u"Connected to h."_s, { u"Nobody verified the server."_s, u"It is old."_s });
    auto *remark = child<QLabel>(*m_pane, "remarkLabel");
    QVERIFY(remark->isVisible());
    QCOMPARE(remark->toolTip(), u"Nobody verified the server.\nIt is old."_s);
    QVERIFY(remark->text().startsWith(u"Nobody"_s));
    // Two lines: the summary, and what must be known.
    QVERIFY(m_pane->sizeHint().height() < m_pane->fontMetrics().height() * 7);
    m_pane->showConnected(u"Connected to h."_s, {});
    QVERIFY(!remark->isVisible());
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
    m_pane->showConnected(u"Connected."_s, {}, steps->steps());
    QVERIFY(!steps->isVisible());
    click(child<QToolButton>(*m_pane, "changeButton"));
    QVERIFY(steps->isVisible());
}

void TestConnectionPane::theStepSaysWhatTheSummaryLeavesOut()
{
    CheckStep step;
    step.name = u"encryption"_s;
    step.outcome = CheckOutcome::Bad;
    step.text = u"No encrypted connection to 10.0.0.1 came about. The driver says: SSL Provider. 0A000086"_s;
    m_pane->showDisconnected(step.text, { step });
    QCOMPARE(
        child<QLabel>(*m_pane, "summaryLabel")->text(), u"No encrypted connection to 10.0.0.1 came about."_s);
    QVERIFY(!child<QPushButton>(*m_pane, "practiceButton")->isVisible()); // its room is for the fields
}

void TestConnectionPane::waitingCanBeStopped()
{
    typeLogin();
    auto *stop = child<QToolButton>(*m_pane, "stopButton");
    QVERIFY(!stop->isVisible());
    m_pane->showBusy(u"Connecting to h."_s);
    QVERIFY(!child<QPushButton>(*m_pane, "connectButton")->isEnabled());
    QVERIFY(!child<QPushButton>(*m_pane, "practiceButton")->isEnabled());
    QSignalSpy requested(m_pane.get(), &ConnectionPane::stopRequested);
    click(stop);
    QCOMPARE(requested.size(), 1);
}

void TestConnectionPane::practiceHasNothingToSet()
{
    QSignalSpy requested(m_pane.get(), &ConnectionPane::practiceRequested);
    m_pane->profileBar().setPractice();
    m_pane->showPractice(true);
    QVERIFY(!child<QLineEdit>(*m_pane, "serverEdit")->isVisible());
    QVERIFY(child<QLabel>(*m_pane, "practiceNote")->isVisible());
    click(child<QPushButton>(*m_pane, "connectButton"));
    QCOMPARE(requested.size(), 1);
    click(child<QPushButton>(*m_pane, "practiceButton"));
    QCOMPARE(requested.size(), 2);
}

namespace {

QString textOf(const QWidget &widget)
{
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return button->text();
    const auto *label = qobject_cast<const QLabel *>(&widget);
    return label != nullptr && label->buddy() != nullptr ? label->text() : QString();
}

} // namespace

void TestConnectionPane::mnemonicsAreUnique()
{
    m_pane->showConnected(u"Connected."_s, {});
    click(child<QToolButton>(*m_pane, "changeButton"));
    m_pane->showBusy(u"Testing."_s);
    click(child<QToolButton>(*m_pane, "moreButton"));
    QHash<QString, QString> owners;
    for (const QWidget *widget : m_pane->findChildren<QWidget *>()) {
        const QString key = QKeySequence::mnemonic(textOf(*widget)).toString();
        if (key.isEmpty())
            continue;
        QVERIFY2(!owners.contains(key), qPrintable(widget->objectName() + u" and "_s + owners.value(key)));
        owners.insert(key, widget->objectName());
    }
    QVERIFY(owners.size() > 15);
    for (const QString &menu : { u"Alt+F"_s, u"Alt+R"_s, u"Alt+V"_s, u"Alt+H"_s })
        QVERIFY2(!owners.contains(menu), qPrintable(owners.value(menu)));
}

void TestConnectionPane::controlsHaveNames()
{
    click(child<QToolButton>(*m_pane, "moreButton"));
    int looked = 0;
    QCOMPARE(namelessControls(*m_pane, &looked).join(u'\n'), QString());
    QVERIFY(looked > 20);
}

void TestConnectionPane::theKeyboardStaysWhileTheServerIsAsked()
{
    typeLogin();
    m_pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    auto *test = child<QPushButton>(*m_pane, "testButton");
    test->setFocus();
    m_pane->showBusy(u"Testing."_s);
    QCOMPARE(QApplication::focusWidget(), child<QToolButton>(*m_pane, "stopButton"));
    m_pane->showDisconnected(u"Nobody answers."_s, {});
    QCOMPARE(QApplication::focusWidget(), test);
}

void TestConnectionPane::tabFollowsTheEye()
{
    typeLogin();
    click(child<QToolButton>(*m_pane, "moreButton"));
    m_pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    auto *first = child<QPushButton>(*m_pane, "practiceButton");
    first->setFocus();
    QStringList order;
    do {
        order += QApplication::focusWidget()->objectName();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    } while (QApplication::focusWidget() != first && order.size() < 50);
    order.removeAll(QString());
    const QStringList expected{ u"practiceButton"_s, u"profileBox"_s, u"profileMenuButton"_s, u"serverEdit"_s,
        u"portEdit"_s, u"databaseEdit"_s, u"driverBox"_s, u"signInBox"_s, u"userEdit"_s, u"passwordEdit"_s,
        u"keepPasswordBox"_s, u"encryptBox"_s, u"trustBox"_s, u"moreButton"_s, u"hostNameEdit"_s,
        u"caFileEdit"_s, u"caFileButton"_s, u"readOnlyBox"_s, u"loginTimeoutBox"_s, u"queryTimeoutBox"_s,
        u"packetSizeEdit"_s, u"extraEdit"_s, u"testButton"_s, u"connectButton"_s };
    QCOMPARE(order, expected);
}

void TestConnectionPane::fitsASmallWindow()
{
    click(child<QToolButton>(*m_pane, "moreButton"));
    QVERIFY(m_pane->minimumSizeHint().height() < 400);
    m_pane->resize(300, 420);
    // The buttons stay in sight, and a field out of sight scrolls into it with the focus.
    QVERIFY(child<QPushButton>(*m_pane, "connectButton")->visibleRegion().boundingRect().height() > 10);
    auto *last = child<QPlainTextEdit>(*m_pane, "extraEdit");
    QVERIFY(last->visibleRegion().isEmpty());
    m_pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    child<QLineEdit>(*m_pane, "packetSizeEdit")->setFocus(Qt::TabFocusReason);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(last->hasFocus());
    QTRY_VERIFY(!last->visibleRegion().isEmpty());
}

QTEST_MAIN(TestConnectionPane)
#include "tst_connectionpane.moc"
