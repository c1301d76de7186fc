#include "scriptedrunner.h"
#include "sqlserversession.h"

#include <QtTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;
using test::ScriptedRunner;

/// A reader that gives `rows` empty rows and then fails.
class FailingReader : public BlockReader {
public:
    const QList<BlockColumn> &columns() const override { return m_columns; }
    std::unique_ptr<RowBlock> makeBlock() const override
    {
        return std::make_unique<RowBlock>(m_columns, 1, 0);
    }
    Result<bool> fetch(RowBlock &) override
    {
        return fail(SyncError{ ErrorKind::Query, u"altered"_s, u"42000"_s, 3961, false, {}, 0 });
    }

private:
    QList<BlockColumn> m_columns;
};

class SqlServerSessionTest : public QObject {
    Q_OBJECT

private:
    ScriptedRunner::Script m_script;

    SqlServerSession session()
    {
        return SqlServerSession(std::make_unique<ScriptedRunner>(m_script), u"db1"_s, u"shop"_s);
    }
    static TableRef ref(const QString &table) { return { u"shop"_s, u"dbo"_s, table }; }
    static SyncError error(ErrorKind kind, int number)
    {
        return { kind, u"server text"_s, u"42000"_s, number, false, {}, 0 };
    }
    static ResultRows versionRow(std::optional<int> version, int session, int depth, int transaction)
    {
        return { { u"current_version"_s, u"session"_s, u"depth"_s, u"transaction_id"_s },
            { { version ? std::optional(QString::number(*version)) : std::nullopt, QString::number(session),
                QString::number(depth), QString::number(transaction) } } };
    }
    static ResultRows databaseRow()
    {
        return { { u"current_version"_s, u"user_name"_s }, { { u"9"_s, u"eve"_s } } };
    }
    /// Answers a trip 2 from the batch itself: tables named "changed..." have changes, minimum versions
    /// are 3.
    static QList<ResultRows> changesAnswer(const QString &batch)
    {
        QList<ResultRows> results;
        ResultRows minimums{ { u"question"_s, u"min_valid_version"_s }, {} };
        for (const QString &line : batch.split(u'\n')) {
            if (!line.startsWith(u"SELECT CASE"_s))
                continue;
            results +=
                ResultRows{ { u"changed"_s }, { { line.contains(u"].[changed"_s) ? u"1"_s : u"0"_s } } };
            minimums.rows += { QString::number(minimums.rows.size()), u"3"_s };
        }
        return results << minimums;
    }

private slots:
    void init() { m_script = {}; }

    void theSurveyOfAJobIsOneBatch()
    {
        m_script.answer = [](const QString &) -> ScriptedRunner::Answer {
            return QList<ResultRows>{ databaseRow(), {}, {} };
        };
        QList<TableRef> tables;
        for (int i = 0; i < 200; ++i)
            tables += ref(u"t"_s + QString::number(i));
        const Result<DatabaseSurvey> survey = session().survey(tables);
        QVERIFY(survey.has_value());
        QCOMPARE(m_script.sent.size(), 1);
        QCOMPARE(survey->tables.size(), 200);
        QCOMPARE(survey->tables.last().table, ref(u"t199"_s));
        QCOMPARE(survey->database.currentVersion, std::optional(ChangeVersion(9)));
        QCOMPARE(survey->database.source.server, u"db1"_s);
    }

    void aHugeSurveyIsCutIntoBatches()
    {
        m_script.answer = [](const QString &sql) -> ScriptedRunner::Answer {
            QList<ResultRows> results;
            if (sql.contains(u"sys.databases"_s))
                results += databaseRow();
            return results << ResultRows{} << ResultRows{};
        };
        QList<TableRef> tables;
        for (int i = 0; i < 1001; ++i)
            tables += ref(u"t"_s + QString::number(i));
        const Result<DatabaseSurvey> survey = session().survey(tables);
        QVERIFY(survey.has_value());
        QCOMPARE(survey->tables.size(), 1001);
        QCOMPARE(m_script.sent.size(), 3);
        QCOMPARE(m_script.sent.filter(u"sys.databases"_s).size(), 1);
    }

