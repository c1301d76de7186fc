#include "jobpage.h"
#include "widgetfinder.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
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
    void previewFollowsTheOptions();
    void previewOfATable();
    void previewSaysWhatContradicts();
    void optionsAreTakenAndShown();
    void tabFollowsTheEye_data();
    void tabFollowsTheEye();

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

void TestJobPage::previewFollowsTheOptions()
{
    auto *preview = child<QPlainTextEdit>(*m_page, "previewEdit");
    QVERIFY(preview->toPlainText().startsWith(u"SYS_CHANGE_VERSION,"_s));
    QSignalSpy edited(m_page.get(), &JobPage::optionsEdited);
    QTest::keyClick(child<QComboBox>(*m_page, "quotingBox"), Qt::Key_Down);
    QVERIFY(preview->toPlainText().startsWith(u"\"SYS_CHANGE_VERSION\","_s));
    QCOMPARE(edited.size(), 1);
}

void TestJobPage::previewOfATable()
{
    const TableRef orders{ u"shop"_s, u"dbo"_s, u"orders"_s };
    m_page->setTables({ orders });
    QSignalSpy requested(m_page.get(), &JobPage::sampleRequested);
    QTest::keyClick(child<QComboBox>(*m_page, "previewBox"), Qt::Key_Down);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested[0][0].value<TableRef>(), orders);
    m_page->showSampleProblem(u"No right to read it."_s);
    QCOMPARE(child<QPlainTextEdit>(*m_page, "previewEdit")->toPlainText(), QString());
    QCOMPARE(child<QLabel>(*m_page, "previewNoteLabel")->text(), u"No right to read it."_s);
    QSignalSpy example(m_page.get(), &JobPage::exampleChosen); // then a late answer is not wanted
    // A table that is no longer ticked is no longer shown.
    m_page->setTables({});
    QVERIFY(child<QPlainTextEdit>(*m_page, "previewEdit")->toPlainText().contains(u"Zoë"_s));
    QCOMPARE(child<QLabel>(*m_page, "previewNoteLabel")->text(), QString());
    QCOMPARE(example.size(), 1);
}

void TestJobPage::previewSaysWhatContradicts()
{
    auto *mistake = child<QLabel>(*m_page, "previewMistakeLabel");
    QVERIFY(!mistake->isVisible());
    TableRequest options;
    options.dialect.delimiter = options.dialect.quote;
    m_page->setOptions(options);
    QVERIFY(mistake->isVisible());
    QVERIFY(!mistake->text().isEmpty());
}

void TestJobPage::optionsAreTakenAndShown()
{
    TableRequest options;
    options.dialect.nullMark = u"NULL"_s;
    options.files.compression = Compression::Gzip;
    options.policies = { OnExpired::Fail, OnSchemaChange::Continue, SnapshotUse::Require, 7 };
    QSignalSpy edited(m_page.get(), &JobPage::optionsEdited);
    m_page->setOptions(options);
    QCOMPARE(edited.size(), 0);
    QCOMPARE(m_page->options(), options);
    QTest::keyClick(child<QSpinBox>(*m_page, "retriesBox"), Qt::Key_Up);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(m_page->options().policies.retries, 8);
}

void TestJobPage::tabFollowsTheEye_data()
{
    QTest::addColumn<int>("characters");
    QTest::newRow("two columns of options") << 150;
    QTest::newRow("one column of options") << 60;
}

/// From the first field to the preview, line by line.
void TestJobPage::tabFollowsTheEye()
{
    QFETCH(int, characters);
    m_page->resize(m_page->fontMetrics().averageCharWidth() * characters, 3000); // nothing scrolls
    QTest::qWait(0); // for the layout
    const QWidget *widget = child<QLineEdit>(*m_page, "outputEdit");
    const QWidget *last = child<QPlainTextEdit>(*m_page, "previewEdit");
    QPoint before(-1, -1);
    int fields = 0;
    for (; widget != last; widget = widget->nextInFocusChain()) {
        const bool isField = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr
            && !widget->objectName().isEmpty() && !widget->objectName().startsWith(u"qt_"_s);
        if (!isField)
            continue;
        ++fields;
        const QPoint at = widget->mapTo(m_page.get(), widget->rect().center());
        const bool sameLine = qAbs(at.y() - before.y()) < m_page->fontMetrics().height() / 2;
        QVERIFY2(sameLine ? at.x() > before.x() : at.y() > before.y(), qPrintable(widget->objectName()));
        before = at;
    }
    QVERIFY(fields > 25);
}

QTEST_MAIN(TestJobPage)
#include "tst_jobpage.moc"
