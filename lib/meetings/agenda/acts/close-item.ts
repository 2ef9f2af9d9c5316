import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { inReach } from '@/lib/access/visibility'
import type { Act } from '@/lib/acts/act'
import { conflict, notFound } from '@/lib/acts/outcome'
import { refusalsOf } from '@/lib/policy/gates'
import { id } from '@/lib/referrals/input'
import { unknownTo } from '../about-nobody'
import { itemLock } from '../../room/find-item'
import { refuseUntilTakenUp } from '../earlier-actions'
import { meetingToChange } from '../find'
import { minutesOf, optionsConsidered } from '../minutes'
import { strategyBehind } from '../strategy-behind'

const input = z.object({
  itemId: id,
  riskLevel: z.enum(['low', 'medium', 'high'], { error: 'Say how great the risk is' }),
})

/**
 * Closes one item, with what stands in its minutes: the analysis, the risk, the decision and what lessens the risk, and each option that was
 * considered (mase-record). Refused where one of them is missing; what was decided goes to the chronology of whom the item is about.
 */
export const closeItem: Act<typeof input> = {
  name: 'close-item',
  right: 'convene-map',
  input,
  async run(context, { itemId, riskLevel }) {
    const { tx, now, actor } = context
    const item = await tx.meetingItem.findFirst({ where: { id: itemId, ...inReach(actor, 'record') }, select: { id: true, callId: true, kind: true, personId: true, placeId: true, strategyReference: true, closedAt: true } })
    if (item === null) throw notFound()
    const { call, kind } = await meetingToChange(context, item.callId, 'run', 'open')
    if (item.closedAt !== null) throw conflict('Somebody has closed this item already.')
    // Whoever cannot read what is written about a restricted person closes nothing of it.
    const [words] = await tx.$queryRaw<{ opens: boolean }[]>`SELECT item_opens(${itemId}::uuid) AS opens`
    if (words?.opens !== true) throw notFound()
    await refuseUntilTakenUp(context, kind, call, (await tx.meetingItem.findMany({ where: { callId: call.id, kind: 'victim' }, select: { personId: true } })).flatMap((one) => one.personId ?? []))
    // What is being typed this moment is in what is closed, or is refused: never written beside it unseen.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${itemLock(itemId)}))`
    const minutes = (await minutesOf(tx, [itemId]))(itemId)
    const considered = (await optionsConsidered(tx, [itemId]))(itemId)
    // Empty is known not to be there, and is refused; absent would be not known, and pass.
    const said = (field: 'analysis' | 'risk' | 'decision' | 'mitigation' | 'notes'): string => minutes[field]?.text.trim() ?? ''
    // A strategy discussion held since the listing is what it stands on.
    const behind = item.kind !== 'victim' || item.personId === null ? null : (await strategyBehind(tx, [item.personId], now)).get(item.personId)?.reference ?? item.strategyReference
    const body = {
      meeting: kind.agenda.meeting, meeting_id: call.id, item_id: itemId, item_kind: item.kind, analysis: said('analysis'), risk: said('risk'), risk_level: riskLevel,
      decision: said('decision'), mitigation: said('mitigation'), ...(item.kind === 'victim' ? { strategy_reference: behind ?? '' } : {}), considered: considered.map(({ option, used, why }) => ({ option, used, why })),
      ...(said('notes') === '' ? {} : { notes: said('notes') }), ...(item.placeId === null ? {} : { place_id: item.placeId }),
    }
    const subjects = item.personId === null ? [] : [item.personId]
    if (item.personId === null) {
      // About a place or a theme there is no chronology to be judged by: the same gate is asked of the entry alone.
      const refusals = refusalsOf({ id: itemId, kind: 'meeting-item-closed', at: now, recordedAt: now, order: 0, referralId: null, detail: body }, await unknownTo(tx, call.borough, now))
      if (refusals.length > 0) context.refuse(refusals, { borough: call.borough, subjects })
    }
    const closedEntry = randomUUID()
    const { count } = await tx.meetingItem.updateMany({ where: { id: itemId, closedAt: null }, data: { closedEntry, closedAt: now, closedBy: actor.accountId, riskLevel, ...(behind === null ? {} : { strategyReference: behind }) } })
    if (count === 0) throw conflict('Somebody has closed this item already.')
    context.record({ id: closedEntry, ledger: call.borough, kind: 'meeting-item-closed', heading: `${kind.title}: decided`, occurredAt: now, subjects, body })
    for (const { option, used, why } of considered.filter((one) => one.option === 'cawn' && item.personId !== null)) {
      context.record({ ledger: call.borough, kind: 'option-considered', heading: 'Child abduction warning notice considered', occurredAt: now, subjects, body: { option, used, why, meeting_id: call.id, item_id: itemId } })
    }
    return { goTo: `${kind.path}/${call.id}/room?item=${itemId}`, says: 'Closed. What was decided is on the record.', ids: { itemId, callId: call.id } }
  },
}

