#pragma once

#include "sqltype.h"
#include "sqlvalue.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

/// The tree of a T-SQL batch, as the parser makes it: names as written (without quotes), nothing resolved.
namespace tidemark::practice::ast {

struct Position {
    int line = 1;
    int offset = 0; // in the batch
};

/// server.database.schema.name; the parts that were not written are empty.
struct ObjectName {
    QString database;
    QString schema;
    QString name;
    Position at;

    QString written() const; // "dbo.orders", as in error 208
};

struct Expression;
struct Select;
using ExpressionPtr = std::unique_ptr<Expression>;
using SelectPtr = std::unique_ptr<Select>;

struct CaseBranch {
    ExpressionPtr when;
    ExpressionPtr then;
};

struct Expression {
    enum class Kind {
        Literal, // value, type
        Default, // the word DEFAULT of a VALUES list or SET
        Variable, // name with its @
        SystemVariable, // @@SPID: name with @@, upper-case
        Column, // qualifier parts and name
        Unary, // name: "-", "+", "~", "NOT"
        Binary, // name: + - * / % & | ^ = <> < <= > >= AND OR
        IsNull, // arguments[0]; negated
        Between, // arguments 0 to 2; negated
        Like, // arguments 0, 1 and perhaps the escape; negated
        InList, // arguments[0] in the others; negated
        InSelect, // arguments[0] in select; negated
        Exists, // select
        Subquery, // select, one value
        Case, // arguments[0] if simple; branches; otherwise
        Convert, // arguments[0] to type; style; tries (TRY_CAST, TRY_CONVERT)
        Function, // name upper-case, qualifier as written, arguments; star for COUNT(*); distinct
        Method, // arguments[0] . name (arguments 1...), or static: type :: name(...)
        Collate, // arguments[0], name
    };

    Kind kind = Kind::Literal;
    Position at;
    QString name;
    QStringList qualifier; // [database], [schema], table or alias
    SqlType type;
    SqlValue value;
    std::vector<ExpressionPtr> arguments;
    std::vector<CaseBranch> branches;
    ExpressionPtr otherwise;
    ExpressionPtr style;
    SelectPtr select;
    bool negated = false;
    bool tries = false;
    bool star = false;
    bool distinct = false;
};

struct SelectItem {
    ExpressionPtr expression; // null for * and t.*
    QStringList starQualifier;
    QString alias;
    QString variable; // SELECT @x = ...
    Position at;
};

/// CHANGETABLE(CHANGES t, since) or CHANGETABLE(VERSION t, (keys), (values)).
struct ChangeTable {
    ObjectName table;
    bool isVersion = false;
    ExpressionPtr since; // a literal, a variable or NULL
    QStringList keys;
    std::vector<ExpressionPtr> values;
    Position at;
};

struct Source;
using SourcePtr = std::unique_ptr<Source>;

/// One item of FROM: a table, a derived table, VALUES, CHANGETABLE or a join of two.
struct Source {
    enum class Kind { Table, Select, Values, Changes, Join };
    enum class JoinKind { Inner, Left, Right, Full, Cross };