    void aSurveyWithoutTablesDescribesTheDatabase()
    {
        m_script.answer = [](const QString &) -> ScriptedRunner::Answer {
            return QList<ResultRows>{ databaseRow() };
        };
        const Result<DatabaseSurvey> survey = session().survey({});
        QVERIFY(survey.has_value());
        QVERIFY(survey->tables.isEmpty());
    }

    void aCutAnswerIsAnError()
    {
        m_script.answer = [](const QString &) -> ScriptedRunner::Answer {
            return QList<ResultRows>{ databaseRow() };
        };
        QCOMPARE(session().survey({ ref(u"t"_s) }).error().kind, ErrorKind::Internal);
    }

    void unchangedTablesAreAskedInOneBatch()
    {
        m_script.answer = [](const QString &sql) -> ScriptedRunner::Answer { return changesAnswer(sql); };
        const QList<Result<bool>> answers = session().haveChanges(
            { { ref(u"quiet"_s), ChangeVersion(5) }, { ref(u"changed"_s), ChangeVersion(5) },
                { ref(u"atMinimum"_s), ChangeVersion(3) }, { ref(u"expired"_s), ChangeVersion(2) } });
        QCOMPARE(m_script.sent.size(), 1);
        QCOMPARE(answers.size(), 4);
        QCOMPARE(answers[0].value(), false);
        QCOMPARE(answers[1].value(), true);
        QCOMPARE(answers[2].value(), false);
        QCOMPARE(answers[3].value(), true); // cleaned up meanwhile: it must be looked at
    }

    void aTableWithoutMinimumMustBeLookedAt()
    {
        m_script.answer = [](const QString &) -> ScriptedRunner::Answer {
            return QList<ResultRows>{ { { u"changed"_s }, { { u"0"_s } } },
                { { u"question"_s, u"min_valid_version"_s }, { { u"0"_s, std::nullopt } } } };
        };
        QCOMPARE(session().haveChanges({ { ref(u"t"_s), ChangeVersion(5) } }).first().value(), true);
    }

    void oneUntrackedTableDoesNotHideTheOthers()
    {
        m_script.answer = [](const QString &sql) -> ScriptedRunner::Answer {
            if (sql.contains(u"[untracked]"_s))
                return fail(error(ErrorKind::Query, 22105));
            return changesAnswer(sql);
        };
        const QList<Result<bool>> answers = session().haveChanges({ { ref(u"quiet"_s), ChangeVersion(5) },
            { ref(u"untracked"_s), ChangeVersion(5) }, { ref(u"changed"_s), ChangeVersion(5) } });
        QCOMPARE(m_script.sent.size(), 4);
        QCOMPARE(answers[0].value(), false);
        QCOMPARE(answers[1].error().kind, ErrorKind::NotTracked);
        QCOMPARE(answers[1].error().context, u"shop.dbo.untracked"_s);
        QCOMPARE(answers[2].value(), true);
    }

    void changesAreCountedByOperationInOneBatch()
    {
        const QStringList minimumColumns{ u"question"_s, u"min_valid_version"_s };
        const QStringList columns{ u"operation"_s, u"rows"_s };
        m_script.answer = [&](const QString &) -> ScriptedRunner::Answer {
            return QList<ResultRows>{
                { columns, { { u"D"_s, u"2"_s }, { u"I"_s, u"3"_s }, { u"U"_s, u"5000000000"_s } } },
                { columns, {} }, { minimumColumns, { { u"0"_s, u"4"_s }, { u"1"_s, std::nullopt } } }
            };
        };
        const QList<Result<ChangeCounts>> answers =
            session().countChanges({ { ref(u"busy"_s), 1, ChangeVersion(5), ChangeVersion(9) },
                { ref(u"quiet"_s), 1, ChangeVersion(5), ChangeVersion(9) } });
        QCOMPARE(m_script.sent.size(), 1);
        QCOMPARE(answers.size(), 2);
        QCOMPARE(answers[0]->inserts, 3);
        QCOMPARE(answers[0]->updates, 5000000000);
        QCOMPARE(answers[0]->deletes, 2);
        QCOMPARE(answers[0]->minValidVersion, std::optional(ChangeVersion(4)));
        QCOMPARE(answers[1]->inserts + answers[1]->updates + answers[1]->deletes, 0);
        QVERIFY(!answers[1]->minValidVersion);
    }

