import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Act } from '@/lib/acts/act'
import { conflict, invalid, notFound } from '@/lib/acts/outcome'
import { londonDate } from '@/lib/policy/calendar/london'
import { bornProblem } from '../born'
import { changesBetween, fieldWords, identityOf, seenDigest, type Identity } from '../identity'
import { correctPersonInput } from '../input'
import { personToChange } from '../worked-person'

/**
 * Puts a name, date of birth, age, sex or number right. What stood stays on record: in the entry, before and after, and an old name
 * stays findable. Clocks that hang on the age are counted anew by the entry.
 */
export const correctPerson: Act<typeof correctPersonInput> = {
  name: 'correct-person',
  right: 'correct-person',
  input: correctPersonInput,
  async run(context, input) {
    const { tx, now } = context
    const { ledger } = await personToChange(context, 'correct-person', input.personId)
    const row = await tx.person.findUnique({ where: { id: input.personId } })
    if (row === null) throw notFound()
    const before = identityOf(row)
    if (seenDigest(before) !== input.seen) throw conflict('Somebody changed this person while you were typing: look at what stands now.')
    const after: Identity = {
      givenName: input.givenName, familyName: input.familyName, description: input.description, bornOn: input.bornOn,
      ageStated: input.bornOn === null ? input.age : null, ageDisputed: input.ageDisputed, sex: input.sex, telephone: input.telephone,
    }
    const born = bornProblem(input.bornOn, now)
    if (born !== null) throw invalid('bornOn', born)
    // A date of birth or an age says that the child is born: else a baby stands as unborn for ever, and midwives are asked instead of a nursery.
    const isBorn = row.unborn && (after.bornOn !== null || after.ageStated !== null)
    const changes = [...changesBetween(before, after), ...(isBorn ? [{ field: 'unborn', words: fieldWords('unborn'), before: true, after: false }] : [])]
    if (changes.length === 0) throw invalid('form', 'Nothing is changed')
    const changed = await tx.person.updateMany({
      // The state it was seen in: two corrections at once would otherwise both be accepted, and one be lost.
      where: { id: row.id, givenName: row.givenName, familyName: row.familyName, description: row.description, bornOn: row.bornOn, telephone: row.telephone, sex: row.sex },
      data: {
        givenName: after.givenName, familyName: after.familyName, description: after.description, bornOn: after.bornOn === null ? null : new Date(`${after.bornOn}T00:00:00Z`),
        ageStated: after.ageStated, ageStatedOn: after.ageStated === null ? null : after.ageStated === before.ageStated ? row.ageStatedOn : new Date(`${londonDate(now)}T00:00:00Z`),
        ageDisputed: after.ageDisputed, sex: after.sex, telephone: after.telephone, ...(isBorn ? { unborn: false } : {}),
      },
    })
    if (changed.count === 0) throw conflict('Somebody changed this person at the same moment: look at what stands now.')
    // Who is a child by another date of birth is one in the household too.
    context.household(row.id)
    const oldName = [before.givenName, before.familyName].filter(Boolean).join(' ')
    if (oldName !== '' && changes.some((change) => change.field === 'givenName' || change.field === 'familyName')) {
      await tx.personName.createMany({ data: [{ id: randomUUID(), personId: row.id, name: oldName, kind: 'former' }] })
    }
    context.record({
      ledger, kind: 'identity-corrected', heading: `Identity corrected: ${changes.map((change) => change.words).join(', ')}`, occurredAt: now,
      subjects: [row.id], body: { changes: changes.map(({ field, before: was, after: is }) => ({ field, before: was, after: is })), reason: input.reason },
    })
    return { goTo: `/people/${row.id}`, says: 'Corrected. What stood before stays on record.', ids: { personId: row.id } }
  },
}
