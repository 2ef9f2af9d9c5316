import type { HouseholdRow } from '@/lib/policy/household/members'

/** As the database gives it. */
export interface RawHouseholdRow { of_id: string; person_id: string; how: HouseholdRow['how']; stay: string | null; of_since: Date | null; since: Date }

export const readRows = (rows: readonly RawHouseholdRow[]): HouseholdRow[] =>
  rows.map((row) => ({ ofId: row.of_id, personId: row.person_id, how: row.how, stay: row.stay, ofSince: row.of_since, since: row.since }))
