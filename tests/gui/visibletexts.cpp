#include "visibletexts.h"

#include <QAbstractItemView>
#include <QAction>
#include <QChart>
#include <QChartView>
#include <QComboBox>
#include <QDateTimeAxis>
#include <QHeaderView>
#include <QKeySequence>
#include <QLocale>
#include <QMetaProperty>
#include <QStatusBar>
#include <QTabBar>
#include <QXYSeries>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

class Collector {
public:
    QMap<QString, QString> texts;

    void visit(const QObject &object, const QString &place)
    {
        takeProperties(object, place);
        if (const auto *box = qobject_cast<const QComboBox *>(&object)) {
            for (int row = 0; row < box->count(); ++row)
                take(place, u"item %1"_s.arg(row), box->itemText(row));
        } else if (const auto *view = qobject_cast<const QAbstractItemView *>(&object)) {
            takeCells(*view, place);
        } else if (const auto *tabs = qobject_cast<const QTabBar *>(&object)) {
            for (int tab = 0; tab < tabs->count(); ++tab)
                take(place, u"tab %1"_s.arg(tab), tabs->tabText(tab) + u'|' + tabs->tabToolTip(tab));
        } else if (const auto *bar = qobject_cast<const QStatusBar *>(&object)) {
            take(place, u"message"_s, bar->currentMessage());
        } else if (const auto *chart = qobject_cast<const QChartView *>(&object)) {
            takeChart(*chart->chart(), place);
        }
        visitChildren(object, place);
    }

private:
    void take(const QString &place, const QString &what, const QString &text)
    {
        if (!text.isEmpty())
            texts.insert(place + u'.' + what, text);
    }

    /// A widget's texts are its properties, but for names that no person sees.
    void takeProperties(const QObject &object, const QString &place)
    {
        static const QStringList inner{ u"objectName"_s, u"styleSheet"_s };
        const bool isSeen = object.isWidgetType() || qobject_cast<const QAction *>(&object) != nullptr;
        const QMetaObject &meta = *object.metaObject();
        for (int i = 0; isSeen && i < meta.propertyCount(); ++i) {
            const QMetaProperty property = meta.property(i);
            const QString name = QString::fromLatin1(property.name());
            if (inner.contains(name) || !property.isReadable())
                continue;
            const int type = property.metaType().id();
            if (type == QMetaType::QString)
                take(place, name, property.read(&object).toString());
            else if (type == QMetaType::QKeySequence)
                take(place, name, property.read(&object).value<QKeySequence>().toString());
            else if (type == QMetaType::QLocale)
                take(place, name, property.read(&object).toLocale().name());
        }
    }

    void takeCells(const QAbstractItemView &view, const QString &place)
    {
        const QAbstractItemModel *model = view.model();
        if (model == nullptr)
            return;
        for (int column = 0; column < model->columnCount(); ++column) {
            for (const int role : { int(Qt::DisplayRole), int(Qt::ToolTipRole) }) {
                take(place, u"header %1 role %2"_s.arg(column).arg(role),
                    model->headerData(column, Qt::Horizontal, role).toString());
            }
        }
        takeRows(*model, {}, place);
    }

    void takeRows(const QAbstractItemModel &model, const QModelIndex &parent, const QString &place)
    {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QString rowPlace = place + u" row %1"_s.arg(row);
            for (int column = 0; column < model.columnCount(parent); ++column) {
                const QModelIndex index = model.index(row, column, parent);
                for (const int role : { int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::WhatsThisRole) })
                    take(rowPlace, u"column %1 role %2"_s.arg(column).arg(role), index.data(role).toString());
            }
            takeRows(model, model.index(row, 0, parent), rowPlace);
        }
    }

    void takeChart(const QChart &chart, const QString &place)
    {
        take(place, u"chart locale"_s, chart.locale().name());
        for (const QAbstractSeries *series : chart.series())
            take(place, u"series %1"_s.arg(chart.series().indexOf(series)), series->name());
        for (const QAbstractAxis *axis : chart.axes()) {
            if (const auto *time = qobject_cast<const QDateTimeAxis *>(axis))
                take(place, u"time format"_s, time->format());
        }
    }

    /// Children without a name go by their class and number.
    void visitChildren(const QObject &object, const QString &place)
    {
        QMap<QString, int> numbers;
        for (const QObject *each : object.children()) {
            QString name = each->objectName();
            if (name.isEmpty())
                name = QString::fromLatin1(each->metaObject()->className());
            const int number = numbers[name]++;
            visit(*each, place + u'/' + (number == 0 ? name : name + QString::number(number)));
        }
    }
};

} // namespace

QMap<QString, QString> visibleTexts(const QObject &window)
{
    Collector collector;
    collector.visit(window, window.objectName());
    return collector.texts;
}

QStringList differingTexts(
    const QMap<QString, QString> &texts, const QMap<QString, QString> &expected, const QStringList &allowed)
{
    QStringList places = texts.keys();
    for (const QString &place : expected.keys()) {
        if (!texts.contains(place))
            places += place;
    }
    QStringList differences;
    for (const QString &place : std::as_const(places)) {
        const bool mayDiffer = std::any_of(
            allowed.cbegin(), allowed.cend(), [&](const QString &part) { return place.contains(part); });
        if (!mayDiffer && texts.value(place) != expected.value(place)) {
            differences += u"%1\n    is     \"%2\"\n    not    \"%3\""_s.arg(
                place, texts.value(place), expected.value(place));
        }
    }
    return differences;
}

} // namespace tidemark
