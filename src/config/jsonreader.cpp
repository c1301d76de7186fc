#include "jsonreader.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int maximumDepth = 100;

/// One pass over the text. The first mistake stops it; every reading function says false from then on.
class JsonReader {
    Q_DECLARE_TR_FUNCTIONS(tidemark::JsonReader)

public:
    JsonReader(const QString &text, const QString &path) : m_text(text), m_path(path) { }

    Result<DocumentNode> read();

private:
    bool readValue(DocumentNode &node, int depth);
    bool readMap(DocumentNode &node, int depth);
    bool readList(DocumentNode &node, int depth);
    bool readText(QString &text);
    bool readEscape(QString &text);
    bool readNumber(DocumentNode &node);
    bool readWord(DocumentNode &node);
    /// True when another item follows, false at the closing bracket or after a mistake.
    bool readSeparator(QChar closing);

    void skipBlanks();
    bool take(QChar character);
    QChar next() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }
    bool atEnd() const { return m_at >= m_text.size(); }
    bool wrong(const QString &text);

    const QString &m_text;
    const QString &m_path;
    qsizetype m_at = 0;
    qsizetype m_lineStart = 0;
    int m_line = 1;
    std::optional<SyncError> m_error;
};

Result<DocumentNode> JsonReader::read()
{
    DocumentNode root;
    skipBlanks();
    if (readValue(root, 0)) {
        skipBlanks();
        if (!atEnd())
            wrong(tr("the document ends here, but more text follows"));
    }
    if (m_error)
        return fail(*m_error);
    return root;
}

bool JsonReader::wrong(const QString &text)
{
    if (!m_error) {
        m_error = SyncError{ ErrorKind::Configuration,
            tr("Line %1, column %2: %3.").arg(m_line).arg(m_at - m_lineStart + 1).arg(text), {}, 0, false,
            m_path, 0 };
    }
    return false;
}

void JsonReader::skipBlanks()
{
    for (; !atEnd(); ++m_at) {
        const QChar character = m_text[m_at];
        if (character == u'\n') {
            ++m_line;
            m_lineStart = m_at + 1;
        } else if (character != u' ' && character != u'\t' && character != u'\r') {
            return;
        }
    }
}

bool JsonReader::take(QChar character)
{
    if (atEnd() || m_text[m_at] != character)
        return false;
    ++m_at;
    return true;
}

bool JsonReader::readValue(DocumentNode &node, int depth)
{
    node.line = m_line;
    if (depth > maximumDepth)
        return wrong(tr("the lists and maps are nested too deeply"));
    if (atEnd())
        return wrong(tr("the file ends where a value is expected"));
    const QChar first = next();
    if (first == u'{')
        return readMap(node, depth);
    if (first == u'[')
        return readList(node, depth);
    if (first == u'"') {
        node.kind = DocumentNode::Kind::Text;
        return readText(node.text);
    }
    if (first == u'-' || (first >= u'0' && first <= u'9'))
        return readNumber(node);
    return readWord(node);
}

bool JsonReader::readMap(DocumentNode &node, int depth)
{
    node.kind = DocumentNode::Kind::Map;
    QHash<QString, int> lines;
    take(u'{');
    skipBlanks();
    if (take(u'}'))
        return true;
    do {
        skipBlanks();
        if (next() == u'}')
            return wrong(tr("the comma before } is one too many"));
        if (next() != u'"')
            return wrong(tr("a key in double quotes is expected"));
        const int line = m_line;
        QString key;
        if (!readText(key))
            return false;
        if (const int first = lines.value(key); first > 0)
            return wrong(tr("the key \"%1\" stands twice in one map, first on line %2").arg(key).arg(first));
        lines.insert(key, line);
        skipBlanks();
        if (!take(u':'))
            return wrong(tr("a colon is expected after a key"));
        skipBlanks();
        DocumentNode value;
        if (!readValue(value, depth + 1))
            return false;
        node.keys.append(key);
        node.items.append(std::move(value));
    } while (readSeparator(u'}'));
    return !m_error;
}

bool JsonReader::readList(DocumentNode &node, int depth)
{
    node.kind = DocumentNode::Kind::List;
    take(u'[');
    skipBlanks();
    if (take(u']'))
        return true;
    do {
        skipBlanks();
        if (next() == u']')
            return wrong(tr("the comma before ] is one too many"));
        DocumentNode value;
        if (!readValue(value, depth + 1))
            return false;
        node.items.append(std::move(value));
    } while (readSeparator(u']'));
    return !m_error;
}

bool JsonReader::readSeparator(QChar closing)
{
    skipBlanks();
    if (take(u','))
        return true;
    if (take(closing))
        return false;
    return wrong(atEnd() ? tr("the file ends where a comma or %1 is expected").arg(closing)
                         : tr("a comma or %1 is expected").arg(closing));
}

bool JsonReader::readText(QString &text)
{
    take(u'"');
    while (!atEnd()) {
        const QChar character = m_text[m_at];
        if (character == u'"') {
            ++m_at;
            return true;
        }
        if (character < u' ')
            return wrong(tr("the text is not closed on its line"));
        ++m_at;
        if (character != u'\\')
            text += character;
        else if (!readEscape(text))
            return false;
    }
    return wrong(tr("the file ends inside a text"));
}

bool JsonReader::readEscape(QString &text)
{
    const QChar letter = next();
    ++m_at;
    switch (letter.unicode()) {
    case u'"':
    case u'\\':
    case u'/':
        text += letter;
        return true;
    case u'b':
        text += u'\b';
        return true;
    case u'f':
        text += u'\f';
        return true;
    case u'n':
        text += u'\n';
        return true;
    case u'r':
        text += u'\r';
        return true;
    case u't':
        text += u'\t';
        return true;
    case u'u': {
        bool ok = false;
        const QString digits = m_text.mid(m_at, 4);
        const ushort code = digits.toUShort(&ok, 16);
        static const QRegularExpression hex(uR"(^[0-9A-Fa-f]{4}$)"_s);
        if (!ok || !hex.match(digits).hasMatch())
            return wrong(tr("\\u needs four hexadecimal digits"));
        m_at += 4;
        text += QChar(code);
        return true;
    }
    default:
        --m_at;
        return wrong(tr("this is not an escape; a backslash in a text is written \\\\"));
    }
}

bool JsonReader::readNumber(DocumentNode &node)
{
    static const QRegularExpression form(uR"(-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?)"_s);
    const auto match = form.match(
        m_text, m_at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
    const qsizetype end = match.hasMatch() ? match.capturedEnd() : m_at;
    const QChar after = end < m_text.size() ? m_text[end] : QChar(u' ');
    if (!match.hasMatch() || after.isLetterOrNumber() || after == u'.')
        return wrong(tr("this is not a number; a text needs double quotes"));
    node.kind = DocumentNode::Kind::Number;
    node.text = match.captured();
    m_at = end;
    return true;
}

bool JsonReader::readWord(DocumentNode &node)
{
    qsizetype end = m_at;
    while (end < m_text.size() && m_text[end].isLetterOrNumber())
        ++end;
    const QStringView word = QStringView(m_text).mid(m_at, end - m_at);
    if (word == u"true" || word == u"false")
        node.kind = DocumentNode::Kind::Bool;
    else if (word != u"null")
        return wrong(tr("a value is expected; a text needs double quotes"));
    node.text = word.toString();
    m_at = end;
    return true;
}

} // namespace

Result<DocumentNode> parseJson(const QString &text, const QString &path)
{
    return JsonReader(text, path).read();
}

} // namespace tidemark
