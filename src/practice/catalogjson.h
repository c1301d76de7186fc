#pragma once

#include "databasecatalog.h"

#include <QJsonArray>
#include <QJsonObject>

/// The catalog's entries as JSON, the form in which a database file holds them.
namespace tidemark::practice {

QJsonObject toJson(const CatalogTable &table);
CatalogTable tableFromJson(const QJsonObject &json);
QJsonObject toJson(const CatalogSchema &schema);
CatalogSchema schemaFromJson(const QJsonObject &json);
QJsonObject toJson(const CatalogPrincipal &principal);
CatalogPrincipal principalFromJson(const QJsonObject &json);
QJsonObject toJson(const CatalogPermission &permission);
CatalogPermission permissionFromJson(const QJsonObject &json);

} // namespace tidemark::practice
