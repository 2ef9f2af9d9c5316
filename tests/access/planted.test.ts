import { randomUUID } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { ReactNode } from 'react'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { loadActor } from '@/lib/access/load-actor'
import type { Role } from '@/lib/access/roles'
import { calendarFile, readCalendarTimes } from '@/lib/platform/mail/calendar'
import { mailWords } from '@/lib/platform/mail/words'
import { perform } from '@/lib/acts/perform'
import { breakGlass } from '@/lib/access/openings/break-glass'
import { anActor, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { ALL_WORDS, CHILD_WORDS, glassOf, plantedWorld } from '@/tests/support/planted'
import { COLUMNS } from './oracle'

/**
 * Nobody reads a word of a restricted child or of a restricted adult, in any role, on any page or route: everything that can be written about either
 * was written with a word of its own, and every page of the product is made for everybody who can sign in, as the server makes it.
 */
const database = useDatabase()
const asking = vi.hoisted(() => ({ accountId: '', now: new Date(0), actor: undefined as { accountId: string } | undefined, frame: undefined as unknown }))

vi.mock('@/lib/platform/clock', () => ({ systemNow: () => asking.now }))
vi.mock('@/lib/platform/auth/session', async () => (await import('@/tests/support/asking')).sessionOf({ get session() { return { accountId: asking.accountId } } }))
vi.mock('@/lib/platform/auth/page-actor', () => ({
  bringsItselfUpToDate: () => false,
  pageActor: () => Promise.resolve({ actor: asking.actor, now: asking.now, session: { accountId: asking.accountId, sessionId: 'x', endsAt: new Date(asking.now.getTime() + 3_600_000) } }),
}))
// The same on every page: counted once for each of those who look.
vi.mock('@/lib/shell/frame', () => ({ frameFor: () => Promise.resolve(asking.frame) }))
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers()), cookies: () => Promise.resolve({ get: () => undefined, set: () => undefined, delete: () => undefined }) }))
vi.mock('next/navigation', () => ({
  notFound: () => { throw new NotThere('not-found') },
  redirect: (to: string) => { throw new NotThere(to) },
  useRouter: () => ({ refresh: () => undefined }),
}))
class NotThere extends Error {}

/** On no page for whoever has opened both: a draft is its writer's alone. */
const NOWHERE: readonly string[] = [CHILD_WORDS.draft]

type World = Awaited<ReturnType<typeof plantedWorld>>
let world: World
const people: { who: string; actor: Actor }[] = []

beforeAll(async () => {
  world = await plantedWorld(database, new Date(MONDAY_NINE.getTime()))
  // The reviewer is a supervisor like the one who wrote some of it.
  for (const [who, actor] of Object.entries(world.actors)) if (who !== 'reviewer') people.push({ who, actor })
  for (const [role, agency] of COLUMNS) {
    // Those who wrote it are of these roles.
    if (people.some(({ actor }) => actor.memberships.some((one) => one.role === role && one.boroughs.length > 0))) continue
    const central = (['exploitation-assessor', 'despatch-supervisor', 'london-lead', 'auditor', 'administrator'] as Role[]).includes(role)
    people.push({ who: role, actor: await anActor(database, { role, agency, boroughs: central ? [] : ['bromley'], rank: 'inspector' }) })
  }
  asking.now = world.now
}, 180_000)

type Params = Readonly<Record<string, string>>
interface Address { readonly params?: Params; readonly search?: Params }

