import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Act } from '@/lib/acts/act'
import { conflict, invalid } from '@/lib/acts/outcome'
import { ofConcern } from '@/lib/households/concern'
import { kinshipWords } from '@/lib/wording/kinship'
import { linkPeopleInput } from '../input'
import { standingOf } from '../standing'
import { personToChange } from '../worked-person'

/** Says how one person is related to another, both already known. The other may be known elsewhere in London: the index answers for that. */
export const linkPeople: Act<typeof linkPeopleInput> = {
  name: 'link-people',
  right: 'link-people',
  input: linkPeopleInput,
  async run(context, input) {
    const { tx, actor, now } = context
    const { ledger } = await personToChange(context, 'link-people', input.personId)
    const other = await standingOf(tx, actor, input.otherId, now)
    if (other === null) throw invalid('otherId', 'Choose somebody who is on record')
    // A tie to a restricted person would tell on the child's page who that is.
    if (other.card.masked) throw invalid('otherId', 'This person is restricted: open the record first')
    await tx.$executeRaw`SELECT lock_people(${[input.personId, input.otherId].sort()}::uuid[])`
    const there = await tx.relationship.findFirst({
      where: { kind: input.kind, until: null, OR: [{ personId: input.otherId, otherId: input.personId }, { personId: input.personId, otherId: input.otherId }] }, select: { id: true },
    })
    if (there !== null) throw conflict('This is on record already.')
    // Said from the other's end: "OTHER is the mother of PERSON".
    await tx.relationship.createMany({ data: [{ id: randomUUID(), personId: input.otherId, otherId: input.personId, kind: input.kind, since: now }] })
    context.household(input.personId, input.otherId)
    context.record({
      ledger, kind: 'record-updated', heading: `Somebody linked: ${kinshipWords(input.kind).toLowerCase()} this person`, occurredAt: now,
      subjects: [input.personId], body: { about: 'relationship', other_id: input.otherId, kind: input.kind, reason: input.reason },
    })
    const [one] = [...await ofConcern(tx, [input.personId, input.otherId])]
    // A new partner who lives elsewhere is in no household: whoever links them is told all the same, and names nobody to the address bar.
    const concern = one === undefined ? '' : ` Look at once: ${one === input.otherId ? 'whoever you linked' : 'the person whose record this is'} is a person of concern to a child.`
    return { goTo: `/people/${input.personId}/household`, says: `Linked.${concern}`, ids: { personId: input.personId } }
  },
}
