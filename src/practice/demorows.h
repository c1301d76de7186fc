#pragma once

#include "demorandom.h"
#include "sqlvalue.h"

#include <functional>
#include <vector>

namespace tidemark::practice {

/// How many rows the demo tables get.
struct DemoSizes {
    int customers = 0;
    int products = 0;
    int orders = 0;
    int auditLog = 0;
    int visits = 0;

    /// `rows` for the larger tables.
    static DemoSizes of(int rows);
};

/// Makes the rows of the demo business, the same for the same seed. `put` takes one row in the order of the
/// table's columns (without computed ones and rowversions), and answers whether to go on.
class DemoRows {
public:
    using Put = std::function<bool(SqlRow)>;

    explicit DemoRows(quint32 seed, int rows);

    void customers(const Put &put);
    void products(const Put &put);
    /// Orders with their lines.
    void orders(const Put &putOrder, const Put &putLine);
    void auditLog(const Put &put);
    void visits(const Put &put);
    void suppliers(const Put &put);
    void extra(const Put &put);

    static std::vector<SqlRow> oddRows();
    static std::vector<SqlRow> longRows();

private:
    MomentValue someMoment(int scale);
    DecimalValue someAmount(int mostCents);
    GuidValue someGuid();

    DemoRandom m_random;
    DemoSizes m_sizes;
    std::vector<qint64> m_prices; // of the products, in cents
};

} // namespace tidemark::practice
