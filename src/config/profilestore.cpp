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

} // namespace

ProfileStore::ProfileStore(const QString &folder) : m_folder(folder) { }

QString ProfileStore::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/tidemark/profiles"_s;
}

QString ProfileStore::pathOf(const QString &name) const
{
    const QString file = QString::fromLatin1(QUrl::toPercentEncoding(name, " "_ba, "."_ba)) + u".json"_s;
    return QDir(m_folder).filePath(file);
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

ProfileStore::Listing ProfileStore::list() const
{
    Listing listing;
    const QFileInfoList files = QDir(m_folder).entryInfoList({ u"*.json"_s }, QDir::Files | QDir::Hidden);
    for (const QFileInfo &file : files) {
        const Result<ConnectionProfile> profile = read(file.filePath());
        if (profile) {
            listing.names += profile->name;
            continue;
        }
        listing.warnings += describe(brokenFile(profile.error(), file.filePath()));
    }
    std::sort(listing.names.begin(), listing.names.end(), [](const QString &left, const QString &right) {
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

Status ProfileStore::save(const ConnectionProfile &profile) const
{
    const QString path = pathOf(profile.name);
    if (profile.name.trimmed().isEmpty() || QFileInfo(path).fileName().size() > maximumFileName)
        return fail(ErrorKind::Configuration, tr("A profile needs a name, and not one of such length."));
    DocumentNode root = DocumentNode::map();
    if (QFile::exists(path)) {
        const Result<QByteArray> content = readConfigFile(path);
        const Result<DocumentNode> before = content ? parseDocument(*content, path) : fail(content.error());
        if (before && before->kind == DocumentNode::Kind::Map)
            root = *before;
    }
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
    if (!QDir().mkpath(m_folder)) {
        return fail(ErrorKind::Storage,
            tr("The folder for connection profiles cannot be made. Check its parents."), m_folder);
    }
    return writeDocument(root, path);
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
