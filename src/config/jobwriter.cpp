#include "jobwriter.h"

#include "documentreader.h"
#include "documentwriter.h"
#include "passwords.h"
#include "settingstable.h"
#include "tablename.h"
#include "tableswriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList passwordPaths{ u"connection.password"_s, u"password"_s };

/// Changes single values at "key" or "section.key".
class DocumentEditor {
public:
    DocumentEditor(DocumentNode &root, const QString &filePath) : m_root(root), m_filePath(filePath) { }

    DocumentNode *find(const QString &path)
    {
        DocumentNode *parent = parentOf(path, false);
        return parent == nullptr ? nullptr : parent->find(keyOf(path));
    }
    void insert(const QString &path, const DocumentNode &value)
    {
        parentOf(path, true)->insert(keyOf(path), value);
    }
    void remove(const QString &path)
    {
        DocumentNode *parent = parentOf(path, false);
        if (parent == nullptr || parent->kind != DocumentNode::Kind::Map)
            return;
        parent->remove(keyOf(path));
        if (parent->items.isEmpty() && path.contains(u'.'))
            m_root.remove(path.section(u'.', 0, 0));
    }

    template <typename T>
    void write(const QString &path, const Setting<T> &setting, const std::optional<T> &value)
    {
        const QStringList paths = QStringList(path) + setting.olderPaths;
        for (const QString &known : paths) {
            DocumentNode *node = find(known);
            if (value && node != nullptr && node->kind != DocumentNode::Kind::Null) {
                *node = nodeOf(setting, *value);
                return;
            }
        }
        for (const QString &known : paths)
            remove(known);
        if (value)
            insert(path, nodeOf(setting, *value));
    }

private:
    static QString keyOf(const QString &path) { return path.section(u'.', -1); }

    DocumentNode *parentOf(const QString &path, bool make)
    {
        if (!path.contains(u'.'))
            return &m_root;
        const QString section = path.section(u'.', 0, 0);
        DocumentNode *parent = m_root.find(section);
        if (make && (parent == nullptr || parent->kind != DocumentNode::Kind::Map))
            return &m_root.insert(section, DocumentNode::map());
        return parent;
    }

    /// A path inside the job's folder is written relative, so that the folder can move.
    template <typename T>
    DocumentNode nodeOf(const Setting<T> &setting, const T &value) const
    {
        if constexpr (std::is_same_v<T, QString>) {
            const QString relative = QFileInfo(m_filePath).absoluteDir().relativeFilePath(value);
            if (setting.isPath && QDir::isRelativePath(relative) && !relative.startsWith(u".."_s))
                return settingNode(setting, relative);
        }
        return settingNode(setting, value);
    }

    DocumentNode &m_root;
    const QString m_filePath;
};

TableRequest commonOf(const JobFile &job)
{
    TableRequest common;
    common.dialect = job.dialect;
    common.files = job.files;
    common.policies = job.policies;
    return common;
}

DocumentNode excludesNode(const QList<TableRef> &excludes)
{
    DocumentNode list = DocumentNode::list();
    for (const TableRef &exclude : excludes) {
        QStringList parts{ exclude.table };
        if (exclude.schema != u"*" || exclude.database != u"*")
            parts.prepend(exclude.schema);
        if (exclude.database != u"*")
            parts.prepend(exclude.database);
        list.items += DocumentNode::ofText(escapeVariables(joinTableName(parts)));
    }
    return list;
}

bool isPlainText(const DocumentNode &node)
{
    return !node.text.isEmpty() && !node.text.contains(u"${"_s);
}

/// Saves one job.
class JobWriter {
    Q_DECLARE_TR_FUNCTIONS(tidemark::JobWriter)

public:
    JobWriter(const JobFile &job, const Variables &variables, SecretStore &store)
        : m_job(job), m_variables(variables), m_store(store)
    {
    }

    Result<QStringList> save();

private:
    Status readBefore();
    Status movePassword();

