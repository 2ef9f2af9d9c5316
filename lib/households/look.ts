import 'server-only'
import type { ActContext } from '@/lib/acts/act'
import { policyHistories, type OwedHistory } from '@/lib/deadlines/histories'
import { isChild } from '@/lib/policy/child'
import { listOf } from '@/lib/policy/events'
import { openEnquiry } from '@/lib/policy/household/enquiry'
import { homeOf, type Home, type HouseholdRow } from '@/lib/policy/household/members'
import { seenAtOnce, type Finding, type Resident, type Seen } from '@/lib/policy/household/seen'
import { headingOfFinding, seenWords } from '@/lib/wording/households'
import { readRows, type RawHouseholdRow } from './rows'

/** A referral has at most sixty people; of those who live with them more are not looked at one by one. */
const MOST_MOVED = 60
const MOST_ALONG = 40
const MOST_PEOPLE = 150

interface Concern { person_id: string; other_id: string; kind: string; since: Date }
interface Fact { id: string; restricted: boolean; known_as_child: boolean }

/**
 * Looks at the homes of these people as the act leaves them, and tells at once what that makes known: an entry on each record concerned, from which
 * the engine starts the clocks in each child's own borough, and the other child named on both. Gives the sentence for whoever does the act, with no
 * name in it; null where there is nothing to say, or the actor (a partner) learns of nobody else.
 */
export async function lookAtHouseholds(context: ActContext, personIds: readonly string[]): Promise<string | null> {
  const moved = [...new Set(personIds)].slice(0, MOST_MOVED)
  if (moved.length === 0) return null
  const { tx, now } = context
  const { rows, people: at } = await homesOf(context, moved)
  const homes = new Map(at.map((id): [string, Home] => [id, homeOf(id, rows)]).filter(([, home]) => home.members.length + home.crowd.length > 0))
  if (homes.size === 0) return null
  const people = [...new Set([...homes].flatMap(([id, home]) => [id, ...home.members.map((one) => one.personId), ...home.crowd.map((one) => one.personId)]))].slice(0, MOST_PEOPLE)
  const { seen, histories } = await whatIsKnown(context, homes, people)
  if (seen.findings.length === 0) return null
  const [entries, hidden] = [new Map<string, { id: string; ledger: string }>(), new Set(people.filter((id) => seen.restricted.has(id)))]
  for (const finding of seen.findings) entries.set(finding.subject, tellOn(context, finding, histories.get(finding.subject)))
  for (const { child, other } of seen.pairs) {
    const [own, theirs] = [entries.get(child), entries.get(other)]
    if (own === undefined || theirs === undefined) continue
    await tx.$executeRaw`SELECT name_household(${child}::uuid, ${other}::uuid, ${own.ledger}, ${theirs.ledger}, ${now}::timestamptz, ${theirs.id}::uuid)`
  }
  const partner = context.actor.memberships.every((one) => one.role === 'partner')
  return partner ? null : seenWords(seen.findings.filter((finding) => !hidden.has(finding.subject)))
}

/** With those said to live with them: a baby without an address of its own moves with its mother, and nobody writes its move down. */
async function homesOf({ tx, now }: ActContext, moved: readonly string[]): Promise<{ rows: HouseholdRow[]; people: readonly string[] }> {
  const rowsOf = async (ids: readonly string[]): Promise<HouseholdRow[]> => readRows(await tx.$queryRaw<RawHouseholdRow[]>`SELECT * FROM policy_households(${[...ids]}::uuid[], ${now}::timestamptz)`)
  const rows = await rowsOf(moved)
  const along = [...new Set(rows.filter((row) => row.how === 'said').map((row) => row.personId))].filter((id) => !moved.includes(id)).slice(0, MOST_ALONG)
  return along.length === 0 ? { rows, people: moved } : { rows: [...rows, ...await rowsOf(along)], people: [...moved, ...along] }
}

async function whatIsKnown({ tx, now }: ActContext, homes: ReadonlyMap<string, Home>, people: readonly string[]): Promise<{ seen: Seen & { restricted: ReadonlySet<string> }; histories: ReadonlyMap<string, OwedHistory> }> {
  const ids = [...people]
  const facts = new Map((await tx.$queryRaw<Fact[]>`SELECT * FROM policy_household_people(${ids}::uuid[])`).map((fact) => [fact.id, fact]))
  const concerns = await tx.$queryRaw<Concern[]>`SELECT * FROM policy_concerns(${ids}::uuid[])`
  const histories = await policyHistories(tx, ids, now)
  const residents = new Map(ids.flatMap((id): [string, Resident][] => {
    const [fact, history] = [facts.get(id), histories.get(id)]
    return fact === undefined || history === undefined ? [] : [[id, residentOf(fact, history, concerns, now)]]
  }))
  const pairs = new Set(concerns.filter((one) => one.kind === 'named with').map((one) => [one.person_id, one.other_id].sort().join()))
  const told = (subject: string, key: string, since: Date): boolean => histories.get(subject)?.events
    .some((event) => event.kind === 'household-joined' && event.at.getTime() >= since.getTime() && listOf(event, 'told').includes(key)) ?? false
  const seen = seenAtOnce({ homes, residents, told, now, together: (a, b) => pairs.has([a, b].sort().join()) })
  return { seen: { ...seen, restricted: new Set([...residents].filter(([, one]) => one.restricted).map(([id]) => id)) }, histories }
}

function residentOf(fact: Fact, history: OwedHistory, concerns: readonly Concern[], now: Date): Resident {
  const { child } = history
  const grown = child.adultSince !== undefined && child.adultSince !== null && child.adultSince.getTime() <= now.getTime()
  const status = child.planCategory !== null || child.lookedAfter === true
  const enquiry = openEnquiry(history)
  return {
    id: fact.id, restricted: fact.restricted, borough: history.owedIn(enquiry), plan: child.planCategory !== null, lookedAfter: child.lookedAfter === true, enquiry: enquiry !== null,
    // Of most adults on a referral nobody knows the age: without an age only whoever is known as a child is one.
    child: !grown && (child.age === null && !child.ageDisputed ? fact.known_as_child || status : isChild(child)),
    concernTo: concerns.filter((one) => one.person_id === fact.id && one.kind.startsWith('suspect')).map((one) => ({ childId: one.other_id, since: one.since })),
  }
}

/** The entry on one person's record, in the borough that works with them: where an enquiry is open, in its borough and with its referral. */
function tellOn(context: ActContext, finding: Finding, history: OwedHistory | undefined): { id: string; ledger: string } {
  const enquiry = history === undefined ? null : openEnquiry(history)
  const ledger = history?.owedIn(enquiry) ?? 'london'
  const id = context.record({
    ledger, kind: 'household-joined', heading: headingOfFinding(finding.why), occurredAt: context.now, subjects: [finding.subject], referralId: enquiry?.referralId ?? null,
    body: {
      told: finding.keys, why: finding.why, ...(finding.assess.length === 0 ? {} : { linked_children: finding.assess }),
      ...(finding.concern.length === 0 ? {} : { concern_ids: finding.concern }),
      // Nothing that was done before anybody lived there answers it.
      ...(finding.assess.length + finding.concern.length === 0 ? {} : { new_risk: true, new_person: true }),
    },
  })
  return { id, ledger }
}
