#include "charnotation.h"
#include "csvoptions.h"
#include "settingstable.h"
#include "widgetfinder.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

template <typename T>
T another(const Setting<T> &setting, const T &value)
{
    for (const auto &word : setting.words) {
        if (word.second != value)
            return word.second;
    }
    if constexpr (std::is_same_v<T, QChar>)
        return u'~';
    else if constexpr (std::is_same_v<T, QString>)
        return u"other"_s;
    else if constexpr (std::is_same_v<T, bool>)
        return !value;
    else
        return value;
}

} // namespace

class TestCsvOptions : public QObject {
    Q_OBJECT

private slots:
    void init();
    void everySettingIsShownAndTaken();
    void limitsThatTheBoxCannotHoldStay();
    void halfACharacterLeavesTheOneBefore();
    void aPresetFillsTheFields();
    void whatDiffersIsCustom();
    void presetsOfOneDialectCanBeToldApart();
    void editsAreTold();
    void charactersThatDoNotShow();
    void littleRoomMakesOneColumn();

private:
    void choose(const QString &preset);

    std::unique_ptr<CsvOptions> m_options;
};

void TestCsvOptions::init()
{
    m_options = std::make_unique<CsvOptions>();
    m_options->show();
}

/// By its first letters, as a person types them: after a rest, so that they are not taken for more of a name.
void TestCsvOptions::choose(const QString &preset)
{
    QTest::qWait(QApplication::keyboardInputInterval() * 2);
    auto *box = child<QComboBox>(*m_options, "presetBox");
    box->setFocus();
    QTest::keyClicks(box, preset.section(u' ', 0, 0));
}

/// Whatever the table of settings holds must survive: one that has no control here fails.
void TestCsvOptions::everySettingIsShownAndTaken()
{
    CsvDialect dialect;
    visitDialectSettings(
        [&](const auto &setting, auto member) { dialect.*member = another(setting, dialect.*member); });
    FileOptions files;
    files.compression = Compression::Zstd;
    files.partRows = 1000;
    files.partBytes = 5'000'000;
    m_options->setOptions(dialect, files);
    // An edit takes what all controls show.
    QTest::keyClicks(child<QLineEdit>(*m_options, "nullMarkEdit"), u"!"_s);
    dialect.nullMark += u'!';
    QCOMPARE(m_options->dialect(), dialect);
    QCOMPARE(m_options->files(), files);
}

void TestCsvOptions::limitsThatTheBoxCannotHoldStay()
{
    FileOptions files;
    files.partRows = 9'000'000'000;
    files.partBytes = 1'234'567;
    m_options->setOptions({}, files);
    QTest::keyClick(child<QCheckBox>(*m_options, "headerCheck"), Qt::Key_Space);
    QVERIFY(!m_options->dialect().header);
    QCOMPARE(m_options->files(), files);
    auto *bytes = child<QSpinBox>(*m_options, "partBytesBox");
    bytes->setFocus();
    QTest::keyClick(bytes, Qt::Key_Up);
    QCOMPARE(m_options->files().partBytes, std::optional<qint64>(2'000'000));
}

void TestCsvOptions::halfACharacterLeavesTheOneBefore()
{
    auto *edit = child<QComboBox>(*m_options, "delimiterBox")->lineEdit();
    edit->selectAll();
    QTest::keyClicks(edit, u"\\"_s);
    QCOMPARE(m_options->dialect().delimiter, u'\\');
    QTest::keyClicks(edit, u"t"_s);
    QCOMPARE(m_options->dialect().delimiter, u'\t');
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    QCOMPARE(m_options->dialect().delimiter, u'\t');
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(edit->text(), u"\\t"_s);
}

