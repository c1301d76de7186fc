#include "paletteicon.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QImageReader>
#include <QPainter>
#include <QPixmapCache>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Renders one SVG and pours the tone's colour over its shape.
class PaletteIconEngine : public QIconEngine {
public:
    PaletteIconEngine(QString name, IconTone tone) : m_name(std::move(name)), m_tone(tone) { }

    QIconEngine *clone() const override { return new PaletteIconEngine(m_name, m_tone); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        QPixmap shape = pixmap(rect.size() * ratio, mode, state);
        shape.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.topLeft(), shape);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        const QColor color = colorFor(mode);
        const QString key = u"tidemark-%1-%2-%3-%4"_s.arg(
            m_name, QString::number(size.width()), QString::number(size.height()), color.name());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        QImageReader reader(u":/icons/"_s + m_name + u".svg"_s);
        reader.setScaledSize(size);
        QImage image = reader.read().convertToFormat(QImage::Format_ARGB32_Premultiplied);
        if (image.isNull())
            return pixmap; // no plugin for SVG: the words remain
        QPainter painter(&image);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), color);
        painter.end();
        pixmap = QPixmap::fromImage(image);
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        return toneColor(m_tone, palette);
    }

    QString m_name;
    IconTone m_tone;
};

} // namespace

QColor toneColor(IconTone tone, const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Base).lightnessF() < 0.5F;
    const auto ofHue = [dark](float degrees) {
        return QColor::fromHslF(degrees / 360.0F, dark ? 0.55F : 0.75F, dark ? 0.68F : 0.3F);
    };
    switch (tone) {
    case IconTone::Good:
        return ofHue(145);
    case IconTone::Warning:
        return ofHue(36);
    case IconTone::Bad:
        return ofHue(4);
    case IconTone::Accent:
        return palette.color(QPalette::Link);
    case IconTone::Muted:
        return palette.color(QPalette::PlaceholderText);
    case IconTone::Text:
        break;
    }
    return palette.color(QPalette::Text);
}

QIcon paletteIcon(const QString &name, IconTone tone)
{
    return QIcon(new PaletteIconEngine(name, tone));
}

} // namespace tidemark
