#pragma once

#include "syncerror.h"
#include "tableref.h"

#include <QFrame>

#include <memory>

namespace Ui {
class FailureCard;
}

namespace tidemark {

/// What happened to a failed table, why, what to do next, and whether trying again makes sense. It only shows
/// and asks.
class FailureCard : public QFrame {
    Q_OBJECT

public:
    explicit FailureCard(QWidget *parent = nullptr);
    ~FailureCard() override;

    void setFailure(const TableRef &table, const SyncError &error);
    /// Not while a run is on.
    void setRetryEnabled(bool on);

Q_SIGNALS:
    void retryRequested();
    void copyRequested();
    void logRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showFailure();

    std::unique_ptr<Ui::FailureCard> m_ui;
    TableRef m_table;
    SyncError m_error;
};

} // namespace tidemark
