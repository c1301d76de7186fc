#include "tabledefinitionparser.h"

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

using Kind = ast::TableConstraint::Kind;

ast::CreateTable TableDefinitionParser::createTable()
{
    ast::CreateTable result;
    result.table = expectObjectName();
    expectSymbol(u"(");
    do {
        if (isSymbol(u")")) // a comma may stand behind the last one
            break;
        element(result.columns, result.constraints);
    } while (acceptSymbol(u","));
    expectSymbol(u")");
    indexOptions();
    return result;
}

void TableDefinitionParser::element(std::vector<ast::ColumnDefinition> &columns, Constraints &constraints)
{
    const QString name = acceptWord(u"CONSTRAINT") ? expectName() : QString();
    if (!name.isEmpty() || isConstraint())
        constraints.push_back(constraint(name, {}));
    else
        columns.push_back(column(int(columns.size()) + 1, constraints));
}

bool TableDefinitionParser::isConstraint() const
{
    return isWord(u"PRIMARY") || isWord(u"UNIQUE") || isWord(u"CHECK") || isWord(u"FOREIGN")
        || isWord(u"REFERENCES") || isWord(u"DEFAULT");
}

ast::ColumnDefinition TableDefinitionParser::column(int ordinal, Constraints &constraints)
{
    ast::ColumnDefinition result;
    result.at = position();
    result.name = expectName();
    if (acceptWord(u"AS"))
        computedColumn(result);
    else
        result.type = type(ordinal);
    while (!failed() && columnOption(result, constraints)) { }
    return result;
}

void TableDefinitionParser::computedColumn(ast::ColumnDefinition &column)
{
    const int start = position().offset;
    column.computed = expression();
    column.computedText = textSince(start);
    column.persisted = acceptWord(u"PERSISTED");
}

bool TableDefinitionParser::columnOption(ast::ColumnDefinition &column, Constraints &constraints)
{
    if (acceptWord(u"NULL")) {
        column.nullable = true;
        return true;
    }
    if (acceptWords(u"NOT", u"NULL")) {
        column.nullable = false;
        return true;
    }
    if (acceptWord(u"IDENTITY")) {
        column.identity = identity();
        return true;
    }
    if (acceptWord(u"COLLATE")) {
        column.collation = expectName();
        return true;
    }
    if (acceptWord(u"ROWGUIDCOL") || acceptWord(u"SPARSE"))
        return true;
    const QString name = acceptWord(u"CONSTRAINT") ? expectName() : QString();
    if (acceptWord(u"DEFAULT")) {
        defaultValue(column, name);
        return true;
    }
    if (isConstraint()) {
        constraints.push_back(constraint(name, column.name));
        return true;
    }
    if (!name.isEmpty())
        fail();
    return false;
}

void TableDefinitionParser::defaultValue(ast::ColumnDefinition &column, const QString &name)
{
    const int start = position().offset;
    column.defaultName = name;
    column.defaultValue = expression();
    column.defaultText = textSince(start);
}

ast::IdentitySpec TableDefinitionParser::identity()
{
    ast::IdentitySpec result;
    if (acceptSymbol(u"(")) {
        result.seed = expectInteger();
        expectSymbol(u",");
        result.increment = expectInteger();
        expectSymbol(u")");
    }
    return result;
}

ast::TableConstraint TableDefinitionParser::constraint(const QString &name, const QString &column)
{
    ast::TableConstraint result;
    result.name = name;
    result.at = position();
    if (acceptWord(u"PRIMARY")) {
        expectWord(u"KEY");
        key(result, column);
    } else if (acceptWord(u"UNIQUE")) {
        result.kind = Kind::Unique;
        result.clustered = false;
        key(result, column);
    } else if (acceptWord(u"CHECK")) {
        result.kind = Kind::Check;
        expectSymbol(u"(");
        const int start = position().offset;
        result.expression = condition();
        result.expressionText = textSince(start);
        expectSymbol(u")");
    } else if (column.isEmpty() && acceptWord(u"DEFAULT")) {
        result.kind = Kind::Default;
        const int start = position().offset;
        result.expression = expression();
        result.expressionText = textSince(start);
        expectWord(u"FOR");
        result.columns = QStringList{ expectName() };
    } else {
        foreignKey(result, column);
    }
    return result;
}

void TableDefinitionParser::key(ast::TableConstraint &constraint, const QString &column)
{
    if (acceptWord(u"NONCLUSTERED"))
        constraint.clustered = false;
    else if (acceptWord(u"CLUSTERED"))
        constraint.clustered = true;
    constraint.columns = column.isEmpty() || isSymbol(u"(") ? indexColumns() : QStringList{ column };
    indexOptions();
}

