#include "dialogprompts.h"
#include "widgetfinder.h"

#include <QMessageBox>
#include <QPushButton>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

class TestDialogPrompts : public QObject {
    Q_OBJECT

private slots:
    void aQuestionSaysItsTitleToo();
    void whatIsToldSaysItsTitleToo();

private:
    QMessageBox *box() const { return m_window.findChild<QMessageBox *>(); }

    QWidget m_window;
    DialogPrompts m_prompts;
};

/// Not every desktop shows the title of such a window.
void TestDialogPrompts::aQuestionSaysItsTitleToo()
{
    QList<bool> answers;
    const Question question{ u"A sync is running"_s, u"Closing stops it."_s, u"&Stop"_s, u"&Keep running"_s };
    m_prompts.confirm(&m_window, question, [&](bool yes) { answers += yes; });
    QVERIFY(box() != nullptr);
    QCOMPARE(box()->text(), question.title);
    QCOMPARE(box()->informativeText(), question.text);
    QCOMPARE(box()->defaultButton()->text(), question.no);
    for (QAbstractButton *button : box()->buttons()) {
        if (button->text() == question.yes)
            click(button);
    }
    QCOMPARE(answers, QList<bool>{ true });
    QTRY_VERIFY(box() == nullptr);
}

void TestDialogPrompts::whatIsToldSaysItsTitleToo()
{
    m_prompts.tell(&m_window, u"The job cannot be opened"_s, u"There is no such file."_s);
    QVERIFY(box() != nullptr);
    QCOMPARE(box()->text(), u"The job cannot be opened"_s);
    QCOMPARE(box()->informativeText(), u"There is no such file."_s);
    box()->close();
    QTRY_VERIFY(box() == nullptr);
}

QTEST_MAIN(TestDialogPrompts)
#include "tst_dialogprompts.moc"
