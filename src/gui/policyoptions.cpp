#include "policyoptions.h"

#include "ui_policyoptions.h"

#include <QSignalBlocker>

namespace tidemark {

PolicyOptions::PolicyOptions(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::PolicyOptions>())
{
    m_ui->setupUi(this);
    const QString byMode = tr("load the table again; fail in the mode “changes only”");
    m_ui->expiredBox->addItem(byMode, int(OnExpired::Default));
    m_ui->expiredBox->addItem(tr("load the table again"), int(OnExpired::Reload));
    m_ui->expiredBox->addItem(tr("fail"), int(OnExpired::Fail));
    m_ui->schemaBox->addItem(byMode, int(OnSchemaChange::Default));
    m_ui->schemaBox->addItem(tr("load the table again"), int(OnSchemaChange::Reload));
    m_ui->schemaBox->addItem(tr("go on with the new columns"), int(OnSchemaChange::Continue));
    m_ui->schemaBox->addItem(tr("fail"), int(OnSchemaChange::Fail));
    m_ui->snapshotBox->addItem(tr("where the database allows it"), int(SnapshotUse::Auto));
    m_ui->snapshotBox->addItem(tr("always; fail without it"), int(SnapshotUse::Require));
    m_ui->snapshotBox->addItem(tr("never"), int(SnapshotUse::Never));
    for (QComboBox *box : findChildren<QComboBox *>()) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        connect(box, &QComboBox::currentIndexChanged, this, &PolicyOptions::edited);
    }
    connect(m_ui->retriesBox, &QSpinBox::valueChanged, this, &PolicyOptions::edited);
    setPolicies({});
}

PolicyOptions::~PolicyOptions() = default;

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
