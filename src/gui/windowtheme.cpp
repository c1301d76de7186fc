#include "windowtheme.h"

#include "tickstyle.h"

#include <QApplication>

#include <array>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The colours that a palette of ours is made of, as 0xRRGGBB.
struct Colors {
    QRgb window;
    QRgb text;
    QRgb base;
    QRgb alternateBase;
    QRgb button;
    QRgb highlight;
    QRgb link;
    QRgb visitedLink;
    QRgb placeholder;
    QRgb disabled; // text that cannot be used now
    QRgb note; // the ground of tool tips
};

constexpr Colors light{ 0xf1f2f4, 0x1b1e23, 0xffffff, 0xf5f7f9, 0xf7f8f9, 0x1f66ad, 0x0b5cad, 0x6a3fa0,
    0x5c636b, 0x767c84, 0xfdf8e4 };
constexpr Colors dark{ 0x2a2d31, 0xe4e6e9, 0x1d2023, 0x25282c, 0x363a3f, 0x2b6cb0, 0x78b7f2, 0xc3a6ee,
    0xa2a9b1, 0x868d95, 0x3a3f45 };
constexpr QRgb onHighlight = 0xffffff;

constexpr std::array themeNames{ "system", "light", "dark" }; // in the order of Theme

QPalette paletteFrom(const Colors &colors)
{
    const QColor window(colors.window);
    QPalette palette(QColor(colors.text), window, window.lighter(125), window.darker(150), window.darker(120),
        QColor(colors.text), QColor(onHighlight), QColor(colors.base), window);
    palette.setColor(QPalette::Midlight, window.lighter(110));
    palette.setColor(QPalette::Shadow, window.darker(250));
    palette.setColor(QPalette::AlternateBase, QColor(colors.alternateBase));
    palette.setColor(QPalette::Button, QColor(colors.button));
    palette.setColor(QPalette::ButtonText, QColor(colors.text));
    palette.setColor(QPalette::Highlight, QColor(colors.highlight));
    palette.setColor(QPalette::HighlightedText, QColor(onHighlight));
    palette.setColor(QPalette::Link, QColor(colors.link));
    palette.setColor(QPalette::LinkVisited, QColor(colors.visitedLink));
    palette.setColor(QPalette::PlaceholderText, QColor(colors.placeholder));
    palette.setColor(QPalette::ToolTipBase, QColor(colors.note));
    palette.setColor(QPalette::ToolTipText, QColor(colors.text));
    for (const QPalette::ColorRole role :
        { QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText })
        palette.setColor(QPalette::Disabled, role, QColor(colors.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, window.darker(120));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, QColor(colors.text));
    return palette;
}

} // namespace

WindowTheme::WindowTheme() : m_platformStyle(QApplication::style()->name())
{
    apply(Theme::System);
}

WindowTheme::~WindowTheme()
{
    QApplication::setStyle(m_platformStyle);
    QApplication::setPalette(QPalette());
}

void WindowTheme::apply(Theme theme)
{
    QApplication::setStyle(new TickStyle(theme == Theme::System ? m_platformStyle : u"Fusion"_s));
    QApplication::setPalette(paletteOf(theme));
}

QPalette WindowTheme::paletteOf(Theme theme)
{
    if (theme == Theme::System)
        return {};
    return paletteFrom(theme == Theme::Dark ? dark : light);
}

QString themeName(Theme theme)
{
    return QString::fromLatin1(themeNames[size_t(theme)]);
}

Theme themeOf(const QString &name)
{
    for (const Theme theme : { Theme::Light, Theme::Dark }) {
        if (name == themeName(theme))
            return theme;
    }
    return Theme::System;
}

} // namespace tidemark
