#include "connectionpane.h"
#include "jobpane.h"
#include "tabletreepane.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

template <typename T>
T *child(QWidget &pane, const char *name)
{
    return pane.findChild<T *>(QString::fromLatin1(name));
}

} // namespace

class TestPanes : public QObject {
    Q_OBJECT

private slots:
    void connectionNeedsAServer();
    void connectionKeepsWhatTheFormDoesNotShow();
    void connectionFoldsWhenConnected();
    void stepsSayWhatToDo();
    void runButtonSaysWhatItWillDo();
    void runButtonHasAReason();
    void cancelIsThereDuringARun();
    void treeTeachesUntilConnected();
};

void TestPanes::connectionNeedsAServer()
{
    ConnectionPane pane;
    auto *connectButton = child<QPushButton>(pane, "connectButton");
    QVERIFY(!connectButton->isEnabled());
    QVERIFY(!connectButton->toolTip().isEmpty());
    QTest::keyClicks(child<QLineEdit>(pane, "serverEdit"), u"db.example"_s);
    QVERIFY(connectButton->isEnabled());
    QSignalSpy requested(&pane, &ConnectionPane::connectRequested);
    connectButton->click();
    QCOMPARE(requested.size(), 1);
    QCOMPARE(pane.spec().server, u"db.example"_s);
}

void TestPanes::connectionKeepsWhatTheFormDoesNotShow()
{
    ConnectionSpec spec;
    spec.server = u"h,1434"_s;
    spec.user = u"u"_s;
    spec.driver = u"Some Driver"_s;
    spec.encrypt = Encryption::Strict;
    spec.trustServerCertificate = true;
    spec.hostNameInCertificate = u"localhost"_s;
    spec.loginTimeoutSeconds = 7;
    spec.extra.insert(u"MultiSubnetFailover"_s, u"yes"_s);
    ConnectionPane pane;
    pane.setSpec(spec);
    QCOMPARE(pane.spec(), spec);
}

void TestPanes::connectionFoldsWhenConnected()
{
    ConnectionPane pane;
    pane.show();
    auto *settings = child<QWidget>(pane, "settings");
    QVERIFY(settings->isVisible());
    pane.showConnected(u"127.0.0.1,1433, FreeTDS, encrypted, not verified"_s);
    QVERIFY(!settings->isVisible());
    QVERIFY(child<QLabel>(pane, "summaryLabel")->text().contains(u"not verified"_s));
    pane.showDisconnected();
    QVERIFY(settings->isVisible());
}

void TestPanes::stepsSayWhatToDo()
{
    ConnectionPane pane;
    pane.show();
    pane.showSteps(
        { { u"log in"_s, CheckOutcome::Bad, u"The login was refused."_s, u"Check the password."_s, 0.1 } });
    auto *label = child<QLabel>(pane, "stepsLabel");
    QVERIFY(label->isVisible());
    QVERIFY(label->text().contains(u"The login was refused."_s));
    QVERIFY(label->text().contains(u"Check the password."_s));
}

void TestPanes::runButtonSaysWhatItWillDo()
{
    JobPane pane;
    pane.setReady(3, {});
    auto *button = child<QPushButton>(pane, "runButton");
    QVERIFY(button->text().contains(u'3'));
    QVERIFY(button->isEnabled());
}

void TestPanes::runButtonHasAReason()
{
    JobPane pane;
    pane.setReady(0, u"Tick a table first."_s);
    QVERIFY(!child<QPushButton>(pane, "runButton")->isEnabled());
    QCOMPARE(child<QLabel>(pane, "reasonLabel")->text(), u"Tick a table first."_s);
}

void TestPanes::cancelIsThereDuringARun()
{
    JobPane pane;
    pane.setReady(1, {});
    auto *cancel = child<QPushButton>(pane, "cancelButton");
    QVERIFY(!cancel->isEnabled());
    pane.startRun({ { u"shop"_s, u"dbo"_s, u"a"_s } });
    QVERIFY(cancel->isEnabled());
    QVERIFY(!child<QPushButton>(pane, "runButton")->isEnabled());
    QSignalSpy requested(&pane, &JobPane::cancelRequested);
    cancel->click();
    QCOMPARE(requested.size(), 1);
    pane.finishRun(u"Cancelled."_s);
    QVERIFY(!cancel->isEnabled());
    QVERIFY(child<QPushButton>(pane, "runButton")->isEnabled());
}

void TestPanes::treeTeachesUntilConnected()
{
    TableTreePane pane;
    pane.show();
    QVERIFY(child<QLabel>(pane, "emptyLabel")->isVisible());
    pane.setConnected(true);
    QVERIFY(!child<QLabel>(pane, "emptyLabel")->isVisible());
}

QTEST_MAIN(TestPanes)
#include "tst_panes.moc"
