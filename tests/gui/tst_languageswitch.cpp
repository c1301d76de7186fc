#include "filledwindow.h"
#include "viewstates.h"
#include "visibletexts.h"
#include "widgetfinder.h"
#include "windowlanguage.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStatusBar>
#include <QTabWidget>
#include <QTableView>
#include <QTime>
#include <QTreeView>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

using Texts = QMap<QString, QString>;

// Texts that need not be the same, each with its reason.
const QStringList allowed{
    u"logEdit.plainText"_s, // what was said has been said; and it has the time of day
    u"MainWindow.windowFilePath"_s, // no text
};

const QStringList timeOfDay{ u"ChangesPage/messageLabel.text"_s }; // that of a preview

// Some texts come from answers that are still on their way, and clocks of two runs may differ for a moment.
#define TRY_SAME(texts, expected, mayDiffer)                                                                 \
    QTRY_VERIFY2(differingTexts(texts, expected, mayDiffer).isEmpty(),                                       \
        qPrintable(differingTexts(texts, expected, mayDiffer).join(u'\n')))

/// Of a window, with the numbers of the run's own clock made equal.
Texts textsOf(const QObject &window)
{
    Texts texts = visibleTexts(window);
    static const QRegularExpression number(u"[0-9][0-9.,]*"_s);
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        const bool isTotals = it.key().endsWith(u"totalsLabel.text"_s) && it.key().contains(u"RunPage"_s);
        if (isTotals || it.key().endsWith(u"speedPlot.accessibleDescription"_s))
            it->replace(number, u"#"_s);
    }
    return texts;
}

} // namespace

/// Another language at once, in a window in which somebody works: every text is that of a window which was
/// started in it, and nothing else changes but the widths of columns that no person has set.
class TestLanguageSwitch : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void everyTextFollows();
    void dialogsFollow();
    void aRunGoesOn();
    void nothingElseChanges();
    void theMenuSwitches();

private:
    void speak(const QString &code);

    std::unique_ptr<WindowLanguage> m_language;
};

void TestLanguageSwitch::init()
{
    m_language = std::make_unique<WindowLanguage>(u"en"_s);
}

void TestLanguageSwitch::cleanup()
{
    m_language.reset();
    QLocale::setDefault(QLocale::system());
}

void TestLanguageSwitch::speak(const QString &code)
{
    m_language->set(code);
    QTest::qWait(50); // it comes with an event, and some lists draw themselves anew after it
}

void TestLanguageSwitch::everyTextFollows()
{
    FilledWindow switched;
    QVERIFY(textsOf(switched.window()).size() > 500);
    speak(u"de"_s);
    FilledWindow german;
    int minute = -1;
    while (std::exchange(minute, QTime::currentTime().minute()) != QTime::currentTime().minute()) {
        german.preview();
        switched.preview();
    }
    for (FilledWindow *each : { &switched, &german })
        child<QTabWidget>(each->window(), "pageTabs")->setCurrentIndex(2);
    TRY_SAME(textsOf(switched.window()), textsOf(german.window()), allowed);

    speak(u"en"_s);
    FilledWindow english;
    for (FilledWindow *each : { &switched, &german })
        TRY_SAME(textsOf(each->window()), textsOf(english.window()), allowed + timeOfDay);
}

void TestLanguageSwitch::dialogsFollow()
{
    FilledWindow switched;
    switched.openWatermark();
    switched.openTableOptions();
    speak(u"de"_s);
    FilledWindow german;
    german.openWatermark();
    german.openTableOptions();
    for (const char *name : { "WatermarkDialog", "TableOptionsDialog" }) {
        const auto *own = child<QWidget>(switched.window(), name);
        TRY_SAME(textsOf(*own), textsOf(*child<QWidget>(german.window(), name)), QStringList());
    }
}

