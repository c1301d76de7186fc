// tedious against the practice server: node tediousclient.mjs NODE_MODULES
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';

const { Connection, ISOLATION_LEVEL, Request, TYPES } = createRequire(process.argv[2] + '/')('tedious');
const env = (name) => process.env[`TIDEMARK_${name}`];

// What the library cannot do: the name of a case, or the first word of its value, and why.
const beyond = {
    'parameter decimal-max': 'tedious has numbers only',
    'parameter decimal-min': 'tedious has numbers only',
    'parameter decimal-fraction': 'tedious has numbers only',
    'parameter decimal-wide': 'tedious has numbers only',
    'parameter money-max': 'tedious has numbers only',
    'literal variant-varchar': 'tedious looks for its collation in the wrong place',
    'parameter xml': 'tedious writes no xml',
    'parameter xml-null': 'tedious writes no xml',
};

const rowsOf = (name) => readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n').slice(1, -1).map((line) => line.split('\t'));

function spelledOut(text) {
    const [unit, count] = text.split('×');
    return text === '\\N' ? null : unit.repeat(count === undefined ? 1 : Number(count));
}

// The JavaScript value for a text of values.tsv.
function native(type, text) {
    const base = type.split('(')[0];
    if (text === null)
        return null;
    if (base === 'bit')
        return text === '1';
    if (base === 'real')
        return Math.fround(Number(text));
    if (/^(tinyint|smallint|int|decimal|money|smallmoney|float)$/.test(base))
        return Number(text);
    if (/binary|image/.test(base))
        return Buffer.from(text, 'hex');
    if (/date|time/.test(base))
        return moment(text);
    return text;
}

function moment(text) {
    const [, day, time = '00:00:00', fraction = '', zone = 'Z'] =
        text.match(/^(\d+-\d+-\d+)? ?(\d+:\d+:\d+)?(\.\d+)? ?([+-]\d+:\d+)?$/);
    const value = new Date(`${day ?? '1970-01-01'}T${time}${fraction.slice(0, 4)}${zone}`);
    value.nanosecondDelta = value.nanosecondsDelta = Number('0.000' + fraction.slice(4));
    return value;
}

// tedious keeps what a Date cannot hold in a property: it writes nanosecondDelta and reads nanosecondsDelta.
const plain = (value) => value instanceof Date
    ? `${value.toISOString()} and ${Math.round((value.nanosecondsDelta ?? 0) * 1e7)}` : value;

function equal(got, wanted) {
    if (!isDeepStrictEqual(got, wanted))
        throw new Error(`got ${String(got).slice(0, 120)}, not ${String(wanted).slice(0, 120)}`);
}

function connect({ tls = false, password = env('PASSWORD'), database = env('DATABASE'), ...more } = {}) {
    const link = new Connection({
        server: 'localhost',
        authentication: { type: 'default', options: { userName: env('USER'), password } },
        options: {
            port: Number(env('PORT')), database, encrypt: tls, useUTC: true,
            cryptoCredentialsDetails: tls ? { ca: readFileSync(env('CERTIFICATE')) } : {}, ...more,
        },
    });
    const numbers = [];
    link.on('errorMessage', (message) => numbers.push(message.number));
    return new Promise((resolve, reject) =>
        link.connect((error) => error ? reject(Object.assign(error, { numbers })) : resolve(link)));
}

// Runs a batch, or with parameters sp_executesql; answers the result sets, counts, messages and outputs.
function run(link, sql, parameters = [], how = parameters.length ? 'execSql' : 'execSqlBatch', prepare = () => {}) {
    return new Promise((resolve, reject) => {
        const result = { sets: [], counts: [], outputs: {}, status: undefined };
        const request = new Request(sql, (error) => error ? reject(Object.assign(error, { result })) : resolve(result));
        request.on('columnMetadata', (columns) => result.sets.push({ names: columns.map((c) => c.colName), rows: [] }));
        request.on('row', (columns) => result.sets.at(-1).rows.push(columns.map((column) => column.value)));
        for (const done of ['done', 'doneInProc', 'doneProc'])
            request.on(done, (count) => count !== undefined && result.counts.push(count));
        request.on('doneProc', (count, more, status) => { result.status = status; });
        request.on('returnValue', (name, value) => { result.outputs[name] = value; });
        for (const [name, type, value, options] of parameters)
            request.addParameter(name, type, value, options);
        prepare(request);
        link[how](request);
    });
}