/** Where each page is walked to: every page of the product, with what a link on another one would ask it for. */
function addresses(): Record<string, readonly Address[]> {
  const w = world
  const all = [w.child, w.adult, w.sibling]
  const two = [w.child, w.sibling]
  const of = (key: string, ids: readonly string[], searches: readonly Params[] = [{}]): Address[] => ids.flatMap((id) => searches.map((search) => ({ params: { [key]: id }, search })))
  const searched = (...searches: Params[]): Address[] => searches.map((search) => ({ search }))
  const steps = (ids: readonly string[], what: readonly string[]): Address[] => ids.flatMap((id) => what.map((one) => ({ params: { id, what: one } })))
  const id = (ids: readonly string[], searches?: readonly Params[]) => of('id', ids, searches)
  const born = { day: '7', month: '3', year: '2002' }
  return {
    'actions/[id]': id(w.actions), actions: searched({}, { whose: 'borough' }, { whose: 'borough', state: 'done' }, { whose: 'borough', q: 'Isawdra Velkorn' }),
    'admin/accounts/[id]': id([w.actors.worker.accountId]), 'admin/accounts/new': [{}], 'admin/boroughs/[code]': of('code', ['bromley']), 'admin/boroughs': [{}], 'admin/history': [{}], admin: [{}], 'admin/teams/[id]': id([w.actors.worker.memberships[0]?.teamId ?? '']), 'admin/teams/new': [{}], 'admin/teams': [{}],
    'adults/[id]/link': id([w.adult], [{}, { child: w.sibling }, { child: w.child }]), 'adults/[id]/notice': id([w.adult], [{ child: w.child }, { child: w.sibling }]), 'adults/[id]': id([w.adult, w.mother]),
    'adults/others': searched({}, { list: 'unlooked' }, { borough: 'bromley' }), 'asked/[id]': id([w.requestId, w.openRequestId]), 'asked/flags/[id]': id([w.flagAskId]), 'asked/interviews/[id]': id([w.episodeId]), asked: searched({}, { see: 'answered' }),
    audit: searched({}, { see: 'refusals' }, { only: 'restricted' }), digest: [{}], 'discussions/[id]': id([w.meetingId]), 'discussions/call': searched({ child: w.child }, { child: w.sibling }, { referral: w.referralId }), 'discussions/called/[id]': id([w.discussionCallId]), 'discussions/new': searched({ child: w.child }, { child: w.sibling }, { referral: w.referralId }), discussions: [{}],
    drafts: [{}], 'duties/[id]': id(w.duties), 'exploitation/figures': searched({}, { behind: 'children' }, { behind: 'work' }, { behind: 'crime' }), 'exploitation/flags': searched({}, { found: 'record-without-flag' }, { found: 'flag-without-record' }), 'exploitation/training': [{}],
    exploitation: ['assess', 'second-line', 'allocate', 'removals', 'reviews'].map((list) => ({ search: { list } })), 'figures/list': ['strategy-procedure', 'exploitation-1', 'missing', 'cse-flagged'].map((measure) => ({ search: { measure, part: 'all' } })), 'figures/london': [{}], 'figures/pack': [{}],
    figures: searched({}, { of: 'missing' }, { of: 'exploitation' }), 'figures/recorded': [{}], 'figures/targets': [{}], 'figures/since': searched({ measure: 'strategy-procedure', at: '2016-05-15' }), handover: [{}], import: [{}], 'makesafe/calls/[id]': id([w.makesafeId]), 'makesafe/new': searched({}, { child: w.child }, { place: w.placeId }), makesafe: searched({}, { list: 'all' }),
    'meetings/[id]': id([w.mapId, w.callId, w.heldId]), 'meetings/[id]/record': id([w.mapId, w.callId, w.heldId]), 'meetings/[id]/research': id([w.mapId, w.callId, w.heldId]), 'meetings/[id]/room': [...id([w.mapId, w.heldId]), ...id([w.callId], [{}, { part: 'earlier' }, { show: 'projector' }, { item: w.itemId }, { item: w.offenderId }])],
    'meetings/list': searched({ person: w.child }, { person: w.adult }, { person: w.sibling }), meetings: [{}], 'missing/[id]/[what]': steps([w.episodeId], ['call-back', 'close']), 'missing/[id]': id([w.episodeId]), 'missing/[id]/return/[what]': steps([w.episodeId], ['check', 'share']),
    'missing/call': searched({}, { child: w.child }, { child: w.sibling }, { q: 'Isawdra Velkorn' }), 'missing/patterns': ['children', 'today', 'settled', 'places', 'people'].map((list) => ({ search: { list } })), missing: searched({}, { see: 'back' }, { q: 'Isawdra Velkorn' }),
    'people/[id]/add': id(two, [{}, { what: 'family-contacted' }]), 'people/[id]/change/[what]': steps(two, ['name', 'address', 'link']), 'people/[id]/chronology': [...id(all), ...id([w.child], [{ kind: 'family-contacted' }])], 'people/[id]/closing/[what]': steps(two, ['answer']), 'people/[id]/closing': id(two), 'people/[id]/duties': id(two),
    'people/[id]/exploitation': id(two, [{}, { do: 'category' }, { do: 'flag' }]), 'people/[id]/household': id(all), 'people/[id]/household/end': id(two), 'people/[id]/map': id(two), 'people/[id]/missing/[what]': steps(two, ['plan']), 'people/[id]/missing': id(two), 'people/[id]/network': id(all), 'people/[id]/other-children/name': id(two, [{}, { other: w.sibling }]), 'people/[id]/other-children': id(all),
    'people/[id]': id(all), 'people/[id]/same': id(two, [{}, { other: w.sibling }, { other: w.child }]), 'people/duplicates': [{}], 'people/[id]/protection/[what]': steps(two, ['take']), 'people/[id]/protection': id(two), 'people/[id]/readers': id(all), 'people/[id]/review': id(two), 'people/openings': [{}],
    people: searched({}, { q: 'Isawdra Velkorn' }, { q: 'Korvantees Mullgraf' }, born, { q: 'Openfield' }), 'places/[id]/change': id([w.placeId]), 'places/[id]/link': id([w.placeId], [{}, { person: w.child }]), 'places/[id]': id([w.placeId]), 'places/new': [{}], places: [{}],
    queue: searched({}, { q: 'Isawdra Velkorn' }), 'referrals/[id]': id([w.referralId, w.siblingReferral]), 'referrals/new': [{}], 'replay/[id]': of('id', ['none']), replay: [{}], rota: [{}], 'sent/[id]': id([w.referralId]), sent: [{}],
    'strategy/[list]': of('list', ['unallocated', 'unseen', 'suspects', 'reviews', 'minutes', 'other-children', 'disputes', 'handovers', 'overdue', 'today', 'emergencies']), strategy: [{}], told: [{}],
  }
}

