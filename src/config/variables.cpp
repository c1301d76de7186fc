#include "variables.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QRegularExpression>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

const QRegularExpression &variableName()
{
    static const QRegularExpression form(uR"(^[A-Za-z_][A-Za-z0-9_.]*$)"_s);
    return form;
}

/// One pass over an .env file.
class EnvReader {
    Q_DECLARE_TR_FUNCTIONS(tidemark::EnvReader)

public:
    EnvReader(const QString &text, const QString &path) : m_text(text), m_path(path) { }

    EnvFile read();

private:
    void readLine();
    bool readName(QString &name);
    bool readQuoted(QChar quote, QString &value);
    QString readPlain();
    void warn(int line, const QString &text);

    void skipBlanks();
    QString restOfLine();
    bool atEnd() const { return m_at >= m_text.size(); }
    bool atLineEnd() const { return atEnd() || m_text[m_at] == u'\n'; }

    const QString m_text;
    const QString &m_path;
    EnvFile m_file;
    qsizetype m_at = 0;
    int m_line = 1;
};

EnvFile EnvReader::read()
{
    while (!atEnd()) {
        readLine();
        restOfLine();
        ++m_at;
        ++m_line;
    }
    return m_file;
}

void EnvReader::warn(int line, const QString &text)
{
    m_file.warnings += tr("%1, line %2: %3").arg(m_path).arg(line).arg(text);
}

void EnvReader::skipBlanks()
{
    while (!atLineEnd() && m_text[m_at].isSpace())
        ++m_at;
}

QString EnvReader::restOfLine()
{
    const qsizetype start = m_at;
    while (!atLineEnd())
        ++m_at;
    return m_text.mid(start, m_at - start);
}

bool EnvReader::readName(QString &name)
{
    const qsizetype start = m_at;
    while (!atLineEnd() && m_text[m_at] != u'=')
        ++m_at;
    name = m_text.mid(start, m_at - start).trimmed();
    static const QRegularExpression exported(uR"(^export\s+)"_s);
    name.remove(exported);
    if (atLineEnd() || !variableName().match(name).hasMatch())
        return false;
    ++m_at;
    return true;
}

bool EnvReader::readQuoted(QChar quote, QString &value)
{
    for (++m_at; !atEnd(); ++m_at) {
        const QChar character = m_text[m_at];
        if (character == quote) {
            ++m_at;
            return true;
        }
        if (character == u'\n')
            ++m_line;
        if (character != u'\\' || quote == u'\'' || m_at + 1 >= m_text.size()) {
            value += character;
            continue;
        }
        const QChar escaped = m_text[++m_at];
        if (escaped == u'n')
            value += u'\n';
        else if (escaped == u'r')
            value += u'\r';
        else if (escaped == u't')
            value += u'\t';
        else if (escaped == u'"' || escaped == u'\\' || escaped == u'$')
            value += escaped;
        else
            value += u'\\' + QString(escaped);
    }
    return false;
}

QString EnvReader::readPlain()
{
    QString value = restOfLine();
    static const QRegularExpression comment(uR"((^|\s)#.*$)"_s);
    return value.remove(comment).trimmed();
}

void EnvReader::readLine()
{
    const int line = m_line;
    skipBlanks();
    if (atLineEnd() || m_text[m_at] == u'#')
        return;
    QString name;
    if (!readName(name)) {
        warn(line, tr("this is not NAME=value; the line is ignored."));
        return;
    }
    skipBlanks();
    QString value;
    const QChar quote = atLineEnd() ? QChar() : m_text[m_at];
    if (quote != u'"' && quote != u'\'') {
        m_file.values.insert(name, readPlain());
        return;
    }
    const qsizetype start = m_at;
    if (!readQuoted(quote, value)) {
        m_at = start;
        m_line = line;
        warn(line, tr("the quote of %1 is not closed; the line is ignored.").arg(name));
        return;
    }
    const QString rest = restOfLine().trimmed();
    if (!rest.isEmpty() && !rest.startsWith(u'#'))
        warn(line, tr("text after the closing quote of %1 is ignored.").arg(name));
    m_file.values.insert(name, value);
}

} // namespace

Variables systemVariables()
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    Variables variables;
    for (const QString &name : environment.keys())
        variables.insert(name, environment.value(name));
    return variables;
}

EnvFile parseEnvFile(const QByteArray &content, const QString &path)
{
    QString text = QString::fromUtf8(content);
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    text.replace(u"\r\n"_s, u"\n"_s);
    return EnvReader(text, path).read();
}

EnvFile readEnvFile(const QString &folder)
{
    const QString path = QDir(folder).filePath(u".env"_s);
    if (!QFileInfo(path).isFile())
        return {};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        EnvFile unread;
        unread.warnings +=
            QCoreApplication::translate("tidemark::EnvReader", "%1 cannot be read (%2) and is ignored.")
                .arg(path, file.errorString());
        return unread;
    }
    return parseEnvFile(file.readAll(), path);
}

tl::expected<QString, ExpansionError> expandVariables(const QString &text, const Variables &variables)
{
    QString expanded;
    qsizetype at = 0;
    while (true) {
        const qsizetype start = text.indexOf(u"${"_s, at);
        if (start < 0)
            return expanded + text.mid(at);
        if (start > at && text[start - 1] == u'$') {
            expanded += QStringView(text).mid(at, start - 1 - at);
            expanded += u"${"_s;
            at = start + 2;
            continue;
        }
        expanded += QStringView(text).mid(at, start - at);
        const qsizetype end = text.indexOf(u'}', start);
        if (end < 0)
            return tl::unexpected(ExpansionError{ ExpansionError::Kind::NotClosed, {} });
        const QString name = text.mid(start + 2, end - start - 2);
        if (!variableName().match(name).hasMatch())
            return tl::unexpected(ExpansionError{ ExpansionError::Kind::BadName, name });
        const auto value = variables.constFind(name);
        if (value == variables.cend())
            return tl::unexpected(ExpansionError{ ExpansionError::Kind::Unset, name });
        expanded += *value;
        at = end + 1;
    }
}

QString escapeVariables(const QString &text)
{
    return QString(text).replace(u"${"_s, u"$${"_s);
}

} // namespace tidemark
