#pragma once

#include "runmodel.h"
#include "windowpage.h"

#include <memory>

namespace Ui {
class RunPage;
}

namespace tidemark {

/// The run: progress and result of each table, details and log. The results stay until the next run. It only
/// shows.
class RunPage : public WindowPage {
    Q_OBJECT

public:
    explicit RunPage(QWidget *parent = nullptr);
    ~RunPage() override;

    /// A run has begun; its tables are told later.
    void startRun();
    void setTables(const QList<TableRef> &tables);
    void showProgress(const TableProgress &progress);
    void showReport(int index, const TableReport &report);
    void finishRun(const QString &summary);
    int finishedCount() const { return m_model->finishedCount(); }

    void log(const QString &text);

private:
    void setUpRunView();
    void showDetails();

    std::unique_ptr<Ui::RunPage> m_ui;
    RunModel *m_model;
};

} // namespace tidemark