const ROOT = 'app/(work)'
function pageFiles(folder = ROOT): string[] {
  return readdirSync(folder).flatMap((name) => {
    const at = path.join(folder, name)
    return statSync(at).isDirectory() ? pageFiles(at) : name === 'page.tsx' ? [path.relative(ROOT, folder)] : []
  })
}

/** What the page is made of, as far down as its own parts: words that a component is handed reach the browser as well as those it shows. */
function handed(node: unknown, into: unknown[] = []): unknown[] {
  if (Array.isArray(node)) for (const one of node) handed(one, into)
  else if (typeof node === 'object' && node !== null) {
    if ('$$typeof' in node && 'props' in node) handed(node.props, into)
    else if (Object.getPrototypeOf(node) === Object.prototype) for (const one of Object.values(node)) handed(one, into)
    else if (node instanceof Map) for (const one of node.values()) handed(one, into)
  } else if (typeof node === 'string') into.push(node)
  return into
}

async function made(file: string, { params = {}, search = {} }: Address): Promise<string | null> {
  const page = (await import(/* @vite-ignore */ `@/${ROOT}/${file}/page.tsx`)) as { default: (props: unknown) => Promise<ReactNode> }
  try {
    return handed(await page.default({ params: Promise.resolve(params), searchParams: Promise.resolve(search) })).join('\n')
  } catch (error) {
    if (error instanceof NotThere) return null
    throw new Error(`${file} ${JSON.stringify({ params, search })}`, { cause: error })
  }
}

const said = (text: string): string[] => ALL_WORDS.filter((word) => text.includes(word))

/** Whoever owns an action goes on reading what they agreed to do; nothing of it names anybody. */
const KEPT: Readonly<Record<string, readonly string[]>> = { school: [CHILD_WORDS.agreed] }

type Route = (request: Request, context: { params: Promise<Params> }) => Promise<Response>
/** What is answered besides pages: suggestions, files, what changed. */
async function routed(): Promise<[where: string, text: string][]> {
  const asked: [file: string, search: string, params?: Params][] = [
    ['people/suggest', 'q=Isaudr'], ['people/suggest', 'q=Corvant'], ['people/suggest', 'q=Brimthw'], ['queue/changes', 'at=bromley:0'], ['missing/changes', 'at=bromley:0'], ['meetings/[id]/room/changes', `since=${world.at(4).toISOString()}`, { id: world.callId }],
    ...['csv', 'ods'].flatMap((format) => [['figures/export', `table=list&measure=strategy-procedure&part=all&format=${format}`], ['figures/export', `table=list&measure=exploitation-1&part=all&format=${format}`], ['figures/export', `table=boroughs&format=${format}`], ['figures/export', `format=${format}`]] as [string, string][]),
  ]
  return Promise.all(asked.map(async ([file, search, params = {}]) => {
    const { GET } = (await import(/* @vite-ignore */ `@/${ROOT}/${file}/route.ts`)) as { GET: Route }
    const answer = await GET(new Request(`http://localhost/${file}?${search}`), { params: Promise.resolve(params) })
    return [`${file}?${search}`, answer.body === null || answer.headers.get('content-type')?.includes('event-stream') ? '' : Buffer.from(await answer.arrayBuffer()).toString('utf8')] as [string, string]
  }))
}

