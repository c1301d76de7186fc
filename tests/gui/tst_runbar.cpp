#include "runbar.h"
#include "widgetfinder.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

class TestRunBar : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void buttonSaysWhatItWillDo();
    void buttonHasAReason();
    void cancelIsThereDuringARun();
    void cancellingIsSaidOnce();
    void progressCountsTables();

private:
    std::unique_ptr<RunBar> m_bar;
};

void TestRunBar::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_bar = std::make_unique<RunBar>();
    m_bar->show();
    m_bar->setReady(2, {});
}

void TestRunBar::cleanup()
{
    m_bar.reset();
}

void TestRunBar::buttonSaysWhatItWillDo()
{
    m_bar->setReady(3, {});
    auto *button = child<QPushButton>(*m_bar, "runButton");
    QVERIFY(button->text().contains(u'3'));
    QSignalSpy requested(m_bar.get(), &RunBar::runRequested);
    click(button);
    QCOMPARE(requested.size(), 1);
}

void TestRunBar::buttonHasAReason()
{
    m_bar->setReady(0, u"Tick a table first."_s);
    QVERIFY(!child<QPushButton>(*m_bar, "runButton")->isEnabled());
    QCOMPARE(child<QLabel>(*m_bar, "reasonLabel")->text(), u"Tick a table first."_s);
}

void TestRunBar::cancelIsThereDuringARun()
{
    auto *cancel = child<QPushButton>(*m_bar, "cancelButton");
    QVERIFY(!cancel->isEnabled());
    m_bar->startRun();
    QVERIFY(cancel->isEnabled());
    QVERIFY(!child<QPushButton>(*m_bar, "runButton")->isEnabled());
    QSignalSpy requested(m_bar.get(), &RunBar::cancelRequested);
    click(cancel);
    QCOMPARE(requested.size(), 1);
    m_bar->finishRun(u"Cancelled."_s);
    QVERIFY(!cancel->isEnabled());
    QVERIFY(child<QPushButton>(*m_bar, "runButton")->isEnabled());
}

void TestRunBar::cancellingIsSaidOnce()
{
    m_bar->startRun();
    m_bar->setCancelling();
    QVERIFY(!child<QPushButton>(*m_bar, "cancelButton")->isEnabled());
    m_bar->setReady(2, {}); // a tick in the tree meanwhile
    QVERIFY(!child<QPushButton>(*m_bar, "cancelButton")->isEnabled());
    QVERIFY(child<QLabel>(*m_bar, "reasonLabel")->text().startsWith(u"Stopping"_s));
}

void TestRunBar::progressCountsTables()
{
    auto *bar = child<QProgressBar>(*m_bar, "progressBar");
    QVERIFY(!bar->isVisible());
    const int idle = m_bar->sizeHint().height();
    m_bar->startRun();
    m_bar->setTableCount(4);
    m_bar->setFinishedCount(1);
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->text(), u"1 of 4 tables"_s);
    QCOMPARE(m_bar->sizeHint().height(), idle); // nothing below jumps
    m_bar->finishRun(u"4 tables. 1 failed."_s);
    QVERIFY(!bar->isVisible());
    QCOMPARE(child<QLabel>(*m_bar, "reasonLabel")->text(), u"4 tables. 1 failed."_s);
}

QTEST_MAIN(TestRunBar)
#include "tst_runbar.moc"
