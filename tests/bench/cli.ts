import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { loadActor } from '@/lib/access/load-actor'
import { keepFigures } from '@/lib/figures/keep'
import { closeDb } from '@/lib/platform/db'
import { holdfastHome } from '@/lib/platform/home'
import { useDatabaseHere } from '@/lib/platform/postgres/open'
import { buildIfNeeded } from '@/lib/platform/serve/build'
import { anyFreePort, startServer, untilHealthy } from '@/lib/platform/serve/server'
import { accountOf, DEMONSTRATION_PASSWORD } from '@/prisma/seed/accounts'
import { materialOf, measureDatabase, settle, type DatabaseTaken, type Material } from './database'
import { number, ratio, table } from './figures'
import { openLondon, type OpenLondon } from './keep'
import { machine, machineWords } from './machine'
import { closedLoop, measurePages, openLoop, type FixedRate, type Load, type PageTaken } from './pages'
import { measureSearch } from './search'

/**
 * `npm run bench -- [--size 1]`: builds London at that size and at a hundredth, serves the production build on both, measures what people wait for
 * as they would see it, prints one table and writes it as JSON. `--keep DIR` keeps the databases there and uses them again; `--use DIR` builds none.
 * `--build` only builds. `--pages ADDRESS` measures the pages of a server that runs there with the demonstration; `--people N` the search over N people.
 */
const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '1' }, turns: { type: 'string', default: '60' }, rate: { type: 'string' }, out: { type: 'string' }, keep: { type: 'string' }, use: { type: 'string' },
    build: { type: 'boolean', default: false }, notes: { type: 'boolean', default: true }, dashboards: { type: 'boolean', default: true }, pages: { type: 'string' }, people: { type: 'string' },
  },
  allowNegative: true,
})
const people = values.people === undefined ? null : Number(values.people)
const [size, turns] = [people === null ? Number(values.size) : people / 500_000, Number(values.turns)]
const kept = values.use ?? values.keep ?? null
if (!(size > 0 && size <= 10) || !(Number.isInteger(turns) && turns >= 5 && turns <= 500) || (people !== null && !(Number.isInteger(people) && people >= 1000))) {
  process.stderr.write('Usage: npm run bench -- [--size 1 (above 0, at most 10; London is 1)] [--turns 60 (5 to 500)] [--rate 20 (pages a second)] [--keep DIR | --use DIR] [--build] [--no-notes] [--no-dashboards] [--out FILE] [--pages http://localhost:3000] [--people 200000 (1,000 to 5,000,000)]\n')
  process.exit(2)
}
/** A hundredth of London, or a tenth of what is less than that. */
const smaller = size > 0.01 ? 0.01 : size / 10

if (values.pages !== undefined) await benchPages(values.pages)
else if (people !== null) await benchPeople(people)
else if (values.build) await withLondons([smaller, size], async () => undefined)
else await benchLondon()
process.exit(0)

interface Measured {
  readonly size: number
  readonly built: OpenLondon['built']
  readonly pages: PageTaken[]
  readonly database: DatabaseTaken[]
}

async function benchLondon(): Promise<void> {
  await buildIfNeeded()
  await withLondons([size, smaller], async (londons) => {
    const now = new Date()
    const materials: Material[] = []
    for (const { database } of londons) {
      const material = await materialOf(database)
      // As the worker does each hour: what figures said of a moment before is kept. Of five years of London that takes minutes the first time.
      if (values.dashboards) {
        useDatabaseHere(database, 'worker')
        await keepFigures(now, 1)
        await closeDb()
      }
      useDatabaseHere(database)
      if (values.notes) await settle(material.noted, now)
      await closeDb()
      materials.push(values.notes ? material : { ...material, noted: [] })
    }
    const ports = [await anyFreePort(), await anyFreePort()]
    const servers = londons.map(({ database }, place) => startServer(database, ports[place] ?? 0))
    const measured: Measured[] = []
    const loads: Load[] = []
    let fixed: FixedRate | null = null
    try {
      const origins = ports.map((port) => `http://localhost:${port}`)
      for (const [place, server] of servers.entries()) await untilHealthy(origins[place] ?? '', server)
      process.stderr.write('Measuring pages…\n')
      const pages = await measurePages(materials.map((material, place) => ({ ...material, origin: origins[place] ?? '' })), turns, DEMONSTRATION_PASSWORD, values.dashboards)
      process.stderr.write('Measuring lists a second…\n')
      for (const users of [1, 4, 16]) loads.push(await closedLoop(origins[0] ?? '', users, 8, DEMONSTRATION_PASSWORD))
      fixed = await openLoop(origins[0] ?? '', Number(values.rate ?? Math.max(1, Math.floor((loads[1]?.perSecond ?? 2) / 2))), 10, DEMONSTRATION_PASSWORD)
      for (const [place, one] of londons.entries()) measured.push({ size: one.built.size, built: one.built, pages: pages[place] ?? [], database: [] })
    } finally {
      for (const server of servers) await server.stop()
    }
    process.stderr.write('Measuring the database…\n')
    for (const [place, { database }] of londons.entries()) {
      useDatabaseHere(database)
      const taken = await measureDatabase(database, materials[place] ?? { children: [], names: [], noted: [] }, turns, now, values.dashboards)
      await closeDb()
      const before = measured[place]
      if (before !== undefined) measured[place] = { ...before, database: taken }
    }
    const [asked, small] = measured
    const [{ database }] = londons as [OpenLondon]
    if (asked === undefined || small === undefined || fixed === null) return
    const here = await machine(database.urls.owner)
    process.stdout.write(`${report(asked, small, loads, fixed)}\n\nMeasured on ${machineWords(here)}; the server, the database and whoever asks on the same machine; ${turns} turns.\n`)
    await write(values.out ?? path.join(holdfastHome(), 'bench', `london-${size}.json`), { machine: here, turns, measured, loads, fixed })
  })
}

