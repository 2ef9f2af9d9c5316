import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Act } from '@/lib/acts/act'
import { conflict } from '@/lib/acts/outcome'
import { personToChange } from '@/lib/people/worked-person'
import { momentWords } from '@/lib/wording/london-words'
import { endOrderInput, extendOrderInput, orderInput } from '../input'
import { known, notAhead, openReferral, protectionPage, standingProtection } from './standing'

/** epo-8d, epo-after-pp, sd-mandatory-events: an order made. Police protection ends with it; a strategy discussion is demanded where there was none. */
export const recordProtectionOrder: Act<typeof orderInput> = {
  name: 'record-protection-order',
  right: 'record-entry',
  input: orderInput,
  async run(context, input) {
    const { tx, now, actor } = context
    const { ledger } = await personToChange(context, 'record-entry', input.personId)
    notAhead(context, 'madeAt', input.madeAt)
    await openReferral(context, input.personId, input.referralId)
    const protectionId = randomUUID()
    const entryId = context.record({
      ledger, kind: 'emergency-protection-order', heading: 'Emergency protection order made', occurredAt: input.madeAt, subjects: [input.personId], referralId: input.referralId,
      body: known({ change: 'made', by: input.appliedBy, court: input.court, until: input.until.toISOString(), route: input.route, place: input.place, ground: input.ground }),
    })
    await tx.protection.updateMany({
      where: { personId: input.personId, kind: 'police-protection', endedAt: null, takenAt: { lte: input.madeAt } }, data: { endedAt: input.madeAt, endedHow: 'order', followedBy: protectionId },
    })
    await tx.protection.updateMany({ where: { personId: input.personId, kind: 'emergency-protection-order', endedAt: null, takenAt: { lte: input.madeAt } }, data: { endedAt: input.madeAt, endedHow: 'order', followedBy: protectionId } })
    await tx.protection.createMany({ data: [{
      id: protectionId, personId: input.personId, borough: ledger, kind: 'emergency-protection-order', takenAt: input.madeAt, expiresAt: input.until, takenBy: input.appliedBy,
      court: input.court, route: input.route, place: input.place, entryId, recordedAt: now, recordedBy: actor.accountId,
    }] })
    return { goTo: protectionPage(input.personId), says: `The order is on the record. It runs out ${momentWords(input.until, now)}.`, ids: { protectionId, entryId, personId: input.personId } }
  },
}

/** epo-extend: once, by seven days at most (gate). */
export const extendProtectionOrder: Act<typeof extendOrderInput> = {
  name: 'extend-protection-order',
  right: 'record-entry',
  input: extendOrderInput,
  async run(context, input) {
    const { row, ledger } = await standingProtection(context, 'record-entry', input.protectionId, 'emergency-protection-order')
    notAhead(context, 'extendedAt', input.extendedAt)
    const entryId = context.record({
      ledger, kind: 'emergency-protection-order', heading: 'Emergency protection order extended', occurredAt: input.extendedAt, subjects: [row.personId],
      body: { change: 'extended', until: input.until.toISOString(), reason: input.reason },
    })
    const extended = await context.tx.protection.updateMany({ where: { id: row.id, endedAt: null, expiresAt: row.expiresAt }, data: { extendedAt: input.extendedAt, expiresAt: input.until } })
    if (extended.count === 0) throw conflict('Somebody has just changed this order: open the page again.')
    return { goTo: protectionPage(row.personId), says: `The order was extended. It runs out ${momentWords(input.until, context.now)}.`, ids: { protectionId: row.id, entryId } }
  },
}

/** The order discharged, followed by another, or run out. */
export const endProtectionOrder: Act<typeof endOrderInput> = {
  name: 'end-protection-order',
  right: 'record-entry',
  input: endOrderInput,
  async run(context, input) {
    const { row, ledger } = await standingProtection(context, 'record-entry', input.protectionId, 'emergency-protection-order')
    notAhead(context, 'endedAt', input.endedAt)
    if (input.endedAt.getTime() < row.takenAt.getTime()) throw conflict('It cannot have ended before it was made: read the time again.')
    const ended = await context.tx.protection.updateMany({ where: { id: row.id, endedAt: null }, data: { endedAt: input.endedAt, endedHow: input.how, ...(input.place === null ? {} : { place: input.place }) } })
    if (ended.count === 0) throw conflict('Somebody has just ended it: open the page again.')
    const entryId = context.record({
      ledger, kind: 'emergency-protection-order', heading: 'Emergency protection order ended', occurredAt: input.endedAt, subjects: [row.personId],
      body: known({ change: input.how === 'discharged' ? 'discharged' : 'ended', how: input.how, place: input.place, account: input.account }),
    })
    return { goTo: protectionPage(row.personId), says: 'The order has ended.', ids: { protectionId: row.id, entryId } }
  },
}
