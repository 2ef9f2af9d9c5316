import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { membershipFor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read-as'
import { inReach } from '@/lib/access/visibility'
import { namesOf } from '@/lib/deadlines/children'
import { ageAt } from '@/lib/people/age'
import { personName } from '@/lib/people/person-name'
import { findMatches, type Newcomer, type PersonHit } from '@/lib/people/search'
import { plainDate } from '@/lib/policy/calendar/london'
import { bornWords, momentWords } from '@/lib/wording/london-words'

/** Somebody a partner's form put on record, whom nobody has looked for yet, with those known who may be them. */
export interface ToLookFor {
  readonly id: string
  readonly name: string
  readonly masked: boolean
  /** 'child', 'parent', 'suspect', 'household', 'other'. */
  readonly role: string
  /** As it was sent: '3 Mar 2012, 4 Wharf Court, ZZ9 1AB', or that nothing more was. */
  readonly sent: string
  readonly hits: readonly PersonHit[]
}

export interface Looking {
  readonly waiting: readonly ToLookFor[]
  /** 'Quillon Zephyrmark: a new person, A. Worker, today at 09:00'. */
  readonly looked: readonly string[]
  /** May say that it is nobody known; may say that it is the same person. */
  readonly mayLook: boolean
  readonly mayMatch: boolean
}

interface Sent extends Newcomer {
  readonly id: string
  readonly role: string
  readonly name: string
  readonly masked: boolean
}

/**
 * The receiving worker's step: for everybody a partner's form put on record, who is known already (the search of the referral's form:
 * each one answered is in the reading log) and what is open on them. Only for whoever may look; others learn that nobody has.
 */
export async function lookingFor(actor: Actor, referralId: string, now: Date): Promise<Looking> {
  const { borough, sent, looked, never } = await readAs(actor, async (tx) => {
    const referral = await tx.referral.findFirst({ where: { id: referralId, becameReferralId: null, ...inReach(actor, 'record') }, select: { borough: true } })
    if (referral === null) return { borough: null, sent: [], looked: [], never: [] }
    const rows = await tx.referralPerson.findMany({ where: { referralId, provisional: true }, orderBy: [{ role: 'asc' }, { personId: 'asc' }] })
    const people = await tx.person.findMany({ where: { id: { in: rows.map((row) => row.personId) } }, include: { addresses: { where: { until: null }, take: 1 } } })
    const nameOf = await namesOf(tx, rows.map((row) => row.lookedBy))
    const sentIds = rows.map((row) => row.personId)
    const never = await tx.personNotSame.findMany({ where: { takenBackAt: null, OR: [{ aId: { in: sentIds } }, { bId: { in: sentIds } }] }, select: { aId: true, bId: true } })
    const sent = rows.filter((row) => row.lookedAt === null).map(({ personId, role }): Sent => {
      const person = people.find((one) => one.id === personId) ?? null
      return {
        id: personId, role, ...personName(person), givenName: person?.givenName ?? null, familyName: person?.familyName ?? null,
        bornOn: person?.bornOn?.toISOString().slice(0, 10) ?? null, age: person === null ? null : ageAt({ born_on: person.bornOn, age_stated: person.ageStated, age_stated_on: person.ageStatedOn }, now),
        address: person?.addresses[0]?.line ?? null, postcode: person?.addresses[0]?.postcode ?? null, telephone: person?.telephone ?? null,
      }
    })
    return {
      never, borough: referral.borough, sent: sent.sort((a, b) => Number(b.role === 'child') - Number(a.role === 'child')),
      looked: rows.filter((row) => row.lookedAt !== null).map(({ personId, role, lookedAt, lookedBy }) => {
        const { name } = personName(people.find((one) => one.id === personId) ?? null)
        return `${name}: ${role === 'matched' ? 'somebody known' : 'a new person'}, ${nameOf(lookedBy) ?? 'not known who'}, ${lookedAt === null ? '' : momentWords(lookedAt, now)}`
      }),
    }
  })
  if (borough === null) return { waiting: [], looked: [], mayLook: false, mayMatch: false }
  const [mayLook, mayMatch] = [membershipFor(actor, 'research', borough) !== null, membershipFor(actor, 'join-identities', borough) !== null]
  // Whoever came with the same referral is nobody's match: brothers and sisters live at one address.
  const together = sent.map((one) => one.id)
  const waiting: ToLookFor[] = []
  for (const one of sent) {
    const hits = one.masked || !(mayLook || mayMatch) ? [] : await findMatches(actor, one, now, [...together, ...never.flatMap((pair) => (pair.aId === one.id ? [pair.bId] : pair.bId === one.id ? [pair.aId] : []))])
    waiting.push({ id: one.id, name: one.name, masked: one.masked, role: one.role, sent: sentWords(one), hits })
  }
  return { waiting, looked, mayLook, mayMatch }
}

function sentWords({ masked, bornOn, age, address, postcode, telephone }: Sent): string {
  if (masked) return 'restricted: open the record to look'
  const born = bornOn !== null ? `born ${bornWords(plainDate(bornOn))}` : age === null ? null : `about ${age}`
  return [born, address, postcode, telephone].filter((part) => part !== null && part !== '').join(', ') || 'nothing more than the name was sent'
}
