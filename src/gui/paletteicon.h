#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QString>

namespace tidemark {

/// What a coloured icon says. Shape and word say it too; the colour only helps.
enum class IconTone { Text, Muted, Accent, Good, Warning, Bad };

/// A colour of that tone that can be read on the palette's base.
QColor toneColor(IconTone tone, const QPalette &palette);

/// The SVG `name` of the program's resources in a tone of the current palette, at any size. It follows a
/// change of the palette. GUI thread.
QIcon paletteIcon(const QString &name, IconTone tone = IconTone::Text);

} // namespace tidemark
