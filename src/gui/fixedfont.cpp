#include "fixedfont.h"

#include <QFontDatabase>
#include <QWidget>

namespace tidemark {

QFont fixedFont(const QWidget &widget)
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(widget.font().pointSizeF());
    return fixed;
}

} // namespace tidemark
