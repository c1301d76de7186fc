#include "profilestore.h"

#include "documentreader.h"
#include "documentwriter.h"
#include "mapreader.h"
#include "setaside.h"
#include "settingreader.h"
#include "settingstable.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype maximumFileName = 200;

QString fileNameOf(const QString &name)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(name, " "_ba, "."_ba)) + u".json"_s;
}

} // namespace

ProfileStore::ProfileStore(const QString &folder) : m_folder(folder) { }

QString ProfileStore::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/tidemark/profiles"_s;
}

QString ProfileStore::pathOf(const QString &name) const
{
    return QDir(m_folder).filePath(fileNameOf(name));
}

QString ProfileStore::mistakeInName(const QString &name)
{
    if (name.trimmed().isEmpty())
        return tr("A profile needs a name.");
    if (fileNameOf(name).size() > maximumFileName)
        return tr("The name is too long.");
    return {};
}

Result<ConnectionProfile> ProfileStore::read(const QString &path)
{
    const Result<QByteArray> content = readConfigFile(path);
    if (!content)
        return fail(content.error());
    const Result<DocumentNode> root = parseDocument(*content, path);
    if (!root)
        return fail(root.error());
    const Variables none;
    SettingReader reader(path, none);
    MapReader map(reader, { &*root, {} });
    ConnectionProfile profile;
    if (const DocumentPlace name = map.take(u"name"_s))
        profile.name = reader.text(name).value_or(QString());
    MapReader connection(reader, map.take(u"connection"_s));
    ConnectionSettings settings;
    visitConnectionSettings([&](const auto &setting, auto part, auto) {
        if (const DocumentPlace place = connection.take(setting.key))
            settings.*part = readSetting(reader, setting, place);
    });
    settings.applyTo(profile.connection);
    if (profile.name.isEmpty() && !reader.hasErrors())
        reader.error(map.take(u"name"_s), tr("the profile has no name."));
    if (reader.hasErrors())
        return fail(reader.failure());
    return profile;
}

/// The folder's own file, whose name no profile's can be: pathOf() encodes a dot.
QString ProfileStore::orderPath() const
{
    return QDir(m_folder).filePath(u".order.json"_s);
}

QStringList ProfileStore::order(QStringList &warnings) const
{
    const QString path = orderPath();
    if (!QFile::exists(path))
        return {};
    const Result<QByteArray> content = readConfigFile(path);
    const Result<DocumentNode> root = content ? parseDocument(*content, path) : fail(content.error());
    if (!root) {
        warnings += describe(brokenFile(root.error(), path));
        return {};
    }
    QStringList names;
    for (const DocumentNode &item : root->items)
        names += item.asText().value_or(QString());
    return names;
}

ProfileStore::Listing ProfileStore::list() const
{
    Listing listing;
    const QFileInfoList files = QDir(m_folder).entryInfoList({ u"*.json"_s }, QDir::Files | QDir::Hidden);
    for (const QFileInfo &file : files) {
        if (file.fileName() == QFileInfo(orderPath()).fileName())
            continue;
        const Result<ConnectionProfile> profile = read(file.filePath());
        if (profile) {
            listing.names += profile->name;
            continue;
        }
        listing.warnings += describe(brokenFile(profile.error(), file.filePath()));
    }
    const QStringList wanted = order(listing.warnings);
    const auto placeOf = [&](const QString &name) {
        const qsizetype place = wanted.indexOf(name);
        return place < 0 ? wanted.size() : place;
    };
    std::sort(listing.names.begin(), listing.names.end(), [&](const QString &left, const QString &right) {
        if (placeOf(left) != placeOf(right))
            return placeOf(left) < placeOf(right);
        return left.compare(right, Qt::CaseInsensitive) < 0;
    });
    return listing;
}

SyncError ProfileStore::brokenFile(SyncError error, const QString &path)
{
    const QString aside = setAside(path);
    error.text += u' ' + tr("The file was set aside as %1.").arg(aside);
    return error;
}

Result<ConnectionProfile> ProfileStore::load(const QString &name) const
{
    const QString path = pathOf(name);
    if (!QFile::exists(path)) {
        return fail(ErrorKind::Configuration,
            tr("There is no connection profile \"%1\". Profiles are in %2.").arg(name, m_folder));
    }
    Result<ConnectionProfile> profile = read(path);
    return profile ? profile : fail(brokenFile(profile.error(), path));
}

