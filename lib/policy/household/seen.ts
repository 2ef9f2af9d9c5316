import type { Home } from './members'

/** What is known of somebody who lives there, at the moment asked about. */
export interface Resident {
  readonly id: string
  /** Under eighteen, unborn, or of a disputed or unknown age and known as a child. */
  readonly child: boolean
  readonly restricted: boolean
  readonly plan: boolean
  readonly lookedAfter: boolean
  /** A section 47 enquiry is open. */
  readonly enquiry: boolean
  /** The borough that owes what is owed to them. */
  readonly borough: string
  /** The children to whom this is a person of concern, as it stands. */
  readonly concernTo: readonly { readonly childId: string; readonly since: Date }[]
}

/** Why somebody is told: what the other is, that another child joined, or that the address is shared by too many to tell. */
export type Why = 'plan' | 'looked-after' | 'enquiry' | 'concern' | 'joined' | 'crowd' | 'child-there'

/** What goes on one person's record: why, the children to be assessed, the people of concern; `keys` tell what has been told once. */
export interface Finding {
  readonly subject: string
  readonly why: readonly Why[]
  readonly assess: readonly string[]
  readonly concern: readonly string[]
  readonly keys: readonly string[]
  /** Whom it is about, and the boroughs of those: for whoever does the act. */
  readonly boroughs: readonly string[]
}

/** A child to be assessed because of a child it lives with: named on both records. */
export interface Pair { readonly child: string; readonly other: string }

export interface Seen { readonly findings: readonly Finding[]; readonly pairs: readonly Pair[] }

interface Asked {
  /** Those whose home may be another now, each with who lives there. */
  readonly homes: ReadonlyMap<string, Home>
  readonly residents: ReadonlyMap<string, Resident>
  /** Named on one referral before: each is looked at for itself already. */
  readonly together: (a: string, b: string) => boolean
  /** Told on that record at or after then. */
  readonly told: (subject: string, key: string, since: Date) => boolean
  readonly now: Date
}

const statusOf = (one: Resident): Why[] => [...(one.plan ? ['plan' as const] : []), ...(one.lookedAfter ? ['looked-after' as const] : []), ...(one.enquiry ? ['enquiry' as const] : [])]

/** The most people of concern of a crowd that are named on one record. */
const MOST_OF_A_CROWD = 5

/**
 * household-child, linked-child: who is to be told at once that somebody came into a household (HMIC 2016 L3108–3122, L3204–3209). Two children of
 * whom one is on a plan, looked after or under an enquiry: the other is assessed, on both records. A person of concern and a child: the child is
 * assessed, and both records say so. Of a restricted person nothing is told on anybody else's record.
 */
export function seenAtOnce(asked: Asked): Seen {
  const { homes, residents, told, now } = asked
  const found = new Map<string, { why: Set<Why>; assess: Set<string>; concern: Set<string>; keys: Set<string>; boroughs: Set<string> }>()
  const pairs = new Map<string, Pair>()
  const tell = (subject: Resident, other: Resident | null, why: Why, since: Date, what: { assess?: string; concern?: string } = {}): boolean => {
    const key = `${other?.id ?? 'address'}:${why}`
    if (other?.restricted === true || told(subject.id, key, since)) return false
    const own = found.get(subject.id) ?? { why: new Set(), assess: new Set(), concern: new Set(), keys: new Set(), boroughs: new Set() }
    own.why.add(why)
    own.keys.add(key)
    if (what.assess !== undefined) own.assess.add(what.assess)
    if (what.concern !== undefined) own.concern.add(what.concern)
    if (other !== null) own.boroughs.add(other.borough)
    found.set(subject.id, own)
    return true
  }
  const isConcernFor = (one: Resident, child: Resident): boolean =>
    // The tie to this very child that the same act makes is told by the act itself.
    one.concernTo.some((tie) => tie.childId !== child.id || tie.since.getTime() < now.getTime())
  const concern = (one: Resident, child: Resident, since: Date): void => {
    if (!child.child || !isConcernFor(one, child)) return
    if (tell(child, one, 'concern', since, { concern: one.id })) tell(one, child, 'child-there', since)
  }
  const children = (moved: Resident, there: Resident, since: Date): void => {
    if (!moved.child || !there.child || (asked.together(moved.id, there.id) && moved.borough === there.borough)) return
    const [movedWhy, thereWhy] = [statusOf(moved), statusOf(there)]
    if (movedWhy.length === 0 && thereWhy.length === 0) return
    // Whoever is looked at by nobody yet is assessed; where both are, whoever came.
    const [assess, beside, why] = thereWhy.length === 0 ? [there, moved, movedWhy] : [moved, there, thereWhy]
    const here = why.map((one) => tell(assess, beside, one, since, { assess: assess.id }))
    const beyond = tell(beside, assess, 'joined', since, { assess: assess.id })
    if ((here.some(Boolean) || beyond) && !assess.restricted && !beside.restricted) pairs.set([assess.id, beside.id].sort().join(), { child: beside.id, other: assess.id })
  }
  const done = new Set<string>()
  for (const [id, home] of homes) {
    const moved = residents.get(id)
    if (moved === undefined) continue
    for (const member of home.members) {
      const there = residents.get(member.personId)
      const pair = [id, member.personId].sort().join()
      if (there === undefined || done.has(pair)) continue
      done.add(pair)
      concern(there, moved, member.since)
      concern(moved, there, member.since)
      // Both came: the one whom nobody knows yet is the newcomer.
      if (homes.has(member.personId) && statusOf(moved).length > 0) children(there, moved, member.since)
      else children(moved, there, member.since)
    }
    if (home.crowd.length > 0 && moved.child) {
      const since = home.crowd.reduce((first, one) => (one.since.getTime() < first.getTime() ? one.since : first), now)
      tell(moved, null, 'crowd', since)
      for (const { personId, since: from } of home.crowd.filter((one) => isConcernOf(residents.get(one.personId), moved)).slice(0, MOST_OF_A_CROWD)) {
        const one = residents.get(personId)
        if (one !== undefined) tell(moved, one, 'concern', from, { concern: one.id })
      }
    }
  }
  function isConcernOf(one: Resident | undefined, child: Resident): boolean { return one !== undefined && !one.restricted && isConcernFor(one, child) }
  return {
    findings: [...found].map(([subject, { why, assess, concern: of, keys, boroughs }]) => ({ subject, why: [...why], assess: [...assess], concern: [...of], keys: [...keys], boroughs: [...boroughs] })),
    pairs: [...pairs.values()],
  }
}
