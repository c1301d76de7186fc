#pragma once

#include <QPalette>
#include <QString>

namespace tidemark {

/// How the window's colours are chosen: as the platform has them, or by us.
enum class Theme { System, Light, Dark };

/// The look of the application's windows while this lives; afterwards it is the platform's again. One at a
/// time, owned by MainWindow.
class WindowTheme {
public:
    WindowTheme();
    ~WindowTheme();
    Q_DISABLE_COPY_MOVE(WindowTheme)

    /// At once, in every window that is open.
    void apply(Theme theme);

    /// The colours of Light and Dark.
    static QPalette paletteOf(Theme theme);

private:
    QString m_platformStyle;
};

/// The word for a theme in a settings file, and back; what is no such word is System.
QString themeName(Theme theme);
Theme themeOf(const QString &name);

} // namespace tidemark
