#include "jobpage.h"
#include "widgetfinder.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

class TestJobPage : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void foldersAreTypedOrChosen();

private:
    std::unique_ptr<JobPage> m_page;
};

void TestJobPage::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_page = std::make_unique<JobPage>();
    m_page->show();
}

void TestJobPage::cleanup()
{
    m_page.reset();
}

void TestJobPage::foldersAreTypedOrChosen()
{
    m_page->setFolders(u"/o"_s, u"/w"_s);
    m_page->setWorkers(3);
    QSignalSpy edited(m_page.get(), &JobPage::edited);
    QTest::keyClicks(child<QLineEdit>(*m_page, "outputEdit"), u"ut"_s);
    QCOMPARE(m_page->outputDir(), u"/out"_s);
    QCOMPARE(edited.size(), 2);
    QTest::keyClick(child<QSpinBox>(*m_page, "workersBox"), Qt::Key_Up);
    QCOMPARE(m_page->workers(), 4);
    QCOMPARE(edited.size(), 3);
    QSignalSpy choose(m_page.get(), &JobPage::chooseFolderRequested);
    click(child<QToolButton>(*m_page, "watermarkButton"));
    QCOMPARE(choose.size(), 1);
    QCOMPARE(choose[0][0].toBool(), false);
}

QTEST_MAIN(TestJobPage)
#include "tst_jobpage.moc"
