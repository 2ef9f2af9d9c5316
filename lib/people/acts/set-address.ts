import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Act } from '@/lib/acts/act'
import { invalid } from '@/lib/acts/outcome'
import { boroughWords } from '@/lib/wording/boroughs'
import { addressParts } from '../address-parts'
import { setAddressInput } from '../input'
import { personToChange } from '../worked-person'

/** Where the person lives from now on. The address before stays, with its end; a new borough knows the person from then on. */
export const setAddress: Act<typeof setAddressInput> = {
  name: 'set-address',
  right: 'correct-person',
  input: setAddressInput,
  async run(context, input) {
    const { tx, now } = context
    const { card, ledger } = await personToChange(context, 'correct-person', input.personId)
    const since = input.since ?? now
    if (since.getTime() > now.getTime()) throw invalid('since', 'This is in the future: enter it when the person has moved')
    await tx.$executeRaw`SELECT lock_people(ARRAY[${input.personId}]::uuid[])`
    const { line, postcode } = addressParts(input.line, input.postcode)
    await tx.personAddress.updateMany({ where: { personId: input.personId, until: null }, data: { until: since } })
    await tx.personAddress.createMany({ data: [{ id: randomUUID(), personId: input.personId, line, postcode, borough: input.borough, since, createdAt: now }] })
    await tx.person.updateMany({ where: { id: input.personId }, data: { homeBorough: input.borough } })
    context.household(input.personId)
    await tx.personReach.createMany({ data: [{ personId: input.personId, borough: input.borough, why: 'lives', since }], skipDuplicates: true })
    const moved = card.homeBorough !== input.borough
    context.record({
      ledger, kind: 'record-updated', heading: moved ? `Now lives in ${boroughWords(input.borough)}` : `Address changed within ${boroughWords(input.borough)}`,
      occurredAt: since, subjects: [input.personId],
      body: { about: 'address', line, postcode, borough: input.borough, borough_before: card.homeBorough, reason: input.reason },
    })
    return { goTo: `/people/${input.personId}/household`, says: 'The address is on record.', ids: { personId: input.personId } }
  },
}
