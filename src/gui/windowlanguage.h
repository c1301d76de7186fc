#pragma once

#include <QList>
#include <QString>

#include <memory>
#include <vector>

class QLocale;
class QTranslator;

namespace tidemark {

/// The words of the window and those of Qt's own dialogs, while this lives: in the language of a code ("de"),
/// or in the person's when it is empty; in English where there are none. Made before the first window, since
/// texts are looked up when a window is made.
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

private:
    void install(const QLocale &locale, const QString &name, const QString &folder);

    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace tidemark
