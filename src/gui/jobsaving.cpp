#include "jobsaving.h"

#include "settingstable.h"

namespace tidemark {

namespace {

template <typename T, typename Value>
void take(std::optional<T> &setting, const Value &before, const Value &after)
{
    if (before != after)
        setting = after;
}

template <typename Part>
auto takeChanged(Part &part, const Part &before, const Part &after)
{
    return [&](const auto &, auto member) {
        if (before.*member != after.*member)
            part.*member = after.*member;
    };
}

} // namespace

JobFile updatedJobFile(JobFile file, const JobToSave &job)
{
    const SyncJob &before = job.before;
    const SyncJob &after = job.after;
    visitConnectionSettings([&](const auto &, auto setting, auto member) {
        if (before.connection.*member != after.connection.*member)
            file.connection.*setting = after.connection.*member;
    });
    take(file.outputDir, before.outputDir, after.outputDir);
    take(file.watermarkDir, before.watermarkDir, after.watermarkDir);
    take(file.maxWorkers, before.maxWorkers, after.maxWorkers);
    const TableRequest &optionsBefore = job.defaultsBefore;
    const TableRequest &optionsAfter = job.defaultsAfter;
    visitDialectSettings(takeChanged(file.dialect, optionsBefore.dialect, optionsAfter.dialect));
    visitFileSettings(takeChanged(file.files, optionsBefore.files, optionsAfter.files));
    visitPolicySettings(takeChanged(file.policies, optionsBefore.policies, optionsAfter.policies));
    if (before.tables != after.tables)
        file.tables = after.tables;
    return file;
}

} // namespace tidemark
