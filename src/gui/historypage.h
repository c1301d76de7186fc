#pragma once

#include "historymodel.h"
#include "runfilemodel.h"
#include "windowpage.h"

#include <QTimer>

#include <memory>
#include <optional>

namespace Ui {
class HistoryPage;
}

namespace tidemark {

class LiveText;

/// What was published below the job's folders: runs, plot, and the files of the selected run. It only shows
/// and asks.
class HistoryPage : public WindowPage {
    Q_OBJECT

public:
    explicit HistoryPage(QWidget *parent = nullptr);
    ~HistoryPage() override;

    /// `folder` is where the history was looked for.
    void setHistory(const SyncHistory &history, const QString &folder);
    void showProblem(const LiveText &text);
    const std::optional<HistoryRun> &selectedRun() const { return m_selected; }

    /// Verifying has begun; `thousandths` tells how far it is.
    void showVerifying(int thousandths);
    void showVerified(const VerifiedTable &table);
    /// It ended; when nothing was told of the table, because it was cancelled.
    void endVerifying();

Q_SIGNALS:
    /// The page came into view, or a person asked for it.
    void refreshRequested();
    void verifyRequested(const tidemark::HistoryRun &run, const QStringList &files);
    void cancelRequested();
    void openFolderRequested(const QString &folder);
    void watermarkRequested(const tidemark::TableRef &table);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setUpViews();
    void setUpFilters();
    void applyFilter();
    void selectAgain();
    void takeSelection();
    void replot();
    void updateButtons();
    void requestVerify();

    std::unique_ptr<Ui::HistoryPage> m_ui;
    HistoryModel *m_model;
    RunFileModel *m_files;
    std::optional<HistoryRun> m_selected; // survives what resets the list
    QTimer m_replot; // one for many changes of the list
    bool m_verifying = false;
};

} // namespace tidemark
