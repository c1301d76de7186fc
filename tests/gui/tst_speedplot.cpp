#include "speedplot.h"

#include <QCategoryAxis>
#include <QChart>
#include <QHelpEvent>
#include <QLineSeries>
#include <QTest>
#include <QToolTip>
#include <QValueAxis>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

class TestSpeedPlot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anEmptyOneTeaches();
    void axesSpeakTheLocale();
    void timeGrowsInWholeSteps_data();
    void timeGrowsInWholeSteps();
    void theTipTellsTheMoment();
    void wordsTellWhatTheLinesShow();
    void linesDifferByStrokeInEveryTheme();

private:
    QList<QLineSeries *> series() const
    {
        QList<QLineSeries *> lines;
        for (QAbstractSeries *each : m_plot->chart()->series())
            lines += qobject_cast<QLineSeries *>(each);
        return lines;
    }
    QString tipAt(double seconds) const;

    std::unique_ptr<SpeedPlot> m_plot;
    const QList<SpeedPoint> m_all{ { 0, 1500, 38e6 }, { 60, 1500, 38e6 }, { 90, 12'000, 2e6 } };
    const QList<SpeedPoint> m_ofTable{ { 0, 500, 1e6 }, { 60, 500, 1e6 } };
};

void TestSpeedPlot::init()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    m_plot = std::make_unique<SpeedPlot>();
    m_plot->resize(800, 300);
    m_plot->show();
}

void TestSpeedPlot::cleanup()
{
    QToolTip::hideText();
    m_plot.reset();
    QLocale::setDefault(QLocale::c());
}

void TestSpeedPlot::anEmptyOneTeaches()
{
    QVERIFY(!m_plot->chart()->title().isEmpty());
    QCOMPARE(m_plot->accessibleDescription(), m_plot->chart()->title());
    m_plot->setSpeeds(90, m_all);
    QVERIFY(m_plot->chart()->title().isEmpty());
    QCOMPARE(tipAt(200), QString());
}

void TestSpeedPlot::axesSpeakTheLocale()
{
    m_plot->setSpeeds(90, m_all, u"shop.dbo.orders"_s, m_ofTable);
    const auto *rows = qobject_cast<QValueAxis *>(m_plot->chart()->axes(Qt::Vertical).value(0));
    QCOMPARE(rows->max(), 20'000.0);
    QVERIFY(m_plot->chart()->localizeNumbers());
    QCOMPARE(m_plot->chart()->locale(), QLocale());
    QCOMPARE(series()[0]->points().value(2), QPointF(90, 12'000));
    QVERIFY(series()[1]->isVisible() && series()[1]->name().contains(u"shop.dbo.orders"_s));
    m_plot->setSpeeds(90, m_all);
    QVERIFY(!series()[1]->isVisible());
}

void TestSpeedPlot::timeGrowsInWholeSteps_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QStringList>("labels");
    QTest::newRow("nothing") << 0.0 << QStringList{ u"0:00"_s, u"0:01"_s };
    QTest::newRow("a moment") << 0.3 << QStringList{ u"0:00"_s, u"0:01"_s };
    QTest::newRow("half a minute") << 25.0
                                   << QStringList{ u"0:00"_s, u"0:05"_s, u"0:10"_s, u"0:15"_s, u"0:20"_s,
                                          u"0:25"_s };
    QTest::newRow("an hour") << 3601.0
                             << QStringList{ u"0:00"_s, u"15:00"_s, u"30:00"_s, u"45:00"_s, u"1:00:00"_s,
                                    u"1:15:00"_s };
    QTest::newRow("eight hours") << 8
            * 3600.0 << QStringList{ u"0:00"_s, u"2:00:00"_s, u"4:00:00"_s, u"6:00:00"_s, u"8:00:00"_s };
}

void TestSpeedPlot::timeGrowsInWholeSteps()
{
    QFETCH(double, seconds);
    m_plot->setSpeeds(40, m_all); // of another length before
    m_plot->setSpeeds(seconds, m_all);
    auto *const time = qobject_cast<QCategoryAxis *>(m_plot->chart()->axes(Qt::Horizontal).value(0));
    QTEST(time->categoriesLabels(), "labels");
    QVERIFY(time->max() >= seconds);
    QCOMPARE(time->endValue(time->categoriesLabels().constLast()), time->max());
}

QString TestSpeedPlot::tipAt(double seconds) const
{
    const QPoint place = m_plot->mapFromScene(m_plot->chart()->mapToPosition({ seconds, 100 }, series()[0]));
    QHelpEvent ask(QEvent::ToolTip, place, m_plot->viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(m_plot->viewport(), &ask);
    return QToolTip::text();
}

void TestSpeedPlot::theTipTellsTheMoment()
{
    m_plot->setSpeeds(90, m_all, u"shop.dbo.orders"_s, m_ofTable);
    QCoreApplication::processEvents(); // the chart takes its places
    QVERIFY2(tipAt(30).contains(u": 1.500 rows/s, 38,0 MB/s\nshop.dbo.orders: 500 rows/s, 1,0 MB/s"_s),
        qPrintable(tipAt(30)));
    QVERIFY2(
        tipAt(75).contains(u": 12.000 rows/s, 2,0 MB/s\nshop.dbo.orders: 0 rows/s"_s), qPrintable(tipAt(75)));
}

void TestSpeedPlot::wordsTellWhatTheLinesShow()
{
    m_plot->setSpeeds(90, m_all);
    QVERIFY(!m_plot->accessibleName().isEmpty());
    QVERIFY2(m_plot->accessibleDescription().contains(u"12.000 rows/s"_s),
        qPrintable(m_plot->accessibleDescription()));
}

void TestSpeedPlot::linesDifferByStrokeInEveryTheme()
{
    QPalette dark;
    dark.setColor(QPalette::Base, Qt::black);
    dark.setColor(QPalette::Text, Qt::white);
    m_plot->setPalette(dark);
    QCOMPARE(m_plot->chart()->backgroundBrush().color(), QColor(Qt::black));
    QCOMPARE(m_plot->chart()->axes(Qt::Horizontal).value(0)->labelsColor(), QColor(Qt::white));
    QVERIFY(series()[0]->pen().style() != series()[1]->pen().style());
}

QTEST_MAIN(TestSpeedPlot)
#include "tst_speedplot.moc"
