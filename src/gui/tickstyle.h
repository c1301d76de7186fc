#pragma once

#include <QProxyStyle>

namespace tidemark {

/// A style whose tick boxes can be seen on any palette: some styles draw their frames in a shade of the
/// window's colour, which is lost on a darker ground. Belongs to the application once it is set.
class TickStyle : public QProxyStyle {
    Q_OBJECT

public:
    using QProxyStyle::QProxyStyle;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
};

} // namespace tidemark
