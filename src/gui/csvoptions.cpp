#include "csvoptions.h"

#include "charnotation.h"
#include "livetext.h"
#include "ui_csvoptions.h"

#include "csvpresets.h"

#include <QLineEdit>
#include <QScopedValueRollback>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 megabyte = 1'000'000;
constexpr int halfColumns = 2;
constexpr int halfRows = 10;

void showChoice(QComboBox &box, const QVariant &value)
{
    box.setCurrentIndex(box.findData(value));
}

/// A limit beyond what the box holds is not lost: it stays unless the box was changed.
std::optional<qint64> limitOf(const QSpinBox &box, std::optional<qint64> before, qint64 unit)
{
    if (before && qMin<qint64>(*before / unit, box.maximum()) == box.value())
        return before;
    return box.value() == 0 ? std::optional<qint64>() : box.value() * unit;
}

} // namespace

CsvOptions::CsvOptions(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::CsvOptions>())
{
    m_ui->setupUi(this);
    fillBoxes();
    setOptions({}, {});
    connectEdits();
}

CsvOptions::~CsvOptions() = default;

void CsvOptions::fillBoxes()
{
    for (const QChar character : u",;\t|"_s)
        m_ui->delimiterBox->addItem(charText(character));
    m_ui->quoteBox->addItems({ u"\""_s, u"'"_s });
    m_ui->decimalMarkBox->addItems({ u"."_s, u","_s });
    setChoice(*m_ui->encodingBox, u"UTF-8"_s, int(TextEncoding::Utf8));
    setChoice(*m_ui->encodingBox, u"UTF-16LE"_s, int(TextEncoding::Utf16Le));
    setChoice(*m_ui->encodingBox, u"Latin-1"_s, int(TextEncoding::Latin1));
    setChoice(*m_ui->binaryBox, u"0x01AB"_s, int(BinaryForm::Hex0x));
    setChoice(*m_ui->binaryBox, u"01AB"_s, int(BinaryForm::Hex));
    setChoice(*m_ui->binaryBox, u"\\x01AB (PostgreSQL)"_s, int(BinaryForm::PostgresHex));
    setChoice(*m_ui->binaryBox, u"Base64"_s, int(BinaryForm::Base64));
    nameChoices();
}

void CsvOptions::nameChoices()
{
    m_presets = csvPresets();
    setChoice(*m_ui->presetBox, tr("Custom"), 0);
    for (int i = 0; i < m_presets.size(); ++i)
        setChoice(*m_ui->presetBox, m_presets[i].title, i + 1);
    setChoice(*m_ui->dateTimeBox, tr("with a blank between"), QChar(u' '));
    setChoice(*m_ui->dateTimeBox, tr("with a T between"), QChar(u'T'));
    setChoice(*m_ui->quotingBox, tr("where needed"), int(QuotePolicy::Needed));
    setChoice(*m_ui->quotingBox, tr("every value"), int(QuotePolicy::All));
    setChoice(*m_ui->quotingBox, tr("all but numbers"), int(QuotePolicy::NonNumeric));
    setChoice(*m_ui->escapeBox, tr("doubled"), int(QuoteEscape::Doubled));
    setChoice(*m_ui->escapeBox, tr("after a backslash"), int(QuoteEscape::Backslash));
    setChoice(*m_ui->lineEndBox, tr("LF (Linux, macOS)"), u"\n"_s);
    setChoice(*m_ui->lineEndBox, tr("CR LF (Windows)"), u"\r\n"_s);
    setChoice(*m_ui->lineEndBox, tr("CR"), u"\r"_s);
    setChoice(*m_ui->compressionBox, tr("none"), int(Compression::None));
    setChoice(*m_ui->compressionBox, u"gzip"_s, int(Compression::Gzip));
    setChoice(*m_ui->compressionBox, u"zstd"_s, int(Compression::Zstd));
}

void CsvOptions::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    nameChoices();
    showPreset();
}

