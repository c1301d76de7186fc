#include "policyoptions.h"

#include "livetext.h"
#include "ui_policyoptions.h"

#include <QSignalBlocker>

namespace tidemark {

PolicyOptions::PolicyOptions(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::PolicyOptions>())
{
    m_ui->setupUi(this);
    nameChoices();
    for (QComboBox *box : findChildren<QComboBox *>()) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        connect(box, &QComboBox::currentIndexChanged, this, &PolicyOptions::edited);
    }
    connect(m_ui->retriesBox, &QSpinBox::valueChanged, this, &PolicyOptions::edited);
    setPolicies({});
}

PolicyOptions::~PolicyOptions() = default;

void PolicyOptions::nameChoices()
{
    const QString byMode = tr("load the table again; fail in the mode “changes only”");
    setChoice(*m_ui->expiredBox, byMode, int(OnExpired::Default));
    setChoice(*m_ui->expiredBox, tr("load the table again"), int(OnExpired::Reload));
    setChoice(*m_ui->expiredBox, tr("fail"), int(OnExpired::Fail));
    setChoice(*m_ui->schemaBox, byMode, int(OnSchemaChange::Default));
    setChoice(*m_ui->schemaBox, tr("load the table again"), int(OnSchemaChange::Reload));
    setChoice(*m_ui->schemaBox, tr("go on with the new columns"), int(OnSchemaChange::Continue));
    setChoice(*m_ui->schemaBox, tr("fail"), int(OnSchemaChange::Fail));
    setChoice(*m_ui->snapshotBox, tr("where the database allows it"), int(SnapshotUse::Auto));
    setChoice(*m_ui->snapshotBox, tr("always; fail without it"), int(SnapshotUse::Require));
    setChoice(*m_ui->snapshotBox, tr("never"), int(SnapshotUse::Never));
}

void PolicyOptions::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    nameChoices();
}

Policies PolicyOptions::policies() const
{
    Policies policies;
    policies.onExpired = OnExpired(m_ui->expiredBox->currentData().toInt());
    policies.onSchemaChange = OnSchemaChange(m_ui->schemaBox->currentData().toInt());
    policies.snapshot = SnapshotUse(m_ui->snapshotBox->currentData().toInt());
    policies.retries = m_ui->retriesBox->value();
    return policies;
}

void PolicyOptions::setPolicies(const Policies &policies)
{
    const QSignalBlocker quiet(this); // not a person's edit
    m_ui->expiredBox->setCurrentIndex(m_ui->expiredBox->findData(int(policies.onExpired)));
    m_ui->schemaBox->setCurrentIndex(m_ui->schemaBox->findData(int(policies.onSchemaChange)));
    m_ui->snapshotBox->setCurrentIndex(m_ui->snapshotBox->findData(int(policies.snapshot)));
    m_ui->retriesBox->setValue(policies.retries);
}

} // namespace tidemark