    void aLostConnectionIsNotAskedAgain()
    {
        m_script.answer = [](const QString &) -> ScriptedRunner::Answer {
            return fail(error(ErrorKind::Connection, 0));
        };
        const QList<Result<bool>> answers =
            session().haveChanges({ { ref(u"a"_s), ChangeVersion(1) }, { ref(u"b"_s), ChangeVersion(1) } });
        QCOMPARE(m_script.sent.size(), 1);
        QCOMPARE(answers.size(), 2);
        QCOMPARE(answers[1].error().kind, ErrorKind::Connection);
    }

    void aSnapshotSetsTheLevelFirstAndReadsTheVersionFirst()
    {
        m_script.answer = [](const QString &) -> ScriptedRunner::Answer {
            return QList{ versionRow(7, 51, 1, 900) };
        };
        m_script.reader = [](const RowQuery &) -> Result<std::unique_ptr<BlockReader>> {
            return std::make_unique<FailingReader>();
        };
        SqlServerSession one = session();
        QVERIFY(one.beginSnapshot().has_value());
        QCOMPARE(one.currentVersion().value(), std::optional(ChangeVersion(7)));
        QVERIFY(one.endSnapshot().has_value());
        QCOMPARE(m_script.sent.size(), 6);
        QCOMPARE(m_script.sent[0], u"SET TRANSACTION ISOLATION LEVEL SNAPSHOT;"_s);
        QCOMPARE(m_script.sent[1], u"BEGIN TRANSACTION;"_s);
        QVERIFY(m_script.sent[2].contains(u"CHANGE_TRACKING_CURRENT_VERSION()"_s));
        QCOMPARE(m_script.sent[4], u"COMMIT TRANSACTION;"_s);
        QCOMPARE(m_script.sent[5], u"SET TRANSACTION ISOLATION LEVEL READ COMMITTED;"_s);
    }

    void readingRowsFirstStillNotesTheTransaction()
    {
        m_script.answer = [](const QString &) -> ScriptedRunner::Answer {
            return QList{ versionRow(7, 51, 1, 900) };
        };
        m_script.reader = [](const RowQuery &) -> Result<std::unique_ptr<BlockReader>> {
            return std::make_unique<FailingReader>();
        };
        SqlServerSession one = session();
        QVERIFY(one.beginSnapshot().has_value());
        const ReadSpec spec{ ref(u"t"_s), { { { u"id"_s, u"int"_s, 4, 10, 0, false, false, 1, {} } } }, {} };
        QVERIFY(one.readAll(spec).has_value());
        QVERIFY(m_script.sent[2].contains(u"CURRENT_TRANSACTION_ID()"_s));
        QVERIFY(m_script.sent[3].startsWith(u"SELECT [id]"_s));
    }

