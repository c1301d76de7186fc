#pragma once

#include "tablerequest.h"

#include <QWidget>

#include <memory>

namespace Ui {
class PolicyOptions;
}

namespace tidemark {

/// What a job decides about surprises.
class PolicyOptions : public QWidget {
    Q_OBJECT

public:
    explicit PolicyOptions(QWidget *parent = nullptr);
    ~PolicyOptions() override;

    Policies policies() const;
    void setPolicies(const Policies &policies);

Q_SIGNALS:
    /// A person has changed something.
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void nameChoices();

    std::unique_ptr<Ui::PolicyOptions> m_ui;
};

} // namespace tidemark
