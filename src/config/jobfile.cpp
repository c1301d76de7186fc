#include "jobfile.h"

#include "documentreader.h"
#include "mapreader.h"
#include "settingreader.h"
#include "settingstable.h"
#include "tablesreader.h"

#include <QCoreApplication>

#include <map>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Reads the single values of a job and hands the rest to a TablesReader.
class JobReader {
    Q_DECLARE_TR_FUNCTIONS(tidemark::JobReader)

public:
    JobReader(const DocumentNode &root, const QString &path, const Variables &variables);

    Result<JobFile> read();

private:
    /// The map of the top level by its name; the top level itself for an empty one.
    MapReader &section(const QString &name);
    DocumentPlace take(const QString &path);
    /// The value from the first of the places where it may stand; more than one is warned about.
    DocumentPlace takeFirst(const QStringList &paths);
    template <typename T, typename Member>
    void readAt(const QString &sectionName, const Setting<T> &setting, Member &member);

    void readConnection();
    void readPassword();
    void readSnapshotIsolation();
    void warnUnknown();

    SettingReader m_reader;
    DocumentPlace m_root;
    JobFile m_job;
    std::map<QString, MapReader> m_sections;
};

QString pathIn(const QString &section, const QString &key)
{
    return section.isEmpty() ? key : section + u'.' + key;
}

JobReader::JobReader(const DocumentNode &root, const QString &path, const Variables &variables)
    : m_reader(path, variables), m_root{ &root, {} }
{
    m_job.path = path;
}

MapReader &JobReader::section(const QString &name)
{
    const auto known = m_sections.find(name);
    if (known != m_sections.end())
        return known->second;
    const DocumentPlace place = name.isEmpty() ? m_root : section({}).take(name);
    return m_sections.emplace(name, MapReader(m_reader, place)).first->second;
}

DocumentPlace JobReader::take(const QString &path)
{
    const qsizetype dot = path.indexOf(u'.');
    return dot < 0 ? section({}).take(path) : section(path.left(dot)).take(path.mid(dot + 1));
}

DocumentPlace JobReader::takeFirst(const QStringList &paths)
{
    DocumentPlace first;
    for (const QString &path : paths) {
        const DocumentPlace place = take(path);
        if (place && first)
            m_reader.warn(place, tr("%1 says the same setting and goes before it.").arg(first.path));
        else if (place)
            first = place;
    }
    return first;
}

template <typename T, typename Member>
void JobReader::readAt(const QString &sectionName, const Setting<T> &setting, Member &member)
{
    const DocumentPlace place = takeFirst(QStringList(pathIn(sectionName, setting.key)) + setting.olderPaths);
    if (!place)
        return;
    if (auto value = readSetting(m_reader, setting, place))
        member = std::move(*value);
}

void JobReader::readConnection()
{
    visitConnectionSettings([&](const auto &setting, auto part, auto) {
        readAt(u"connection"_s, setting, m_job.connection.*part);
    });
    readPassword();
}

void JobReader::readPassword()
{
    const DocumentPlace place = takeFirst({ u"connection.password"_s, u"password"_s });
    if (!place)
        return;
    const std::optional<QString> text = m_reader.text(place);
    if (!text)
        return;
    m_job.password = Secret(*text);
    if (!text->isEmpty() && !place.node->text.contains(u"${"_s)) {
        m_reader.warn(place,
            tr("the password stands in the file as plain text, for everybody who can read the file. Write "
               "${NAME}, or take it away and use the environment or the keychain."));
    }
}

void JobReader::readSnapshotIsolation()
{
    const DocumentPlace place = section({}).take(u"snapshot_isolation"_s);
    if (!place)
        return;
    if (const std::optional<bool> use = m_reader.truth(place))
        m_job.policies.snapshot = *use ? SnapshotUse::Require : SnapshotUse::Never;
    const DocumentNode *policies = m_root.node->find(u"policies"_s);
    if (policies != nullptr && policies->find(u"snapshot"_s) != nullptr)
        m_reader.warn(place, tr("%1 says the same setting and goes before it.").arg(u"policies.snapshot"_s));
}

void JobReader::warnUnknown()
{
    QStringList paths;
    for (const auto &[name, map] : m_sections) {
        for (const QString &key : map.knownKeys())
            paths += pathIn(name, key);
    }
    visitDialectSettings([&](const auto &setting, auto) { paths += pathIn(u"csv"_s, setting.key); });
    visitFileSettings([&](const auto &setting, auto) { paths += pathIn(u"csv"_s, setting.key); });
    visitPolicySettings([&](const auto &setting, auto) { paths += pathIn(u"policies"_s, setting.key); });
    for (auto &[name, map] : m_sections)
        map.warnUnknown(paths);
}

Result<JobFile> JobReader::read()
{
    if (m_root.node->kind != DocumentNode::Kind::Map) {
        return fail(ErrorKind::Configuration,
            tr("A job file is a map with keys such as \"connection\" and \"tables\"; this one is something "
               "else."),
            m_job.path);
    }
    readConnection();
    visitJobSettings([&](const QString &sectionName, const auto &setting, auto member) {
        readAt(sectionName, setting, m_job.*member);
    });
    section(u"limits"_s).refuse(u"rows_per_second"_s);
    section(u"limits"_s).refuse(u"bytes_per_second"_s);

    TablesReader tables(m_reader, m_job);
    readSnapshotIsolation();
    if (const DocumentPlace place = section({}).take(u"policies"_s))
        tables.readPolicies(place, m_job.policies);
    if (const DocumentPlace place = section({}).take(u"csv"_s))
        tables.readCsv(place, m_job.dialect, m_job.files);
    if (const DocumentPlace place = section({}).take(u"tables"_s))
        tables.readTables(place);
    if (const DocumentPlace place = section({}).take(u"databases"_s))
        tables.readDatabases(place);
    if (const DocumentPlace place = section({}).take(u"exclude"_s))
        tables.readExcludes(place);
    warnUnknown();
    if (m_reader.hasErrors())
        return fail(m_reader.failure());
    m_job.warnings = m_reader.warnings();
    return m_job;
}

} // namespace

Result<JobFile> parseJobFile(const QByteArray &content, const QString &path, const Variables &variables)
{
    const Result<DocumentNode> root = parseDocument(content, path);
    if (!root)
        return fail(root.error());
    return JobReader(*root, path, variables).read();
}

Result<JobFile> readJobFile(const QString &path, const Variables &variables)
{
    const Result<QByteArray> content = readConfigFile(path);
    if (!content)
        return fail(content.error());
    return parseJobFile(*content, path, variables);
}

} // namespace tidemark
