#include "settingreader.h"

#include "nearestword.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype maximumErrors = 20;
constexpr qsizetype maximumQuote = 60;

QString simplified(const QString &word)
{
    static const QRegularExpression filler(u"[-_ ]"_s);
    return word.toLower().remove(filler);
}

} // namespace

DocumentPlace DocumentPlace::child(const QString &key) const
{
    return { node->find(key), SettingReader::childPath(path, key) };
}

DocumentPlace DocumentPlace::item(qsizetype index) const
{
    if (node->kind == DocumentNode::Kind::Map)
        return { &node->items[index], SettingReader::childPath(path, node->keys[index]) };
    return { &node->items[index], path + u'[' + QString::number(index) + u']' };
}

SettingReader::SettingReader(const QString &filePath, const Variables &variables)
    : m_filePath(filePath), m_variables(variables)
{
}

QString SettingReader::childPath(const QString &path, const QString &key)
{
    static const QRegularExpression plain(uR"(^[\w-]+$)"_s, QRegularExpression::UseUnicodePropertiesOption);
    if (!plain.match(key).hasMatch())
        return path + u"[\""_s + key + u"\"]"_s;
    return path.isEmpty() ? key : path + u'.' + key;
}

QString SettingReader::lineText(const DocumentPlace &place, const QString &text)
{
    if (place.path.isEmpty())
        return text;
    const int line = place.node == nullptr ? 0 : place.node->line;
    return line == 0 ? tr("%1: %2").arg(place.path, text)
                     : tr("%1 (line %2): %3").arg(place.path, QString::number(line), text);
}

void SettingReader::error(const DocumentPlace &place, const QString &text)
{
    m_errors += lineText(place, text);
}

void SettingReader::warn(const DocumentPlace &place, const QString &text)
{
    m_warnings += lineText(place, text);
}

void SettingReader::expected(const DocumentPlace &place, const QString &what)
{
    const DocumentNode &node = *place.node;
    QString found;
    switch (node.kind) {
    case DocumentNode::Kind::Null:
        found = tr("nothing");
        break;
    case DocumentNode::Kind::List:
        found = node.items.isEmpty() ? tr("an empty list") : tr("a list");
        break;
    case DocumentNode::Kind::Map:
        found = node.items.isEmpty() ? tr("an empty map") : tr("a map");
        break;
    case DocumentNode::Kind::Text:
        found = tr("a text");
        break;
    case DocumentNode::Kind::Number:
        found = tr("a number");
        break;
    case DocumentNode::Kind::Bool:
        found = node.text;
        break;
    }
    error(place, tr("expected %1, not %2.").arg(what, found));
}

void SettingReader::expectedValue(const DocumentPlace &place, const QString &what)
{
    const DocumentNode &node = *place.node;
    if (!node.isScalar() || node.kind == DocumentNode::Kind::Null) {
        expected(place, what);
        return;
    }
    const QString quote = node.kind == DocumentNode::Kind::Text ? u"\""_s : QString();
    const QString dots = node.text.size() > maximumQuote ? u"..."_s : QString();
    error(place, tr("expected %1, not %2.").arg(what, quote + node.text.left(maximumQuote) + dots + quote));
}

std::optional<DocumentNode> SettingReader::expanded(const DocumentPlace &place)
{
    DocumentNode node = *place.node;
    if (node.kind != DocumentNode::Kind::Text || !node.text.contains(u"${"_s))
        return node;
    const auto text = expandVariables(node.text, m_variables);
    if (text) {
        node.text = *text;
        node.untyped = true;
        return node;
    }
    switch (text.error().kind) {
    case ExpansionError::Kind::Unset:
        error(place,
            tr("the variable %1 is not set, neither in the environment nor in an .env file.")
                .arg(text.error().name));
        break;
    case ExpansionError::Kind::BadName:
        error(place, tr("after ${ the name of a variable and } are expected; $${ stands for the text ${."));
        break;
    case ExpansionError::Kind::NotClosed:
        error(place, tr("${ is not closed by }; $${ stands for the text ${."));
        break;
    }
    return std::nullopt;
}

