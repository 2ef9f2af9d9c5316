import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { rankAtLeast } from '@/lib/access/roles'
import { membershipAmong } from '@/lib/chronology/add/add-entry'
import { policyHistories } from '@/lib/deadlines/histories'
import { suspectsOf } from '@/lib/other-children/acts/name-other'
import { openPerson } from '@/lib/people/open-person'
import { cardsOf, standingOf } from '@/lib/people/standing'
import type { PersonPage } from '@/lib/people/view'
import type { Tx } from '@/lib/platform/db'
import { textOf, type PolicyEvent } from '@/lib/policy/events'
import { refusalsOf } from '@/lib/policy/gates'
import { isSeen, whyNotSeen } from '@/lib/policy/gates/closure/child-not-seen'
import { enquiryBefore, isAboutAChild, isEnquiryOpen } from '@/lib/policy/gates/closure/enquiry'
import { unresolvedAt, UNRESOLVED, type Unresolved } from '@/lib/policy/gates/closure/unresolved-risk'
import type { History } from '@/lib/policy/rule'
import { isSeenAndSpokenTo } from '@/lib/policy/seen'
import { hasSuspect } from '@/lib/policy/suspects'
import { referralChoices } from '@/lib/protection/queries'
import { logReading } from '@/lib/access/reading-log'
import { momentWords } from '@/lib/wording/london-words'
import { say } from '@/lib/wording/say'
import { sentence } from '@/lib/wording/lists'
import type { ClosingItem, ClosingView } from './view'
import { NOT_SEEN_WORDS, RESULTS_OF_CLOSING } from '@/lib/wording/closing'

/** What an enquiry still lacks before it can be closed, and where each is done. */
export const personClosing = (actor: Actor, id: string, now: Date): Promise<PersonPage<ClosingView> | null> =>
  openPerson(actor, id, 'closing', now, async (tx) => {
    const standing = await standingOf(tx, actor, id, now)
    const boroughs = standing === null || standing.card.masked ? [] : standing.card.boroughs
    const closes = membershipAmong(actor, 'close-enquiry', boroughs)
    const history = (await policyHistories(tx, [id], now)).get(id)
    const suspects = await suspectsOf({ tx }, id)
    const people = await cardsOf(tx, suspects, now)
    if (people.size > 0) await logReading(tx, actor, { personIds: [...people.keys()], depth: 'index', page: 'linked, on closing' }, now)
    const closure: PolicyEvent = { id: 'closing', kind: 'case-closed', at: now, recordedAt: now, order: history?.events.length ?? 0, referralId: null, detail: {} }
    const lacking = history === undefined ? [] : unresolvedAt(closure, history)
    const items = history === undefined ? [] : itemsOf(id, closure, history, lacking, now)
    const last = history?.events.findLast((event) => event.kind === 'case-closed')
    const referrals = await referralChoices(tx, actor, id)
    return {
      items, open: history !== undefined && isEnquiryOpen(closure, history), missing: items.filter((item) => item.state === 'missing' && item.key !== 'police-enquiry').length,
      last: last === undefined ? null : `${say(RESULTS_OF_CLOSING, textOf(last, 'result'), 'Closed')}, ${momentWords(last.at, now)}`,
      mayClose: closes !== null, mayAnswer: closes !== null && rankAtLeast(closes.rank, 'inspector'), mayRecord: membershipAmong(actor, 'record-entry', boroughs) !== null,
      referrals, wholeReferrals: await referralsOfSeveral(tx, id, referrals),
      suspects: suspects.flatMap((suspect) => { const card = people.get(suspect); return card === undefined || card.masked ? [] : [{ value: suspect, label: card.name }] }),
      risks: lacking.map((risk) => ({ value: risk, label: sentence(UNRESOLVED[risk]) })),
    }
  })

