#include "failurecard.h"
#include "widgetfinder.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// What a person reads of a failure, and what they can do about it.
class TestFailureCard : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_card.reset(); }
    void saysWhatWhyAndWhatToDo();
    void withoutCodesThereIsNoLineForThem();
    void buttonsAsk();

private:
    QLabel *label(const char *name) const { return child<QLabel>(*m_card, name); }

    const TableRef m_table{ u"shop"_s, u"dbo"_s, u"orders"_s };
    std::unique_ptr<FailureCard> m_card;
};

void TestFailureCard::init()
{
    m_card = std::make_unique<FailureCard>();
    m_card->show();
}

void TestFailureCard::saysWhatWhyAndWhatToDo()
{
    m_card->setFailure(m_table,
        { ErrorKind::NotFound, u"There is no such table. Check the name. The server's words."_s, u"42S02"_s,
            208, false, {}, 0, u"Check the name."_s });
    QCOMPARE(label("whatLabel")->text(), u"shop.dbo.orders: The table was not found."_s);
    QCOMPARE(label("whyLabel")->text(), u"There is no such table. The server's words."_s);
    QCOMPARE(label("nextLabel")->text(), u"Check the name."_s);
    QCOMPARE(label("codesLabel")->text(), u"Error 208, SQLSTATE 42S02"_s);
    QVERIFY(label("retryLabel")->text().contains(u"once this is mended"_s));
    m_card->setFailure(m_table, { ErrorKind::Query, u"x"_s, u"40001"_s, 1205, true, {}, 0 });
    QCOMPARE(label("retryLabel")->text(), u"Trying again may help."_s);
}

void TestFailureCard::withoutCodesThereIsNoLineForThem()
{
    m_card->setFailure(m_table, { ErrorKind::Storage, u"The disk is full."_s, {}, 0, false, {}, 0 });
    QVERIFY(!label("codesLabel")->isVisible());
    QVERIFY(!label("codesTitle")->isVisible());
    QCOMPARE(label("whyLabel")->text(), u"The disk is full."_s);
    m_card->setFailure(m_table, { ErrorKind::Connection, u"x"_s, u"08001"_s, 0, true, {}, 0 });
    QVERIFY(label("codesLabel")->isVisible());
}

void TestFailureCard::buttonsAsk()
{
    QSignalSpy retry(m_card.get(), &FailureCard::retryRequested);
    QSignalSpy copy(m_card.get(), &FailureCard::copyRequested);
    QSignalSpy log(m_card.get(), &FailureCard::logRequested);
    click(child<QPushButton>(*m_card, "retryButton"));
    click(child<QPushButton>(*m_card, "copyButton"));
    click(child<QPushButton>(*m_card, "logButton"));
    QCOMPARE(retry.count(), 1);
    QCOMPARE(copy.count(), 1);
    QCOMPARE(log.count(), 1);
    m_card->setRetryEnabled(false);
    click(child<QPushButton>(*m_card, "retryButton"));
    QCOMPARE(retry.count(), 1);
}

QTEST_MAIN(TestFailureCard)
#include "tst_failurecard.moc"
