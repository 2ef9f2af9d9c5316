import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { isEventKind, type ChildFacts, type PolicyEvent } from '@/lib/policy/events'
import { asParted, beforeParting, partedFrom } from '@/lib/policy/identity'
import { plainDate } from '@/lib/policy/calendar/london'
import { adultSince, ageAt } from '@/lib/people/age'

interface HistoryRow {
  person_id: string
  id: string
  kind: string
  occurred_at: string
  recorded_at: string
  referral_id: string | null
  body: Record<string, unknown>
}

interface PersonRow {
  id: string
  born_on: string | null
  age_stated: number | null
  age_stated_on: string | null
  age_disputed: boolean
  looked_after: boolean | null
  plan_category: string | null
  home_borough: string | null
  health: string[] | null
}

interface Found {
  rows: HistoryRow[]
  people: PersonRow[]
  flags: { person_id: string; code: string }[]
  referrals: { id: string; borough: string }[]
}

/** A date without a time, as JSON has it, at the start of that day as a date column gives it. */
const dayOf = (text: string | null): Date | null => (text === null ? null : new Date(`${text}T00:00:00Z`))

/** What the policy is asked about one child: the facts, and the whole history in order. */
export interface ChildHistory {
  readonly child: ChildFacts
  readonly homeBorough: string | null
  readonly events: readonly PolicyEvent[]
  /** Where a parting took entries out of `events`, told of somebody else while the two records were joined: which, and the history as it was until then. Else null. */
  readonly parted: { readonly out: ReadonlySet<string>; readonly asJoined: readonly PolicyEvent[] } | null
  /** The borough of each referral that an event names. */
  readonly referralBoroughs: ReadonlyMap<string, string>
}

/**
 * The whole history of these people, whichever borough wrote it: only acts and the worker read this way, to compute
 * what is owed; what a page shows is read within the reader's reach.
 */
export async function historiesOf(tx: Tx, personIds: readonly string[], now: Date): Promise<Map<string, ChildHistory>> {
  const ids = [...new Set(personIds)]
  // One statement: an act asks this twice (for the gate before it, for what is owed after it), and each way to the database counts.
  const [found] = ids.length === 0 ? [] : await tx.$queryRaw<Found[]>`
    WITH h AS MATERIALIZED (SELECT person_id, id, kind, occurred_at, recorded_at, referral_id, body, row_number() OVER () AS place FROM policy_history(${ids}::uuid[]))
    SELECT (SELECT coalesce(json_agg(h ORDER BY h.place), '[]') FROM h) AS rows,
      (SELECT coalesce(json_agg(p), '[]') FROM (
        SELECT id, born_on, age_stated, age_stated_on, age_disputed, looked_after, plan_category, home_borough, health FROM policy_people(${ids}::uuid[])) AS p) AS people,
      (SELECT coalesce(json_agg(f), '[]') FROM (SELECT person_id, code FROM policy_flags(${ids}::uuid[])) AS f) AS flags,
      (SELECT coalesce(json_agg(r), '[]') FROM policy_referrals(ARRAY(SELECT DISTINCT h.referral_id FROM h WHERE h.referral_id IS NOT NULL)) AS r) AS referrals`
  const { rows, people, flags, referrals } = found ?? { rows: [], people: [], flags: [], referrals: [] }
  const referralBoroughs = new Map(referrals.map((row) => [row.id, row.borough]))
  const histories = new Map<string, ChildHistory>()
  for (const row of people) {
    const person = { ...row, born_on: dayOf(row.born_on), age_stated_on: dayOf(row.age_stated_on) }
    const events: PolicyEvent[] = []
    for (const event of rows) {
      if (event.person_id !== person.id || !isEventKind(event.kind)) continue
      events.push({
        id: event.id, kind: event.kind, at: new Date(event.occurred_at), recordedAt: new Date(event.recorded_at), order: events.length,
        referralId: event.referral_id, detail: event.body,
      })
    }
    histories.set(person.id, {
      homeBorough: person.home_borough,
      events: asParted(events, now),
      parted: partedAt(events, now),
      referralBoroughs,
      child: {
        id: person.id, age: ageAt(person, now), ageDisputed: person.age_disputed, adultSince: adultSince(person), lookedAfter: person.looked_after,
        flags: flags.filter((flag) => flag.person_id === person.id).map((flag) => flag.code), planCategory: person.plan_category,
        indicators: [], health: person.health ?? [], bornOn: person.born_on === null ? null : plainDate(person.born_on.toISOString().slice(0, 10)),
      },
    })
  }
  return histories
}

function partedAt(events: readonly PolicyEvent[], now: Date): ChildHistory['parted'] {
  const asJoined = beforeParting(events, now)
  return asJoined === null ? null : { out: partedFrom(events, now), asJoined }
}
