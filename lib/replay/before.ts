import 'server-only'
import { randomUUID } from 'node:crypto'
import { perform } from '@/lib/acts/perform'
import { recordAnyEntry } from '@/lib/chronology/record-entry'
import { newReference } from '@/lib/people/reference'
import type { CaseHistory, ChildBefore } from './history'
import type { Stage } from './stage'

/** The people of one history, by their refs, as they were known before it begins. */
export interface People {
  readonly all: readonly string[]
  readonly byRef: ReadonlyMap<string, string>
}

/** Nobody is named: the subject is a child or an adult not described. */
const NOT_DESCRIBED: ChildBefore = {
  ref: 'child-1', age: null, ageDisputed: false, lookedAfter: null, planCategory: null, flags: [], indicators: [], health: [], sex: null, note: null,
  earlier: { missing: null, absent: null, domesticIncidents: null },
}

/** Puts the facts on record as known before: no entry tells of them, so they start no clock. */
export async function seedPeople(stage: Stage, history: CaseHistory, borough: string): Promise<People> {
  const known = history.children.length > 0 ? history.children : [NOT_DESCRIBED]
  // An event may name somebody whom the facts do not describe.
  const named = history.events.flatMap((event) => event.children ?? [])
  const others = [...new Set(named)].filter((ref) => !known.some((child) => child.ref === ref)).map((ref) => ({ ...NOT_DESCRIBED, ref }))
  const byRef = new Map<string, string>()
  for (const child of [...known, ...others]) byRef.set(child.ref, await seedPerson(stage, child, history.t0, borough))
  for (const child of known) await stateEarlierCounts(stage, child, byRef.get(child.ref), history, borough)
  return { all: known.flatMap((child) => byRef.get(child.ref) ?? []), byRef }
}

async function seedPerson(stage: Stage, child: ChildBefore, t0: Date, borough: string): Promise<string> {
  const id = randomUUID()
  // The age is that of t0 for the whole history: without a day on which it was stated it does not grow.
  await stage.arrange(
    `INSERT INTO person (id, reference, description, age_stated, age_disputed, unborn, sex, looked_after, plan_category, home_borough, health, restricted, created_at)
     VALUES ($1, $2, $3, $4, $5, false, $6, $7, $8, $9, $11, false, $10)`,
    [id, newReference('P'), child.note ?? 'Not described', child.age, child.ageDisputed, child.sex, child.lookedAfter, child.planCategory, borough, t0, child.health],
  )
  await stage.arrange('INSERT INTO person_reach (person_id, borough, why, since) VALUES ($1, $2, $3, $4)', [id, borough, 'lives', t0])
  for (const code of new Set(child.flags)) {
    await stage.arrange('INSERT INTO flag (id, person_id, code, added_at, added_by) VALUES ($1, $2, $3, $4, $5)', [randomUUID(), id, code, t0, stage.actor('mash-officer').accountId])
  }
  return id
}

/** What is known as a number without dates, and the signs known before, go on record before anything else happens, as a worker would put them there. */
async function stateEarlierCounts(stage: Stage, { earlier, indicators }: ChildBefore, personId: string | undefined, history: CaseHistory, borough: string): Promise<void> {
  const counts = { missing: earlier.missing, absent: earlier.absent, domestic_incidents: earlier.domesticIncidents }
  if (personId === undefined || (indicators.length === 0 && Object.values(counts).every((count) => count === null || count === 0))) return
  const before = new Date(Math.min(history.t0.getTime(), history.events[0]?.at.getTime() ?? Infinity) - 60_000)
  const outcome = await perform(recordAnyEntry, stage.actor('cait-supervisor'), {
    kind: 'earlier-counts-stated', borough, subjects: [personId], occurredAt: before, detail: { ...counts, ...(indicators.length === 0 ? {} : { indicators }) },
  }, { key: randomUUID(), now: before })
  if (!outcome.ok) throw new Error(`what was known before could not be put on record: ${outcome.kind}`)
}

/** A referral that an event presupposes, as known before: it is there to be decided or allocated, and no entry tells of it. */
export async function seedReferral(stage: Stage, children: readonly string[], borough: string, at: Date): Promise<string> {
  const id = randomUUID()
  await stage.arrange(
    `INSERT INTO referral (id, reference, form, borough, channel, from_agency, from_words, to_agency, other_concerns, indicators, narrative, received_at, recorded_at, recorded_by, as_sent)
     VALUES ($1, $2, 'referral', $3, 'police-system', 'other', 'not known', 'csc', '{}', '{}', 'Known before the history begins', $4, $4, $5, '{}')`,
    [id, newReference('R'), borough, at, stage.actor('mash-officer').accountId],
  )
  for (const child of children) {
    await stage.arrange('INSERT INTO referral_person (referral_id, person_id, role) VALUES ($1, $2, $3)', [id, child, 'child'])
  }
  return id
}
