import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { closeDb } from '@/lib/platform/db'
import { holdfastHome } from '@/lib/platform/home'
import { openScratchDatabase, useDatabaseHere } from '@/lib/platform/postgres/open'
import { DEMONSTRATION_PASSWORD } from '@/prisma/seed/accounts'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { BROMLEY_CHILDREN, castOf, type AsOwner } from './cast'
import { BENCH_NOW, buildLondon, type London } from './london'
import { measures } from './measures'
import { measurePages } from './pages'
import { buildPeople } from './people'
import { measureSearch } from './search'

/**
 * `npm run bench -- [--size 0.01] [--turns 60] [--out FILE]`: builds London at the asked size and at a fraction of it, each in
 * a scratch database, measures what people wait for, prints the ratios and writes them as JSON. With `--pages ADDRESS` it
 * measures instead the working pages of a server that runs there with the demonstration; with `--people N` the search over N people.
 */
const { values } = parseArgs({ options: { size: { type: 'string', default: '0.01' }, turns: { type: 'string', default: '60' }, out: { type: 'string' }, pages: { type: 'string' }, people: { type: 'string' } } })
const [size, turns] = [Number(values.size), Number(values.turns)]
if (!(size > 0 && size <= 10) || !(Number.isInteger(turns) && turns >= 5 && turns <= 500)) {
  process.stderr.write('Usage: npm run bench -- [--size 0.01 (above 0, at most 10; London is 1)] [--turns 60 (5 to 500)] [--out FILE] [--pages http://localhost:3000] [--people 200000 (1,000 to 5,000,000)]\n')
  process.exit(2)
}
if (values.pages !== undefined) {
  await benchPages(values.pages)
  process.exit(0)
}
if (values.people !== undefined) {
  await benchPeople(Number(values.people))
  process.exit(0)
}
/** A hundredth where that still is a London, else a tenth. */
const smaller = size >= 0.1 ? size / 100 : size / 10

interface Taken {
  readonly name: string
  /** Milliseconds, the middle of all turns and the 95th of a hundred. */
  readonly product: number
  readonly product95: number
  readonly byHand: number
}

interface Result {
  readonly size: number
  readonly built: London
  readonly measured: readonly Taken[]
}

const asked = await benchAt(size)
const small = await benchAt(smaller)
const table = asked.measured.map((one) => {
  const before = small.measured.find((other) => other.name === one.name)
  return { ...one, toByHand: ratio(one.product, one.byHand), toSmaller: before === undefined ? null : ratio(one.product, before.product) }
})
const words = (number: number | null): string => (number === null ? '–' : number.toFixed(2))
process.stdout.write(`London ×${size}: ${asked.built.people} people, ${asked.built.referrals} referrals, ${asked.built.deadlines} deadlines, ${asked.built.entries} entries (built in ${asked.built.seconds} s)\n\n`)
process.stdout.write(['What people wait for', 'ms', '95%', 'SQL by hand, ms', '÷ by hand', `÷ London ×${smaller}`].map(cell).join('') + '\n')
for (const one of table) process.stdout.write([one.name, words(one.product), words(one.product95), words(one.byHand), words(one.toByHand), words(one.toSmaller)].map(cell).join('') + '\n')

await write(values.out ?? path.join(holdfastHome(), 'bench', `london-${size}.json`),
  { size, smaller, turns, node: process.version, processors: cpus().length, built: asked.built, builtSmaller: small.built, table })

async function benchPages(origin: string): Promise<void> {
  const pages = await measurePages(origin, turns, DEMONSTRATION_PASSWORD)
  process.stdout.write(['Page', 'ms', '÷ empty page', 'JavaScript, kB', 'over the floor', 'HTML, kB'].map(cell).join('') + '\n')
  for (const page of pages) {
    process.stdout.write([page.name, ...[page.ms, page.toEmpty, page.scriptKb, page.overFloorKb, page.htmlKb].map((one) => one.toFixed(one === page.toEmpty ? 2 : 1))].map(cell).join('') + '\n')
  }
  await write(values.out ?? path.join(holdfastHome(), 'bench', 'pages.json'), { turns, node: process.version, processors: cpus().length, pages })
}

