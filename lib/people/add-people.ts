import 'server-only'
import { randomUUID } from 'node:crypto'
import type { ActContext } from '@/lib/acts/act'
import { invalid } from '@/lib/acts/outcome'
import type { PersonInput } from '@/lib/referrals/input'
import { londonDate } from '@/lib/policy/calendar/london'
import { addressParts } from './address-parts'
import { newReference } from './reference'

/**
 * Puts people on record, or uses those the receiving worker matched. Gives their ids in order. A matched person must be
 * one the actor can find: the index answers that, never the id alone.
 */
export async function addPeople(
  context: ActContext, people: readonly PersonInput[], borough: string, mayMatch: boolean,
): Promise<string[]> {
  const ids: string[] = []
  for (const person of people) {
    if (person.personId === null) ids.push(await addPerson(context, person, borough))
    else ids.push(await matchPerson(context, person.personId, borough, mayMatch))
  }
  return ids
}

async function addPerson(context: ActContext, person: PersonInput, borough: string): Promise<string> {
  const { tx, now } = context
  const id = randomUUID()
  await tx.person.createMany({ data: [{
    id, reference: newReference('P'), givenName: person.givenName, familyName: person.familyName, description: person.description,
    bornOn: person.bornOn === null ? null : new Date(`${person.bornOn}T00:00:00Z`), ageStated: person.bornOn === null ? person.age : null,
    ageStatedOn: person.bornOn === null && person.age !== null ? new Date(`${londonDate(now)}T00:00:00Z`) : null,
    // A date of birth is the stronger word.
    unborn: person.unborn && person.bornOn === null, sex: person.sex, lookedAfter: person.lookedAfter, homeBorough: borough, telephone: person.telephone, createdAt: now,
  }] })
  await tx.personReach.createMany({ data: [{ personId: id, borough, why: 'referred', since: now }] })
  if (person.address !== null || person.postcode !== null) {
    const { line, postcode } = addressParts(person.address ?? '', person.postcode)
    await tx.personAddress.createMany({ data: [{ id: randomUUID(), personId: id, line, postcode, borough, since: now, createdAt: now }] })
    context.household(id)
  }
  return id
}

async function matchPerson(context: ActContext, personId: string, borough: string, mayMatch: boolean): Promise<string> {
  const { tx, now } = context
  const known = mayMatch && (await tx.$queryRaw<{ id: string }[]>`SELECT id FROM policy_people(ARRAY[${personId}]::uuid[])`).length === 1
  if (!known) throw invalid('children', 'The person you matched is not on record: search again')
  // The borough that takes the referral knows the person from now on.
  await tx.personReach.createMany({ data: [{ personId, borough, why: 'referred', since: now }], skipDuplicates: true })
  return personId
}
