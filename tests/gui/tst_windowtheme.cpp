#include "paletteicon.h"
#include "windowtheme.h"

#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QStyle>
#include <QTest>

#include <cmath>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// As WCAG 2 reckons it, from 1 to 21.
double contrast(const QColor &one, const QColor &other)
{
    const auto [dark, light] = std::minmax({ luminance(one), luminance(other) });
    return (light + 0.05) / (dark + 0.05);
}

QColor inkOf(const QIcon &icon)
{
    const QImage image = icon.pixmap(QSize(64, 64)).toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() == 255)
                return image.pixelColor(x, y);
        }
    }
    return {};
}

} // namespace

/// The themes can be read, change at once, and leave nothing behind.
class TestWindowTheme : public QObject {
    Q_OBJECT

private slots:
    void everythingCanBeRead_data();
    void everythingCanBeRead();
    void darkIsDark();
    void everyWindowFollows();
    void iconsFollow();
    void nothingIsLeftBehind();
    void namesComeBack();
};

void TestWindowTheme::everythingCanBeRead_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
}

void TestWindowTheme::everythingCanBeRead()
{
    QFETCH(Theme, theme);
    const QPalette palette = WindowTheme::paletteOf(theme);
    struct Pair {
        QPalette::ColorRole ink;
        QPalette::ColorRole ground;
    };
    for (const auto &[ink, ground] :
        { Pair{ QPalette::WindowText, QPalette::Window }, { QPalette::Text, QPalette::Base },
            { QPalette::Text, QPalette::AlternateBase }, { QPalette::ButtonText, QPalette::Button },
            { QPalette::HighlightedText, QPalette::Highlight }, { QPalette::Link, QPalette::Base },
            { QPalette::Link, QPalette::Window }, { QPalette::LinkVisited, QPalette::Base },
            { QPalette::PlaceholderText, QPalette::Base }, { QPalette::PlaceholderText, QPalette::Window },
            { QPalette::ToolTipText, QPalette::ToolTipBase } }) {
        const double ratio = contrast(palette.color(ink), palette.color(ground));
        QVERIFY2(ratio >= 4.5, qPrintable(u"%1 on %2: %3"_s.arg(int(ink)).arg(int(ground)).arg(ratio)));
    }
    const double disabled = contrast(palette.color(QPalette::Disabled, QPalette::WindowText),
        palette.color(QPalette::Disabled, QPalette::Window));
    QVERIFY2(disabled >= 3, qPrintable(QString::number(disabled)));
    for (const IconTone tone : { IconTone::Text, IconTone::Muted, IconTone::Accent, IconTone::Good,
             IconTone::Warning, IconTone::Bad }) {
        const double ratio = contrast(toneColor(tone, palette), palette.color(QPalette::Base));
        QVERIFY2(ratio >= 4.5, qPrintable(u"tone %1: %2"_s.arg(int(tone)).arg(ratio)));
    }
}

void TestWindowTheme::darkIsDark()
{
    const auto light = [](Theme theme) {
        return WindowTheme::paletteOf(theme).color(QPalette::Window).lightnessF();
    };
    QVERIFY(light(Theme::Dark) < 0.3);
    QVERIFY(light(Theme::Light) > 0.8);
}

void TestWindowTheme::everyWindowFollows()
{
    WindowTheme theme;
    QLabel early(u"x"_s);
    early.show();
    theme.apply(Theme::Dark);
    QLabel late(u"x"_s);
    late.show();
    const QColor dark = WindowTheme::paletteOf(Theme::Dark).color(QPalette::Window);
    for (QLabel *label : { &early, &late }) {
        QTRY_COMPARE(label->palette().color(QPalette::Window), dark);
        QCOMPARE(label->grab().toImage().pixelColor(0, label->height() - 1), dark);
    }
    theme.apply(Theme::Light);
    QTRY_COMPARE(early.palette().color(QPalette::Window),
        WindowTheme::paletteOf(Theme::Light).color(QPalette::Window));
}

void TestWindowTheme::iconsFollow()
{
    WindowTheme theme;
    const QIcon icon = paletteIcon(u"folder"_s);
    for (const Theme each : { Theme::Light, Theme::Dark, Theme::Light }) {
        theme.apply(each);
        QCOMPARE(inkOf(icon), WindowTheme::paletteOf(each).color(QPalette::Text));
    }
}

void TestWindowTheme::nothingIsLeftBehind()
{
    const QString style = QApplication::style()->name();
    const QPalette palette = QApplication::palette();
    {
        WindowTheme theme;
        theme.apply(Theme::Dark);
        QVERIFY(QApplication::palette() != palette);
        theme.apply(Theme::System);
        QCOMPARE(QApplication::palette().color(QPalette::Window), palette.color(QPalette::Window));
        theme.apply(Theme::Light);
    }
    QCOMPARE(QApplication::style()->name(), style);
    for (int role = 0; role < QPalette::NColorRoles; ++role)
        QCOMPARE(QApplication::palette().color(QPalette::ColorRole(role)),
            palette.color(QPalette::ColorRole(role)));
}

void TestWindowTheme::namesComeBack()
{
    for (const Theme theme : { Theme::System, Theme::Light, Theme::Dark })
        QCOMPARE(themeOf(themeName(theme)), theme);
    QCOMPARE(themeOf(u"purple"_s), Theme::System);
}

QTEST_MAIN(TestWindowTheme)
#include "tst_windowtheme.moc"
