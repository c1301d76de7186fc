#include "survey.h"

#include <QtTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class SurveyTest : public QObject {
    Q_OBJECT

private:
    using Cells = QList<std::optional<QString>>;

    static Cells stateRow(int asked, const QString &schema, const QString &table, int id)
    {
        return { QString::number(asked), schema, table, QString::number(id), u"1"_s, u"0"_s, u"40"_s, u"41"_s,
            u"1"_s, u"1"_s, u"12"_s, u"2"_s };
    }
    static ResultRows states(const QList<Cells> &rows)
    {
        return { { u"asked"_s, u"schema_name"_s, u"table_name"_s, u"object_id"_s, u"tracked"_s,
                     u"columns_tracked"_s, u"begin_version"_s, u"min_valid_version"_s, u"can_select"_s,
                     u"can_view_changes"_s, u"row_estimate"_s, u"used_pages"_s },
            rows };
    }
    static Cells columnRow(int id, int ordinal, const QString &name, const QString &type, const QString &base,
        int length, std::optional<QString> keyOrdinal, const QString &readable = u"1"_s)
    {
        return { QString::number(id), QString::number(ordinal), name, type, base, u"0"_s,
            QString::number(length), u"18"_s, u"4"_s, keyOrdinal ? u"0"_s : u"1"_s, u"0"_s, std::nullopt,
            std::nullopt, keyOrdinal, readable };
    }
    static ResultRows columns(const QList<Cells> &rows)
    {
        return { { u"object_id"_s, u"column_id"_s, u"column_name"_s, u"type_name"_s, u"base_type_name"_s,
                     u"user_defined"_s, u"max_length"_s, u"precision"_s, u"scale"_s, u"nullable"_s,
                     u"computed"_s, u"collation_name"_s, u"encryption_type"_s, u"key_ordinal"_s,
                     u"can_select"_s },
            rows };
    }
    static TableRef ref(const QString &schema, const QString &table) { return { u"shop"_s, schema, table }; }