void CsvOptions::connectEdits()
{
    connect(m_ui->presetBox, &QComboBox::currentIndexChanged, this, &CsvOptions::takePreset);
    for (QComboBox *box : findChildren<QComboBox *>()) {
        if (box == m_ui->presetBox)
            continue;
        if (box->isEditable()) {
            connect(box, &QComboBox::editTextChanged, this, &CsvOptions::takeEdits);
            // What is no character goes back to the one that holds.
            connect(box->lineEdit(), &QLineEdit::editingFinished, this,
                [this] { setOptions(CsvDialect(m_dialect), FileOptions(m_files)); });
        } else {
            connect(box, &QComboBox::currentIndexChanged, this, &CsvOptions::takeEdits);
        }
    }
    for (QLineEdit *edit : { m_ui->nullMarkEdit, m_ui->trueEdit, m_ui->falseEdit })
        connect(edit, &QLineEdit::textEdited, this, &CsvOptions::takeEdits);
    for (QCheckBox *check : findChildren<QCheckBox *>())
        connect(check, &QCheckBox::toggled, this, &CsvOptions::takeEdits);
    for (QSpinBox *box : findChildren<QSpinBox *>())
        connect(box, &QSpinBox::valueChanged, this, &CsvOptions::takeEdits);
}

void CsvOptions::setOptions(const CsvDialect &dialect, const FileOptions &files)
{
    const QScopedValueRollback showing(m_showing, true);
    m_dialect = dialect;
    m_files = files;
    m_ui->delimiterBox->setEditText(charText(dialect.delimiter));
    m_ui->quoteBox->setEditText(charText(dialect.quote));
    m_ui->decimalMarkBox->setEditText(charText(dialect.decimalMark));
    if (m_ui->dateTimeBox->findData(dialect.dateTimeSeparator) < 0)
        m_ui->dateTimeBox->addItem(charText(dialect.dateTimeSeparator), dialect.dateTimeSeparator);
    showChoice(*m_ui->dateTimeBox, dialect.dateTimeSeparator);
    showChoice(*m_ui->quotingBox, int(dialect.quoting));
    showChoice(*m_ui->escapeBox, int(dialect.escape));
    showChoice(*m_ui->lineEndBox, dialect.lineEnd);
    showChoice(*m_ui->encodingBox, int(dialect.encoding));
    showChoice(*m_ui->binaryBox, int(dialect.binary));
    showChoice(*m_ui->compressionBox, int(files.compression));
    m_ui->nullMarkEdit->setText(dialect.nullMark);
    m_ui->trueEdit->setText(dialect.trueWord);
    m_ui->falseEdit->setText(dialect.falseWord);
    m_ui->headerCheck->setChecked(dialect.header);
    m_ui->bomCheck->setChecked(dialect.byteOrderMark);
    m_ui->guidCheck->setChecked(dialect.guidLowerCase);
    m_ui->guardCheck->setChecked(dialect.guardFormulas);
    m_ui->partRowsBox->setValue(int(qMin<qint64>(files.partRows.value_or(0), m_ui->partRowsBox->maximum())));
    m_ui->partBytesBox->setValue(
        int(qMin<qint64>(files.partBytes.value_or(0) / megabyte, m_ui->partBytesBox->maximum())));
    showPreset();
}

void CsvOptions::takePreset(int index)
{
    if (m_showing)
        return;
    m_ui->presetNoteLabel->clear();
    if (index < 1) // "Custom" changes nothing
        return;
    setOptions(m_presets[index - 1].dialect, FileOptions(m_files));
    Q_EMIT edited();
}

void CsvOptions::showPreset()
{
    const QScopedValueRollback showing(m_showing, true);
    const auto fits = [this](const DialectPreset &preset) { return preset.dialect == m_dialect; };
    // Two programs may read the same dialect: the one that was chosen stays.
    const int chosen = m_ui->presetBox->currentIndex();
    qsizetype index = chosen - 1;
    if (chosen < 1 || !fits(m_presets[index]))
        index = std::find_if(m_presets.cbegin(), m_presets.cend(), fits) - m_presets.cbegin();
    const bool isCustom = index == m_presets.size();
    m_ui->presetBox->setCurrentIndex(isCustom ? 0 : int(index) + 1);
    m_ui->presetNoteLabel->setText(isCustom ? QString() : m_presets[index].note);
}