    void anotherTransactionAtTheEndIsALostSnapshot_data()
    {
        QTest::addColumn<int>("session");
        QTest::addColumn<int>("depth");
        QTest::addColumn<int>("transaction");
        QTest::newRow("other transaction") << 51 << 1 << 901;
        QTest::newRow("other session") << 52 << 1 << 900;
        QTest::newRow("no transaction") << 51 << 0 << 900;
    }
    void anotherTransactionAtTheEndIsALostSnapshot()
    {
        QFETCH(int, session);
        QFETCH(int, depth);
        QFETCH(int, transaction);
        int asked = 0;
        m_script.answer = [&](const QString &) -> ScriptedRunner::Answer {
            return QList{ ++asked == 1 ? versionRow(7, 51, 1, 900)
                                       : versionRow(7, session, depth, transaction) };
        };
        SqlServerSession one = this->session();
        QVERIFY(one.beginSnapshot().has_value());
        QVERIFY(one.currentVersion().has_value());
        const Status end = one.endSnapshot();
        QVERIFY(!end.has_value());
        QCOMPARE(end.error().kind, ErrorKind::Connection);
        QVERIFY(end.error().retryable);
        QVERIFY(!m_script.sent.contains(u"COMMIT TRANSACTION;"_s));
    }

    void aSnapshotLostBeforeItsFirstReadIsNoticed()
    {
        m_script.answer = [](const QString &) -> ScriptedRunner::Answer {
            return QList{ versionRow(7, 51, 0, 900) };
        };
        SqlServerSession one = session();
        QVERIFY(one.beginSnapshot().has_value());
        const auto version = one.currentVersion();
        QVERIFY(!version.has_value());
        QVERIFY(version.error().retryable);
    }

    void endingWithoutASnapshotIsAnError()
    {
        QCOMPARE(session().endSnapshot().error().kind, ErrorKind::Internal);
    }

    void theVersionOfAnUntrackedDatabaseIsNone()
    {
        m_script.answer = [](const QString &) -> ScriptedRunner::Answer {
            return QList{ versionRow(std::nullopt, 51, 0, 1) };
        };
        const auto version = session().currentVersion();
        QVERIFY(version.has_value());
        QVERIFY(!version->has_value());
    }

    void errorsBetweenRowsAreExplained()
    {
        m_script.reader = [](const RowQuery &) -> Result<std::unique_ptr<BlockReader>> {
            return std::make_unique<FailingReader>();
        };
        const ReadSpec spec{ ref(u"t"_s), { { { u"id"_s, u"int"_s, 4, 10, 0, false, false, 1, {} } } }, {} };
        Result<std::unique_ptr<BlockReader>> reader =
            session().readChanges(spec, ChangeVersion(1), ChangeVersion(2));
        QVERIFY(reader.has_value());
        const std::unique_ptr<RowBlock> block = (*reader)->makeBlock();
        const Result<bool> more = (*reader)->fetch(*block);
        QVERIFY(!more.has_value());
        QVERIFY(more.error().retryable);
        QCOMPARE(more.error().context, u"shop.dbo.t"_s);
    }

    void statementsThatFailAreExplained()
    {
        m_script.reader = [](const RowQuery &) -> Result<std::unique_ptr<BlockReader>> {
            return fail(error(ErrorKind::Query, 208));
        };
        const ReadSpec spec{ ref(u"t"_s), { { { u"id"_s, u"int"_s, 4, 10, 0, false, false, 1, {} } } }, {} };
        QCOMPARE(session().readAll(spec).error().kind, ErrorKind::NotFound);
    }

    void encryptionIsUnknownWhereItMayNotBeAsked()
    {
        m_script.answer = [](const QString &) -> ScriptedRunner::Answer {
            return fail(error(ErrorKind::Query, 297));
        };
        QCOMPARE(session().isEncrypted().value(), std::optional<bool>());
        m_script.answer = [](const QString &) -> ScriptedRunner::Answer {
            return QList{ ResultRows{ { u"encrypt_option"_s }, { { u"TRUE"_s } } } };
        };
        QCOMPARE(session().isEncrypted().value(), std::optional(true));
        m_script.answer = [](const QString &) -> ScriptedRunner::Answer {
            return QList{ ResultRows{ { u"encrypt_option"_s }, { { u"FALSE"_s } } } };
        };
        QCOMPARE(session().isEncrypted().value(), std::optional(false));
    }
};

QTEST_GUILESS_MAIN(SqlServerSessionTest)
#include "tst_sqlserversession.moc"
