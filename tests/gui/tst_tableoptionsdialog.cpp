#include "namelesscontrols.h"
#include "tableoptionsdialog.h"
#include "widgetfinder.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

TableSchema schemaOfOrders()
{
    TableSchema schema;
    for (const QString &name : { u"id"_s, u"note"_s, u"picture"_s }) {
        ColumnInfo column;
        column.name = name;
        column.sqlType = u"int"_s;
        column.keyOrdinal = name == u"id" ? 1 : 0;
        schema.columns += column;
    }
    return schema;
}

} // namespace

class TestTableOptionsDialog : public QObject {
    Q_OBJECT

private slots:
    void allColumnsAreNoList();
    void theKeyStays();
    void columnsOfTheJobAreTicked();
    void filterIsForWholeTables();
    void controlsHaveNames();

private:
    void open(const TableRequest &request);
    QListWidget *list() const { return child<QListWidget>(*m_dialog, "columnList"); }

    std::unique_ptr<TableOptionsDialog> m_dialog;
};

void TestTableOptionsDialog::open(const TableRequest &request)
{
    m_dialog = std::make_unique<TableOptionsDialog>(request, schemaOfOrders());
    m_dialog->show();
}

void TestTableOptionsDialog::allColumnsAreNoList()
{
    open({});
    QCOMPARE(m_dialog->columns(), QStringList());
    list()->setCurrentRow(2);
    QTest::keyClick(list(), Qt::Key_Space);
    QCOMPARE(m_dialog->columns(), QStringList({ u"id"_s, u"note"_s }));
    click(child<QPushButton>(*m_dialog, "allButton"));
    QCOMPARE(m_dialog->columns(), QStringList());
}

void TestTableOptionsDialog::theKeyStays()
{
    open({});
    click(child<QPushButton>(*m_dialog, "noneButton"));
    QCOMPARE(m_dialog->columns(), QStringList{ u"id"_s });
    QVERIFY(list()->item(0)->text().contains(u"key"_s));
    QVERIFY(!(list()->item(0)->flags() & Qt::ItemIsEnabled));
}

void TestTableOptionsDialog::columnsOfTheJobAreTicked()
{
    TableRequest request;
    request.columns = { u"NOTE"_s };
    open(request);
    QCOMPARE(m_dialog->columns(), QStringList({ u"id"_s, u"note"_s }));
}

void TestTableOptionsDialog::filterIsForWholeTables()
{
    TableRequest request;
    open(request);
    QVERIFY(!child<QLineEdit>(*m_dialog, "whereEdit")->isEnabled());
    QVERIFY(!child<QLabel>(*m_dialog, "whereNoteLabel")->text().isEmpty());
    request.mode = SyncMode::Full;
    request.where = u"id > 7"_s;
    open(request);
    auto *where = child<QLineEdit>(*m_dialog, "whereEdit");
    QVERIFY(where->isEnabled());
    QTest::keyClicks(where, u"0 "_s);
    QCOMPARE(m_dialog->where(), u"id > 70"_s);
}

void TestTableOptionsDialog::controlsHaveNames()
{
    open({});
    QCOMPARE(namelessControls(*m_dialog).join(u'\n'), QString());
}

QTEST_MAIN(TestTableOptionsDialog)
#include "tst_tableoptionsdialog.moc"