DocumentNode ProfileStore::documentOf(const ConnectionProfile &profile, const DocumentNode &before)
{
    DocumentNode root = before;
    root.insert(u"name"_s, DocumentNode::ofText(escapeVariables(profile.name)));
    DocumentNode connection = DocumentNode::map();
    if (const DocumentNode *known = root.find(u"connection"_s); known != nullptr && !known->isScalar())
        connection = *known;
    const ConnectionSettings settings = ConnectionSettings::of(profile.connection);
    visitConnectionSettings([&](const auto &setting, auto part, auto) {
        if (settings.*part)
            connection.insert(setting.key, settingNode(setting, *(settings.*part)));
        else
            connection.remove(setting.key);
    });
    root.insert(u"connection"_s, connection);
    return root;
}

Status ProfileStore::makeFolder() const
{
    if (QDir().mkpath(m_folder))
        return {};
    return fail(ErrorKind::Storage,
        tr("The folder for connection profiles cannot be made. Check its parents."), m_folder);
}

Status ProfileStore::save(const ConnectionProfile &profile) const
{
    if (const QString mistake = mistakeInName(profile.name); !mistake.isEmpty())
        return fail(ErrorKind::Configuration, mistake);
    return write(profile, profile.name);
}

/// With the keys that this version does not know of the profile called `before`.
Status ProfileStore::write(const ConnectionProfile &profile, const QString &before) const
{
    const QString path = pathOf(before);
    DocumentNode known = DocumentNode::map();
    if (QFile::exists(path)) {
        const Result<QByteArray> content = readConfigFile(path);
        const Result<DocumentNode> read = content ? parseDocument(*content, path) : fail(content.error());
        if (read && read->kind == DocumentNode::Kind::Map)
            known = *read;
    }
    if (Status made = makeFolder(); !made)
        return made;
    return writeDocument(documentOf(profile, known), pathOf(profile.name));
}

Status ProfileStore::checkFree(const QString &name, const QStringList &taken) const
{
    if (!taken.contains(name, Qt::CaseInsensitive))
        return {};
    return fail(ErrorKind::Configuration,
        tr("There is a profile \"%1\" already. Give one of the two another name.").arg(name));
}

Status ProfileStore::rename(const QString &name, const QString &newName) const
{
    Result<ConnectionProfile> profile = load(name);
    if (!profile)
        return fail(profile.error());
    QStringList names = list().names;
    const qsizetype place = names.indexOf(name);
    QStringList others = names;
    others.removeAll(name);
    if (Status free = checkFree(newName, others); !free)
        return free;
    profile->name = newName;
    if (const QString mistake = mistakeInName(newName); !mistake.isEmpty())
        return fail(ErrorKind::Configuration, mistake);
    if (Status written = write(*profile, name); !written)
        return written;
    if (Status removed = newName == name ? Status() : remove(name); !removed)
        return removed;
    if (place >= 0)
        names[place] = newName;
    return setOrder(names);
}

Status ProfileStore::setOrder(const QStringList &names) const
{
    if (Status made = makeFolder(); !made)
        return made;
    DocumentNode root = DocumentNode::list();
    for (const QString &name : names)
        root.items += DocumentNode::ofText(name);
    return writeDocument(root, orderPath());
}

Status ProfileStore::exportTo(const QString &path, const QString &name) const
{
    const Result<ConnectionProfile> profile = load(name);
    if (!profile)
        return fail(profile.error());
    return writeDocument(documentOf(*profile, DocumentNode::map()), path);
}

Result<QString> ProfileStore::importFrom(const QString &path, const QStringList &reserved) const
{
    const Result<ConnectionProfile> profile = read(path);
    if (!profile)
        return fail(profile.error());
    if (Status free = checkFree(profile->name, list().names + reserved); !free)
        return fail(free.error());
    if (Status saved = save(*profile); !saved)
        return fail(saved.error());
    return profile->name;
}

Status ProfileStore::remove(const QString &name) const
{
    QFile file(pathOf(name));
    if (file.exists() && !file.remove()) {
        return fail(ErrorKind::Storage, tr("The profile cannot be removed (%1).").arg(file.errorString()),
            file.fileName());
    }
    return {};
}

} // namespace tidemark