/** Signs in as somebody: as each request does, from what stands on record now. */
async function as(actor: Actor, who: string): Promise<void> {
  const loaded = await loadActor(actor.accountId, asking.now)
  if (loaded === null) throw new Error(who)
  Object.assign(asking, { accountId: actor.accountId, actor: loaded })
}

/** Walks everything as whoever is signed in: how many pages were there, and on which of them which words. */
async function walked(): Promise<{ there: number; found: { where: string; words: string[] }[] }> {
  const found: { where: string; words: string[] }[] = []
  let there = 0
  const look = (where: string, text: string): void => { const words = said(text); there += 1; if (words.length > 0) found.push({ where, words }) }
  const pages = new Set(pageFiles())
  for (const [file, list] of Object.entries(addresses())) {
    for (const address of pages.has(file) ? list : []) {
      const text = await made(file, address)
      if (text !== null) look(`${file} ${JSON.stringify(address)}`, text)
    }
  }
  for (const [where, text] of await routed()) look(where, text)
  return { there, found }
}

describe('a restricted child and a restricted adult', () => {
  it('are asked for on every page that there is', () => {
    expect(pageFiles().filter((file) => !(file in addresses()))).toEqual([])
  })

  it('are on no page and in no file, for nobody', async () => {
    const told: string[] = []
    for (const { who, actor } of people) {
      await as(actor, who)
      const { there, found } = await walked()
      expect(there, who).toBeGreaterThan(8)
      for (const { where, words } of found) {
        const rest = words.filter((word) => !(KEPT[who] ?? []).includes(word))
        if (rest.length > 0) told.push(`${who}: ${where}: ${rest.join(' ')}`)
      }
    }
    expect(told).toEqual([])
  }, 1_200_000)

  it('are in no mail and in no calendar file', async () => {
    const rows = await database.admin<{ kind: string; reference: string; path: string; counts: Record<string, number> | null; calendar: unknown; about_id: string; to_address: string; written_at: Date }>('SELECT * FROM mail')
    expect(rows.length).toBeGreaterThan(3)
    expect(said(JSON.stringify(rows))).toEqual([])
    for (const row of rows) {
      expect(said(JSON.stringify(mailWords(row.kind, row.reference, row.path, row.counts ?? {})))).toEqual([])
      if (row.calendar !== null) expect(said(calendarFile({ kind: row.kind, reference: row.reference, path: row.path, aboutId: row.about_id, toAddress: row.to_address, writtenAt: row.written_at, calendar: readCalendarTimes(row.calendar) }, { origin: 'http://localhost', from: 'a@b.invalid' }).content)).toEqual([])
    }
  })

  it('open by break-glass, for three hours to the minute: then the words are there, so that this test could have found them', async () => {
    const { decider } = world.actors
    for (const personId of [world.child, world.adult]) {
      expect(await perform(breakGlass, decider, glassOf(personId), { key: randomUUID(), now: asking.now })).toMatchObject({ ok: true })
    }
    await as(decider, 'the decision maker')
    const seen = new Set((await walked()).found.flatMap(({ words }) => words))
    expect(ALL_WORDS.filter((word) => !seen.has(word)).sort()).toEqual([...NOWHERE].sort())
    const start = asking.now
    asking.now = new Date(start.getTime() + 3 * 3_600_000 - 60_000)
    await as(decider, 'the decision maker')
    expect(said(await made('people/[id]', { params: { id: world.child } }) ?? '')).toContain(CHILD_WORDS.family)
    asking.now = new Date(start.getTime() + 3 * 3_600_000)
    await as(decider, 'the decision maker')
    expect(said(await made('people/[id]', { params: { id: world.child } }) ?? '')).toEqual([])
    expect(said(await made('adults/[id]', { params: { id: world.adult } }) ?? '')).toEqual([])
    asking.now = start
  }, 300_000)
})
