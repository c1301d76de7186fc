#pragma once

#include "checkmodel.h"
#include "readinessreport.h"
#include "windowpage.h"

#include <memory>

class QSortFilterProxyModel;

namespace Ui {
class CheckPage;
}

namespace tidemark {

class LiveText;

/// What a server lacks for syncs: each finding with its reason and the T-SQL that mends it. It only shows and
/// asks; CheckController acts on its signals.
class CheckPage : public WindowPage {
    Q_OBJECT

public:
    explicit CheckPage(QWidget *parent = nullptr);
    ~CheckPage() override;

    /// What a check would look at, or why there can be none now.
    void setReady(bool ready, const QString &text);
    void startCheck();
    /// It was stopped; what an earlier one has found stays.
    void endCheck();
    void showReport(const ReadinessReport &report);
    /// A line about what became of the script.
    void showNote(const LiveText &text);

Q_SIGNALS:
    void checkRequested();
    void cancelRequested();
    /// T-SQL for the clipboard.
    void copyRequested(const QString &sql);
    void copyAllRequested();
    void saveRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpView();
    void fitColumns();
    void showReady();
    void showSummary();
    void showDetails();
    void expandAttention();
    QString summary() const;
    static QString detailsText(const QList<CheckStep> &steps);

    std::unique_ptr<Ui::CheckPage> m_ui;
    CheckModel *m_model;
    QSortFilterProxyModel *m_filter;
    bool m_ready = false;
    bool m_checking = false;
    QString m_readyText;
    ReadinessReport m_report; // the one that is shown
};

} // namespace tidemark