async function benchPeople(many: number): Promise<void> {
  if (!Number.isInteger(many) || many < 1000 || many > 5_000_000) {
    process.stderr.write('--people takes a whole number from 1000 to 5000000\n')
    process.exit(2)
  }
  process.stderr.write(`${many} people: building…\n`)
  const database = await openScratchDatabase()
  useDatabaseHere(database)
  const owner = new pg.Client({ connectionString: database.urls.owner })
  try {
    const built = await buildPeople(database.urls.owner, many, BOROUGH_CODES, BENCH_NOW)
    await owner.connect()
    const { worker } = await castOf(async (sql, given = []) => (await owner.query<{ is: string }>(sql, given)).rows)
    process.stderr.write(`${many} people: measuring…\n`)
    const measured = await measureSearch(database.urls.owner, worker, many, turns)
    process.stdout.write(`${built.people} people, ${built.names} names of ${built.words} words (built in ${built.seconds} s)\n\n`)
    process.stdout.write(['Search by', 'ms', '95%', 'SQL by hand, ms', '÷ by hand', 'in first five, %'].map(cell).join('') + '\n')
    for (const one of measured) process.stdout.write([one.name, one.ms.toFixed(2), one.ms95.toFixed(2), one.byHand.toFixed(2), ratio(one.ms, one.byHand).toFixed(2), one.found === null ? '–' : String(one.found)].map(cell).join('') + '\n')
    await write(values.out ?? path.join(holdfastHome(), 'bench', `people-${many}.json`), { turns, node: process.version, processors: cpus().length, built, measured })
  } finally {
    await owner.end().catch(() => undefined)
    await closeDb()
    await database.release()
  }
}

async function write(out: string, result: unknown): Promise<void> {
  const file = path.resolve(out)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, `${JSON.stringify(result, null, 2)}\n`)
  process.stdout.write(`\nWritten to ${path.relative(process.cwd(), file)}\n`)
}

function cell(text: string, index: number): string {
  return index === 0 ? text.padEnd(22) : text.padStart(17)
}

function ratio(one: number, other: number): number {
  return Math.round((one / other) * 100) / 100
}

async function benchAt(at: number): Promise<Result> {
  process.stderr.write(`London ×${at}: building…\n`)
  const database = await openScratchDatabase()
  useDatabaseHere(database)
  const client = new pg.Client({ connectionString: database.urls.app })
  try {
    const built = await buildLondon(database.urls.owner, at, BOROUGH_CODES)
    await client.connect()
    const owner = new pg.Client({ connectionString: database.urls.owner })
    await owner.connect()
    const asOwner: AsOwner = async (sql, given = []) => (await owner.query<{ is: string }>(sql, given)).rows
    const list = async (sql: string): Promise<string[]> => (await asOwner(sql)).map((row) => row.is)
    const ground = {
      cast: await castOf(asOwner), client,
      children: await list(BROMLEY_CHILDREN),
      names: await list(`SELECT given_name || ' ' || family_name AS is FROM person ORDER BY id LIMIT 200`),
      // Claims need no single borough: the queue measured before keeps its own.
      unclaimed: await list(`SELECT id AS is FROM referral WHERE decided_at IS NULL AND claimed_by IS NULL AND borough = 'bromley' ORDER BY id`),
    }
    await owner.end()
    process.stderr.write(`London ×${at}: measuring…\n`)
    const measured: Taken[] = []
    for (const measure of measures(ground)) {
      // A claim takes its referral away: as many turns as there are pairs of them.
      const most = measure.name === 'Claim' ? Math.floor(ground.unclaimed.length / 2) : turns
      await measure.prepare?.()
      measured.push({ name: measure.name, ...(await measureOne(measure, Math.min(turns, most))) })
    }
    return { size: at, built, measured }
  } finally {
    await client.end().catch(() => undefined)
    await closeDb()
    await database.release()
  }
}

/** Product and hand-written SQL by turns, so that what else the machine does falls on both. The first fifth warms up. */
async function measureOne(measure: ReturnType<typeof measures>[number], count: number): Promise<{ product: number; product95: number; byHand: number }> {
  const [product, byHand]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < count; turn += 1) {
    product.push(await timed(() => measure.product(turn)))
    byHand.push(await timed(() => measure.byHand(turn)))
  }
  const warm = Math.floor(count / 5)
  return { product: middle(product.slice(warm), 0.5), product95: middle(product.slice(warm), 0.95), byHand: middle(byHand.slice(warm), 0.5) }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function middle(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 100) / 100
}
