#include "statementcatalog.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// The statements as golden files. To renew them: TIDEMARK_UPDATE_GOLDEN=1, then read the difference.
class StatementsTest : public QObject {
    Q_OBJECT

private:
    const QDir m_folder{ QStringLiteral(STATEMENT_DATA) };

private slots:
    void matchGoldenFiles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("sql");
        const QMap<QString, QString> statements = test::allStatements();
        for (auto it = statements.cbegin(); it != statements.cend(); ++it)
            QTest::newRow(qPrintable(it.key())) << it.key() << it.value();
    }
    void matchGoldenFiles()
    {
        QFETCH(QString, name);
        QFETCH(QString, sql);
        const QByteArray text = sql.trimmed().toUtf8() + '\n';
        QFile file(m_folder.filePath(name + u".sql"_s));
        if (qEnvironmentVariableIsSet("TIDEMARK_UPDATE_GOLDEN")) {
            QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(file.errorString()));
            QCOMPARE(file.write(text), text.size());
            return;
        }
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName() + u": "_s + file.errorString()));
        QCOMPARE(QString::fromUtf8(text), QString::fromUtf8(file.readAll()));
    }

    void noGoldenFileIsLeftOver()
    {
        QStringList expected;
        for (const QString &name : test::allStatements().keys())
            expected += name + u".sql"_s;
        QCOMPARE(m_folder.entryList(QDir::Files, QDir::Name), expected);
    }
};

QTEST_GUILESS_MAIN(StatementsTest)
#include "tst_statements.moc"
