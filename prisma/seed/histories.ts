import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { recordAnyEntry } from '@/lib/chronology/record-entry'
import { OUTCOMES } from '@/lib/policy/decisions'
import { referringAgency } from '@/lib/policy/referring-agency'
import type { CaseHistory, ChildBefore, HistoryEvent } from '@/lib/replay/history'
import { readHistory } from '@/lib/replay/read-history'
import { decideReferral } from '@/lib/referrals/acts/decide'
import { takeReferral } from '@/lib/referrals/take-referral'
import { recordStrategyDiscussion } from '@/lib/strategy/record-strategy-discussion'
import { chance } from './chance'
import { putOnRecord } from './household'
import { after, before, DAY, HOUR, MINUTE } from './hours'
import { address, childName, familyName } from './names'
import { DECISION_REASONS } from './situations'
import type { Stage, Step, Story } from './stage'

/**
 * Case histories of inspections, told again in the demonstration with invented names: those that begin with a contact, a
 * referral or a report and are over within a month. Moved by whole weeks, so that weekdays and hours stay what they were.
 */
const FOLDER = path.resolve('lib/replay/histories')
const BEGIN: readonly string[] = ['contact-received', 'referral-made', 'missing-reported', 'information-received']
const LONGEST = 30 * DAY
/** What only an officer may record, and what the demonstration leaves to its own screens. */
const LEFT_OUT: readonly string[] = ['measurement', 'minutes-confirmed', 'case-closed', 'disposal-given', 'flag-changed']

/** The histories of a borough among all that fit. */
export function historiesOf(borough: string, boroughs: readonly string[], base: Date): Story[] {
  const index = boroughs.indexOf(borough)
  return index < 0 ? [] : fitting().filter((_, position) => position % boroughs.length === index).map((history) => told(history, borough, base))
}

function fitting(): CaseHistory[] {
  return readdirSync(FOLDER).filter((name) => name.endsWith('.json')).sort()
    .map((name) => readHistory(readFileSync(path.join(FOLDER, name), 'utf8'), name.replace(/\.json$/, '')))
    .filter((history) => {
      const [first, last] = [history.events[0], history.events.at(-1)]
      return first !== undefined && last !== undefined && BEGIN.includes(first.kind) && last.at.getTime() - first.at.getTime() <= LONGEST
    })
}

function told(history: CaseHistory, borough: string, base: Date): Story {
  const name = `history ${history.id}`
  const luck = chance(name)
  const end = history.events.at(-1)?.at ?? history.t0
  // The last event lies within the week before the demonstration's moment.
  const weeks = Math.floor((base.getTime() - end.getTime()) / (7 * DAY))
  const move = (at: Date): Date => before(at, -weeks * 7 * DAY)
  const known: ChildBefore[] = history.children.length > 0 ? [...history.children] : [NOBODY]
  const family = familyName(luck)
  const ids = new Map<string, string>()
  const officer = `mash-officer.${borough}`
  const begin = before(move(history.events[0]?.at ?? history.t0), 3 * HOUR)
  const steps: Step[] = known.map((child, index) => ({
    at: after(begin, index * MINUTE),
    run: async (stage) => {
      const sex = child.sex === 'male' || child.sex === 'boy' ? 'male' as const : 'female' as const
      const person = { givenName: childName(chance(`${name} ${child.ref}`), sex), familyName: family, sex, age: child.age ?? 14, ...address(luck) }
      ids.set(child.ref, await putOnRecord(stage, officer, { name: `${name} ${child.ref}`, borough, child: person, known: {
        ...(child.lookedAfter === null ? {} : { lookedAfter: child.lookedAfter }), ...(child.planCategory === null ? {} : { planCategory: child.planCategory }),
      } }, begin))
    },
  }))
  const referral = { id: '' }
  for (const [index, event] of history.events.entries()) {
    if (LEFT_OUT.includes(event.kind)) continue
    steps.push({ at: move(event.at), run: (stage) => put(stage, { history, event, borough, ids, referral, at: move(event.at), key: `${name} ${index}` }) })
  }
  // Whatever the history leaves open, the queue of today is not where it waits.
  const over = after(move(end), 2 * HOUR)
  if (!history.events.some((event) => event.kind === 'referral-decided')) {
    steps.push({ at: over, run: async (stage) => {
      if (referral.id !== '') await stage.attempt(decideReferral, `decision-maker.${borough}`, { referralId: referral.id, outcome: 's47', reason: DECISION_REASONS.s47 }, over, `${name} over`)
    } })
  }
  return { name, steps }
}

