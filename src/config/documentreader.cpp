#include "documentreader.h"

#include "jsonreader.h"
#include "yamlreader.h"

#include "livethread.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 maximumBytes = qint64(16) * 1024 * 1024;

struct DocumentReader {
    Q_DECLARE_TR_FUNCTIONS(tidemark::DocumentReader)
};

/// UTF-8, or what a byte order mark says (Windows PowerShell redirects into UTF-16).
Result<QString> decode(const QByteArray &content, const QString &path)
{
    QStringDecoder decoder(QStringConverter::encodingForData(content).value_or(QStringConverter::Utf8),
        QStringDecoder::Flag::Stateless);
    QString text = decoder.decode(content);
    if (decoder.hasError()) {
        return fail(ErrorKind::Configuration,
            DocumentReader::tr("The file is not UTF-8 text. Save it as UTF-8."), path);
    }
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    return text;
}

} // namespace

std::optional<DocumentFormat> documentFormatOf(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == u"json")
        return DocumentFormat::Json;
    if (suffix == u"yaml" || suffix == u"yml")
        return DocumentFormat::Yaml;
    return std::nullopt;
}

Result<QByteArray> readConfigFile(const QString &path)
{
    LiveThread::mayWait("a settings file");
    const QFileInfo info(path);
    if (info.isDir()) {
        return fail(ErrorKind::Configuration,
            DocumentReader::tr("This is a folder. Name a file, JSON or YAML."), path);
    }
    QFile file(path);
    if (!info.exists() || !file.open(QIODevice::ReadOnly)) {
        return fail(ErrorKind::Configuration,
            info.exists() ? DocumentReader::tr("The file cannot be read (%1). Check its permissions.")
                                .arg(file.errorString())
                          : DocumentReader::tr("There is no such file. Check the path."),
            path);
    }
    QByteArray content = file.read(maximumBytes + 1);
    if (file.error() != QFileDevice::NoError) {
        return fail(ErrorKind::Configuration,
            DocumentReader::tr("Reading the file failed (%1).").arg(file.errorString()), path);
    }
    if (content.size() > maximumBytes) {
        return fail(ErrorKind::Configuration,
            DocumentReader::tr(
                "The file is larger than 16 MB, so it is hardly what was meant. Check the path."),
            path);
    }
    return content;
}

Result<DocumentNode> parseDocument(const QByteArray &content, const QString &path)
{
    const std::optional<DocumentFormat> format = documentFormatOf(path);
    if (!format) {
        return fail(ErrorKind::Configuration,
            DocumentReader::tr("The extension must say what the file is: .json, .yaml or .yml."), path);
    }
    const Result<QString> text = decode(content, path);
    if (!text)
        return fail(text.error());
    if (text->trimmed().isEmpty())
        return fail(ErrorKind::Configuration, DocumentReader::tr("The file is empty."), path);
    return *format == DocumentFormat::Json ? parseJson(*text, path) : parseYaml(*text, path);
}

} // namespace tidemark