void TestCsvOptions::aPresetFillsTheFields()
{
    auto *box = child<QComboBox>(*m_options, "presetBox");
    QCOMPARE(box->currentText(), u"Tidemark"_s);
    FileOptions files;
    files.partRows = 1000;
    m_options->setOptions({}, files);
    QSignalSpy edited(m_options.get(), &CsvOptions::edited);
    choose(u"Microsoft Excel"_s);
    QCOMPARE(edited.size(), 1);
    QVERIFY(m_options->dialect().byteOrderMark);
    QVERIFY(child<QCheckBox>(*m_options, "bomCheck")->isChecked());
    QCOMPARE(m_options->dialect().lineEnd, u"\r\n"_s);
    QCOMPARE(m_options->files(), files);
    QVERIFY(child<QLabel>(*m_options, "presetNoteLabel")->text().contains(u"15 digits"_s));
}

void TestCsvOptions::whatDiffersIsCustom()
{
    auto *box = child<QComboBox>(*m_options, "presetBox");
    auto *header = child<QCheckBox>(*m_options, "headerCheck");
    choose(u"Microsoft Excel"_s);
    QTest::keyClick(header, Qt::Key_Space);
    QCOMPARE(box->currentText(), u"Custom"_s);
    QCOMPARE(child<QLabel>(*m_options, "presetNoteLabel")->text(), QString());
    QSignalSpy edited(m_options.get(), &CsvOptions::edited);
    const CsvDialect custom = m_options->dialect();
    QTest::keyClick(header, Qt::Key_Space);
    QCOMPARE(box->currentText(), u"Microsoft Excel"_s);
    QCOMPARE(edited.size(), 1);
    choose(u"Custom"_s); // changes nothing
    QCOMPARE(edited.size(), 1);
    QVERIFY(m_options->dialect().byteOrderMark);
    m_options->setOptions(custom, {});
    QCOMPARE(box->currentText(), u"Custom"_s);
}

void TestCsvOptions::presetsOfOneDialectCanBeToldApart()
{
    auto *box = child<QComboBox>(*m_options, "presetBox");
    for (const QString &title : { u"DuckDB"_s, u"Snowflake"_s }) {
        choose(title);
        QCOMPARE(box->currentText(), title);
        QVERIFY(!child<QLabel>(*m_options, "presetNoteLabel")->text().isEmpty());
    }
}

void TestCsvOptions::editsAreTold()
{
    QSignalSpy edited(m_options.get(), &CsvOptions::edited);
    m_options->setOptions({}, {});
    QCOMPARE(edited.size(), 0);
    QTest::keyClick(child<QComboBox>(*m_options, "encodingBox"), Qt::Key_Down);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(m_options->dialect().encoding, TextEncoding::Utf16Le);
}

void TestCsvOptions::charactersThatDoNotShow()
{
    for (const QChar character : { QChar(u','), QChar(u'\t'), QChar(u'\x1f'), QChar(u' ') })
        QCOMPARE(charFromText(charText(character)), std::optional<QChar>(character));
    QCOMPARE(charText(u'\x1f'), u"\\u001f"_s);
    QVERIFY(!charFromText(u"ab"_s));
    QVERIFY(!charFromText(QString()));
    QVERIFY(!charFromText(u"\\u00zz"_s));
}

void TestCsvOptions::littleRoomMakesOneColumn()
{
    const auto left = [this](const char *name) { return child<QWidget>(*m_options, name)->x(); };
    m_options->resize(m_options->sizeHint());
    m_options->setRoom(m_options->sizeHint().width());
    m_options->layout()->activate();
    QVERIFY(left("lineEndBox") > left("delimiterBox"));
    const int wide = m_options->sizeHint().width();
    m_options->setRoom(wide - 1);
    m_options->layout()->activate();
    QCOMPARE(left("lineEndBox"), left("delimiterBox"));
    QVERIFY(m_options->minimumSizeHint().width() < wide * 2 / 3);
    m_options->setRoom(wide);
    m_options->layout()->activate();
    QVERIFY(left("lineEndBox") > left("delimiterBox"));
}

QTEST_MAIN(TestCsvOptions)
#include "tst_csvoptions.moc"