    Kind kind = Kind::Table;
    Position at;
    ObjectName table;
    QString alias;
    QStringList columnAliases;
    SelectPtr select;
    std::vector<std::vector<ExpressionPtr>> rows;
    ChangeTable changes;
    JoinKind join = JoinKind::Inner;
    SourcePtr left;
    SourcePtr right;
    ExpressionPtr on;
};

struct OrderItem {
    ExpressionPtr expression;
    bool descending = false;
};

/// One SELECT without its ORDER BY.
struct SelectCore {
    bool distinct = false;
    ExpressionPtr top;
    std::vector<SelectItem> items;
    std::vector<SourcePtr> from; // separated by commas
    ExpressionPtr where;
    std::vector<ExpressionPtr> groupBy;
    ExpressionPtr having;
    Position at;
};

enum class SetOperation { Union, UnionAll, Except, Intersect };

struct CommonTable {
    QString name;
    QStringList columns;
    SelectPtr select;
    Position at;
};

/// cores[0] operations[0] cores[1] ...; from left to right.
struct Select {
    std::vector<CommonTable> with;
    std::vector<SelectCore> cores;
    std::vector<SetOperation> operations;
    std::vector<OrderItem> orderBy;
    ExpressionPtr offset;
    ExpressionPtr fetch;
    Position at;
};

struct SelectStatement {
    Select select;
};

struct Insert {
    std::vector<CommonTable> with;
    ObjectName table;
    QStringList columns; // empty: all that take a value
    std::vector<std::vector<ExpressionPtr>> rows; // VALUES
    SelectPtr select; // or this
    bool defaultValues = false; // or neither
    ExpressionPtr changeContext; // WITH CHANGE_TRACKING_CONTEXT (...)
};

struct Assignment {
    QString column;
    ExpressionPtr value;
    Position at;
};

struct Update {
    std::vector<CommonTable> with;
    ObjectName target; // a table, or an alias of FROM
    ExpressionPtr top;
    std::vector<Assignment> assignments;
    std::vector<SourcePtr> from;
    ExpressionPtr where;
    ExpressionPtr changeContext;
};

struct Delete {
    std::vector<CommonTable> with;
    ObjectName target;
    ExpressionPtr top;
    std::vector<SourcePtr> from;
    ExpressionPtr where;
    ExpressionPtr changeContext;
};

struct Declaration {
    QString name; // with its @
    SqlType type;
    ExpressionPtr value;
    Position at;
};

struct Declare {
    std::vector<Declaration> variables;
};

struct SetVariable {
    QString name;
    ExpressionPtr value;
};

/// SET name[, name] ON | OFF | value. Names upper-case, e.g. "ANSI_NULLS", "LOCK_TIMEOUT".
struct SetOption {
    QStringList names;
    QString value; // upper-case word, number or text
};

struct SetIdentityInsert {
    ObjectName table;
    bool on = false;
};

enum class Isolation { ReadUncommitted, ReadCommitted, RepeatableRead, Snapshot, Serializable };

struct SetIsolation {
    Isolation level = Isolation::ReadCommitted;
};

struct Use {
    QString database;
};

struct BeginTransaction {
    QString name;
};

struct Commit {
    QString name;
};

struct Rollback {
    QString name;
};

struct SaveTransaction {
    QString name;
};

struct IdentitySpec {
    qint64 seed = 1;
    qint64 increment = 1;
};

struct ColumnDefinition {
    QString name;
    SqlType type;
    bool isUserDefinedName = false;
    std::optional<QString> collation;
    std::optional<bool> nullable; // not written: NULL, unless key or identity
    std::optional<IdentitySpec> identity;
    ExpressionPtr defaultValue;
    QString defaultText; // as written, for the catalog
    QString defaultName; // of its constraint
    ExpressionPtr computed;
    QString computedText;
    bool persisted = false;
    Position at;
};

/// In the order of sys.foreign_keys.
enum class ReferenceAction { NoAction, Cascade, SetNull, SetDefault };

struct TableConstraint {
    enum class Kind { PrimaryKey, Unique, Check, ForeignKey, Default };
    Kind kind = Kind::PrimaryKey;
    QString name; // empty: the server makes one
    bool clustered = true;
    QStringList columns; // of a key; the column of DEFAULT ... FOR
    ExpressionPtr expression; // CHECK, DEFAULT
    QString expressionText;
    ObjectName references;
    QStringList referencedColumns;
    ReferenceAction onDelete = ReferenceAction::NoAction;
    ReferenceAction onUpdate = ReferenceAction::NoAction;
    Position at;
};

struct CreateTable {
    ObjectName table;
    std::vector<ColumnDefinition> columns;
    std::vector<TableConstraint> constraints; // those written at a column too
};

struct AddToTable {
    std::vector<ColumnDefinition> columns;
    std::vector<TableConstraint> constraints;
    bool checked = true; // not WITH NOCHECK
};

struct AlterColumn {
    ColumnDefinition column;
};

struct DropFromTable {
    QStringList columns;
    QStringList constraints;
    bool ifExists = false;
};

/// CHECK or NOCHECK CONSTRAINT.
struct SwitchConstraints {
    QStringList names; // none: ALL
    bool on = true;
    bool checked = false; // WITH CHECK: the rows that are there, too
};

struct TableTracking {
    bool enable = true;
    std::optional<bool> columnsUpdated; // WITH (TRACK_COLUMNS_UPDATED = ON | OFF)
};

struct AlterTable {
    ObjectName table;
    std::variant<AddToTable, AlterColumn, DropFromTable, SwitchConstraints, TableTracking> action;
};

struct DropTable {
    std::vector<ObjectName> tables;
    bool ifExists = false;
};

struct TruncateTable {
    ObjectName table;
};

struct CreateIndex {
    QString name;
    ObjectName table;
    QStringList columns;
    bool unique = false;
};

struct DropIndex {
    QString name;
    ObjectName table;
    bool ifExists = false;
};

struct CreateSchema {
    QString name;
    QString owner;
};

struct DropSchema {
    QString name;
    bool ifExists = false;
};

struct CreateDatabase {
    QString name;
    std::optional<QString> collation;
};

struct DropDatabase {
    std::vector<QString> names;
    bool ifExists = false;
};

/// SET CHANGE_TRACKING = ON (...), = OFF, or (...) to change options only.
struct DatabaseTracking {
    std::optional<bool> on;
    std::optional<int> retention;
    QString retentionUnit; // "DAYS", "HOURS", "MINUTES"
    std::optional<bool> autoCleanup;
};

/// Other options of ALTER DATABASE ... SET: "ALLOW_SNAPSHOT_ISOLATION" "ON", "READ_COMMITTED_SNAPSHOT" "OFF".
struct DatabaseOption {
    QString name;
    QString value;
};

struct AlterDatabase {
    QString name; // empty for CURRENT
    std::vector<std::variant<DatabaseTracking, DatabaseOption>> options;
};

struct CreateLogin {
    QString name;
    QString password;
    QString defaultDatabase;
};

struct CreateUser {
    QString name;
    QString login; // empty: the same name
    bool withoutLogin = false;
};

struct DropPrincipal {
    QString name;
    bool isLogin = false; // else a user
    bool ifExists = false;
};

struct RoleMember {
    QString role;
    QString member;
    bool add = true;
};

struct Permission {
    enum class Action { Grant, Deny, Revoke };
    enum class Class { Database, Schema, Object };
    Action action = Action::Grant;
    QStringList permissions; // upper-case: "SELECT", "VIEW CHANGE TRACKING"
    QStringList columns; // GRANT SELECT (a, b)
    Class securableClass = Class::Database;
    ObjectName securable; // only `name` for a schema
    QStringList principals;
};

struct Argument {
    QString name; // with its @, or empty
    ExpressionPtr value; // a literal, a variable, a bare word as text, or DEFAULT
    bool output = false;
};

struct Execute {
    ObjectName procedure;
    std::vector<Argument> arguments;
    QString returnVariable;
    ExpressionPtr text; // EXEC ('...')
};

struct WaitFor {
    ExpressionPtr delay; // text "hh:mm:ss.fff"
};

struct Print {
    ExpressionPtr value;
};

struct Statement;

struct Block {
    std::vector<Statement> statements;
};

struct If {
    ExpressionPtr condition;
    std::unique_ptr<Statement> then;
    std::unique_ptr<Statement> otherwise;
};

struct Statement {
    Position at;
    std::variant<SelectStatement, Insert, Update, Delete, Declare, SetVariable, SetOption, SetIdentityInsert,
        SetIsolation, Use, BeginTransaction, Commit, Rollback, SaveTransaction, CreateTable, AlterTable,
        DropTable, TruncateTable, CreateIndex, DropIndex, CreateSchema, DropSchema, CreateDatabase,
        DropDatabase, AlterDatabase, CreateLogin, CreateUser, DropPrincipal, RoleMember, Permission, Execute,
        WaitFor, Print, Block, If>
        body;
};

struct Batch {
    std::vector<Statement> statements;
    /// Every table that a CHANGETABLE of the batch names: an untracked one is 22105 before anything runs.
    std::vector<ObjectName> changeTables;
};

} // namespace tidemark::practice::ast