/** Referrals of this child and others: closed as one where the enquiry was one. */
export async function referralsOfSeveral(tx: Tx, id: string, open: readonly { value: string; label: string }[]): Promise<{ value: string; label: string }[]> {
  const rows = await tx.referralPerson.findMany({ where: { role: 'child', referral: { people: { some: { personId: id, role: 'child' } } } }, select: { referralId: true, personId: true, referral: { select: { reference: true } } }, take: 200 })
  const several = new Map<string, { reference: string; children: number }>()
  for (const row of rows) several.set(row.referralId, { reference: row.referral.reference, children: (several.get(row.referralId)?.children ?? 0) + 1 })
  return [...several].filter(([, { children }]) => children > 1).map(([value, { reference, children }]) => ({ value, label: `All ${children} children of ${open.find((one) => one.value === value)?.label ?? reference}` }))
}

function itemsOf(id: string, closure: PolicyEvent, history: History, lacking: readonly Unresolved[], now: Date): ClosingItem[] {
  const enquiry = enquiryBefore(closure, history)
  const base = `/people/${id}`
  const seen = enquiry.findLast(isSeenAndSpokenTo)
  const excused = whyNotSeen(closure, enquiry)
  const isMissing = (risk: Unresolved): boolean => lacking.includes(risk)
  /** `todo`: what is done where it is missing; `look`: where nothing has to be. */
  const risk = (key: ClosingItem['key'], of: Unresolved, words: string, href: string, [todo, look]: readonly [string, string], none: string): ClosingItem =>
    ({ key, words, href, verb: isMissing(of) ? todo : look, state: isMissing(of) ? 'missing' : 'done', detail: isMissing(of) ? sentence(UNRESOLVED[of]) : none })
  const ownEnquiry = !refusalsOf({ ...closure, detail: { result: 'no-crime' } }, history).some((refusal) => refusal.rule === 'no-crime-without-police-enquiry')
  return [
    {
      key: 'child-seen', words: 'The child seen and spoken to', href: `${base}/closing/child-seen`, verb: 'Record that the child was seen',
      state: !isAboutAChild(enquiry) || (!isSeen(enquiry) && excused !== null) ? 'none' : isSeen(enquiry) ? 'done' : 'missing',
      detail: !isAboutAChild(enquiry) ? 'No child is identified in this enquiry' : isSeen(enquiry) && seen !== undefined ? `Last ${momentWords(seen.at, now)}` : excused !== null ? `A supervisor’s reason stands: ${say(NOT_SEEN_WORDS, excused, 'the child cannot be seen')}` : 'Nobody has seen and spoken to the child in this enquiry',
    },
    risk('suspect', 'suspect', 'The suspect dealt with', `${base}/closing/suspect`, ['Record a step against the suspect', 'Record a step against the suspect'], enquiry.some(hasSuspect) ? 'Dealt with' : 'No suspect is told of'),
    risk('other-children', 'wider-risk', 'Other children assessed', `${base}/other-children`, ['Assess the other children', 'See the other children'], 'None is waiting'),
    risk('whereabouts', 'whereabouts', 'Where the child is', `${base}/closing/whereabouts`, ['Confirm where the child is', 'Confirm where the child is'], 'Known'),
    risk('direction', 'direction', 'Directions and agreed actions', `${base}/duties`, ['See what is open', 'See duties and actions'], 'None is open'),
    risk('contradiction', 'contradiction', 'The record agrees with itself', `${base}/closing/contradiction`, ['Look into the contradiction', 'Note a contradiction'], 'No contradiction is noted'),
    risk('protection', 'protection', 'Police protection ended', `${base}/protection`, ['End it, or say what order followed', 'See police protection'], 'None is running'),
    {
      key: 'police-enquiry', words: 'An enquiry of the police’s own', href: `${base}/closing/police-enquiry`, verb: 'Record what police did', state: ownEnquiry ? 'done' : 'missing',
      detail: ownEnquiry ? 'On the record' : 'Without it nothing is closed as no crime',
    },
  ]
}
