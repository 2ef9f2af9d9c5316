import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayEver, membershipFor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read-as'
import { logReading } from '@/lib/access/reading-log'
import { atLeast, looksForChildren } from '@/lib/access/visibility'
import { policyHistories } from '@/lib/deadlines/histories'
import { packsOf } from '@/lib/deadlines/pack-for'
import { adultSince as adultFrom } from '@/lib/people/age'
import { findPeople, type PersonHit } from '@/lib/people/search'
import { isId, standingOf } from '@/lib/people/standing'
import { londonDate, plainDate } from '@/lib/policy/calendar/london'
import { dueAfter } from '@/lib/policy/calendar/duration'
import { clause } from '@/lib/policy/clauses'
import { intervalLimits } from '@/lib/policy/missing/interval'
import { callFacts } from '@/lib/policy/missing/panel'
import type { Answer } from '@/lib/policy/missing/questions'
import { durationOf } from '@/lib/policy/packs'
import type { History } from '@/lib/policy/rule'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import type { Tx } from '@/lib/platform/db'
import { noticeLines } from '@/lib/warning-notices/queries'
import { boroughWords } from '@/lib/wording/boroughs'
import { dateWords, momentWords } from '@/lib/wording/london-words'
import { callerWords, classWords, gradeWords } from '@/lib/wording/missing'
import { cardWords } from './card-words'
import { missingCards, type MissingCard } from './cards'
import { classOf } from './effective'
import { episodePage } from './episode'
import type { CallHit, CallPage, CallPanel, OpenCall, PlanBeside } from './call-view'

/** Clauses that the panel names, with their titles: a browser is given these and not the whole catalogue. */
const CLAUSES = ['mis-def-absent', 'mis-u13', 'mis-cse-flag', 'mis-cse-flag-removed', 'mis-def-app-2017', 'mis-absent-24h', 'mis-reclass-on-info', 'mis-no-low', 'mis-high-indicators'] as const
const CLAUSE_TITLES: Readonly<Record<string, string>> = Object.fromEntries(CLAUSES.map((id) => [id, `${clause(id).title}. ${clause(id).source}`]))
/** A person this old is none whom these pages look for. */
const GROWN = 18

/**
 * Step one of a call: children known by what was typed, each with what must be known at once. The search writes each of them to the reading
 * log. A child whose card is not open to the actor is shown as far as the index goes, and cannot be chosen.
 */
export async function findForCall(actor: Actor, q: string, now: Date): Promise<{ hits: CallHit[]; adults: number } | null> {
  if (!mayEver(actor, 'report-missing')) return null
  const found = await findPeople(actor, { q }, now)
  const children = found.filter(({ card }) => card.masked || card.years === null || card.years < GROWN)
  const cards = await readAs(actor, (tx) => missingCards(tx, children.map(({ card }) => card.id), now))
  return { hits: children.map((hit) => hitOf(actor, hit, cards.get(hit.card.id), now)), adults: found.length - children.length }
}

function hitOf(actor: Actor, { card, confidence, reasons }: PersonHit, known: MissingCard | undefined, now: Date): CallHit {
  const none = { id: card.id, name: card.name, masked: card.masked, confidence, reasons, known: null }
  // Masked: the call is taken all the same by whoever looks for children everywhere; nothing of the record is shown for it.
  if (card.masked) return { ...none, age: '', reference: '', where: '', mayTake: looksForChildren(actor) }
  return {
    ...none, age: card.age, reference: card.reference, where: card.boroughs.map((borough) => boroughWords(borough)).join(', '),
    known: known === undefined ? null : cardWords(known, now), mayTake: known !== undefined,
  }
}

export interface Asking {
  /** When the call came; now unless it is typed in later. */
  readonly at: Date
  readonly answers: Readonly<Partial<Record<string, Answer>>>
}

/**
 * Step two: everything that stands beside the questions about this child: its card, the trigger plan, the time away that is open, and the
 * facts of the panel. Null where the call is not the actor’s to take. The opening is in the reading log before anything is answered.
 */
export async function callAbout(actor: Actor, childId: string, asking: Asking, now: Date): Promise<CallPage | null> {
  if (!mayEver(actor, 'report-missing') || !isId(childId)) return null
  return readAs(actor, async (tx) => {
    const looks = looksForChildren(actor)
    const known = (await missingCards(tx, [childId], now)).get(childId)
    const standing = await standingOf(tx, actor, childId, now)
    if (standing === null) return null
    if (known === undefined || (!looks && !atLeast(standing.depth, 'record'))) return standing.card.masked && looks ? restricted(tx, actor, childId, now) : null
    // Out already and restricted: the open episode is worked, the record still tells nothing.
    if (standing.card.masked) return looks ? withOpen(await restricted(tx, actor, childId, now), await openCall(tx, childId, now)) : null
    await logReading(tx, actor, { personIds: [childId], depth: 'index', page: 'missing call' }, now)
    const history = (await policyHistories(tx, [childId], now)).get(childId)
    if (history === undefined) return null
    const card = cardWords(known, now)
    return {
      child: { id: childId, name: card.name, reference: standing.card.masked ? '' : standing.card.reference, masked: false, known: card },
      open: await openCall(tx, childId, now), plan: await planBeside(tx, childId, now), notices: await noticeLines(tx, actor, childId, now), boroughs: boroughsOf(actor), borough: boroughFor(actor, known.home_borough), panel: panelOf(history, asking),
    }
  })
}