function report(asked: Measured, small: Measured, loads: readonly Load[], fixed: FixedRate): string {
  const floor = asked.pages[0]?.p50 ?? 1
  const rows = asked.pages.map((page) => {
    const before = small.pages.find((other) => other.name === page.name)
    const work = asked.database.find((other) => other.name === page.name)
    const workBefore = small.database.find((other) => other.name === page.name)
    return [
      page.name, number(page.p50), number(page.p95), number(ratio(page.p50, floor), 2), number(before?.p50 ?? null), before === undefined ? '–' : number(ratio(page.p50, before.p50), 2),
      number(work?.product ?? null), number(workBefore?.product ?? null), number(work?.byHand ?? null), work?.byHand == null ? '–' : number(ratio(work.product, work.byHand), 2), number(page.overFloorKb), number(page.htmlKb),
    ]
  })
  const built = (one: Measured): string => `×${one.size}: ${[[one.built.people, 'people'], [one.built.notifications, 'notifications'], [one.built.deadlines, 'duties'], [one.built.entries, 'entries of the chronology'], [one.built.episodes, 'times away']].map(([many, what]) => `${many?.toLocaleString('en-GB')} ${what}`).join(', ')}, built in ${Math.round(one.built.seconds)} s`
  return [
    `London ${built(asked)}; London ${built(small)}.`, '',
    table([`At London ×${asked.size}`, 'ms', '95 % within', '÷ empty page', `ms at ×${small.size}`, 'growth', 'database, ms', `at ×${small.size}`, 'SQL by hand, ms', '÷ by hand', 'JS over floor, kB', 'HTML, kB'], rows), '',
    table(['MASH queue', 'a second', 'ms', '95 % within'], [
      ...loads.map((load) => [`${load.users} ${load.users === 1 ? 'user' : 'users'}, each after the page before`, number(load.perSecond), number(load.p50), number(load.p95)]),
      [`${fixed.asked} a second, whatever comes back`, number(fixed.answered), number(fixed.p50), number(fixed.p95)],
    ]), '',
    `JavaScript of the framework itself: ${number(asked.pages[0]?.scriptKb ?? null)} kB, compressed.`,
  ].join('\n')
}

async function benchPages(origin: string): Promise<void> {
  const [pages = []] = await measurePages([{ origin, children: [], names: ['Brackwater'], noted: [] }], turns, DEMONSTRATION_PASSWORD)
  const floor = pages[0]?.p50 ?? 1
  process.stdout.write(`${table(['Page', 'ms', '95 % within', '÷ empty page', 'JavaScript, kB', 'over the floor', 'HTML, kB'], pages.map((page) => [page.name, number(page.p50), number(page.p95), number(ratio(page.p50, floor), 2), number(page.scriptKb), number(page.overFloorKb), number(page.htmlKb)]))}\n`)
  await write(values.out ?? path.join(holdfastHome(), 'bench', 'pages.json'), { turns, pages })
}

async function benchPeople(many: number): Promise<void> {
  await withLondons([size], async ([london]) => {
    if (london === undefined) return
    useDatabaseHere(london.database)
    const now = new Date()
    const worker = await loadActor(accountOf('social-worker.bromley').id, now)
    if (worker === null) throw new Error('the worker of the benchmark may do nothing')
    process.stderr.write('Measuring the search…\n')
    const measured = await measureSearch(london.database.urls.owner, worker, london.built.people, turns, now)
    await closeDb()
    process.stdout.write(`${table([`Search over ${london.built.people.toLocaleString('en-GB')} people, by`, 'ms', '95 % within', 'SQL by hand, ms', '÷ by hand', 'in first five, %'], measured.map((one) => [one.name, number(one.ms), number(one.ms95), number(one.byHand), number(ratio(one.ms, one.byHand), 2), one.found === null ? '–' : String(one.found)]))}\n`)
    await write(values.out ?? path.join(holdfastHome(), 'bench', `people-${many}.json`), { machine: await machine(london.database.urls.owner), turns, built: london.built, measured })
  })
}

/** Each built, or opened where it is kept, one after the other; all of them open together while they are measured. */
async function withLondons(sizes: readonly number[], work: (londons: OpenLondon[]) => Promise<void>): Promise<void> {
  const londons: OpenLondon[] = []
  try {
    for (const one of sizes) londons.push(await openLondon(one, kept, values.use !== undefined))
    await work(londons)
  } finally {
    await closeDb()
    for (const { database } of londons) await database.release()
  }
}

async function write(out: string, result: unknown): Promise<void> {
  const file = path.resolve(out)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, `${JSON.stringify(result, null, 2)}\n`)
  process.stdout.write(`\nWritten to ${path.relative(process.cwd(), file)}\n`)
}
