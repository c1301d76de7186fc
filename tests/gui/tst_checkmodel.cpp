#include "checkmodel.h"
#include "fakebackend.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

CheckStep stepOf(const TableRef &subject, const QString &name, CheckOutcome outcome)
{
    CheckStep step = checkStep(name, outcome, name + u" text"_s);
    step.subject = subject;
    return step;
}

const TableRef shop{ u"shop"_s, {}, {} };
const TableRef orders{ u"shop"_s, u"dbo"_s, u"orders"_s };
const TableRef lines{ u"shop"_s, u"dbo"_s, u"lines"_s };

QList<CheckStep> sample()
{
    return { stepOf({}, u"driver"_s, CheckOutcome::Good), stepOf({}, u"encryption"_s, CheckOutcome::Warning),
        stepOf(shop, u"retention"_s, CheckOutcome::Good), stepOf(orders, u"rights"_s, CheckOutcome::Bad),
        stepOf(orders, u"primary key"_s, CheckOutcome::Good) };
}

/// "place: step, step" for each group, as the view shows them.
QStringList shown(const CheckModel &model)
{
    QStringList groups;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex group = model.index(row, 0);
        QStringList names;
        for (int step = 0; step < model.rowCount(group); ++step)
            names += model.index(step, 0, group).data().toString();
        groups += group.data().toString() + u": "_s + names.join(u", "_s);
    }
    return groups;
}

} // namespace

class TestCheckModel : public QObject {
    Q_OBJECT

private slots:
    void init();
    void stepsStandBelowWhatTheyAreAbout();
    void groupsShowTheWorst();
    void aLaterCheckIsADifference_data();
    void aLaterCheckIsADifference();
    void selectionSurvives();

private:
    std::unique_ptr<CheckModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestCheckModel::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_tester.reset();
    m_model = std::make_unique<CheckModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    m_model->setSteps(sample());
}

void TestCheckModel::stepsStandBelowWhatTheyAreAbout()
{
    QCOMPARE(shown(*m_model),
        (QStringList{ u"Connection: driver, encryption"_s, u"shop: retention"_s,
            u"shop.dbo.orders: rights, primary key"_s }));
    const QModelIndex table = m_model->index(2, 0);
    QCOMPARE(m_model->stepsOf(table).size(), 2);
    const QModelIndex rights = m_model->index(0, CheckModel::Found, table);
    QCOMPARE(rights.data().toString(), u"rights text"_s);
    QCOMPARE(m_model->stepsOf(rights).constFirst().name, u"rights"_s);
    QCOMPARE(m_model->index(0, CheckModel::Time, table).data().toString(), u"0.01 s"_s);
    QCOMPARE(m_model->index(0, CheckModel::State, table).data().toString(), u"failed"_s);
    QVERIFY(!m_model->index(0, CheckModel::State, table).data(Qt::DecorationRole).value<QIcon>().isNull());
}

void TestCheckModel::groupsShowTheWorst()
{
    QCOMPARE(m_model->index(0, CheckModel::State).data().toString(), u"warning"_s);
    QCOMPARE(m_model->index(1, CheckModel::State).data().toString(), u"good"_s);
    QCOMPARE(m_model->index(2, CheckModel::State).data().toString(), u"failed"_s);
    QCOMPARE(m_model->index(2, 0).data(CheckModel::AttentionRole).toBool(), true);
    QCOMPARE(m_model->count(CheckOutcome::Bad), 1);
    QCOMPARE(m_model->attentionGroups().size(), 2);
    QCOMPARE(m_model->worst().data().toString(), u"rights"_s);
    m_model->setSteps(sample().mid(0, 3));
    QCOMPARE(m_model->worst().data().toString(), u"encryption"_s);
    m_model->setSteps({});
    QVERIFY(!m_model->worst().isValid());
}

void TestCheckModel::aLaterCheckIsADifference_data()
{
    QTest::addColumn<QList<CheckStep>>("steps");
    QList<CheckStep> mended = sample();
    mended[3].outcome = CheckOutcome::Good;
    QTest::newRow("mended") << mended;
    QTest::newRow("a table more") << (sample() << stepOf(lines, u"rights"_s, CheckOutcome::Good));
    QList<CheckStep> between = sample();
    between.insert(3, stepOf(lines, u"rights"_s, CheckOutcome::Good));
    QTest::newRow("a table between") << between;
    QTest::newRow("a table less") << sample().mid(0, 3);
    QTest::newRow("a database less") << (sample().mid(0, 2) + sample().mid(3));
    QTest::newRow("a step more") << (sample() << stepOf(orders, u"columns"_s, CheckOutcome::Bad));
    QTest::newRow("a step less") << sample().mid(0, 4);
    QTest::newRow("another server") << QList<CheckStep>{ stepOf(lines, u"rights"_s, CheckOutcome::Bad) };
    QTest::newRow("nothing") << QList<CheckStep>();
}

void TestCheckModel::aLaterCheckIsADifference()
{
    QFETCH(QList<CheckStep>, steps);
    CheckModel fresh;
    fresh.setSteps(steps);
    m_model->setSteps(steps);
    QCOMPARE(shown(*m_model), shown(fresh));
    for (int row = 0; row < fresh.rowCount(); ++row)
        QCOMPARE(m_model->stepsOf(m_model->index(row, 0)), fresh.stepsOf(fresh.index(row, 0)));
}

void TestCheckModel::selectionSurvives()
{
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    const QPersistentModelIndex rights = m_model->index(0, 0, m_model->index(2, 0));
    QList<CheckStep> steps = sample();
    steps.removeAt(2); // the database's
    m_model->setSteps(steps);
    QVERIFY(rights.isValid());
    QCOMPARE(rights.data().toString(), u"rights"_s);
    QCOMPARE(rights.parent().row(), 1);
    QCOMPARE(resets.size(), 0);
}

QTEST_MAIN(TestCheckModel)
#include "tst_checkmodel.moc"
