#include "timeadvice.h"

#include <QSet>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

class TestTimeAdvice : public QObject {
    Q_OBJECT

private slots:
    void eachPartHasItsAdvice()
    {
        QSet<QString> texts;
        for (const TimePart part : timeParts) {
            TimeSplit time;
            time.seconds.fill(1);
            time[part] = 2;
            QCOMPARE(time.largest(), part);
            texts += timeAdvice(time);
            texts += timePartText(part);
        }
        QCOMPARE(texts.size(), 2 * qsizetype(timeParts.size()));
    }

    void aShortTimeNeedsNone()
    {
        TimeSplit time;
        time[TimePart::Disk] = 0.5;
        QCOMPARE(timeAdvice(time), QString());
    }
};

QTEST_APPLESS_MAIN(TestTimeAdvice)
#include "tst_timeadvice.moc"
