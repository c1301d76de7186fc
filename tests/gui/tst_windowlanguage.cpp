#include "windowlanguage.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSpinBox>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// Words and numbers go together, and only while a WindowLanguage lives.
class TestWindowLanguage : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { QLocale::setDefault(QLocale::system()); }
    void wordsAndNumbers_data();
    void wordsAndNumbers();
    void changesAtOnce();
    void everyChoiceHasWords();
    void unknownIsEnglish();

private:
    static QString fileMenu() { return QCoreApplication::translate("MainWindow", "&File"); }
};

void TestWindowLanguage::wordsAndNumbers_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("fileMenu");
    QTest::addColumn<QString>("number");
    QTest::newRow("English") << u"en"_s << u"&File"_s << u"1,204"_s;
    QTest::newRow("German") << u"de"_s << u"&Datei"_s << u"1.204"_s;
}

void TestWindowLanguage::wordsAndNumbers()
{
    QFETCH(QString, code);
    const WindowLanguage language(code);
    QTEST(fileMenu(), "fileMenu");
    QTEST(QLocale().toString(1204), "number");
}

/// Also the numbers of a widget that was there before.
void TestWindowLanguage::changesAtOnce()
{
    WindowLanguage language(u"en"_s);
    QSpinBox box;
    box.setGroupSeparatorShown(true);
    box.setRange(0, 9999);
    box.setValue(1204);
    language.set(u"de"_s);
    QCOMPARE(fileMenu(), u"&Datei"_s);
    QCOMPARE(QLocale().toString(1204), u"1.204"_s);
    QCOMPARE(box.text(), u"1.204"_s);
    language.set(u"en"_s);
    QCOMPARE(fileMenu(), u"&File"_s);
    QCOMPARE(box.text(), u"1,204"_s);
}

void TestWindowLanguage::everyChoiceHasWords()
{
    for (const WindowLanguage::Choice &choice : WindowLanguage::choices()) {
        const WindowLanguage language(choice.code);
        // English is there for its plurals only.
        const QString text = QCoreApplication::translate("tidemark::RunBar", "S&ync %n table(s)", nullptr, 2);
        QVERIFY2(!text.contains(u"(s)"_s), qPrintable(choice.name + u": "_s + text));
    }
    QCOMPARE(fileMenu(), u"&File"_s);
}

void TestWindowLanguage::unknownIsEnglish()
{
    const WindowLanguage language(u"ja"_s);
    QCOMPARE(fileMenu(), u"&File"_s);
}

QTEST_MAIN(TestWindowLanguage)
#include "tst_windowlanguage.moc"