const rows = async (link, sql, parameters) => (await run(link, sql, parameters)).sets[0].rows;
const one = async (link, sql, parameters) => (await rows(link, sql, parameters))[0][0];

async function table(link, name, columns = 'id int PRIMARY KEY, a int') {
    await run(link, `DROP TABLE IF EXISTS ${name}; CREATE TABLE ${name} (${columns})`);
}

async function errorOf(promise) {
    try {
        await promise;
    } catch (error) {
        return error;
    }
    throw new Error('no error');
}

const steps = (link, name, ...parameters) => new Promise((resolve, reject) =>
    link[name]((error) => error ? reject(error) : resolve(), ...parameters));

async function login(tls) {
    const link = await connect({ tls });
    equal(await one(link, 'SELECT encrypt_option FROM sys.dm_exec_connections WHERE session_id = @@SPID'),
        tls ? 'TRUE' : 'FALSE');
    link.close();
}

async function refused(number, how) {
    const error = await errorOf(connect(how));
    equal(error.numbers[0], number);
}

async function literal(link, name, type, text, expression) {
    await run(link, `CREATE TABLE dbo.[${name}] (id int PRIMARY KEY, v ${type})`);
    await run(link, `INSERT INTO dbo.[${name}] VALUES (1, ${expression})`);
    check(type, await one(link, `SELECT v FROM dbo.[${name}] WHERE id = 1`), text);
}

async function parameter(link, name, type, text) {
    const [, base, size, scale] = type.match(/(\w+)(?:\((\w+)(?:,(\d+))?\))?/);
    const names = { bigint: 'BigInt', datetime2: 'DateTime2', datetimeoffset: 'DateTimeOffset', nvarchar: 'NVarChar',
        uniqueidentifier: 'UniqueIdentifier', xml: 'Xml', varchar: 'VarChar', nchar: 'NChar', varbinary: 'VarBinary',
        datetime: 'DateTime', smalldatetime: 'SmallDateTime', tinyint: 'TinyInt', smallint: 'SmallInt',
        smallmoney: 'SmallMoney', ntext: 'NText' };
    const kind = TYPES[names[base] ?? base[0].toUpperCase() + base.slice(1)];
    const options = base === 'decimal' ? { precision: Number(size), scale: Number(scale) }
        : /time/.test(base) ? { scale: Number(size) }
            : { length: size === 'max' ? Infinity : Number(size) || undefined };
    await run(link, `INSERT INTO dbo.[${name}] VALUES (2, @v)`, [['v', kind, native(type, text), options]]);
    check(type, await one(link, `SELECT v FROM dbo.[${name}] WHERE id = 2`), text);
}

function check(type, got, text) {
    const kind = type !== 'sql_variant' ? type : got instanceof Date ? 'datetime2'
        : got instanceof Buffer ? 'binary' : typeof got === 'number' ? 'float' : 'nvarchar';
    equal(plain(got), plain(native(kind, text)));
}

