#pragma once

#include <QString>

namespace tidemark::practice {

/// The T-SQL that makes the tables of the demo business, and what comes once they are filled.
namespace demoschema {

QString options(const QString &database); // ALTER DATABASE
QString schemas();
QString tables();
QString extraTable(int number);
QString extraTableName(int number); // extra_0001
QString tracking();
QString rights();

/// Names that trip up careless programs.
QString oddSchema();
QString oddTable();
QString longTable(); // 128 characters

} // namespace demoschema

} // namespace tidemark::practice