private slots:
    void readsTheDatabase()
    {
        const ResultRows rows{ { u"current_version"_s, u"server_name"_s, u"database_name"_s, u"created"_s,
                                   u"snapshot_state"_s, u"read_committed_snapshot"_s, u"auto_cleanup"_s,
                                   u"retention_period"_s, u"retention_units"_s },
            { { u"5000000000"_s, u"SQL1"_s, u"Shop"_s, u"2026-01-02T03:04:05.678"_s, u"1"_s, u"1"_s, u"0"_s,
                u"2"_s, u"3"_s } } };
        const Result<DatabaseState> state = decodeDatabaseState(rows, u"address"_s, u"shop"_s);
        QVERIFY(state.has_value());
        QCOMPARE(state->source, (SourceIdentity{ u"SQL1"_s, u"Shop"_s, u"2026-01-02T03:04:05.678"_s }));
        QCOMPARE(state->currentVersion, std::optional(ChangeVersion(5000000000)));
        QVERIFY(state->snapshotAllowed);
        QVERIFY(state->readCommittedSnapshot);
        QVERIFY(!state->autoCleanup);
        QCOMPARE(state->retention->count(), (std::chrono::minutes(48h).count()));
    }

    void anUntrackedDatabaseHasNoVersionAndVersionZeroIsOne()
    {
        const QStringList names = { u"current_version"_s, u"snapshot_state"_s };
        const Result<DatabaseState> none =
            decodeDatabaseState({ names, { { std::nullopt, u"3"_s } } }, u"address"_s, u"shop"_s);
        QVERIFY(none.has_value());
        QVERIFY(!none->currentVersion.has_value());
        QVERIFY(!none->snapshotAllowed); // 3 is only on its way
        QVERIFY(!none->retention.has_value());
        QCOMPARE(none->source.server, u"address"_s);
        const Result<DatabaseState> zero =
            decodeDatabaseState({ names, { { u"0"_s, u"0"_s } } }, u"address"_s, u"shop"_s);
        QCOMPARE(zero->currentVersion, std::optional(ChangeVersion(0)));
    }

    void aDatabaseWithoutARowIsAnError()
    {
        QVERIFY(!decodeDatabaseState({ { u"current_version"_s }, {} }, u"address"_s, u"shop"_s).has_value());
    }

    void readsATableWithItsSchema()
    {
        const QList<TableState> result = decodeTableStates({ ref(u"dbo"_s, u"orders"_s) },
            states({ stateRow(0, u"dbo"_s, u"orders"_s, 77) }),
            columns({ columnRow(77, 1, u"b"_s, u"nvarchar"_s, u"nvarchar"_s, 40, u"2"_s),
                columnRow(77, 2, u"a"_s, u"int"_s, u"int"_s, 4, u"1"_s),
                columnRow(77, 3, u"price"_s, u"decimal"_s, u"decimal"_s, 9, std::nullopt),
                columnRow(78, 1, u"other"_s, u"int"_s, u"int"_s, 4, u"1"_s) }),
            u"eve"_s);
        QCOMPARE(result.size(), 1);
        const TableState &state = result.first();
        QVERIFY(!state.problem.has_value());
        QCOMPARE(state.table, ref(u"dbo"_s, u"orders"_s));
        QCOMPARE(state.objectId, std::optional(77));
        QVERIFY(state.tracked);
        QCOMPARE(state.beginVersion, std::optional(ChangeVersion(40)));
        QCOMPARE(state.minValidVersion, std::optional(ChangeVersion(41)));
        QCOMPARE(state.rowEstimate, 12);
        QCOMPARE(state.sizeEstimateBytes, 16384);
        QCOMPARE(state.schema.columnNames(), (QStringList{ u"b"_s, u"a"_s, u"price"_s }));
        QCOMPARE(state.schema.keyColumns(), (QStringList{ u"a"_s, u"b"_s }));
        QCOMPARE(state.schema.columns[2].declaration(), u"decimal(18,4)"_s);
    }

    void theExactSpellingWins()
    {
        const QList<TableState> result = decodeTableStates({ ref(u"dbo"_s, u"Orders"_s) },
            states({ stateRow(0, u"dbo"_s, u"orders"_s, 1), stateRow(0, u"dbo"_s, u"Orders"_s, 2) }),
            columns({}), {});
        QCOMPARE(result.first().objectId, std::optional(2));
    }

    void aUniqueNameMatchesWithoutCase()
    {
        const QList<TableState> result = decodeTableStates({ ref(u"DBO"_s, u"ORDERS"_s) },
            states({ stateRow(0, u"dbo"_s, u"Orders"_s, 2) }), columns({}), {});
        QCOMPARE(result.first().table, ref(u"dbo"_s, u"Orders"_s));
    }

    void anAmbiguousNameIsRefusedWithItsCandidates()
    {
        const QList<TableState> result = decodeTableStates({ ref(u"dbo"_s, u"ORDERS"_s) },
            states({ stateRow(0, u"dbo"_s, u"orders"_s, 1), stateRow(0, u"dbo"_s, u"Orders"_s, 2) }),
            columns({}), {});
        QVERIFY(result.first().problem.has_value());
        QCOMPARE(result.first().problem->kind, ErrorKind::NotFound);
        QVERIFY(result.first().problem->text.contains(u"dbo.Orders, dbo.orders"_s));
        QCOMPARE(result.first().table, ref(u"dbo"_s, u"ORDERS"_s));
    }

    void whatOnlyTheServersCollationFindsEqualIsNotTheTable()
    {
        const QList<TableState> result = decodeTableStates({ ref(u"dbo"_s, u"orders"_s) },
            states({ stateRow(0, u"dbo"_s, u"\uFF4Frders"_s, 1) }), columns({}), {});
        QCOMPARE(result.first().problem->kind, ErrorKind::NotFound);
    }

    void missingTablesKeepTheirPlace()
    {
        const QList<TableState> result = decodeTableStates(
            { ref(u"dbo"_s, u"gone"_s), ref(u"dbo"_s, u"orders"_s), ref(u"dbo"_s, u"ORDERS"_s) },
            states({ stateRow(2, u"dbo"_s, u"orders"_s, 5), stateRow(1, u"dbo"_s, u"orders"_s, 5) }),
            columns({ columnRow(5, 1, u"id"_s, u"int"_s, u"int"_s, 4, u"1"_s),
                columnRow(5, 1, u"id"_s, u"int"_s, u"int"_s, 4, u"1"_s) }),
            {});
        QCOMPARE(result.size(), 3);
        QCOMPARE(result[0].problem->kind, ErrorKind::NotFound);
        QVERIFY(result[0].problem->text.contains(u"dbo.gone"_s));
        QCOMPARE(result[1].table, ref(u"dbo"_s, u"orders"_s));
        QCOMPARE(result[2].table, ref(u"dbo"_s, u"orders"_s));
        QCOMPARE(result[1].schema.columns.size(), 1); // asked twice, described once
    }

    void missingRightsNameTheGrant()
    {
        Cells row = stateRow(0, u"dbo"_s, u"orders"_s, 5);
        row[9] = u"0"_s;
        const ResultRows cols = columns({ columnRow(5, 1, u"id"_s, u"int"_s, u"int"_s, 4, u"1"_s, u"0"_s) });
        TableState state =
            decodeTableStates({ ref(u"dbo"_s, u"orders"_s) }, states({ row }), cols, u"eve"_s).first();
        QVERIFY(state.canSelect);
        QVERIFY(!state.canViewChangeTracking);
        QCOMPARE(state.problem->kind, ErrorKind::Permission);
        QVERIFY(state.problem->text.contains(u"GRANT VIEW CHANGE TRACKING ON [dbo].[orders] TO [eve];"_s));

        row[8] = u"0"_s;
        state = decodeTableStates({ ref(u"dbo"_s, u"orders"_s) }, states({ row }), cols, u"eve"_s).first();
        QVERIFY(!state.canSelect);
        QVERIFY(state.problem->text.contains(u"GRANT SELECT ON [dbo].[orders] TO [eve];"_s));
    }

    void rightsOnColumnsSuffice()
    {
        Cells row = stateRow(0, u"dbo"_s, u"orders"_s, 5);
        row[8] = u"0"_s;
        const TableState state = decodeTableStates({ ref(u"dbo"_s, u"orders"_s) }, states({ row }),
            columns({ columnRow(5, 1, u"id"_s, u"int"_s, u"int"_s, 4, u"1"_s),
                columnRow(5, 2, u"secret"_s, u"int"_s, u"int"_s, 4, std::nullopt, u"0"_s) }),
            {})
                                     .first();
        QVERIFY(state.canSelect);
        QVERIFY(!state.problem.has_value());
    }

    void rightsThatTheServerCannotTellAreAssumed()
    {
        Cells row = stateRow(0, u"dbo"_s, u"orders"_s, 5);
        row[8] = std::nullopt;
        row[9] = std::nullopt;
        const TableState state =
            decodeTableStates({ ref(u"dbo"_s, u"orders"_s) }, states({ row }), columns({}), {}).first();
        QVERIFY(state.canSelect);
        QVERIFY(state.canViewChangeTracking);
        QVERIFY(!state.problem.has_value());
    }
};

QTEST_GUILESS_MAIN(SurveyTest)
#include "tst_survey.moc"
