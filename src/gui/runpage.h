#pragma once

#include "runmodel.h"
#include "windowpage.h"

#include <QTimer>

#include <memory>

namespace Ui {
class RunPage;
}

namespace tidemark {

class RunOrder;

/// The run: progress and result of each table, totals, details and log. The results stay until the next run.
/// It only shows and asks; a controller acts on its signals. Rows are places in the job.
class RunPage : public WindowPage {
    Q_OBJECT

public:
    explicit RunPage(QWidget *parent = nullptr);
    ~RunPage() override;

    /// A run has begun; its tables are told later.
    void startRun();
    /// A run has begun that is for some of the tables again; the others keep their results.
    void restartRun(const QList<int> &rows);
    void setTables(const QList<TableRef> &tables);
    void showProgress(const TableProgress &progress);
    void showReport(int row, const TableReport &report);
    void finishRun(const QString &summary);
    const TableRef &table(int row) const { return m_model->table(row); }

    void log(const QString &text);

Q_SIGNALS:
    void cancelTableRequested(int row);
    void retryRequested(const QList<int> &rows);
    void openFolderRequested(const QString &folder);
    /// The folder that holds the files of all tables.
    void openFilesRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpRunView();
    void fitColumns();
    void connectActions();
    void begin();
    void refresh();
    void showTotals(const RunTotals &totals);
    void showMark(const RunTotals &totals);
    void showDetails();
    void showSpeed();
    void makeRoomForCard();
    void showActions();
    int selectedRow() const;
    const std::optional<TableReport> &selectedReport() const;
    QString selectedFolder() const;
    void copyDetails() const;

    std::unique_ptr<Ui::RunPage> m_ui;
    RunModel *m_model;
    RunOrder *m_order;
    QTimer m_speedTimer; // a run that stands still tells nothing, and that is to be seen too
    QString m_mark;
    bool m_running = false;
};

} // namespace tidemark
