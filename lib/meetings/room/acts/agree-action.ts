import 'server-only'
import { z } from 'zod'
import { addActions } from '@/lib/actions/add-action'
import { dueOf, dueToCome } from '@/lib/actions/input'
import { personInReach } from '@/lib/access/visibility'
import { AGENCIES } from '@/lib/access/roles'
import type { Act } from '@/lib/acts/act'
import { invalid } from '@/lib/acts/outcome'
import { id, instant, text } from '@/lib/referrals/input'
import { itemInSession } from '../find-item'

const input = z.object({
  itemId: id,
  /** Whom it protects, where the item is about a place or a theme. */
  childId: z.union([z.literal('').transform(() => null), id]).nullish().transform((value) => value ?? null),
  what: text(500, 'Say what is to be done'),
  ownerAgency: z.enum(AGENCIES, { error: 'Choose the agency that does it' }),
  ownerName: text(120, 'Name who does it'),
  dueOn: z.string().trim().nullish(),
  dueAt: instant('Enter the date by which it is to be done').nullish(),
}).superRefine((said, context) => {
  const due = dueOf(said)
  if ('message' in due) context.addIssue({ code: 'custom', path: ['dueOn'], message: due.message })
})

/** An action agreed in the room about one item: what, by whom, by when, and whom it protects. It is a duty with its own date from then on. */
export const agreeAction: Act<typeof input> = {
  name: 'agree-action',
  right: 'convene-map',
  input,
  async run(context, said) {
    const { tx, actor, now } = context
    const { item, call, kind, membership } = await itemInSession(context, said.itemId)
    const due = dueToCome(said, now)
    const childId = item.personId ?? await protectedBy()
    const [actionId] = await addActions(context, [{ what: said.what, ownerAgency: said.ownerAgency, ownerName: said.ownerName, ...due }], {
      borough: call.borough, childIds: [childId], meetingId: null, callId: call.id, itemId: item.id, referralId: call.referralId, setAt: now,
    })
    return { goTo: `${kind.path}/${call.id}/room?item=${item.id}`, says: `Agreed, for ${said.ownerName}.`, ids: { actionId: actionId ?? '', itemId: item.id, membershipId: membership.id } }

    /** One of those whom this meeting is about: the one chosen, else the first child on the agenda. */
    async function protectedBy(): Promise<string> {
      const listed = await tx.meetingItem.findMany({ where: { callId: call.id, personId: { not: null } }, orderBy: [{ position: 'asc' }, { id: 'asc' }], select: { kind: true, personId: true } })
      const chosen = said.childId === null ? listed.find((one) => one.kind === 'victim') ?? listed[0] : listed.find((one) => one.personId === said.childId)
      const seen = chosen?.personId == null ? null : await tx.person.findFirst({ where: { AND: [{ id: chosen.personId }, personInReach(actor, 'record')] }, select: { id: true } })
      if (seen === null) throw invalid('childId', said.childId === null ? 'Nobody is listed whom this could protect: list the child or the adult first' : 'Choose whom it protects from those on the agenda')
      return seen.id
    }
  },
}