/** A child whose record is restricted: that a call is taken about it is logged like any opening, and nothing of it is shown. */
async function restricted(tx: Tx, actor: Actor, childId: string, now: Date): Promise<CallPage | null> {
  const [found] = await tx.$queryRaw<{ may: boolean }[]>`SELECT restricted_to_report(${childId}::uuid) AS may`
  if (found?.may !== true) return null
  await logReading(tx, actor, { personIds: [childId], depth: 'index', page: 'missing call, restricted' }, now)
  return { child: { id: childId, name: 'Restricted person', reference: '', masked: true, known: null }, open: null, plan: null, notices: [], boroughs: boroughsOf(actor), borough: boroughFor(actor, null), panel: null }
}

const withOpen = (page: CallPage | null, open: OpenCall | null): CallPage | null => (page === null ? null : { ...page, open })

/** A child that nobody knows: the panel stands on what the caller says, and on the age that is typed. */
export async function callAboutNew(actor: Actor, asking: Asking & { readonly age: number | null; readonly bornOn: string | null; readonly borough: string | null }, now: Date): Promise<CallPage | null> {
  if (!mayEver(actor, 'report-missing')) return null
  return readAs(actor, async (tx) => {
    const borough = asking.borough ?? boroughFor(actor, null) ?? 'london'
    const packOf = await packsOf(tx, [borough])
    const history: History = {
      child: { id: '', age: asking.age, ageDisputed: false, bornOn: asking.bornOn === null ? null : plainDate(asking.bornOn), adultSince: adultSince(asking), lookedAfter: null, flags: [], planCategory: null, indicators: [], health: [] },
      events: [], now, packAt: (event) => packOf(borough, event.at),
    }
    return { child: null, open: null, plan: null, notices: [], boroughs: boroughsOf(actor), borough: boroughFor(actor, null), panel: panelOf(history, asking) }
  })
}

/** From when somebody of whom only this is told is an adult. */
const adultSince = ({ age, bornOn }: { age: number | null; bornOn: string | null }): Date | null =>
  adultFrom({ born_on: bornOn === null ? null : new Date(`${bornOn}T00:00:00Z`), age_stated: age, age_stated_on: null, age_disputed: false })

/** The facts at the moment of the call without its own answers: those are laid upon them where the panel is drawn, and again as they change. */
function panelOf(history: History, asking: Asking): CallPanel {
  const { call, values, pack } = callFacts(history, { answers: {}, now: asking.at })
  const { least, most } = intervalLimits(pack)
  const gradeBy = dueAfter(asking.at, durationOf(pack, 'missing.risk-grade')).dueAt
  const callBackBy = dueAfter(asking.at, durationOf(pack, 'absent.first-callback')).dueAt
  const missingFrom = dueAfter(asking.at, durationOf(pack, 'absent.max')).dueAt
  // A call typed in later: what was due meanwhile is said to have been.
  const said = (at: Date, coming: string, over: string): string => `${at.getTime() < history.now.getTime() ? over : coming} ${momentWords(at, history.now)}`
  return {
    call, values, clauses: CLAUSE_TITLES, leastHours: least, mostHours: most,
    gradeDue: said(gradeBy, 'is due by', 'was due by'), callBackDue: said(callBackBy, 'is rung back by', 'was to be rung back by'), missingFrom: said(missingFrom, 'missing by itself at', 'missing by itself since'),
  }
}

async function openCall(tx: Tx, childId: string, now: Date): Promise<OpenCall | null> {
  const episode = await tx.episode.findFirst({ where: { personId: childId, returnedAt: null } })
  if (episode === null) return null
  const as = classOf(episode, now)
  return {
    id: episode.id, href: episodePage(episode.id), reference: episode.reference, reported: momentWords(episode.reportedAt, now), by: `${callerWords(episode.callerKind)}${episode.callerName === null ? '' : `, ${episode.callerName}`}`,
    as: as === 'absent' ? classWords(as) : `${classWords(as)}, ${gradeWords(episode.grade).toLowerCase()}`, borough: boroughWords(episode.borough),
  }
}

async function planBeside(tx: Tx, childId: string, now: Date): Promise<PlanBeside | null> {
  const plan = await tx.triggerPlan.findFirst({ where: { personId: childId, endedAt: null }, orderBy: { version: 'desc' } })
  if (plan === null) return null
  const parts = [['First', plan.first], ['Places', plan.places], ['People', plan.people], ['How to reach the child', plan.contact], ['How the child travels', plan.travel], ['Risks', plan.risks]] as const
  return {
    version: plan.version, made: momentWords(plan.madeAt, now), review: dateWords(plainDate(plan.reviewOn.toISOString().slice(0, 10))),
    late: plan.reviewOn.toISOString().slice(0, 10) < londonDate(now), parts: parts.flatMap(([term, value]) => (value === null || value === '' ? [] : [{ term, value }])),
  }
}

/** Boroughs in which the actor takes such a call. */
const boroughsOf = (actor: Actor): { value: string; label: string }[] =>
  BOROUGH_CODES.filter((code) => membershipFor(actor, 'report-missing', code) !== null).map((code) => ({ value: code, label: boroughWords(code) }))

/** The child’s own borough where the actor may take it there; else the only one they may. */
function boroughFor(actor: Actor, home: string | null): string | null {
  const all = boroughsOf(actor)
  if (home !== null && all.some(({ value }) => value === home)) return home
  return all.length === 1 ? all[0]?.value ?? null : null
}
