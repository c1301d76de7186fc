#include "catalog.h"

#include <QtTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

class CatalogTest : public QObject {
    Q_OBJECT

private slots:
    void readsDatabases()
    {
        const ResultRows rows{ { u"database_name"_s, u"accessible"_s, u"tracked"_s },
            { { u"shop"_s, u"1"_s, u"1"_s }, { u"secret"_s, u"0"_s, u"0"_s },
                { u"offline"_s, std::nullopt, u"0"_s } } };
        const QList<CatalogDatabase> expected = { { u"shop"_s, true, true }, { u"secret"_s, false, false },
            { u"offline"_s, false, false } };
        QCOMPARE(decodeDatabaseList(rows), expected);
    }

    void readsTables()
    {
        const ResultRows rows{ { u"schema_name"_s, u"table_name"_s, u"tracked"_s, u"has_key"_s,
                                   u"can_select"_s, u"can_view_changes"_s, u"row_estimate"_s,
                                   u"used_pages"_s },
            { { u"dbo"_s, u"orders"_s, u"1"_s, u"1"_s, u"1"_s, u"0"_s, u"5000000000"_s, u"3"_s },
                { u"dbo"_s, u"log"_s, u"0"_s, u"0"_s, u"0"_s, std::nullopt, std::nullopt, std::nullopt } } };
        const QList<CatalogTable> expected = {
            { { u"shop"_s, u"dbo"_s, u"orders"_s }, true, true, 5000000000, 24576, true, false },
            { { u"shop"_s, u"dbo"_s, u"log"_s }, false, false, std::nullopt, std::nullopt, false, true },
        };
        QCOMPARE(decodeTableList(rows, u"shop"_s), expected);
    }
};

QTEST_GUILESS_MAIN(CatalogTest)
#include "tst_catalog.moc"
