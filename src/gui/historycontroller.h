#pragma once

#include "latestrequest.h"

#include "historyrun.h"
#include "verifiedtable.h"
#include "watermarkstate.h"

#include <QFutureWatcher>
#include <QObject>

namespace tidemark {

class HistoryPage;
class JobView;
class UserPrompts;
class WatermarkDialog;
class WindowBackend;

/// Reads the history of the job's folders for its page, verifies files and opens the watermark of a table.
/// GUI thread.
class HistoryController : public QObject {
    Q_OBJECT

public:
    HistoryController(WindowBackend &backend, UserPrompts &prompts, const JobView &job, HistoryPage &page,
        QObject *parent = nullptr);
    ~HistoryController() override;

    /// Reads it again, when the page is in view; else that happens as soon as it is.
    void refresh();
    /// The job may have other folders than those of the list.
    void jobChanged();

Q_SIGNALS:
    void watermarkChanged();

private:
    void showWatermark(const TableRef &table);
    StorePlace place() const;
    void read();
    void verify(const HistoryRun &run, const QStringList &files);
    void cancelVerify();
    void loadWatermark(WatermarkDialog &dialog, const TableRef &table);
    void changeWatermark(WatermarkDialog &dialog, const WatermarkState &state, const WatermarkChange &change);

    WindowBackend &m_backend;
    UserPrompts &m_prompts;
    const JobView &m_job;
    HistoryPage &m_page;
    StorePlace m_place; // of the history that is shown or awaited
    LatestRequest m_reading;
    QFutureWatcher<VerifiedTable> m_verifying;
};

} // namespace tidemark
