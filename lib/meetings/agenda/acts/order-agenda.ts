import 'server-only'
import { z } from 'zod'
import { AGENCIES } from '@/lib/access/roles'
import type { Act } from '@/lib/acts/act'
import { conflict, notFound } from '@/lib/acts/outcome'
import { inReach } from '@/lib/access/visibility'
import { id } from '@/lib/referrals/input'
import { agencyWords } from '@/lib/wording/agencies'
import { joined } from '@/lib/wording/lists'
import { meetingToChange } from '../find'

const orderInput = z.object({ itemId: id, way: z.enum(['up', 'down'], { error: 'Say whether it comes earlier or later' }) })
const shareInput = z.object({ itemId: id, sharedWith: z.array(z.enum(AGENCIES)).min(1, 'Choose at least one agency') })

const found = { id: true, callId: true, kind: true, position: true, closedAt: true, personId: true } as const

/** Puts an item before or behind its neighbour among those of its kind: the agenda goes by victim, offender, location and theme (mase-function). */
export const orderAgenda: Act<typeof orderInput> = {
  name: 'order-agenda',
  right: 'convene-map',
  input: orderInput,
  async run(context, { itemId, way }) {
    const { tx, actor } = context
    const item = await tx.meetingItem.findFirst({ where: { id: itemId, ...inReach(actor, 'record') }, select: found })
    if (item === null) throw notFound()
    const { call, kind } = await meetingToChange(context, item.callId, 'run', 'before-end')
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`agenda:${call.id}`}))`
    const same = await tx.meetingItem.findMany({ where: { callId: call.id, kind: item.kind }, orderBy: [{ position: 'asc' }, { id: 'asc' }], select: found })
    const at = same.findIndex((one) => one.id === itemId)
    const [one, other] = [same[at], same[way === 'up' ? at - 1 : at + 1]]
    if (one === undefined || other === undefined) throw conflict(way === 'up' ? 'It comes first already.' : 'It comes last already.')
    if (one.closedAt !== null || other.closedAt !== null) throw conflict('An item that is closed stays where it was.')
    await tx.meetingItem.updateMany({ where: { id: one.id }, data: { position: other.position } })
    await tx.meetingItem.updateMany({ where: { id: other.id }, data: { position: one.position } })
    return { goTo: `${kind.path}/${call.id}#item-${itemId}`, says: 'Moved.', ids: { itemId, callId: call.id } }
  },
}

/** The agencies that see an item. Fewer than the meeting asks for where not everybody there needs to know (need to know, and duty to share). */
export const shareItem: Act<typeof shareInput> = {
  name: 'share-item',
  right: 'convene-map',
  input: shareInput,
  async run(context, { itemId, sharedWith }) {
    const { tx, now, actor } = context
    const item = await tx.meetingItem.findFirst({ where: { id: itemId, ...inReach(actor, 'record') }, select: found })
    if (item === null) throw notFound()
    const { call, kind } = await meetingToChange(context, item.callId, 'run', 'before-end')
    const wanted = [...new Set(sharedWith)].sort()
    const { count } = await tx.meetingItem.updateMany({ where: { id: itemId, closedAt: null }, data: { sharedWith: wanted } })
    if (count === 0) throw conflict('This item is closed.')
    context.record({
      ledger: call.borough, kind: 'meeting-arranged', heading: `${kind.title}: who sees the item`, occurredAt: now, subjects: item.personId === null ? [] : [item.personId],
      body: { meeting: kind.agenda.meeting, meeting_id: call.id, item_id: itemId, shared_with: wanted },
    })
    return { goTo: `${kind.path}/${call.id}#item-${itemId}`, says: `Shared with ${joined(wanted.map(agencyWords))}, and nobody else.`, ids: { itemId, callId: call.id } }
  },
}
