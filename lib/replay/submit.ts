import 'server-only'
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Act } from '@/lib/acts/act'
import type { Outcome } from '@/lib/acts/outcome'
import { perform } from '@/lib/acts/perform'
import { recordAnyEntry } from '@/lib/chronology/record-entry'
import type { Refusal } from '@/lib/policy/rule'
import { secondLineGiven } from './acts/decide'
import { dueOf } from './due'
import { OWN_ACTS } from './own-acts'
import type { HistoryEvent } from './history'
import { linkedPeople, subjectsOf, type Playing } from './play'
import type { CastRole } from './stage'

/** What became of one event. */
export interface Submitted {
  readonly event: HistoryEvent
  /** The product's own act, or the plain chronology act. */
  readonly through: 'own-act' | 'generic-act'
  readonly refusals: readonly Refusal[]
  /** Why it, or a part of it, did not go on record, when that was neither accepted nor refused by policy. */
  readonly notTaken: string | null
}

/** The instant of the event is the act's `now`. */
export function act<Schema extends z.ZodType>(playing: Playing, which: Act<Schema>, role: CastRole, input: unknown, now: Date): Promise<Outcome> {
  return perform(which, playing.stage.actor(role), input, { key: randomUUID(), now })
}

/** Submits one event as somebody who may. Where its own act cannot carry what the history says, the plain act records it. */
export async function submit(playing: Playing, event: HistoryEvent): Promise<Submitted> {
  const own = OWN_ACTS[event.kind]
  if (own !== undefined) {
    const outcomes = await own(playing, event)
    const refusals = outcomes.flatMap((outcome) => (!outcome.ok && outcome.kind === 'refused' ? outcome.refusals : []))
    if (refusals.length > 0) return { event, through: 'own-act', refusals, notTaken: null }
    // Once any of it is on record through its own act, recording it again plainly would say it twice.
    if (outcomes.some((outcome) => outcome.ok)) {
      const failed = outcomes.flatMap((outcome) => (outcome.ok ? [] : [wordsFor(outcome)]))
      return { event, through: 'own-act', refusals: [], notTaken: failed.length === 0 ? null : failed.join('; ') }
    }
  }
  return recordGenerically(playing, event)
}

async function recordGenerically(playing: Playing, event: HistoryEvent): Promise<Submitted> {
  const record = (subjects: readonly string[], detail: Record<string, unknown>): Promise<Outcome> =>
    act(playing, recordAnyEntry, 'cait-supervisor', { kind: event.kind, borough: playing.borough, subjects, occurredAt: event.at, detail }, event.at)
  const outcome = await record(subjectsOf(playing.history, playing.people, event), detailOf(playing, event))
  // "The linked child was seen" stands on that child's own record too, as any seeing does.
  const other = isLinkedSeeing(event) && event.children === null ? linkedPeople(playing.history, playing.people) : []
  if (outcome.ok && other.length > 0) await record(other, { ...event.detail, linked: null })
  if (outcome.ok) return { event, through: 'generic-act', refusals: [], notTaken: null }
  return { event, through: 'generic-act', refusals: outcome.kind === 'refused' ? outcome.refusals : [], notTaken: outcome.kind === 'refused' ? null : wordsFor(outcome) }
}

/** What the event carries, with the name the history gives it, and offsets as instants where the product reads instants. */
export function detailOf(playing: Playing, event: HistoryEvent): Record<string, unknown> {
  const due = dueOf(playing.history, event)
  const until = dueOf(playing.history, event, 'until')
  const secondLine = event.detail['second_line']
  const linked = linkedOf(playing, event)
  // On the record of the child whom it names, it is that child who was seen.
  const named = isLinkedSeeing(event) && event.children !== null
  return {
    ...event.detail, ...(named ? { linked: null } : {}), ref: event.id, ...(until === null ? {} : { until: until.toISOString() }), ...(linked === null ? {} : { linked_children: linked }), ...(due === null ? {} : { due: due.toISOString() }),
    ...(typeof secondLine === 'string' ? { second_line: secondLineGiven(secondLine) } : {}),
  }
}

const isLinkedSeeing = (event: HistoryEvent): boolean => event.kind === 'child-seen' && event.detail['linked'] === true

/** The other children by the people whom the history describes; a word for somebody not described stays a word. */
function linkedOf(playing: Playing, event: HistoryEvent): string[] | null {
  const named = event.detail['linked_children']
  if (!Array.isArray(named)) return null
  return named.filter((one): one is string => typeof one === 'string').map((ref) => playing.people.byRef.get(ref) ?? ref)
}

function wordsFor(outcome: Extract<Outcome, { ok: false }>): string {
  switch (outcome.kind) {
    case 'invalid': return outcome.problems.map((problem) => `${problem.field}: ${problem.message}`).join('; ')
    case 'forbidden': case 'conflict': return outcome.says
    case 'refused': return outcome.refusals.map((refusal) => refusal.says).join(' ')
    case 'not-found': return 'not found'
    case 'key-reused': return 'the same key was used before'
  }
}
