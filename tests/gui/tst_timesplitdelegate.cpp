#include "runmodel.h"
#include "timesplitdelegate.h"

#include <QApplication>
#include <QPainter>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// The four parts can be told apart without colours.
class TestTimeSplitDelegate : public QObject {
    Q_OBJECT

private slots:
    void partsLookDifferent();
    void nothingIsPaintedWithoutTime();

private:
    static QImage painted(const TimeSplit &time);
};

/// The cell of a table whose time went so, in black and white.
QImage TestTimeSplitDelegate::painted(const TimeSplit &time)
{
    RunModel model;
    model.start({ { u"shop"_s, u"dbo"_s, u"a"_s } });
    TableProgress progress;
    progress.time = time;
    model.setProgress(progress);
    QStyleOptionViewItem option;
    option.rect = QRect(0, 0, 200, 24);
    option.fontMetrics = QFontMetrics(QApplication::font());
    option.palette = QPalette(Qt::black, Qt::white, Qt::white, Qt::black, Qt::gray, Qt::black, Qt::white);
    QImage image(option.rect.size(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    TimeSplitDelegate().paint(&painter, option, model.index(0, RunModel::Split));
    // The word behind the bar says it too; here only the bar counts.
    return image.copy(0, 0, option.fontMetrics.averageCharWidth() * 10, 24);
}

void TestTimeSplitDelegate::partsLookDifferent()
{
    QList<QImage> images;
    for (const TimePart part : timeParts) {
        TimeSplit time;
        time[part] = 1;
        const QImage image = painted(time);
        QVERIFY(!images.contains(image));
        images += image;
    }
    TimeSplit mixed;
    mixed.seconds.fill(1);
    QVERIFY(!images.contains(painted(mixed)));
}

void TestTimeSplitDelegate::nothingIsPaintedWithoutTime()
{
    TimeSplit some;
    some[TimePart::Server] = 1;
    QVERIFY(painted({}) != painted(some));
    QVERIFY(painted({}) == painted({}));
}

QTEST_MAIN(TestTimeSplitDelegate)
#include "tst_timesplitdelegate.moc"
