#pragma once

#include <QList>
#include <QString>

#include <memory>
#include <vector>

class QLocale;
class QTranslator;

namespace tidemark {

/// The words of the windows, those of Qt's own dialogs and the form of numbers, while this lives: in the
/// language of a code ("de"), or in the person's when it is empty; in English where there are none. It alone
/// installs translators. GUI thread; others may be looking texts up meanwhile.
class WindowLanguage {
public:
    explicit WindowLanguage(const QString &code);
    ~WindowLanguage();
    Q_DISABLE_COPY_MOVE(WindowLanguage)

    /// A language and its name in itself.
    struct Choice {
        QString code;
        QString name;
    };
    static QList<Choice> choices();

    /// Windows that are open hear of it by QEvent::LanguageChange.
    void set(const QString &code);

private:
    using Translators = std::vector<std::unique_ptr<QTranslator>>;

    static void install(
        Translators &translators, const QLocale &locale, const QString &name, const QString &folder);

    Translators m_plurals; // of English, which is the language of the sources
    Translators m_translators;
};

} // namespace tidemark
