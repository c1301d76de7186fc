#pragma once

#include "tablefreshness.h"
#include "windowpage.h"

#include <memory>

class QSortFilterProxyModel;

namespace Ui {
class FreshnessPage;
}

namespace tidemark {

class FreshnessModel;

/// How fresh all tables are, and how long the server keeps their changes. It only shows and asks; a
/// controller acts on its signal.
class FreshnessPage : public WindowPage {
    Q_OBJECT

public:
    explicit FreshnessPage(QWidget *parent = nullptr);
    ~FreshnessPage() override;

    void showAsking();
    void showReport(const FreshnessReport &report);
    /// Why there is no answer; what was shown stays.
    void showMessage(const QString &text);

Q_SIGNALS:
    void lookRequested();

private:
    void setUpView();
    void setUpColumns();
    void showDetails();

    std::unique_ptr<Ui::FreshnessPage> m_ui;
    FreshnessModel *m_model;
    QSortFilterProxyModel *m_sorted;
};

} // namespace tidemark