void TestLanguageSwitch::aRunGoesOn()
{
    FilledWindow switched;
    switched.startRun();
    speak(u"de"_s);
    QVERIFY(!switched.backend().run->isCancelled);
    FilledWindow german;
    german.startRun();
    TRY_SAME(textsOf(switched.window()), textsOf(german.window()), allowed + timeOfDay);
    switched.finishRun();
    german.finishRun();
    TRY_SAME(textsOf(switched.window()), textsOf(german.window()), allowed + timeOfDay);
}

void TestLanguageSwitch::nothingElseChanges()
{
    FilledWindow filled;
    MainWindow &window = filled.window();
    const auto state = [&] {
        QStringList lines;
        for (const QAbstractItemView *view : window.findChildren<QAbstractItemView *>()) {
            const QModelIndex current = view->currentIndex();
            lines += view->objectName()
                + u" %1 %2 %3"_s.arg(current.row()).arg(current.column()).arg(current.parent().row());
            lines += QString::number(
                view->selectionModel() == nullptr ? 0 : view->selectionModel()->selectedIndexes().size());
        }
        for (const QScrollBar *bar : window.findChildren<QScrollBar *>()) {
            if (bar->orientation() == Qt::Vertical)
                lines += QString::number(bar->value());
        }
        for (const QLineEdit *edit : window.findChildren<QLineEdit *>()) {
            if (edit->objectName() != u"qt_spinbox_lineedit") // "no limit" is a word
                lines += edit->objectName() + u' ' + edit->text();
        }
        for (const QWidget *widget : window.findChildren<QWidget *>()) {
            // Longer words may need a scroll bar, and the buttons that tabs are scrolled with.
            if (!widget->objectName().startsWith(u"qt_"_s) && !widget->objectName().startsWith(u"Scroll"_s))
                lines += widget->objectName() + u' ' + QString::number(int(widget->isHidden()));
        }
        for (const QHeaderView *header : window.findChildren<QHeaderView *>())
            lines += u"%1 %2"_s.arg(header->sortIndicatorSection()).arg(header->sortIndicatorOrder());
        const ViewStates views = saveViewStates(window);
        for (auto view = views.cbegin(); view != views.cend(); ++view) {
            if (!view.key().contains(u"View"_s)) // splitters and tabs
                lines += view.key() + u' ' + QString::fromLatin1(view->toHex());
        }
        return lines;
    };
    auto *log = child<QPlainTextEdit>(window, "logEdit");
    const SyncJob job = window.job();
    const QString said = log->toPlainText();
    QHeaderView *columns = child<QTableView>(window, "runView")->horizontalHeader();
    const int chosenWidth = columns->sectionSize(0) + 37;
    columns->resizeSection(0, chosenWidth);
    const QStringList stateBefore = state();
    QVERIFY(child<QTableView>(window, "historyView")->verticalScrollBar()->value() > 0);
    speak(u"de"_s);
    const QStringList stateAfter = state();
    QCOMPARE(stateAfter.size(), stateBefore.size());
    for (int i = 0; i < stateBefore.size(); ++i)
        QCOMPARE(stateAfter[i], stateBefore[i]);
    QCOMPARE(columns->sectionSize(0), chosenWidth);
    QCOMPARE(log->toPlainText(), said);
    QVERIFY(window.job().tables == job.tables);
    QVERIFY(window.job().connection == job.connection);
    QVERIFY(window.isWindowModified());
}

void TestLanguageSwitch::theMenuSwitches()
{
    FilledWindow filled;
    MainWindow &window = filled.window();
    connect(&window, &MainWindow::languageChosen, this, [this](const QString &code) { speak(code); });
    const QList<QAction *> languages = child<QMenu>(window, "languageMenu")->actions();
    QCOMPARE(languages.size(), 3);
    languages[2]->trigger();
    QCOMPARE(child<QMenu>(window, "fileMenu")->title(), u"&Datei"_s);
    QCOMPARE(child<QMenu>(window, "languageMenu")->title(), u"&Sprache"_s);
    languages[1]->trigger();
    QCOMPARE(child<QMenu>(window, "fileMenu")->title(), u"&File"_s);
}

QTEST_MAIN(TestLanguageSwitch)
#include "tst_languageswitch.moc"
