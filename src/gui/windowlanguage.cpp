#include "windowlanguage.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>
#include <QWidget>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

WindowLanguage::WindowLanguage(const QString &code)
{
    install(m_plurals, QLocale(QLocale::English), u"tidemark"_s, u":/i18n"_s);
    set(code);
}

WindowLanguage::~WindowLanguage()
{
    QLocale::setDefault(QLocale::system());
}

/// Numbers and dates go with the words: a person who reads German reads 1.204.
void WindowLanguage::set(const QString &code)
{
    const QLocale system = QLocale::system();
    const bool isOwn = code.isEmpty() || QLocale(code).language() == system.language();
    const QLocale locale = isOwn ? system : QLocale(code);
    QLocale::setDefault(locale);
    for (QWidget *window : QApplication::topLevelWidgets())
        window->unsetLocale(); // widgets keep the default that was there when they were made
    m_translators.clear();
    install(m_translators, locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(m_translators, locale, u"tidemark"_s, u":/i18n"_s);
}

void WindowLanguage::install(
    Translators &translators, const QLocale &locale, const QString &name, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(locale, name, u"_"_s, folder))
        return;
    QCoreApplication::installTranslator(translator.get());
    translators.push_back(std::move(translator));
}

QList<WindowLanguage::Choice> WindowLanguage::choices()
{
    return { { u"en"_s, u"English"_s }, { u"de"_s, u"Deutsch"_s } };
}

} // namespace tidemark
