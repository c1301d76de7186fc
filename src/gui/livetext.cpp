#include "livetext.h"

#include <QAbstractItemModel>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QStatusBar>

namespace tidemark {

namespace {

/// Belongs to the widget that shows the text. A widget hears of another language after the form that it
/// stands on, which may have put its own text there.
class TextKeeper : public QObject {
    Q_OBJECT

public:
    using Show = std::function<void(const QString &)>;

    TextKeeper(QWidget &widget, Show show) : QObject(&widget), m_show(std::move(show))
    {
        widget.installEventFilter(this);
    }

    void set(const LiveText &text)
    {
        m_text = text;
        m_show(m_text.text());
    }

    /// The widget's own word for what it shows: the text has served when that is nothing.
    void takeShown(const QString &text)
    {
        if (text.isEmpty())
            m_text = {};
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange)
            m_show(m_text.text());
        return QObject::eventFilter(watched, event);
    }

private:
    const Show m_show;
    LiveText m_text;
};

TextKeeper &keeperOf(QWidget &widget, TextKeeper::Show show)
{
    auto *known = widget.findChild<TextKeeper *>(QString(), Qt::FindDirectChildrenOnly);
    return known != nullptr ? *known : *new TextKeeper(widget, std::move(show));
}

void readRowsAgain(QAbstractItemModel &model, const QModelIndex &parent)
{
    const int rows = model.rowCount(parent);
    if (rows == 0)
        return;
    Q_EMIT model.dataChanged(
        model.index(0, 0, parent), model.index(rows - 1, model.columnCount(parent) - 1, parent));
    for (int row = 0; row < rows; ++row)
        readRowsAgain(model, model.index(row, 0, parent));
}

} // namespace

void say(QLabel &label, const LiveText &text)
{
    keeperOf(label, [&label](const QString &said) { label.setText(said); }).set(text);
}

void say(QStatusBar &bar, const LiveText &text)
{
    TextKeeper &keeper = keeperOf(bar, [&bar](const QString &said) { bar.showMessage(said); });
    QObject::connect(
        &bar, &QStatusBar::messageChanged, &keeper, &TextKeeper::takeShown, Qt::UniqueConnection);
    keeper.set(text);
}

void setChoice(QComboBox &box, const QString &name, const QVariant &value)
{
    const int place = box.findData(value);
    if (place < 0)
        box.addItem(name, value);
    else
        box.setItemText(place, name);
}

void readAgain(QAbstractItemModel &model)
{
    Q_EMIT model.headerDataChanged(Qt::Horizontal, 0, model.columnCount() - 1);
    readRowsAgain(model, {});
}

} // namespace tidemark

#include "livetext.moc"
