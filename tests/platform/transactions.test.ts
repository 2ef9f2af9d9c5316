import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { allSent, byTheEnd, closeDb, end, makeClient, withTransaction, type Database, type Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
const actor = randomUUID()
const settings = { 'app.account': actor } as const
/** One connection alone: whatever comes after a transaction comes on the same one. */
let single: Database
beforeAll(() => {
  single = makeClient(`${database.urls.app}?options=-c%20statement_timeout%3D20s`)
  single.pool.options.max = 1
})
afterAll(async () => {
  await end(single)
  await closeDb()
})

const alone = { get on() { return single } }
const addresses = async (of: string): Promise<string[]> => (await database.admin<{ email: string }>('SELECT email FROM sign_in_attempt WHERE address = $1 ORDER BY email', [of])).map(({ email }) => email)
const attempt = (address: string, email: string) => ({ id: randomUUID(), address, email, at: new Date(), succeeded: false })

describe('a transaction', () => {
  it('has its settings before its first statement, however many are sent at once, and leaves none behind', async () => {
    const said = await withTransaction(settings, (tx) => Promise.all([1, 2, 3].map((each) => tx.$queryRaw<{ each: number; who: string }[]>`SELECT ${each}::int AS each, current_setting('app.account') AS who`)), alone)
    expect(said.map(([row]) => row)).toEqual([1, 2, 3].map((each) => ({ each, who: actor })))
    const [after] = await withTransaction({}, (tx) => tx.$queryRaw<{ who: string | null }[]>`SELECT nullif(current_setting('app.account', true), '') AS who`, alone)
    expect(after).toEqual({ who: null })
  })

  it('that is patient gives up a statement that takes longer, and what comes after on its connection has the patience of before', async () => {
    const timeout = (tx: Tx) => tx.$queryRaw<{ is: string }[]>`SELECT current_setting('statement_timeout') AS is`
    const patient = { ...alone, patience: 50 }
    expect(await withTransaction(settings, timeout, patient)).toEqual([{ is: '50ms' }])
    await expect(withTransaction(settings, (tx) => tx.$queryRaw`SELECT pg_sleep(5)::text`, patient)).rejects.toMatchObject({ code: '57014' })
    expect(await withTransaction(settings, timeout, alone)).toEqual([{ is: '20s' }])
  })

  it('is one, for statements of ours and for models, and keeps all of it or nothing', async () => {
    const address = randomUUID()
    const both = (end: () => void) => withTransaction(settings, async (tx) => {
      const [ours] = await tx.$queryRaw<{ xact: string }[]>`SELECT txid_current()::text AS xact`
      await tx.signInAttempt.create({ data: attempt(address, 'model@example.invalid') })
      const one = attempt(address, 'ours@example.invalid')
      expect(await tx.$executeRaw`INSERT INTO sign_in_attempt (id, address, email, at, succeeded) VALUES (${one.id}::uuid, ${address}, ${one.email}, ${one.at}, false)`).toBe(1)
      expect(await tx.signInAttempt.count({ where: { address } })).toBe(2)
      expect(await tx.$queryRaw`SELECT txid_current()::text AS xact`).toEqual([ours])
      end()
    }, alone)
    await expect(both(() => { throw new Error('changed its mind') })).rejects.toThrow('changed its mind')
    expect(await addresses(address)).toEqual([])
    await both(() => undefined)
    expect(await addresses(address)).toEqual(['model@example.invalid', 'ours@example.invalid'])
  })

  it('is one too for a second copy of the module, as Next loads it, on the client of the first', async () => {
    await withTransaction(settings, (tx) => tx.account.count())
    vi.resetModules()
    const second = await import('@/lib/platform/db')
    expect(second.withTransaction).not.toBe(withTransaction)
    const address = randomUUID()
    await expect(second.withTransaction(settings, async (tx) => {
      await tx.signInAttempt.create({ data: attempt(address, 'second@example.invalid') })
      expect(await tx.$queryRaw`SELECT email, current_setting('app.account') AS who FROM sign_in_attempt WHERE address = ${address}`).toEqual([{ email: 'second@example.invalid', who: actor }])
      throw new Error('changed its mind')
    })).rejects.toThrow('changed its mind')
    expect(await addresses(address)).toEqual([])
  })

  it('says what PostgreSQL said, and keeps nothing', async () => {
    const address = randomUUID()
    await expect(withTransaction(settings, async (tx) => {
      await tx.signInAttempt.create({ data: attempt(address, 'a@example.invalid') })
      await tx.$queryRaw`SELECT 1 / ${0}::int`
    }, alone)).rejects.toMatchObject({ message: 'division by zero', code: '22012' })
    await expect(withTransaction(settings, async (tx) => {
      const row = attempt(address, 'a@example.invalid')
      await tx.signInAttempt.create({ data: row })
      await tx.signInAttempt.create({ data: row })
    }, alone)).rejects.toMatchObject({ code: 'P2002' })
    expect(await addresses(address)).toEqual([])
    expect(await withTransaction(settings, (tx) => tx.$queryRaw`SELECT 1 AS one`, alone)).toEqual([{ one: 1 }])
  })

  it('is not said to be kept where a statement failed and nobody heeded it', async () => {
    const address = randomUUID()
    await expect(withTransaction(settings, async (tx) => {
      await tx.signInAttempt.create({ data: attempt(address, 'a@example.invalid') })
      await tx.$queryRaw`SELECT 1 / ${0}::int`.catch(() => undefined)
    }, alone)).rejects.toThrow('nothing of it was kept')
    expect(await addresses(address)).toEqual([])
  })

  it('answers nothing where its settings could not be made', async () => {
    await expect(withTransaction({ 'app.account': 'a\u0000b' }, (tx) => tx.$queryRaw`SELECT 1 AS one`, alone)).rejects.toThrow('invalid byte sequence')
    await expect(withTransaction({ 'app.account': 'a\u0000b' }, () => Promise.resolve('done'), alone)).rejects.toThrow('invalid byte sequence')
    expect(await withTransaction(settings, (tx) => tx.$queryRaw`SELECT 1 AS one`, alone)).toEqual([{ one: 1 }])
  })

  it('sends no statement that nobody waits for, and none after its end: the connection is somebody else’s by then', async () => {
    const address = randomUUID()
    let left: Promise<unknown> = Promise.resolve()
    let go: () => void = () => undefined
    const told = new Promise<void>((resolve) => { go = resolve })
    await withTransaction(settings, (tx) => {
      void tx.$executeRaw`INSERT INTO sign_in_attempt (id, address, email, at, succeeded) VALUES (${randomUUID()}::uuid, ${address}, 'unasked', now(), false)`
      left = told.then(() => Promise.allSettled([
        tx.$executeRaw`INSERT INTO sign_in_attempt (id, address, email, at, succeeded) VALUES (${randomUUID()}::uuid, ${address}, 'late', now(), false)`,
        tx.signInAttempt.create({ data: attempt(address, 'late') }),
      ]))
      return Promise.resolve()
    }, alone)
    await withTransaction(settings, async (tx) => {
      await tx.$queryRaw`SELECT 1`
      go()
      expect(await left).toMatchObject([{ status: 'rejected', reason: { message: expect.stringContaining('is over') as string } }, { status: 'rejected', reason: { message: expect.stringContaining('is over') as string } }])
    }, alone)
    expect(await addresses(address)).toEqual([])
  })

  it('of which one statement failed still ends before the others of it can be taken for somebody else’s', async () => {
    const address = randomUUID()
    await expect(withTransaction(settings, (tx) => Promise.all([
      tx.$queryRaw`SELECT 1 / ${0}::int`,
      tx.$executeRaw`INSERT INTO sign_in_attempt (id, address, email, at, succeeded) VALUES (${randomUUID()}::uuid, ${address}, 'beside', now(), false)`,
    ]), alone)).rejects.toThrow('division by zero')
    await withTransaction(settings, (tx) => tx.signInAttempt.create({ data: attempt(address, 'next') }), alone)
    expect(await addresses(address)).toEqual(['next'])
  })

  it('that takes too long is given up and undone, and the next has a connection that is whole', async () => {
    const address = randomUUID()
    await expect(withTransaction(settings, async (tx) => {
      await tx.signInAttempt.create({ data: attempt(address, 'slow') })
      await tx.$queryRaw`SELECT pg_sleep(20)::text`
    }, { on: single, timeout: 250 })).rejects.toMatchObject({ code: '25P04' })
    expect(await withTransaction(settings, (tx) => tx.$queryRaw`SELECT current_setting('app.account') AS who`, alone)).toEqual([{ who: actor }])
    expect(await addresses(address)).toEqual([])
  })

  it('whose connection breaks fails alone', async () => {
    await expect(withTransaction(settings, async (tx) => {
      const [own] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
      await database.admin('SELECT pg_terminate_backend($1)', [own?.pid])
      await tx.$queryRaw`SELECT 1`
      await tx.$queryRaw`SELECT 1`
    }, alone)).rejects.toThrow(/terminat|not queryable/)
    expect(await withTransaction(settings, (tx) => tx.$queryRaw`SELECT 1 AS one`, alone)).toEqual([{ one: 1 }])
  })

  it('under way when the connections are ended ends first, whatever it still asks', async () => {
    const ending = makeClient(database.urls.app)
    const address = randomUUID()
    let ended: Promise<void> = Promise.resolve()
    await withTransaction(settings, async (tx) => {
      await tx.$queryRaw`SELECT 1`
      ended = end(ending)
      await tx.signInAttempt.create({ data: attempt(address, 'kept') })
      await tx.$queryRaw`SELECT 1`
    }, { on: ending })
    await ended
    expect(await addresses(address)).toEqual(['kept'])
    await expect(withTransaction(settings, (tx) => tx.$queryRaw`SELECT 1`, { on: ending })).rejects.toThrow('after calling end')
  })

  it('that may only read is refused a write, by PostgreSQL', async () => {
    const address = randomUUID()
    await expect(withTransaction(settings, (tx) => tx.signInAttempt.create({ data: attempt(address, 'a') }), { on: single, readOnly: true })).rejects.toThrow('read-only transaction')
    expect(await addresses(address)).toEqual([])
    const level = (isolationLevel?: 'RepeatableRead') => withTransaction({}, (tx) => tx.$queryRaw`SELECT current_setting('transaction_isolation') AS level`, { on: single, ...(isolationLevel === undefined ? {} : { isolationLevel }) })
    expect([await level('RepeatableRead'), await level()]).toEqual([[{ level: 'repeatable read' }], [{ level: 'read committed' }]])
  })

  it('waits at its end for what was left to it, and is undone where that failed, for the reason that it failed', async () => {
    const address = randomUUID()
    const put = (tx: Tx, email: string, id: string = randomUUID()) => tx.$executeRaw`INSERT INTO sign_in_attempt (id, address, email, at, succeeded) SELECT ${id}::uuid, ${address}, ${email}, now(), false FROM pg_sleep(0.05)`
    expect(await withTransaction(settings, async (tx) => { await byTheEnd(tx, put(tx, 'left@example.invalid')); return 'done' }, alone)).toBe('done')
    expect(await addresses(address)).toEqual(['left@example.invalid'])

    await expect(withTransaction(settings, async (tx) => {
      await put(tx, 'before@example.invalid')
      await byTheEnd(tx, put(tx, 'bad@example.invalid', 'no uuid'))
      return 'never said'
    }, alone)).rejects.toMatchObject({ code: '22P02' })
    // A statement behind it is refused for a reason of its own, which is not the one.
    await expect(withTransaction(settings, async (tx) => {
      await byTheEnd(tx, put(tx, 'bad@example.invalid', 'no uuid'))
      await put(tx, 'behind@example.invalid')
    }, alone)).rejects.toMatchObject({ code: '22P02' })
    // What failed before it is the reason, and not that it was refused behind that.
    await expect(withTransaction(settings, async (tx) => {
      const failing = tx.$queryRaw`SELECT 1 / ${0}::int`
      await Promise.all([failing, byTheEnd(tx, put(tx, 'left@example.invalid'))])
    }, alone)).rejects.toThrow('division by zero')
    await expect(withTransaction(settings, async (tx) => {
      await byTheEnd(tx, put(tx, 'undone@example.invalid'))
      throw new Error('changed its mind')
    }, alone)).rejects.toThrow('changed its mind')
    expect(await addresses(address)).toEqual(['left@example.invalid'])
  })

  it('where all has been sent is kept while its answers are worked with, takes no more, and is undone where one of them failed', async () => {
    const address = randomUUID()
    const put = (tx: Tx, email: string, id: string = randomUUID()) => tx.$executeRaw`INSERT INTO sign_in_attempt (id, address, email, at, succeeded) VALUES (${id}::uuid, ${address}, ${email}, now(), false)`
    const kept = () => vi.waitFor(async () => { expect(await addresses(address)).not.toEqual([]) })
    expect(await withTransaction(settings, async (tx) => {
      // Some of it behind promises of its own, as a read model sends it.
      const who = async () => { await Promise.resolve(); return tx.$queryRaw<{ who: string }[]>`SELECT current_setting('app.account') AS who` }
      const read = Promise.all([who(), byTheEnd(tx, put(tx, 'kept@example.invalid'))])
      allSent(tx)
      allSent(tx)
      const [[found]] = await read
      await kept()
      await expect(tx.$queryRaw`SELECT 1`).rejects.toThrow('The transaction is over')
      return found?.who
    }, alone)).toBe(settings['app.account'])

    await expect(withTransaction(settings, async (tx) => {
      allSent(tx)
      await Promise.all([byTheEnd(tx, put(tx, 'undone@example.invalid')), byTheEnd(tx, put(tx, 'bad@example.invalid', 'no uuid'))])
      return 'never said'
    }, alone)).rejects.toMatchObject({ code: '22P02' })
    await expect(withTransaction(settings, async (tx) => {
      const asked = Promise.all([tx.$queryRaw`SELECT 1 / ${0}::int`, byTheEnd(tx, put(tx, 'undone@example.invalid'))])
      allSent(tx)
      await asked
    }, alone)).rejects.toThrow('division by zero')
    // What was read was read, whatever becomes of it.
    await expect(withTransaction(settings, async (tx) => {
      allSent(tx)
      await put(tx, 'read@example.invalid')
      throw new Error('could not be shown')
    }, alone)).rejects.toThrow('could not be shown')
    expect((await addresses(address)).sort()).toEqual(['kept@example.invalid', 'read@example.invalid'])
    // A model's own transaction ends first: nothing is sent behind its back.
    expect(await withTransaction(settings, async (tx) => {
      await tx.account.findFirst({ select: { id: true } })
      allSent(tx)
      return (await tx.$queryRaw<{ one: number }[]>`SELECT 1 AS one`)[0]?.one
    }, alone)).toBe(1)
    allSent({})
  })

  it('planned once plans a statement for any values and no other transaction’s', async () => {
    const asked = (many: number, planned?: 'once') => withTransaction(settings, async (tx) => {
      await tx.$queryRaw`SELECT count(*) FROM sign_in_attempt WHERE address = ${`planned ${many}`}`
      const [counted] = await tx.$queryRaw<{ generic: number; custom: number; mode: string }[]>`SELECT generic_plans::int AS generic, custom_plans::int AS custom, current_setting('plan_cache_mode') AS mode
        FROM pg_prepared_statements WHERE statement LIKE 'SELECT count(*) FROM sign_in_attempt WHERE address = $1%'`
      return counted
    }, { on: single, planned })
    expect(await asked(1)).toEqual({ generic: 0, custom: 1, mode: 'auto' })
    expect(await asked(2, 'once')).toEqual({ generic: 1, custom: 1, mode: 'force_generic_plan' })
    expect(await asked(3, 'once')).toEqual({ generic: 2, custom: 1, mode: 'force_generic_plan' })
    expect(await asked(4)).toMatchObject({ custom: 2, mode: 'auto' })
  })

  it('forty at once on one connection wait for each other, and each has its own settings', async () => {
    const asked = Array.from({ length: 40 }, () => randomUUID())
    const answered = await Promise.all(asked.map((who) => withTransaction({ 'app.account': who }, async (tx) => {
      const [first] = await tx.$queryRaw<{ who: string }[]>`SELECT current_setting('app.account') AS who`
      await tx.account.findFirst({ select: { id: true } })
      const [second] = await tx.$queryRaw<{ who: string }[]>`SELECT current_setting('app.account') AS who`
      return [first?.who, second?.who]
    }, alone)))
    expect(answered).toEqual(asked.map((who) => [who, who]))
  })
})

describe('a column of a statement of ours is what Prisma would make of it', () => {
  const columns = [
    `true`, `NULL::boolean`, `ARRAY[true, NULL, false]`, `7::int2`, `-2147483648`, `ARRAY[1, NULL, 3]`, `9007199254740993::int8`, `count(*)`, `ARRAY[9007199254740993]::int8[]`,
    `0.1::float4`, `1e300::float8`, `ARRAY[0.5, 2]::float8[]`, `123456789.123456789::numeric`, `ARRAY[1.10]::numeric[]`, `'words “here”'::text`, `''::varchar`, `'x'::name`, `'{"a,b","",NULL,"q\\"t","\\\\"}'::text[]`,
    `'c0ffee00-0000-4000-8000-000000000001'::uuid`, `ARRAY['c0ffee00-0000-4000-8000-000000000001']::uuid[]`,
    `'2016-03-27'::date`, `ARRAY['2016-02-29', NULL]::date[]`, `'2016-10-30 01:30:00.123456+01'::timestamptz`, `'2016-10-30 01:30:00+00'::timestamptz`, `ARRAY['2016-03-27 02:00:00+01']::timestamptz[]`, `'2016-03-27 01:30:00'::timestamp`,
    `'{"a": [1, null, "x"], "at": "2016-03-27T00:00:00Z"}'::jsonb`, `'[1]'::json`, `'null'::jsonb`, `ARRAY['{"a": 1}', '[]']::jsonb[]`, `'"said"'::jsonb`,
    `'\\x00ff10'::bytea`, `26::oid`, `'xx'::bpchar`, `ARRAY[]::text[]`, `ARRAY[]::timestamptz[]`,
  ]
  it.each(columns)('%s', async (column) => {
    const sql = `SELECT ${column} AS it`
    const [prisma] = await single.models.$queryRawUnsafe<{ it: unknown }[]>(sql)
    const [ours] = await withTransaction({}, (tx) => tx.$queryRawUnsafe<{ it: unknown }[]>(sql))
    expect(ours).toStrictEqual(prisma)
    expect(await single.outside.$queryRawUnsafe(sql)).toStrictEqual([prisma])
  })

  const places: [string, unknown][] = [
    ['timestamptz', new Date('2016-07-01T00:30:00.125Z')], ['date', new Date('2016-07-01T00:00:00Z')], ['timestamptz', null], ['text', 'it’s; "so" \\ $1'], ['int', 42], ['int8', 9007199254740993n], ['boolean', false],
    ['text[]', ['a,b', '', 'q"t', '\\']], ['uuid[]', [actor]], ['text[]', []], ['int[]', [1, 2]], ['timestamptz[]', [new Date('2016-07-01T00:30:00Z')]], ['numeric', new Prisma.Decimal('12.50')], ['jsonb', '{"a": [1]}'], ['float8', 0.1],
  ]
  it.each(places)('and what is handed over as %s arrives the same: %o', async (type, value) => {
    const asked = Prisma.sql`SELECT ${value}::${Prisma.raw(type)} AS it, (${value}::${Prisma.raw(type)})::text AS said`
    const prisma = await single.models.$queryRaw(asked)
    expect(await withTransaction({}, (tx) => tx.$queryRaw(asked))).toStrictEqual(prisma)
  })

  it('in a process of any zone', async () => {
    const zone = process.env['TZ']
    process.env['TZ'] = 'America/Los_Angeles'
    try {
      const [row] = await withTransaction({}, (tx) => tx.$queryRaw<{ day: Date; said: string; at: Date }[]>`SELECT '2016-07-01'::date AS day, ${new Date('2016-07-01T00:00:00Z')}::date::text AS said, ${new Date('2016-07-01T00:30:00Z')}::timestamptz AS at`)
      expect(row).toEqual({ day: new Date('2016-07-01T00:00:00Z'), said: '2016-07-01', at: new Date('2016-07-01T00:30:00Z') })
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
  })
})
