/**
 * What the addresses and ties of one moment say about one person: an address of their own, somebody at it, somebody with whom they are said to
 * live, and an address of that one (`stay` where it is the same home).
 */
export interface HouseholdRow {
  readonly ofId: string
  readonly personId: string
  readonly how: 'own' | 'beside' | 'said' | 'theirs'
  readonly stay: string | null
  readonly ofSince: Date | null
  readonly since: Date
}

/** Somebody who lives with the one who is asked about: by address, because it is said so, or both; since when both are there. */
export interface Member {
  readonly personId: string
  readonly how: 'address' | 'said' | 'both'
  readonly since: Date
}

/** More than this at one address is a hostel, a hospital or a children's home: nobody there is told of everybody. */
export const CROWD = 12

export interface Home {
  readonly members: readonly Member[]
  /** An address shared by more than {@link CROWD}: its people are not one household. Those said to live together still are. */
  readonly crowd: readonly Member[]
}

const later = (a: Date, b: Date): Date => (a.getTime() >= b.getTime() ? a : b)

/**
 * The one definition of a household at a moment: who has the same home, and who is said to live there. What was said is overtaken where one of the
 * two is on record as having moved since, to an address at which the other, having one, does not live: the later word stands.
 */
export function homeOf(ofId: string, rows: readonly HouseholdRow[]): Home {
  const mine = rows.filter((row) => row.ofId === ofId)
  const own = mine.filter((row) => row.how === 'own')
  const found = new Map<string, Member>()
  for (const row of mine) {
    if (row.how !== 'beside') continue
    const since = row.ofSince === null ? row.since : later(row.ofSince, row.since)
    const before = found.get(row.personId)
    found.set(row.personId, { personId: row.personId, how: 'address', since: before === undefined || since.getTime() < before.since.getTime() ? since : before.since })
  }
  const crowded = found.size > CROWD
  const members = new Map(crowded ? [] : found)
  for (const row of mine) {
    if (row.how !== 'said') continue
    const theirs = mine.filter((one) => one.how === 'theirs' && one.personId === row.personId)
    const apart = own.length > 0 && theirs.length > 0 && theirs.every((one) => one.stay === null)
    if (apart && [...own, ...theirs].some((one) => one.since.getTime() > row.since.getTime())) continue
    const beside = members.get(row.personId)
    if (beside === undefined) members.set(row.personId, { personId: row.personId, how: 'said', since: row.since })
    else members.set(row.personId, { ...beside, how: 'both', since: beside.since.getTime() < row.since.getTime() ? beside.since : row.since })
  }
  return { members: [...members.values()], crowd: crowded ? [...found.values()] : [] }
}