void TableDefinitionParser::foreignKey(ast::TableConstraint &constraint, const QString &column)
{
    constraint.kind = Kind::ForeignKey;
    if (acceptWord(u"FOREIGN")) {
        expectWord(u"KEY");
        constraint.columns = column.isEmpty() ? expectNameList() : QStringList{ column };
    } else if (!column.isEmpty()) {
        constraint.columns = QStringList{ column };
    }
    expectWord(u"REFERENCES");
    constraint.references = expectObjectName();
    if (isSymbol(u"("))
        constraint.referencedColumns = expectNameList();
    while (!failed() && acceptWord(u"ON")) {
        if (acceptWord(u"UPDATE")) {
            constraint.onUpdate = referenceAction();
        } else {
            expectWord(u"DELETE");
            constraint.onDelete = referenceAction();
        }
    }
}

ast::ReferenceAction TableDefinitionParser::referenceAction()
{
    if (acceptWord(u"CASCADE"))
        return ast::ReferenceAction::Cascade;
    if (acceptWords(u"SET", u"NULL"))
        return ast::ReferenceAction::SetNull;
    if (acceptWords(u"SET", u"DEFAULT"))
        return ast::ReferenceAction::SetDefault;
    expectWord(u"NO");
    expectWord(u"ACTION");
    return ast::ReferenceAction::NoAction;
}

QStringList TableDefinitionParser::indexColumns()
{
    QStringList names;
    expectSymbol(u"(");
    do {
        names += expectName();
        if (!acceptWord(u"ASC"))
            acceptWord(u"DESC");
    } while (acceptSymbol(u","));
    expectSymbol(u")");
    return names;
}

/// Where and how an index lies on disk means nothing here.
void TableDefinitionParser::indexOptions()
{
    if (isWord(u"WITH") && isSymbol(u"(", 1)) {
        take();
        take();
        do {
            if (peek().kind != Token::Kind::Word)
                fail();
            take();
            expectSymbol(u"=");
            take();
        } while (acceptSymbol(u","));
        expectSymbol(u")");
    }
    while (acceptWord(u"ON") || acceptWord(u"TEXTIMAGE_ON"))
        expectName();
}

ast::AlterTable TableDefinitionParser::alterTable()
{
    ast::AlterTable result;
    result.table = expectObjectName();
    if (acceptWord(u"ENABLE")) {
        result.action = tableTracking(true);
    } else if (acceptWord(u"DISABLE")) {
        result.action = tableTracking(false);
    } else if (acceptWord(u"DROP")) {
        result.action = dropFromTable();
    } else if (acceptWords(u"ALTER", u"COLUMN")) {
        Constraints none;
        result.action = ast::AlterColumn{ column(1, none) };
    } else {
        std::optional<bool> checked;
        if (acceptWord(u"WITH"))
            checked = checkOrNot();
        if (isWord(u"CHECK") || isWord(u"NOCHECK"))
            result.action = switchConstraints(checked.value_or(false));
        else
            result.action = addToTable(checked.value_or(true));
    }
    return result;
}

bool TableDefinitionParser::checkOrNot()
{
    if (acceptWord(u"CHECK"))
        return true;
    expectWord(u"NOCHECK");
    return false;
}

ast::AddToTable TableDefinitionParser::addToTable(bool checked)
{
    ast::AddToTable result;
    result.checked = checked;
    expectWord(u"ADD");
    do {
        element(result.columns, result.constraints);
    } while (acceptSymbol(u","));
    return result;
}

ast::SwitchConstraints TableDefinitionParser::switchConstraints(bool checked)
{
    ast::SwitchConstraints result;
    result.checked = checked;
    result.on = checkOrNot();
    expectWord(u"CONSTRAINT");
    if (acceptWord(u"ALL"))
        return result;
    do {
        result.names += expectName();
    } while (acceptSymbol(u","));
    return result;
}

ast::TableTracking TableDefinitionParser::tableTracking(bool enable)
{
    ast::TableTracking result;
    result.enable = enable;
    expectWord(u"CHANGE_TRACKING");
    if (enable && acceptWord(u"WITH")) {
        expectSymbol(u"(");
        expectWord(u"TRACK_COLUMNS_UPDATED");
        expectSymbol(u"=");
        result.columnsUpdated = onOrOff();
        expectSymbol(u")");
    }
    return result;
}

ast::DropFromTable TableDefinitionParser::dropFromTable()
{
    ast::DropFromTable result;
    bool columns = false;
    do {
        if (acceptWord(u"COLUMN"))
            columns = true;
        else if (acceptWord(u"CONSTRAINT"))
            columns = false;
        result.ifExists = ifExists() || result.ifExists;
        (columns ? result.columns : result.constraints) += expectName();
    } while (acceptSymbol(u","));
    return result;
}

bool TableDefinitionParser::onOrOff()
{
    if (acceptWord(u"ON"))
        return true;
    expectWord(u"OFF");
    return false;
}

bool TableDefinitionParser::ifExists()
{
    if (!acceptWord(u"IF"))
        return false;
    expectWord(u"EXISTS");
    return true;
}

} // namespace tidemark::practice