const cases = {
    'commit': async (link) => {
        await table(link, 'dbo.kept');
        const other = await connect();
        await steps(other, 'beginTransaction');
        await run(other, 'INSERT INTO dbo.kept VALUES (1, 1)');
        await steps(other, 'commitTransaction');
        equal(await one(link, 'SELECT COUNT(*) FROM dbo.kept'), 1);
        other.close();
    },
    'rollback': async (link) => {
        await table(link, 'dbo.dropped');
        const other = await connect();
        await steps(other, 'beginTransaction');
        await run(other, 'INSERT INTO dbo.dropped VALUES (1, 1)');
        equal(await one(other, 'SELECT COUNT(*) FROM dbo.dropped'), 1);
        await steps(other, 'rollbackTransaction');
        equal(await one(link, 'SELECT COUNT(*) FROM dbo.dropped'), 0);
        other.close();
    },
    'savepoint': async (link) => {
        await table(link, 'dbo.saved');
        const other = await connect();
        await steps(other, 'beginTransaction');
        await run(other, 'INSERT INTO dbo.saved VALUES (1, 1)');
        await steps(other, 'saveTransaction', 'half');
        await run(other, 'INSERT INTO dbo.saved VALUES (2, 2)');
        await steps(other, 'rollbackTransaction', 'half');
        await steps(other, 'commitTransaction');
        equal(await rows(link, 'SELECT id FROM dbo.saved'), [[1]]);
        other.close();
    },
    'snapshot': async (link) => {
        await table(link, 'dbo.frozen');
        const other = await connect();
        await steps(other, 'beginTransaction', '', ISOLATION_LEVEL.SNAPSHOT);
        const count = 'SELECT COUNT(*) FROM dbo.frozen';
        equal(await one(other, count), 0);
        await run(link, 'INSERT INTO dbo.frozen VALUES (1, 1)');
        equal(await one(other, count), 0);
        await steps(other, 'commitTransaction');
        equal(await one(other, count), 1);
        other.close();
    },
    'prepared': async (link) => {
        await table(link, 'dbo.prepared');
        let finished;
        const request = new Request('INSERT INTO dbo.prepared VALUES (@id, @a)', (error) => finished(error));
        request.addParameter('id', TYPES.Int);
        request.addParameter('a', TYPES.Int);
        const wait = (start) => new Promise((resolve, reject) => {
            finished = (error) => error ? reject(error) : resolve();
            start();
        });
        await new Promise((resolve) => { request.once('prepared', resolve); link.prepare(request); });
        for (const values of [{ id: 1, a: 10 }, { id: 2, a: null }, { id: 3, a: 30 }])
            await wait(() => link.execute(request, values));
        await wait(() => link.unprepare(request));
        equal(await rows(link, 'SELECT id, a FROM dbo.prepared ORDER BY id'), [[1, 10], [2, null], [3, 30]]);
    },
    'result sets': async (link) => {
        const { sets } = await run(link, "SELECT 1 AS a; SELECT N'two' AS b, 2 AS c; SELECT 3 AS d WHERE 1 = 0");
        equal(sets.map((set) => [set.names, set.rows]),
            [[['a'], [[1]]], [['b', 'c'], [['two', 2]]], [['d'], []]]);
    },
    'row counts': async (link) => {
        await table(link, 'dbo.counted');
        equal((await run(link, 'INSERT INTO dbo.counted VALUES (1, 1), (2, 2), (3, 3)')).counts, [3]);
        equal((await run(link, 'UPDATE dbo.counted SET a = 0 WHERE id > 1')).counts, [2]);
        equal((await run(link, 'DELETE FROM dbo.counted WHERE id = 99')).counts, [0]);
    },
    'many rows': async (link) => {
        await run(link, "EXEC practice.make_replay @name = N'many', @rows = 50000, @shape = N'mixed'");
        const found = await rows(link, 'SELECT * FROM replay.many');
        equal([found.length, found[0].length], [50000, 10]);
    },
    'identity': async (link) => {
        await table(link, 'dbo.numbered', 'id int IDENTITY(7, 5) PRIMARY KEY, a int');
        const insert = (a) => one(link, 'SET NOCOUNT ON; INSERT INTO dbo.numbered (a) VALUES (@a); '
            + 'SELECT CAST(SCOPE_IDENTITY() AS int)', [['a', TYPES.Int, a]]);
        equal([await insert(1), await insert(2)], [7, 12]);
    },
    'output parameter': async (link) => {
        const result = await run(link, 'SELECT @n = @n + 1', [['n', TYPES.Int, 41]], 'execSql',
            (request) => { request.parameters.pop(); request.addOutputParameter('n', TYPES.Int, 41); });
        equal(result.outputs, { n: 42 });
    },
    'return status': async (link) => {
        const statement = [['stmt', TYPES.NVarChar, 'SELECT 1 AS a']];
        equal((await run(link, 'sp_executesql', statement, 'callProcedure')).status, 0);
    },
    'cancel': async (link) => {
        await run(link, "EXEC practice.make_replay @name = N'big', @rows = 5000000, @shape = N'mixed'");
        let seen = 0;
        const error = await errorOf(run(link, 'SELECT * FROM replay.big', [], 'execSqlBatch',
            (request) => request.on('row', () => { if (++seen === 10) link.cancel(); })));
        equal(error.code, 'ECANCEL');
        equal(await one(link, 'SELECT 42'), 42);
    },
    'timeout': async (link) => {
        const error = await errorOf(run(link, "WAITFOR DELAY '00:01:00'", [], 'execSqlBatch',
            (request) => request.setTimeout(500)));
        equal(error.code, 'ETIMEOUT');
        equal(await one(link, 'SELECT 42'), 42);
    },
    'error in the middle': async (link) => {
        const error = await errorOf(run(link, 'SELECT 1 AS a;\nSELECT 1 / 0 AS b;\nSELECT 3 AS c'));
        equal(error.result.sets[0].rows, [[1]]);
        equal([error.number, error.lineNumber, error.message], [8134, 2, 'Divide by zero error encountered.']);
        equal(await one(link, 'SELECT 42'), 42);
    },
    'duplicate key': async (link) => {
        await table(link, 'dbo.twice', 'id int CONSTRAINT pk_twice PRIMARY KEY');
        await run(link, 'INSERT INTO dbo.twice VALUES (1)');
        const error = await errorOf(run(link, '\nINSERT INTO dbo.twice VALUES (1)'));
        equal([error.number, error.lineNumber, error.message], [2627, 2,
            "Violation of PRIMARY KEY constraint 'pk_twice'. Cannot insert duplicate key in object 'dbo.twice'. "
            + 'The duplicate key value is (1).']);
    },
    'message': async (link) => {
        const texts = [];
        const listen = (message) => texts.push(message.message);
        link.on('infoMessage', listen);
        await run(link, "PRINT N'hello, 東京'; SELECT 1 AS a");
        link.off('infoMessage', listen);
        equal(texts, ['hello, 東京']);
    },
};

