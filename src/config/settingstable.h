#pragma once

#include "connectionsettings.h"
#include "jobfile.h"
#include "setting.h"

namespace tidemark {

// Every setting that a job file can hold, once. Reading, saving, merging, profiles and the tests all walk
// these tables, so a setting that stands here works everywhere. A visitor is called with the setting and the
// member (or members) it stands for.

inline Setting<SignIn> signInSetting()
{
    Setting<SignIn> setting{ .key = QStringLiteral("authentication") };
    for (const SignIn signIn : allSignIns())
        setting.words += { signInName(signIn), signIn };
    return setting;
}

/// The map `connection`.
template <typename Visitor>
void visitConnectionSettings(Visitor &&visit)
{
    using namespace Qt::Literals::StringLiterals;
    using Part = ConnectionSettings;
    using Spec = ConnectionSpec;
    using Text = Setting<QString>;
    using Number = Setting<int>;
    const int maximumSeconds = 24 * 60 * 60;
    visit(Text{ .key = u"driver"_s }, &Part::driver, &Spec::driver);
    visit(Text{ .key = u"server"_s, .olderPaths = { u"server"_s } }, &Part::server, &Spec::server);
    visit(Number{ .key = u"port"_s, .low = 1, .high = 65535 }, &Part::port, &Spec::port);
    visit(Text{ .key = u"database"_s }, &Part::database, &Spec::database);
    visit(signInSetting(), &Part::signIn, &Spec::signIn);
    visit(Text{ .key = u"user"_s, .olderPaths = { u"connection.sql_login"_s, u"user"_s } }, &Part::user,
        &Spec::user);
    visit(Setting<Encryption>{ .key = u"encrypt"_s,
              .words = { { u"no"_s, Encryption::Optional }, { u"yes"_s, Encryption::Mandatory },
                  { u"strict"_s, Encryption::Strict }, { u"optional"_s, Encryption::Optional },
                  { u"mandatory"_s, Encryption::Mandatory } } },
        &Part::encrypt, &Spec::encrypt);
    visit(Setting<bool>{ .key = u"trust_server_certificate"_s }, &Part::trustServerCertificate,
        &Spec::trustServerCertificate);
    visit(Text{ .key = u"host_name_in_certificate"_s }, &Part::hostNameInCertificate,
        &Spec::hostNameInCertificate);
    visit(Text{ .key = u"ca_file"_s, .isPath = true }, &Part::caFile, &Spec::caFile);
    visit(Setting<bool>{ .key = u"application_intent"_s,
              .words = { { u"read_write"_s, false }, { u"read_only"_s, true } } },
        &Part::readOnlyIntent, &Spec::readOnlyIntent);
    visit(Number{ .key = u"login_timeout"_s, .low = 1, .high = maximumSeconds }, &Part::loginTimeoutSeconds,
        &Spec::loginTimeoutSeconds);
    visit(Number{ .key = u"query_timeout"_s, .low = 1, .high = maximumSeconds }, &Part::queryTimeoutSeconds,
        &Spec::queryTimeoutSeconds);
    visit(Number{ .key = u"packet_size"_s, .low = 512, .high = 32767 }, &Part::packetSize, &Spec::packetSize);
    visit(Setting<QMap<QString, QString>>{ .key = u"extra"_s }, &Part::extra, &Spec::extra);
}

/// The map `csv`, of the job and of a table.
template <typename Visitor>
void visitDialectSettings(Visitor &&visit)
{
    using namespace Qt::Literals::StringLiterals;
    using Text = Setting<QString>;
    using Character = Setting<QChar>;
    using Truth = Setting<bool>;
    visit(Character{ .key = u"delimiter"_s }, &CsvDialect::delimiter);
    visit(Character{ .key = u"quote"_s }, &CsvDialect::quote);
    visit(Setting<QuotePolicy>{ .key = u"quoting"_s,
              .words = { { u"needed"_s, QuotePolicy::Needed }, { u"all"_s, QuotePolicy::All },
                  { u"non_numeric"_s, QuotePolicy::NonNumeric } } },
        &CsvDialect::quoting);
    visit(
        Setting<QuoteEscape>{ .key = u"escape"_s,
            .words = { { u"doubled"_s, QuoteEscape::Doubled }, { u"backslash"_s, QuoteEscape::Backslash } } },
        &CsvDialect::escape);
    visit(Text{ .key = u"null_mark"_s }, &CsvDialect::nullMark);
    visit(Text{ .key = u"line_end"_s,
              .words = { { u"lf"_s, u"\n"_s }, { u"crlf"_s, u"\r\n"_s }, { u"cr"_s, u"\r"_s } } },
        &CsvDialect::lineEnd);
    visit(Truth{ .key = u"header"_s }, &CsvDialect::header);
    visit(Truth{ .key = u"bom"_s }, &CsvDialect::byteOrderMark);
    visit(Setting<TextEncoding>{ .key = u"encoding"_s,
              .words = { { u"utf-8"_s, TextEncoding::Utf8 }, { u"utf-16le"_s, TextEncoding::Utf16Le },
                  { u"latin-1"_s, TextEncoding::Latin1 } } },
        &CsvDialect::encoding);
    visit(Text{ .key = u"true_word"_s }, &CsvDialect::trueWord);
    visit(Text{ .key = u"false_word"_s }, &CsvDialect::falseWord);
    visit(Character{ .key = u"date_time_separator"_s }, &CsvDialect::dateTimeSeparator);
    visit(Setting<BinaryForm>{ .key = u"binary"_s,
              .words = { { u"0x"_s, BinaryForm::Hex0x }, { u"hex"_s, BinaryForm::Hex },
                  { u"postgres"_s, BinaryForm::PostgresHex }, { u"base64"_s, BinaryForm::Base64 } } },
        &CsvDialect::binary);
    visit(Truth{ .key = u"guid_case"_s, .words = { { u"upper"_s, false }, { u"lower"_s, true } } },
        &CsvDialect::guidLowerCase);
    visit(Character{ .key = u"decimal_mark"_s }, &CsvDialect::decimalMark);
    visit(Truth{ .key = u"guard_formulas"_s }, &CsvDialect::guardFormulas);
}

/// Also in the map `csv`.
template <typename Visitor>
void visitFileSettings(Visitor &&visit)
{
    using namespace Qt::Literals::StringLiterals;
    using Size = Setting<qint64>;
    const qint64 most = std::numeric_limits<qint64>::max();
    visit(Setting<Compression>{ .key = u"compression"_s,
              .words = { { u"none"_s, Compression::None }, { u"gzip"_s, Compression::Gzip },
                  { u"zstd"_s, Compression::Zstd } } },
        &FileOptions::compression);
    visit(Size{ .key = u"part_rows"_s, .low = 1, .high = most }, &FileOptions::partRows);
    visit(Size{ .key = u"part_bytes"_s, .low = 1, .high = most }, &FileOptions::partBytes);
}

/// The map `policies`, of the job and of a table.
template <typename Visitor>
void visitPolicySettings(Visitor &&visit)
{
    using namespace Qt::Literals::StringLiterals;
    visit(Setting<OnExpired>{ .key = u"on_expired"_s,
              .words = { { u"default"_s, OnExpired::Default }, { u"reload"_s, OnExpired::Reload },
                  { u"fail"_s, OnExpired::Fail } } },
        &Policies::onExpired);
    visit(Setting<OnSchemaChange>{ .key = u"on_schema_change"_s,
              .words = { { u"default"_s, OnSchemaChange::Default }, { u"reload"_s, OnSchemaChange::Reload },
                  { u"continue"_s, OnSchemaChange::Continue }, { u"fail"_s, OnSchemaChange::Fail } } },
        &Policies::onSchemaChange);
    visit(Setting<SnapshotUse>{ .key = u"snapshot"_s,
              .words = { { u"auto"_s, SnapshotUse::Auto }, { u"require"_s, SnapshotUse::Require },
                  { u"never"_s, SnapshotUse::Never } } },
        &Policies::snapshot);
    visit(Setting<int>{ .key = u"retries"_s, .low = 0, .high = 100 }, &Policies::retries);
}

/// Single values; `section` is the map they stand in, empty for the top.
template <typename Visitor>
void visitJobSettings(Visitor &&visit)
{
    using namespace Qt::Literals::StringLiterals;
    using Text = Setting<QString>;
    visit(QString(), Text{ .key = u"profile"_s }, &JobFile::profile);
    visit(u"storage"_s,
        Text{ .key = u"data_dir"_s,
            .olderPaths = { u"output_dir"_s, u"storage.output_dir"_s },
            .isPath = true },
        &JobFile::outputDir);
    visit(u"storage"_s,
        Text{ .key = u"watermark_dir"_s, .olderPaths = { u"watermark_dir"_s }, .isPath = true },
        &JobFile::watermarkDir);
    visit(QString(),
        Setting<int>{ .key = u"max_workers"_s,
            .olderPaths = { u"parallelism"_s, u"limits.max_workers"_s },
            .low = 1,
            .high = 64 },
        &JobFile::maxWorkers);
}

inline Setting<SyncMode> modeSetting()
{
    Setting<SyncMode> setting{ .key = QStringLiteral("mode") };
    for (const SyncMode mode : { SyncMode::Full, SyncMode::Incremental, SyncMode::FullIncremental })
        setting.words += { syncModeName(mode), mode };
    return setting;
}

/// What a table of a job says besides its name, `csv` and `policies`.
template <typename Visitor>
void visitTableSettings(Visitor &&visit)
{
    using namespace Qt::Literals::StringLiterals;
    visit(modeSetting(), &TableRequest::mode);
    visit(Setting<QString>{ .key = u"where"_s }, &TableRequest::where);
    visit(Setting<QStringList>{ .key = u"columns"_s }, &TableRequest::columns);
}

} // namespace tidemark
