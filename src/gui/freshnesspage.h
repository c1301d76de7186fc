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
class LiveText;

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
    void showMessage(const LiveText &text);

Q_SIGNALS:
    void lookRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpView();
    void fitColumns();
    void showMark();
    void showDetails();

    std::unique_ptr<Ui::FreshnessPage> m_ui;
    FreshnessModel *m_model;
    QSortFilterProxyModel *m_sorted;
    int m_attention = 0; // tables that need it
};

} // namespace tidemark
