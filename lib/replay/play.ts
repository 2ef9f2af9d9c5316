import 'server-only'
import type { CaseHistory, HistoryEvent } from './history'
import { seedPeople, type People } from './before'
import type { Stage } from './stage'
import { submit, type Submitted } from './submit'

/** A history as it is being played: who is in it and what earlier events opened. */
export interface Playing {
  readonly stage: Stage
  readonly history: CaseHistory
  readonly people: People
  readonly borough: string
  /** Contacts and referrals on record, the latest last. */
  readonly referrals: OpenReferral[]
  readonly actions: SetAction[]
}

export interface OpenReferral {
  readonly id: string
  readonly children: readonly string[]
  decided: boolean
}

export interface SetAction {
  readonly id: string
  readonly childId: string
  readonly action: string
  done: boolean
}

export interface Played {
  readonly people: People
  readonly submitted: readonly Submitted[]
}

/**
 * Plays a history's events through the product's own acts, each at its own instant. Every history has its own people, so
 * nothing of one reaches another.
 */
export async function play(stage: Stage, history: CaseHistory, borough: string): Promise<Played> {
  const people = await seedPeople(stage, history, borough)
  const playing: Playing = { stage, history, people, borough, referrals: [], actions: [] }
  const submitted: Submitted[] = []
  for (const event of history.events) submitted.push(await submit(playing, event))
  return { people, submitted }
}

/** Events of a case as a whole; any other is about the first child unless it names one. */
const ABOUT_ALL: ReadonlySet<string> = new Set([
  'contact-received', 'referral-made', 'referral-decided', 'risk-assessed', 'case-allocated', 'strategy-discussion-held', 'conference-held',
  'meeting-held', 'meeting-item-closed', 'minutes-confirmed', 'case-closed',
])

/** The people an event is about. Information acted on is about whom the item was about. */
export function subjectsOf(history: CaseHistory, people: People, event: HistoryEvent): string[] {
  if (event.children !== null) return event.children.flatMap((ref) => people.byRef.get(ref) ?? [])
  const of = event.kind === 'information-actioned' ? event.detail['of'] : undefined
  const item = typeof of === 'string' ? history.events.find((earlier) => earlier.id === of && earlier !== event) : undefined
  if (item !== undefined) return subjectsOf(history, people, item)
  if (ABOUT_ALL.has(event.kind)) return [...people.all]
  const first = people.all.slice(0, 1)
  if ((!CASE_WORK.has(event.kind) && !SEEN_TOGETHER.has(event.kind)) || !isCaseOfAll(history, event)) return first
  if (CASE_WORK.has(event.kind)) return [...people.all]
  const apart = linkedPeople(history, people)
  return people.all.filter((id) => first.includes(id) || !apart.includes(id))
}

/** Those of the history who are named as somebody else's sibling, friend or suspect: each has a clock of its own. */
export function linkedPeople(history: CaseHistory, people: People): string[] {
  const named = new Set(history.events.flatMap((event) => (Array.isArray(event.detail['linked_children']) ? event.detail['linked_children'] : [])))
  return [...people.byRef].filter(([ref]) => named.has(ref)).map(([, id]) => id)
}

/**
 * Work on a case. Where it came in about all the children, work that names none of them is about all of them. What happens to
 * one child (missing, returned, detained) is about the first.
 */
const CASE_WORK: ReadonlySet<string> = new Set([
  'family-contacted', 'safeguard-put-in-place', 'intelligence-checked', 'enquiry-visit', 'crime-recorded', 'suspect-action', 'warrant-executed',
  'wider-risk-check', 'supervisor-review', 'disposal-given', 'bail-set',
])
/** The same for what is done with a child: both pupils were spoken to. A linked child is seen by itself, and the history says so. */
const SEEN_TOGETHER: ReadonlySet<string> = new Set(['child-seen', 'child-interviewed', 'medical-examination', 'cse-category-set'])

const isCaseOfAll = (history: CaseHistory, event: HistoryEvent): boolean => history.events.slice(0, history.events.indexOf(event))
  .some((earlier) => (earlier.kind === 'contact-received' || earlier.kind === 'referral-made') && earlier.children === null)
