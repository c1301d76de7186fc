#include "foldedtable.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int changeColumns = 3; // SYS_CHANGE_VERSION, SYS_CHANGE_CREATION_VERSION, SYS_CHANGE_OPERATION

tl::unexpected<SyncError> wrong(const QString &text, const QString &path)
{
    return fail(ErrorKind::Data, text, path);
}

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return wrong(u"cannot be opened"_s, path);
    return file.readAll();
}

class Folding {
public:
    explicit Folding(QStringList keyColumns) : m_keyColumns(std::move(keyColumns)) { }

    Status addFile(const QString &path, const QJsonObject &entry)
    {
        auto content = contentOf(path);
        if (!content)
            return fail(content.error());
        if (content->size() != entry[u"bytes"].toInteger())
            return wrong(u"has not the bytes that the manifest says"_s, path);
        const QByteArray hash = QCryptographicHash::hash(*content, QCryptographicHash::Sha256).toHex();
        if (hash != entry[u"sha256"].toString().toLatin1())
            return wrong(u"has not the SHA-256 that the manifest says"_s, path);
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return wrong(u"cannot be opened"_s, path);
        CsvReader reader(file, {});
        CsvRow row;
        const Result<bool> header = reader.read(row);
        if (!header || !*header)
            return wrong(u"has no header"_s, path);
        if (const Status taken = takeHeader(row, path); !taken)
            return taken;
        const bool incremental = entry[u"mode"].toString() == u"incremental";
        if (const QString run = entry[u"run"].toString(); !incremental && run != m_fullRun) {
            m_table.rows.clear(); // the parts of one load belong together
            m_fullRun = run;
        }
        qint64 rows = 0;
        while (true) {
            const Result<bool> more = reader.read(row);
            if (!more)
                return fail(more.error());
            if (!*more)
                break;
            if (const Status applied = apply(row, incremental, path); !applied)
                return applied;
            ++rows;
        }
        ++m_table.files;
        return rows == entry[u"rows"].toInteger() ? Status()
                                                  : wrong(u"has not the rows that the manifest says"_s, path);
    }

    FoldedTable take() { return std::move(m_table); }

private:
    Status takeHeader(const CsvRow &row, const QString &path)
    {
        QStringList names;
        for (const auto &name : row)
            names += name.value_or(QString());
        if (names.mid(0, changeColumns)
            != QStringList(
                { u"SYS_CHANGE_VERSION"_s, u"SYS_CHANGE_CREATION_VERSION"_s, u"SYS_CHANGE_OPERATION"_s }))
            return wrong(u"does not begin with the SYS_CHANGE_ columns"_s, path);
        m_table.columns = names.mid(changeColumns);
        m_keyPlaces.clear();
        for (const QString &key : m_keyColumns) {
            const qsizetype place = m_table.columns.indexOf(key);
            if (place < 0)
                return wrong(u"lacks the key column "_s + key, path);
            m_keyPlaces += place;
        }
        return {};
    }

    Status apply(const CsvRow &row, bool incremental, const QString &path)
    {
        if (row.size() != m_table.columns.size() + changeColumns)
            return wrong(u"has a row of another width"_s, path);
        const CsvRow values = row.mid(changeColumns);
        QStringList key;
        for (const qsizetype place : m_keyPlaces)
            key += values[place].value_or(QString());
        const QString operation = row[2].value_or(QString());
        if (incremental) {
            ++m_table.changes;
            const QString once = row[0].value_or(QString()) + u'\x1f' + key.join(u'\x1f');
            if (m_seen.contains(once))
                ++m_table.repeated;
            m_seen += once;
        }
        if (operation == u"D" && incremental)
            m_table.rows.remove(key);
        else if (operation == (incremental ? u"I"_s : u"L"_s) || (incremental && operation == u"U"))
            m_table.rows[key] = values;
        else
            return wrong(u"has the operation "_s + operation, path);
        return {};
    }

    QStringList m_keyColumns;
    QList<qsizetype> m_keyPlaces;
    QString m_fullRun;
    QSet<QString> m_seen;
    FoldedTable m_table;
};

} // namespace

QString tableFolder(const QString &outputDir, const TableRef &table)
{
    return QDir(outputDir).filePath(table.database + u'/' + table.schema + u'/' + table.table);
}

Result<FoldedTable> foldTable(const QString &outputDir, const TableRef &table, const QStringList &keyColumns)
{
    const QString folder = tableFolder(outputDir, table);
    const auto manifest = contentOf(folder + u"/manifest.json"_s);
    if (!manifest)
        return fail(manifest.error());
    const QJsonArray files = QJsonDocument::fromJson(*manifest).object()[u"files"].toArray();
    if (files.isEmpty())
        return wrong(u"names no files"_s, folder + u"/manifest.json"_s);
    Folding folding(keyColumns);
    for (const auto &file : files) {
        const QJsonObject entry = file.toObject();
        if (const Status added = folding.addFile(folder + u'/' + entry[u"path"].toString(), entry); !added)
            return fail(added.error());
    }
    return folding.take();
}

} // namespace tidemark
