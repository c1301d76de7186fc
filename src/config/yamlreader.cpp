#include "yamlreader.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <yaml-cpp/yaml.h>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

// Aliases can nest themselves or multiply; nobody writes a job of this size or depth.
constexpr int maximumDepth = 100;
constexpr int maximumNodes = 300'000;

/// Copies yaml-cpp's nodes. The first mistake stops it.
class YamlReader {
    Q_DECLARE_TR_FUNCTIONS(tidemark::YamlReader)

public:
    explicit YamlReader(const QString &path) : m_path(path) { }

    Result<DocumentNode> read(const QString &text);

private:
    DocumentNode convert(const YAML::Node &source, int depth);
    void convertMap(const YAML::Node &source, DocumentNode &node, int depth);
    void convertList(const YAML::Node &source, DocumentNode &node, int depth);
    /// `<<: *base` gives the keys that the map does not have itself.
    void merge(const YAML::Node &base, DocumentNode &node, int depth);
    void wrong(const YAML::Mark &mark, const QString &text);
    tl::unexpected<SyncError> failure(const YAML::Mark &mark, const QString &text) const;

    const QString &m_path;
    int m_count = 0;
    std::optional<SyncError> m_error;
};

QString fromUtf8(const std::string &text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// What YAML's core schema makes of a scalar without quotes.
DocumentNode::Kind plainKind(const QString &text)
{
    static const QRegularExpression null(uR"(^(~|null|Null|NULL)?$)"_s);
    static const QRegularExpression truth(uR"(^(true|True|TRUE|false|False|FALSE)$)"_s);
    static const QRegularExpression number(uR"(^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$)"_s);
    if (null.match(text).hasMatch())
        return DocumentNode::Kind::Null;
    if (truth.match(text).hasMatch())
        return DocumentNode::Kind::Bool;
    return number.match(text).hasMatch() ? DocumentNode::Kind::Number : DocumentNode::Kind::Text;
}

tl::unexpected<SyncError> YamlReader::failure(const YAML::Mark &mark, const QString &text) const
{
    return fail(ErrorKind::Configuration,
        mark.is_null() ? text + u'.'
                       : tr("Line %1, column %2: %3.").arg(mark.line + 1).arg(mark.column + 1).arg(text),
        m_path);
}

void YamlReader::wrong(const YAML::Mark &mark, const QString &text)
{
    if (!m_error)
        m_error = failure(mark, text).value();
}

Result<DocumentNode> YamlReader::read(const QString &text)
{
    try {
        const std::vector<YAML::Node> documents = YAML::LoadAll(text.toStdString());
        if (documents.size() != 1) {
            return fail(ErrorKind::Configuration,
                documents.empty() ? tr("The file is empty.")
                                  : tr("The file holds several documents, divided by ---. One is expected."),
                m_path);
        }
        DocumentNode root = convert(documents.front(), 0);
        if (m_error)
            return fail(*m_error);
        return root;
    } catch (const YAML::Exception &exception) {
        return failure(exception.mark, tr("this is not YAML (%1)").arg(fromUtf8(exception.msg)));
    } catch (const std::exception &) {
        return failure(YAML::Mark::null_mark(), tr("The file is not YAML that can be read"));
    }
}

DocumentNode YamlReader::convert(const YAML::Node &source, int depth)
{
    DocumentNode node;
    node.line = source.Mark().line + 1;
    if (m_error)
        return node;
    if (depth > maximumDepth || ++m_count > maximumNodes) {
        wrong(source.Mark(), tr("lists, maps or aliases are nested too deeply"));
        return node;
    }
    if (source.IsMap()) {
        node.kind = DocumentNode::Kind::Map;
        convertMap(source, node, depth);
    } else if (source.IsSequence()) {
        node.kind = DocumentNode::Kind::List;
        convertList(source, node, depth);
    } else if (source.IsScalar()) {
        node.text = fromUtf8(source.Scalar());
        node.untyped = source.Tag() == "?" || source.Tag().empty();
        node.kind = node.untyped ? plainKind(node.text) : DocumentNode::Kind::Text;
    }
    return node;
}

void YamlReader::convertList(const YAML::Node &source, DocumentNode &node, int depth)
{
    for (const YAML::Node &item : source)
        node.items.append(convert(item, depth + 1));
}

void YamlReader::convertMap(const YAML::Node &source, DocumentNode &node, int depth)
{
    QHash<QString, int> lines;
    std::vector<YAML::Node> bases;
    for (const auto &entry : source) {
        const YAML::Mark mark = entry.first.Mark();
        if (!entry.first.IsScalar()) {
            wrong(mark, tr("a key must be a text"));
            return;
        }
        const QString key = fromUtf8(entry.first.Scalar());
        if (key == u"<<" && entry.first.Tag() == "?") {
            bases.push_back(entry.second);
            continue;
        }
        if (const int first = lines.value(key); first > 0) {
            wrong(mark, tr("the key \"%1\" stands twice in one map, first on line %2").arg(key).arg(first));
            return;
        }
        lines.insert(key, mark.line + 1);
        node.keys.append(key);
        node.items.append(convert(entry.second, depth + 1));
    }
    for (const YAML::Node &base : bases)
        merge(base, node, depth);
}

void YamlReader::merge(const YAML::Node &base, DocumentNode &node, int depth)
{
    if (base.IsSequence()) {
        for (const YAML::Node &item : base)
            merge(item, node, depth + 1);
        return;
    }
    if (!base.IsMap() || depth > maximumDepth) {
        wrong(base.Mark(), tr("<< needs the alias of a map"));
        return;
    }
    const DocumentNode values = convert(base, depth + 1);
    for (qsizetype i = 0; i < values.keys.size(); ++i) {
        if (!node.keys.contains(values.keys[i]))
            node.insert(values.keys[i], values.items[i]);
    }
}

} // namespace

Result<DocumentNode> parseYaml(const QString &text, const QString &path)
{
    return YamlReader(path).read(text);
}

} // namespace tidemark