const NOBODY: ChildBefore = { ref: 'child-1', age: null, ageDisputed: false, lookedAfter: null, planCategory: null, flags: [], indicators: [], health: [], sex: null, note: null, earlier: { missing: null, absent: null, domesticIncidents: null } }

interface Putting {
  readonly history: CaseHistory
  readonly event: HistoryEvent
  readonly borough: string
  readonly ids: ReadonlyMap<string, string>
  readonly referral: { id: string }
  readonly at: Date
  readonly key: string
}

/** A contact or referral through its own act, so that it stands in the queue; the rest as entries of the chronology. */
async function put(stage: Stage, { history, event, borough, ids, referral, at, key }: Putting): Promise<void> {
  const named = (event.children ?? []).map((ref) => ids.get(ref)).filter((id) => id !== undefined)
  const children = named.length > 0 ? named : event.kind === 'contact-received' || event.kind === 'referral-made' || event.kind === 'strategy-discussion-held' ? [...ids.values()] : [...ids.values()].slice(0, 1)
  const text = (word: string): string | null => (typeof event.detail[word] === 'string' ? event.detail[word] : null)
  if ((event.kind === 'contact-received' || event.kind === 'referral-made') && text('concern') !== null) {
    const words = text('from') ?? 'police'
    const agency = referringAgency(text('referrer'), words) ?? (/mother|father|parent|family|relative/i.test(words) ? 'family' : /police|officer/i.test(words) ? 'police' : 'public')
    const taken = await stage.attempt(takeReferral, `mash-officer.${borough}`, {
      form: event.kind === 'referral-made' ? 'referral' : 'contact', borough, channel: 'police-system', fromAgency: agency, fromWords: words, toAgency: text('to') === 'csc' ? 'csc' : 'police',
      children: [...children].map((personId) => ({ personId })), adults: [], concern: text('concern'), rag: text('rag') ?? '', urgency: text('urgency') === 'high' ? 'high' : 'normal',
      narrative: `The case history “${history.id}”, told with invented names. ${history.summary}`.slice(0, 4000), receivedAt: at.toISOString(),
    }, at, key)
    referral.id = taken['referralId'] ?? ''
    return
  }
  const decided = OUTCOMES.find((outcome) => outcome === text('outcome'))
  if (event.kind === 'referral-decided' && referral.id !== '' && decided !== undefined) {
    await stage.attempt(decideReferral, `decision-maker.${borough}`, { referralId: referral.id, outcome: decided, reason: text('reason') ?? 'As the inspection tells it.' }, at, key)
    return
  }
  if (event.kind === 'strategy-discussion-held') {
    const { participants, plan_recorded: planRecorded } = event.detail
    await stage.attempt(recordStrategyDiscussion, `decision-maker.${borough}`, {
      children, borough, ...(referral.id === '' ? {} : { referralId: referral.id }), mode: 'telephone', heldAt: at.toISOString(), participants: [],
      carriedOver: {
        participants: Array.isArray(participants) ? participants.filter((one) => typeof one === 'string') : null,
        planRecorded: typeof planRecorded === 'boolean' ? planRecorded : null, detail: event.detail,
      },
    }, at, key)
    return
  }
  await stage.attempt(recordAnyEntry, `mash-officer.${borough}`, {
    kind: event.kind, borough, subjects: children, occurredAt: at.toISOString(), ...(referral.id === '' ? {} : { referralId: referral.id }), detail: { ...event.detail },
  }, at, key)
}

