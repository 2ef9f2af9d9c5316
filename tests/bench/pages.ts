import { randomUUID } from 'node:crypto'
import { ask, scriptBytes, signIn } from './browser'
import { at, kb } from './figures'

/**
 * The working pages over HTTP, each as an ordinary user signed in, all checks and logs on: how long each takes, what it sends. Several servers are
 * asked by turns, so that what else the machine does falls on all of them.
 */
export interface Served {
  readonly origin: string
  /** Children of Bromley whose page opens to its social worker; names as somebody would type them; children a note is saved for. */
  readonly children: readonly string[]
  readonly names: readonly string[]
  readonly noted: readonly string[]
}

export interface PageTaken {
  readonly name: string
  /** Milliseconds: the middle of all turns, and the 95th of a hundred. */
  readonly p50: number
  readonly p95: number
  /** Compressed kB: JavaScript, how much of it the empty page does not send, and the page itself. */
  readonly scriptKb: number
  readonly overFloorKb: number
  readonly htmlKb: number
}

/** Answered 404 by the framework within our layout, to nobody: the least page that this server renders. */
const EMPTY = '/there-is-no-such-page'
const USERS = { worker: 'social-worker.bromley', officer: 'mash-officer.bromley', supervisor: 'cait-supervisor.bromley', manager: 'manager.bromley', lead: 'london-lead' } as const
type User = keyof typeof USERS

interface Page { readonly name: string; readonly user: User | null; path(served: Served, turn: number): string; form?(served: Served, turn: number): URLSearchParams }

const nth = (list: readonly string[], turn: number): string => list[turn % list.length] ?? ''
const PAGES: readonly Page[] = [
  { name: 'Empty page', user: null, path: () => EMPTY },
  { name: 'MASH queue', user: 'worker', path: () => '/queue' },
  { name: 'Overdue board', user: 'supervisor', path: () => '/strategy' },
  { name: 'Child’s page', user: 'worker', path: ({ children }, turn) => `/people/${nth(children, turn)}` },
  { name: 'Search', user: 'worker', path: ({ names }, turn) => `/people?q=${encodeURIComponent(nth(names, turn))}` },
  { name: 'Save a note', user: 'officer', path: () => '/act/add-entry', form: ({ noted }, turn) => noteAbout(nth(noted, turn)) },
  { name: 'Borough dashboard', user: 'manager', path: () => '/figures' },
  { name: 'London dashboard', user: 'lead', path: () => '/figures' },
]

/** A checklist put on a child's chronology: the shortest form that tells what happened. */
function noteAbout(personId: string): URLSearchParams {
  const part = (unit: string, options: Intl.DateTimeFormatOptions): [string, string] => [`occurredAt-${unit}`, new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour12: false, ...options }).format(Date.now() - 600_000)]
  return new URLSearchParams([
    ['key', randomUUID()], ['page', `/people/${personId}/add?what=pac-submitted`], ['intent', 'submit'], ['personId', personId], ['what', 'pac-submitted'], ['facts-complete', 'yes'], ['account', 'Invented for measuring.'],
    part('day', { day: 'numeric' }), part('month', { month: 'numeric' }), part('year', { year: 'numeric' }), part('time', { hour: '2-digit', minute: '2-digit' }),
  ])
}

export async function measurePages(servers: readonly Served[], turns: number, password: string, dashboards = true): Promise<PageTaken[][]> {
  const asked = PAGES.filter((page) => dashboards || !page.name.endsWith('dashboard'))
  const taken = []
  for (const served of servers) {
    const cookies = new Map<User, string>()
    for (const user of Object.keys(USERS) as User[]) cookies.set(user, await signIn(served.origin, `${USERS[user]}@holdfast.invalid`, password))
    const pages = asked.filter((page) => (page.form === undefined || served.noted.length > 0) && (page.name !== 'Search' || served.names.length > 0) && (page.name !== 'Child’s page' || served.children.length > 0))
    taken.push({ served, cookies, pages: pages.map((page) => ({ page, times: [] as number[], html: '', bytes: 0 })) })
  }
  for (let turn = 0; turn < turns; turn += 1) {
    for (let place = 0; place < asked.length; place += 1) {
      for (const { served, cookies, pages } of taken) {
        const one = pages[place]
        if (one === undefined) continue
        const began = performance.now()
        const answer = await ask(served.origin, one.page.path(served, turn), one.page.user === null ? '' : cookies.get(one.page.user) ?? '', one.page.form?.(served, turn))
        // The first fifth warms up.
        if (turn >= turns / 5) one.times.push(performance.now() - began)
        check(one.page, answer.status, String(answer.headers['location'] ?? ''))
        one.html = answer.text
        one.bytes = answer.bytes
      }
    }
  }
  const all: PageTaken[][] = []
  for (const { served, pages } of taken) {
    const known = new Map<string, number>()
    const measured = []
    for (const { page, times, html, bytes } of pages) measured.push({ name: page.name, times, bytes, script: await scriptBytes(served.origin, html, known) })
    const floor = measured[0]?.script ?? 0
    all.push(measured.map(({ name, times, bytes, script }) => ({ name, p50: at(times, 0.5), p95: at(times, 0.95), scriptKb: kb(script), overFloorKb: script === 0 ? 0 : kb(script - floor), htmlKb: kb(bytes) })))
  }
  return all
}

/** What was measured must be the page itself, and a note must have been taken. */
function check(page: Page, status: number, location: string): void {
  const expected = page.form !== undefined ? 303 : page.name === 'Empty page' ? 404 : 200
  if (status !== expected || (page.form !== undefined && !location.includes('done='))) throw new Error(`${page.name}: answered ${status} ${location}`)
}

export interface Load { readonly users: number; readonly perSecond: number; readonly p50: number; readonly p95: number }
export interface FixedRate { readonly asked: number; readonly answered: number; readonly p50: number; readonly p95: number }

/** The MASH queue as often as so many users can ask for it, each as soon as the page before has come. */
export async function closedLoop(origin: string, users: number, seconds: number, password: string): Promise<Load> {
  const cookie = await signIn(origin, `${USERS.worker}@holdfast.invalid`, password)
  const times: number[] = []
  const began = performance.now()
  const [warm, until] = [began + 1000, began + (1 + seconds) * 1000]
  await Promise.all(Array.from({ length: users }, async () => {
    for (;;) {
      const asked = performance.now()
      if (asked >= until) return
      await ask(origin, '/queue', cookie)
      if (asked >= warm) times.push(performance.now() - asked)
    }
  }))
  return { users, perSecond: Math.round((times.length / seconds) * 10) / 10, p50: at(times, 0.5), p95: at(times, 0.95) }
}

/** The same at a rate that does not wait for the answers: each is timed from when it should have been asked for, so that a stall counts for all it holds up. */
export async function openLoop(origin: string, perSecond: number, seconds: number, password: string): Promise<FixedRate> {
  const cookie = await signIn(origin, `${USERS.worker}@holdfast.invalid`, password)
  const times: number[] = []
  const began = performance.now()
  const asked: Promise<void>[] = []
  for (let turn = 0; turn < perSecond * seconds; turn += 1) {
    const meant = began + (turn * 1000) / perSecond
    const wait = meant - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    asked.push(ask(origin, '/queue', cookie).then(() => void times.push(performance.now() - meant)))
  }
  await Promise.all(asked)
  return { asked: perSecond, answered: Math.round((times.length / ((performance.now() - began) / 1000)) * 10) / 10, p50: at(times, 0.5), p95: at(times, 0.95) }
}