async function folding(link, before, since, changes) {
    await table(link, 'dbo.folded', 'id int NOT NULL PRIMARY KEY, a int');
    await run(link, 'ALTER TABLE dbo.folded ENABLE CHANGE_TRACKING');
    if (before)
        await run(link, before);
    const last = BigInt(await one(link, 'SELECT CHANGE_TRACKING_CURRENT_VERSION()'));
    await run(link, since);
    const found = await rows(link, 'SELECT SYS_CHANGE_OPERATION, SYS_CHANGE_VERSION, SYS_CHANGE_CREATION_VERSION, id '
        + 'FROM CHANGETABLE(CHANGES dbo.folded, @last) AS c ORDER BY id', [['last', TYPES.BigInt, last]]);
    const ahead = (version) => version ? BigInt(version) - last : '-';
    equal(found.map(([operation, version, creation, key]) =>
        `${operation} ${ahead(version)} ${ahead(creation)} ${key}`).join(', '), changes);
}

function* allCases(link) {
    yield ['login without TLS', () => login(false)];
    yield ['login with TLS', () => login(true)];
    yield ['wrong password', () => refused(18456, { password: 'wrong' })];
    yield ['unknown database', () => refused(4060, { database: 'nowhere' })];
    for (const [name, type, expression, text] of rowsOf('values.tsv')) {
        yield [`literal ${name}`, () => literal(link, name, type, spelledOut(text), expression)];
        if (type !== 'sql_variant')
            yield [`parameter ${name}`, () => parameter(link, name, type, spelledOut(text))];
    }
    for (const [name, body] of Object.entries(cases))
        yield [name, () => body(link)];
    for (const [name, before, since, changes] of rowsOf('folding.tsv'))
        yield [`folding ${name}`, () => folding(link, before, since, changes)];
}

const link = await connect();
for (const [name, body] of allCases(link)) {
    const reason = beyond[name] ?? beyond[name.split(' ')[1]?.split('-')[0]];
    if (reason) {
        console.log(`skipped ${name}: ${reason}`);
        continue;
    }
    try {
        await body();
        console.log(`ok ${name}`);
    } catch (error) {
        process.exitCode = 1;
        console.log(`FAILED ${name}: ${String(error).replace(/\s+/g, ' ').slice(0, 300)}`);
    }
}
link.close();
