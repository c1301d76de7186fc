#include "windowlanguage.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

/// Numbers and dates go with the words: a person who reads German reads 1.204.
WindowLanguage::WindowLanguage(const QString &code)
{
    const QLocale system = QLocale::system();
    const bool isOwn = code.isEmpty() || QLocale(code).language() == system.language();
    const QLocale locale = isOwn ? system : QLocale(code);
    QLocale::setDefault(locale);
    install(QLocale(QLocale::English), u"tidemark"_s, u":/i18n"_s); // plurals
    install(locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(locale, u"tidemark"_s, u":/i18n"_s);
}

WindowLanguage::~WindowLanguage()
{
    QLocale::setDefault(QLocale::system());
}

void WindowLanguage::install(const QLocale &locale, const QString &name, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(locale, name, u"_"_s, folder))
        return;
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

QList<WindowLanguage::Choice> WindowLanguage::choices()
{
    return { { u"en"_s, u"English"_s }, { u"de"_s, u"Deutsch"_s } };
}

} // namespace tidemark