void CsvOptions::setRoom(int width)
{
    if (!m_narrow)
        m_wideWidth = sizeHint().width();
    if (m_narrow == (width < m_wideWidth))
        return;
    m_narrow = !m_narrow;
    arrange();
}

/// The right half goes below the left, or back.
void CsvOptions::arrange()
{
    struct Cell {
        QLayoutItem *item;
        int row, column, columns;
    };
    QList<Cell> moving;
    for (int i = m_ui->grid->count() - 1; i >= 0; --i) {
        int row = 0;
        int column = 0;
        int rows = 0;
        int columns = 0;
        m_ui->grid->getItemPosition(i, &row, &column, &rows, &columns);
        if (m_narrow && column >= halfColumns)
            moving += { m_ui->grid->takeAt(i), row + halfRows, column - halfColumns, columns };
        else if (!m_narrow && row >= halfRows)
            moving += { m_ui->grid->takeAt(i), row - halfRows, column + halfColumns, columns };
    }
    for (const Cell &cell : moving)
        m_ui->grid->addItem(cell.item, cell.row, cell.column, 1, cell.columns);
    m_ui->grid->setColumnStretch(halfColumns + 1, m_narrow ? 0 : 1);
    QWidget *before = nullptr; // by Tab, line by line
    for (int place = 0; place < 2 * halfRows * 2 * halfColumns; ++place) {
        const QLayoutItem *item =
            m_ui->grid->itemAtPosition(place / (2 * halfColumns), place % (2 * halfColumns));
        QWidget *next = item != nullptr ? item->widget() : nullptr;
        if (next == nullptr || next == before || next->focusPolicy() == Qt::NoFocus)
            continue;
        if (before != nullptr)
            setTabOrder(before, next);
        before = next;
    }
}

void CsvOptions::takeCharacter(QComboBox *box, QChar CsvDialect::*member)
{
    if (const auto character = charFromText(box->currentText()))
        m_dialect.*member = *character;
}

void CsvOptions::takeEdits()
{
    if (m_showing)
        return;
    takeCharacter(m_ui->delimiterBox, &CsvDialect::delimiter);
    takeCharacter(m_ui->quoteBox, &CsvDialect::quote);
    takeCharacter(m_ui->decimalMarkBox, &CsvDialect::decimalMark);
    m_dialect.dateTimeSeparator = m_ui->dateTimeBox->currentData().toChar();
    m_dialect.quoting = QuotePolicy(m_ui->quotingBox->currentData().toInt());
    m_dialect.escape = QuoteEscape(m_ui->escapeBox->currentData().toInt());
    m_dialect.lineEnd = m_ui->lineEndBox->currentData().toString();
    m_dialect.encoding = TextEncoding(m_ui->encodingBox->currentData().toInt());
    m_dialect.binary = BinaryForm(m_ui->binaryBox->currentData().toInt());
    m_dialect.nullMark = m_ui->nullMarkEdit->text();
    m_dialect.trueWord = m_ui->trueEdit->text();
    m_dialect.falseWord = m_ui->falseEdit->text();
    m_dialect.header = m_ui->headerCheck->isChecked();
    m_dialect.byteOrderMark = m_ui->bomCheck->isChecked();
    m_dialect.guidLowerCase = m_ui->guidCheck->isChecked();
    m_dialect.guardFormulas = m_ui->guardCheck->isChecked();
    m_files.compression = Compression(m_ui->compressionBox->currentData().toInt());
    m_files.partRows = limitOf(*m_ui->partRowsBox, m_files.partRows, 1);
    m_files.partBytes = limitOf(*m_ui->partBytesBox, m_files.partBytes, megabyte);
    showPreset();
    Q_EMIT edited();
}

} // namespace tidemark