    const JobFile &m_job;
    const Variables &m_variables;
    SecretStore &m_store;
    DocumentNode m_root = DocumentNode::map();
    JobFile m_before;
    QStringList m_notes;
};

Status JobWriter::readBefore()
{
    m_before.path = m_job.path;
    if (!QFileInfo::exists(m_job.path))
        return {};
    const Result<QByteArray> content = readConfigFile(m_job.path);
    if (!content)
        return fail(content.error());
    const Result<DocumentNode> root = parseDocument(*content, m_job.path);
    if (!root)
        return fail(root.error());
    Result<JobFile> before = parseJobFile(*content, m_job.path, m_variables);
    if (!before)
        return fail(before.error());
    m_root = *root;
    m_before = std::move(*before);
    return {};
}

Status JobWriter::movePassword()
{
    bool plain = false;
    DocumentEditor editor(m_root, m_job.path);
    for (const QString &path : passwordPaths) {
        const DocumentNode *node = editor.find(path);
        plain = plain || (node != nullptr && isPlainText(*node));
    }
    const bool changed = m_job.password != m_before.password;
    if (!plain && !changed)
        return {};
    for (const QString &path : passwordPaths)
        editor.remove(path);
    if (m_job.password.isEmpty())
        return {};
    ConnectionSpec connection;
    m_job.connection.applyTo(connection);
    const QString name = secretNameOf(connection);
    if (name.isEmpty() || connection.server.isEmpty()) {
        return fail(ErrorKind::Configuration,
            tr("The password cannot move from the job file to the keychain, because the job names no server "
               "or no "
               "user. Name both in it, or take the password away and use ${NAME} or the environment."),
            m_job.path);
    }
    if (Status stored = m_store.write(name, m_job.password); !stored)
        return stored;
    m_notes += m_store.isLasting()
        ? tr("The password of %1 is in the keychain now; the job file does not hold it.").arg(name)
        : tr("There is no keychain: the password of %1 is kept until the program ends, and the job file does "
             "not "
             "hold it.")
              .arg(name);
    return {};
}

Result<QStringList> JobWriter::save()
{
    if (const Status status = readBefore(); !status)
        return fail(status.error());
    if (const Status status = movePassword(); !status)
        return fail(status.error());
    const DocumentNode document = updatedDocument(m_root, m_before, m_job);
    if (const Status status = writeDocument(document, m_job.path); !status)
        return fail(status.error());
    return m_notes;
}

} // namespace

DocumentNode updatedDocument(const DocumentNode &original, const JobFile &before, const JobFile &after)
{
    DocumentNode root = original;
    DocumentEditor editor(root, after.path);
    for (const QString &path : passwordPaths) {
        const DocumentNode *node = editor.find(path);
        if (node != nullptr && isPlainText(*node))
            editor.remove(path);
    }
    visitConnectionSettings([&](const auto &setting, auto part, auto) {
        if (before.connection.*part != after.connection.*part)
            editor.write(u"connection."_s + setting.key, setting, after.connection.*part);
    });
    visitJobSettings([&](const QString &section, const auto &setting, auto member) {
        if (before.*member == after.*member)
            return;
        const QString path = section.isEmpty() ? setting.key : section + u'.' + setting.key;
        editor.write(path, setting, after.*member);
    });
    if (before.policies.snapshot != after.policies.snapshot)
        root.remove(u"snapshot_isolation"_s);
    TablesWriter::writeCommon(root, commonOf(before), commonOf(after), commonOf(before));
    if (before.excludes != after.excludes) {
        if (after.excludes.isEmpty())
            root.remove(u"exclude"_s);
        else
            root.insert(u"exclude"_s, excludesNode(after.excludes));
    }
    TablesWriter(root, before, after).write();
    return root;
}

Result<QStringList> saveJobFile(const JobFile &job, const Variables &variables, SecretStore &store)
{
    return JobWriter(job, variables, store).save();
}

} // namespace tidemark
