#include "previewlines.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

TablePreview preview(const QString &name, PreviewAction action)
{
    TablePreview table;
    table.table = { u"shop"_s, u"dbo"_s, name };
    table.action = action;
    return table;
}

TablePreview changes()
{
    TablePreview table = preview(u"orders"_s, PreviewAction::Incremental);
    table.sinceVersion = ChangeVersion(0);
    table.currentVersion = ChangeVersion(9007199254740993);
    table.inserts = 1200;
    table.updates = 3;
    table.deletes = 1;
    table.rows = 1204;
    table.bytes = 38'100;
    table.seconds = 4.1;
    return table;
}

TablePreview failed()
{
    TablePreview table = preview(u"gone"_s, PreviewAction::Failed);
    table.error =
        SyncError{ ErrorKind::NotFound, u"There is no such table."_s, {}, 0, false, u"shop.dbo.gone"_s, 0 };
    return table;
}

} // namespace

class TestPreviewLines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesHoldTheFields();
    void whatIsNotKnownIsNull();
    void tableForPeople();
    void noTableHasNoHeading();
    void summary();
};

void TestPreviewLines::linesHoldTheFields()
{
    const QByteArray lines = previewJson({ changes(), failed() });
    QCOMPARE(lines.count('\n'), 2);
    const QJsonObject first = QJsonDocument::fromJson(lines.split('\n')[0]).object();
    QCOMPARE(first.keys(),
        (QStringList{ u"action"_s, u"bytes"_s, u"current_version"_s, u"database"_s, u"deletes"_s,
            u"inserts"_s, u"mode"_s, u"reason"_s, u"reloaded"_s, u"rows"_s, u"seconds"_s, u"since_version"_s,
            u"table"_s, u"updates"_s, u"warnings"_s }));
    QCOMPARE(first[u"database"_s], u"shop"_s);
    QCOMPARE(first[u"table"_s], u"dbo.orders"_s);
    QCOMPARE(first[u"action"_s], u"incremental"_s);
    QCOMPARE(first[u"since_version"_s].toInteger(-1), 0);
    QCOMPARE(first[u"current_version"_s].toInteger(), 9007199254740993);
    QCOMPARE(first[u"inserts"_s].toInteger(), 1200);
    const QJsonObject second = QJsonDocument::fromJson(lines.split('\n')[1]).object();
    QCOMPARE(second[u"action"_s], u"error"_s);
    QCOMPARE(second[u"kind"_s], u"not-found"_s);
    QCOMPARE(second[u"error"_s], u"shop.dbo.gone: There is no such table."_s);
}

void TestPreviewLines::whatIsNotKnownIsNull()
{
    const QJsonObject object =
        QJsonDocument::fromJson(previewJson({ preview(u"t"_s, PreviewAction::Full) })).object();
    for (const QString &key :
        { u"rows"_s, u"bytes"_s, u"seconds"_s, u"since_version"_s, u"inserts"_s, u"updates"_s, u"deletes"_s })
        QVERIFY2(object[key].isNull(), qPrintable(key));
}

void TestPreviewLines::tableForPeople()
{
    TablePreview reload = preview(u"cut"_s, PreviewAction::Full);
    reload.reload = true;
    reload.reason = u"Loaded again: it was truncated."_s;
    QCOMPARE(QString::fromUtf8(previewText({ changes(), reload, failed() })),
        u"TABLE            WOULD       INSERTS  UPDATES  DELETES   ROWS    SIZE    TIME  NOTE\n"
        "shop.dbo.orders  changes       1,200        3        1  1,204  ~38 kB  ~4.1 s\n"
        "shop.dbo.cut     load again        -        -        -      ?       -       -  Loaded again: it was "
        "truncated.\n"
        "shop.dbo.gone    fail              -        -        -      -       -       -  There is no such "
        "table.\n"_s);
}

void TestPreviewLines::noTableHasNoHeading()
{
    QCOMPARE(previewText({}), QByteArray());
}

void TestPreviewLines::summary()
{
    QCOMPARE(previewSummary({ changes(), failed() }, 1),
        u"2 tables: 1 to read, 0 with nothing new, 1 would fail; 1,200 inserts, 3 updates, 1 delete; about "
        "1,204 rows; about 38 kB; about 4.1 s"_s);
    const TablePreview unknown = preview(u"t"_s, PreviewAction::Full);
    QVERIFY(previewSummary({ changes(), unknown }, 1).endsWith(u"at least 38 kB; at least 4.1 s"_s));
    QVERIFY(previewSummary({ unknown }, 1).endsWith(u"rows not known; size not known; time not known"_s));
    QCOMPARE(previewSummary({ preview(u"t"_s, PreviewAction::NothingNew) }, 1),
        u"1 table: 0 to read, 1 with nothing new, 0 would fail"_s);
}

QTEST_APPLESS_MAIN(TestPreviewLines)
#include "tst_previewlines.moc"
