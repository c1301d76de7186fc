#include "documentwriter.h"

#include "livethread.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSaveFile>

#include <yaml-cpp/yaml.h>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct DocumentWriter {
    Q_DECLARE_TR_FUNCTIONS(tidemark::DocumentWriter)
};

QString quoted(const QString &text)
{
    QString written = u"\""_s;
    for (const QChar character : text) {
        switch (character.unicode()) {
        case u'"':
            written += u"\\\""_s;
            break;
        case u'\\':
            written += u"\\\\"_s;
            break;
        case u'\n':
            written += u"\\n"_s;
            break;
        case u'\r':
            written += u"\\r"_s;
            break;
        case u'\t':
            written += u"\\t"_s;
            break;
        default:
            if (character < u' ')
                written += u"\\u"_s + QString::number(character.unicode(), 16).rightJustified(4, u'0');
            else
                written += character;
        }
    }
    return written + u'"';
}

/// YAML also knows +1, .5 and 007.
bool isJsonNumber(const QString &text)
{
    static const QRegularExpression form(uR"(^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$)"_s);
    return form.match(text).hasMatch();
}

QString indent(int depth)
{
    return QString(qsizetype(2) * depth, u' ');
}

QString jsonText(const DocumentNode &node, int depth)
{
    switch (node.kind) {
    case DocumentNode::Kind::Null:
        return u"null"_s;
    case DocumentNode::Kind::Bool:
        return node.text.toLower();
    case DocumentNode::Kind::Number:
        return isJsonNumber(node.text) ? node.text : quoted(node.text);
    case DocumentNode::Kind::Text:
        return quoted(node.text);
    case DocumentNode::Kind::List:
    case DocumentNode::Kind::Map:
        break;
    }
    const bool isMap = node.kind == DocumentNode::Kind::Map;
    QStringList lines;
    for (qsizetype i = 0; i < node.items.size(); ++i) {
        const QString key = isMap ? quoted(node.keys[i]) + u": "_s : QString();
        lines += indent(depth + 1) + key + jsonText(node.items[i], depth + 1);
    }
    const QString body = lines.isEmpty() ? QString() : u'\n' + lines.join(u",\n"_s) + u'\n' + indent(depth);
    return isMap ? u'{' + body + u'}' : u'[' + body + u']';
}

void emitYaml(YAML::Emitter &emitter, const DocumentNode &node)
{
    const std::string text = node.text.toStdString();
    switch (node.kind) {
    case DocumentNode::Kind::Null:
        emitter << YAML::Null;
        break;
    case DocumentNode::Kind::Bool:
    case DocumentNode::Kind::Number:
        emitter << text;
        break;
    case DocumentNode::Kind::Text:
        if (node.untyped)
            emitter << text;
        else
            emitter << YAML::DoubleQuoted << text;
        break;
    case DocumentNode::Kind::List:
        emitter << (node.items.isEmpty() ? YAML::Flow : YAML::Block) << YAML::BeginSeq;
        for (const DocumentNode &item : node.items)
            emitYaml(emitter, item);
        emitter << YAML::EndSeq;
        break;
    case DocumentNode::Kind::Map:
        emitter << (node.items.isEmpty() ? YAML::Flow : YAML::Block) << YAML::BeginMap;
        for (qsizetype i = 0; i < node.items.size(); ++i) {
            emitter << YAML::Key << node.keys[i].toStdString() << YAML::Value;
            emitYaml(emitter, node.items[i]);
        }
        emitter << YAML::EndMap;
        break;
    }
}

} // namespace

QByteArray documentText(const DocumentNode &root, DocumentFormat format)
{
    if (format == DocumentFormat::Json)
        return jsonText(root, 0).toUtf8() + '\n';
    YAML::Emitter emitter;
    emitter.SetIndent(2);
    emitYaml(emitter, root);
    return QByteArray(emitter.c_str(), qsizetype(emitter.size())) + '\n';
}

Status writeDocument(const DocumentNode &root, const QString &path)
{
    LiveThread::mayWait("a settings file");
    const std::optional<DocumentFormat> format = documentFormatOf(path);
    if (!format) {
        return fail(ErrorKind::Configuration,
            DocumentWriter::tr("The extension must say what the file is: .json, .yaml or .yml."), path);
    }
    const QByteArray text = documentText(root, *format);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return fail(ErrorKind::Storage,
            DocumentWriter::tr(
                "The file cannot be written (%1). Check its folder, permissions and free space.")
                .arg(file.errorString()),
            path);
    }
    return {};
}

} // namespace tidemark