std::optional<QString> SettingReader::text(const DocumentPlace &place)
{
    const std::optional<DocumentNode> node = expanded(place);
    if (!node)
        return std::nullopt;
    std::optional<QString> text = node->asText();
    if (!text) {
        // What stands there is not shown: it may be a password of digits.
        error(place, node->isScalar() ? tr("expected a text in quotes.") : tr("expected a text."));
    } else if (text->contains(QChar(0))) {
        error(place, tr("the text holds a NUL character."));
        return std::nullopt;
    }
    return text;
}

std::optional<QString> SettingReader::filePath(const DocumentPlace &place)
{
    std::optional<QString> path = text(place);
    if (!path)
        return std::nullopt;
    if (path->trimmed().isEmpty()) {
        error(place, tr("expected a path, not an empty text."));
        return std::nullopt;
    }
    if (path->startsWith(u"~/"_s))
        path = QDir::homePath() + path->mid(1);
    return QDir::cleanPath(QFileInfo(m_filePath).absoluteDir().absoluteFilePath(*path));
}

std::optional<qint64> SettingReader::integer(const DocumentPlace &place, qint64 low, qint64 high)
{
    const std::optional<DocumentNode> node = expanded(place);
    if (!node)
        return std::nullopt;
    const std::optional<qint64> number = node->asInteger();
    if (number && *number >= low && *number <= high)
        return number;
    expectedValue(place, tr("a whole number from %1 to %2").arg(low).arg(high));
    return std::nullopt;
}

std::optional<bool> SettingReader::truth(const DocumentPlace &place)
{
    const std::optional<DocumentNode> node = expanded(place);
    if (!node)
        return std::nullopt;
    const std::optional<bool> value = node->asBool();
    if (!value)
        expectedValue(place, tr("true or false"));
    return value;
}

std::optional<QChar> SettingReader::character(const DocumentPlace &place)
{
    const std::optional<DocumentNode> node = expanded(place);
    if (!node)
        return std::nullopt;
    const QString text = node->asText().value_or(QString());
    if (text == u"tab" || text == u"\\t")
        return u'\t';
    if (text.size() == 1 && text[0] != QChar(0) && !text[0].isSurrogate())
        return text[0];
    expectedValue(place, tr("one character"));
    return std::nullopt;
}

std::optional<qsizetype> SettingReader::word(const DocumentPlace &place, const QStringList &words)
{
    const std::optional<DocumentNode> node = expanded(place);
    if (!node)
        return std::nullopt;
    QString wanted = node->asText().value_or(QString());
    if (node->kind == DocumentNode::Kind::Bool)
        wanted = *node->asBool() ? u"yes"_s : u"no"_s;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (simplified(words[i]) == simplified(wanted))
            return i;
    }
    const QString nearest = nearestWord(wanted, words);
    expectedValue(place, tr("one of %1").arg(words.join(u", "_s)));
    if (!nearest.isEmpty())
        m_errors.last() += u' ' + tr("Did you mean %1?").arg(nearest);
    return std::nullopt;
}

bool SettingReader::isFilledList(const DocumentPlace &place, const QString &what)
{
    if (place.node->kind == DocumentNode::Kind::List && !place.node->items.isEmpty())
        return true;
    expected(place, what);
    return false;
}

bool SettingReader::isFilledMap(const DocumentPlace &place, const QString &what)
{
    if (place.node->kind == DocumentNode::Kind::Map && !place.node->items.isEmpty())
        return true;
    expected(place, what);
    return false;
}

SyncError SettingReader::failure() const
{
    QStringList lines = m_errors.mid(0, maximumErrors);
    if (m_errors.size() > maximumErrors)
        lines += tr("and %n further mistakes.", nullptr, int(m_errors.size() - maximumErrors));
    lines += m_warnings.mid(0, maximumErrors);
    return SyncError{ ErrorKind::Configuration, lines.join(u'\n'), {}, 0, false, m_filePath, 0 };
}

} // namespace tidemark
