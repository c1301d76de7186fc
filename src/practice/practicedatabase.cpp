#include "practicedatabase.h"

#include "sqlmoments.h"

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

// Old snapshots and a rollback need some; whoever needs an older one reads it again.
constexpr std::size_t keptCatalogs = 8;

// Half the shortest retention; a server takes half an hour, which nobody practises for.
constexpr qint64 ticksBetweenCleanups = ticksPerMinute / 2;

} // namespace

PracticeDatabase::PracticeDatabase(int id, QString name, QString file, DatabaseSettings settings)
    : m_id(id), m_name(std::move(name)), m_file(std::move(file)), m_prefix(u"db"_s + QString::number(id)),
      m_settings(std::move(settings))
{
}

DatabaseSettings PracticeDatabase::settings() const
{
    const std::lock_guard lock(m_mutex);
    return m_settings;
}

void PracticeDatabase::setSettings(const DatabaseSettings &settings)
{
    const std::lock_guard lock(m_mutex);
    m_settings = settings;
    m_nextCleanup = 0;
}

CatalogPtr PracticeDatabase::catalog(qint64 version) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_catalogs.find(version);
    return found == m_catalogs.end() ? nullptr : found->second;
}

void PracticeDatabase::remember(const CatalogPtr &catalog)
{
    const std::lock_guard lock(m_mutex);
    m_catalogs[catalog->version] = catalog;
    while (m_catalogs.size() > keptCatalogs)
        m_catalogs.erase(m_catalogs.begin());
}

CatalogPtr PracticeDatabase::current() const
{
    const std::lock_guard lock(m_mutex);
    return m_current;
}

void PracticeDatabase::setCurrent(qint64 version)
{
    CatalogPtr current = catalog(version);
    const std::lock_guard lock(m_mutex);
    m_current = std::move(current);
}

bool PracticeDatabase::isCleanupDue(qint64 now)
{
    const std::lock_guard lock(m_mutex);
    if (now < m_nextCleanup)
        return false;
    m_nextCleanup = now + ticksBetweenCleanups;
    return true;
}

void PracticeDatabase::load(int counter, qint64 last)
{
    const std::lock_guard lock(m_mutex);
    if (!m_counters.contains(counter))
        m_counters.insert(counter, last);
}

qint64 PracticeDatabase::advance(int counter, qint64 step)
{
    const std::lock_guard lock(m_mutex);
    return m_counters[counter] += step;
}

void PracticeDatabase::raise(int counter, qint64 value, bool upwards)
{
    const std::lock_guard lock(m_mutex);
    qint64 &last = m_counters[counter];
    if (upwards ? last < value : last > value)
        last = value;
}

void PracticeDatabase::forget(int counter)
{
    const std::lock_guard lock(m_mutex);
    m_counters.remove(counter);
}

void PracticeDatabase::forgetAll()
{
    const std::lock_guard lock(m_mutex);
    m_counters.clear();
    m_catalogs.clear();
    m_current.reset();
}

} // namespace tidemark::practice
