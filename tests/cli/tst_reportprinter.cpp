#include "reportprinter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cstdio>
#include <memory>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

using Stream = std::unique_ptr<FILE, int (*)(FILE *)>;

TableReport report(const QString &table)
{
    TableReport report;
    report.table = { u"shop"_s, u"dbo"_s, table };
    report.status = TableStatus::Done;
    return report;
}

QByteArray contentOf(FILE *file)
{
    std::rewind(file);
    QByteArray content(8192, '\0');
    content.resize(qsizetype(std::fread(content.data(), 1, size_t(content.size()), file)));
    return content;
}

QStringList tablesIn(const QByteArray &lines)
{
    QStringList tables;
    for (const QByteArray &line : lines.split('\n')) {
        if (!line.isEmpty())
            tables += QJsonDocument::fromJson(line).object()[u"table"_s].toString();
    }
    return tables;
}

} // namespace

class TestReportPrinter : public QObject {
    Q_OBJECT

private slots:
    void orderIsThatOfTheJob();
    void brokenOutputIsSaidOnce();
};

void TestReportPrinter::orderIsThatOfTheJob()
{
    const Stream output(std::tmpfile(), std::fclose);
    const Stream errors(std::tmpfile(), std::fclose);
    Console console(Verbosity::Normal, output.get(), errors.get(), false);
    ReportPrinter printer(console);
    printer.add(2, report(u"c"_s));
    printer.add(1, report(u"b"_s));
    QCOMPARE(tablesIn(contentOf(output.get())), QStringList());
    printer.add(0, report(u"a"_s));
    QCOMPARE(tablesIn(contentOf(output.get())), (QStringList{ u"dbo.a"_s, u"dbo.b"_s, u"dbo.c"_s }));
    QVERIFY(printer.isComplete());
}

void TestReportPrinter::brokenOutputIsSaidOnce()
{
    const Stream full(std::fopen("/dev/full", "w"), std::fclose);
    if (!full)
        QSKIP("this system has no /dev/full");
    const Stream errors(std::tmpfile(), std::fclose);
    Console console(Verbosity::Normal, full.get(), errors.get(), false);
    ReportPrinter printer(console);
    printer.add(0, report(u"a"_s));
    printer.add(1, report(u"b"_s));
    QVERIFY(!printer.isComplete());
    const QByteArray said = contentOf(errors.get());
    QCOMPARE(said.count("Standard output cannot be written"), 1);
    QVERIFY2(said.contains("sync_history.jsonl"), said.constData());
}

QTEST_APPLESS_MAIN(TestReportPrinter)
#include "tst_reportprinter.moc"
