#pragma once

#include "latestrequest.h"
#include "windowbackend.h"

#include <QObject>
#include <QTimer>

namespace tidemark {

class JobPage;
class JobView;

/// Acts for the job page: free space of its folder, first rows of a table. GUI thread.
class JobPageController : public QObject {
    Q_OBJECT

public:
    JobPageController(WindowBackend &backend, const JobView &job, JobPage &page, QObject *parent = nullptr);

    void updateSpace();

private:
    void sample(const TableRef &table);

    WindowBackend &m_backend;
    const JobView &m_job;
    JobPage &m_page;
    QTimer m_spaceTimer; // so that typing does not ask at every key
    LatestRequest m_spaceRequest;
    LatestRequest m_sampleRequest;
};

} // namespace tidemark
