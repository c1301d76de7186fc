#include "connectionoptions.h"

#include "ui_connectionoptions.h"

#include "extrakeyword.h"

#include <QFontMetrics>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int smallestPacket = 512;
constexpr int largestPacket = 32767;
constexpr int largestUsedPacket = 16384;
constexpr int linesOfKeywords = 3;

} // namespace

ConnectionOptions::ConnectionOptions(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::ConnectionOptions>())
{
    m_ui->setupUi(this);
    m_ui->extraEdit->setFixedHeight(fontMetrics().lineSpacing() * linesOfKeywords
        + 2 * m_ui->extraEdit->frameWidth() + fontMetrics().height() / 2);
    m_ui->caFileHint->setField(m_ui->caFileEdit);
    m_ui->packetSizeHint->setField(m_ui->packetSizeEdit);
    m_ui->extraHint->setField(m_ui->extraEdit);
    setSpec({});
    const auto changed = [this] {
        check();
        Q_EMIT edited();
    };
    for (QLineEdit *edit : { m_ui->hostNameEdit, m_ui->caFileEdit, m_ui->packetSizeEdit })
        connect(edit, &QLineEdit::textChanged, this, changed);
    for (QSpinBox *box : { m_ui->loginTimeoutBox, m_ui->queryTimeoutBox })
        connect(box, &QSpinBox::valueChanged, this, changed);
    connect(m_ui->readOnlyBox, &QCheckBox::toggled, this, changed);
    connect(m_ui->extraEdit, &QPlainTextEdit::textChanged, this, changed);
    connect(m_ui->caFileButton, &QToolButton::clicked, this,
        [this] { Q_EMIT caFileRequested(m_ui->caFileEdit->text().trimmed()); });
}

ConnectionOptions::~ConnectionOptions() = default;

void ConnectionOptions::setSpec(const ConnectionSpec &spec)
{
    m_ui->hostNameEdit->setText(spec.hostNameInCertificate);
    m_ui->caFileEdit->setText(spec.caFile);
    m_ui->readOnlyBox->setChecked(spec.readOnlyIntent);
    m_ui->loginTimeoutBox->setValue(spec.loginTimeoutSeconds);
    m_ui->queryTimeoutBox->setValue(spec.queryTimeoutSeconds);
    m_ui->packetSizeEdit->setText(QString::number(spec.packetSize));
    QStringList lines;
    for (auto it = spec.extra.cbegin(); it != spec.extra.cend(); ++it)
        lines += it.key() + u'=' + it.value();
    m_ui->extraEdit->setPlainText(lines.join(u'\n'));
    check();
}

void ConnectionOptions::applyTo(ConnectionSpec &spec) const
{
    spec.hostNameInCertificate = m_ui->hostNameEdit->text().trimmed();
    spec.caFile = m_ui->caFileEdit->text().trimmed();
    spec.readOnlyIntent = m_ui->readOnlyBox->isChecked();
    spec.loginTimeoutSeconds = m_ui->loginTimeoutBox->value();
    spec.queryTimeoutSeconds = m_ui->queryTimeoutBox->value();
    if (packetSizeMistake().isEmpty())
        spec.packetSize = m_ui->packetSizeEdit->text().trimmed().toInt();
    QMap<QString, QString> extra;
    if (readExtra(extra).isEmpty())
        spec.extra = extra;
}

void ConnectionOptions::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    check();
}

void ConnectionOptions::setCaFile(const QString &path)
{
    m_ui->caFileEdit->setText(path);
}

void ConnectionOptions::setNeeds(bool hostName, bool caFile)
{
    m_ui->form->setRowVisible(m_ui->hostNameEdit, hostName);
    m_ui->form->setRowVisible(m_ui->caFileRow, caFile);
}

QString ConnectionOptions::mistake() const
{
    for (const FieldHint *hint : { m_ui->packetSizeHint, m_ui->extraHint }) {
        if (hint->isMistake())
            return hint->text();
    }
    return {};
}

int ConnectionOptions::changed() const
{
    ConnectionSpec spec;
    applyTo(spec);
    const ConnectionSpec fresh;
    const bool differs[] = { spec.hostNameInCertificate != fresh.hostNameInCertificate,
        spec.caFile != fresh.caFile, spec.readOnlyIntent != fresh.readOnlyIntent,
        spec.loginTimeoutSeconds != fresh.loginTimeoutSeconds,
        spec.queryTimeoutSeconds != fresh.queryTimeoutSeconds, spec.packetSize != fresh.packetSize,
        spec.extra != fresh.extra };
    return int(std::count(std::begin(differs), std::end(differs), true));
}

void ConnectionOptions::check()
{
    const QString size = packetSizeMistake();
    if (!size.isEmpty())
        m_ui->packetSizeHint->setMistake(size);
    else if (m_ui->packetSizeEdit->text().toInt() > largestUsedPacket)
        m_ui->packetSizeHint->setNote(
            tr("Tidemark asks for %1 at most: larger packets can hang a driver.").arg(largestUsedPacket));
    else
        m_ui->packetSizeHint->clear();
    QMap<QString, QString> extra;
    m_ui->extraHint->setMistake(readExtra(extra));
}

QString ConnectionOptions::packetSizeMistake() const
{
    bool isNumber = false;
    const int size = m_ui->packetSizeEdit->text().trimmed().toInt(&isNumber);
    if (isNumber && size >= smallestPacket && size <= largestPacket)
        return {};
    return tr("A packet has %1 to %2 bytes.").arg(smallestPacket).arg(largestPacket);
}

/// Reads "name=value" lines; the first mistake, or an empty text.
QString ConnectionOptions::readExtra(QMap<QString, QString> &extra) const
{
    for (const QString &line : m_ui->extraEdit->toPlainText().split(u'\n')) {
        if (line.trimmed().isEmpty())
            continue;
        const qsizetype equals = line.indexOf(u'=');
        if (equals < 0)
            return tr("\"%1\" is not of the form name=value.").arg(line.trimmed());
        const QString keyword = line.left(equals).trimmed();
        if (const QString mistake = mistakeInExtraKeyword(keyword); !mistake.isEmpty())
            return mistake;
        if (extra.contains(keyword))
            return tr("The keyword %1 stands there twice.").arg(keyword);
        extra.insert(keyword, line.mid(equals + 1).trimmed());
    }
    return {};
}

} // namespace tidemark
