import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { isEventKind, type ChildFacts, type PolicyEvent } from '@/lib/policy/events'
import { adultSince, ageAt } from '@/lib/people/age'

interface HistoryRow {
  person_id: string
  id: string
  kind: string
  occurred_at: Date
  referral_id: string | null
  body: Record<string, unknown>
}

interface PersonRow {
  id: string
  born_on: Date | null
  age_stated: number | null
  age_stated_on: Date | null
  age_disputed: boolean
  looked_after: boolean | null
  plan_category: string | null
  home_borough: string | null
}

/** What the policy is asked about one child: the facts, and the whole history in order. */
export interface ChildHistory {
  readonly child: ChildFacts
  readonly homeBorough: string | null
  readonly events: readonly PolicyEvent[]
}

/**
 * The whole history of these people, whichever borough wrote it: only acts and the worker read this way, to compute
 * what is owed; what a page shows is read within the reader's reach.
 */
export async function historiesOf(tx: Tx, personIds: readonly string[], now: Date): Promise<Map<string, ChildHistory>> {
  const ids = [...new Set(personIds)]
  const [rows, people, flags] = [
    await tx.$queryRaw<HistoryRow[]>`SELECT person_id, id, kind, occurred_at, referral_id, body FROM policy_history(${ids}::uuid[])`,
    await tx.$queryRaw<PersonRow[]>`SELECT * FROM policy_people(${ids}::uuid[])`,
    await tx.$queryRaw<{ person_id: string; code: string }[]>`SELECT person_id, code FROM policy_flags(${ids}::uuid[])`,
  ]
  const histories = new Map<string, ChildHistory>()
  for (const person of people) {
    const events: PolicyEvent[] = []
    for (const row of rows) {
      if (row.person_id !== person.id || !isEventKind(row.kind)) continue
      events.push({ id: row.id, kind: row.kind, at: row.occurred_at, order: events.length, referralId: row.referral_id, detail: row.body })
    }
    histories.set(person.id, {
      homeBorough: person.home_borough,
      events,
      child: {
        id: person.id, age: ageAt(person, now), ageDisputed: person.age_disputed, adultSince: adultSince(person), lookedAfter: person.looked_after,
        flags: flags.filter((flag) => flag.person_id === person.id).map((flag) => flag.code), planCategory: person.plan_category,
        indicators: [],
      },
    })
  }
  return histories
}
