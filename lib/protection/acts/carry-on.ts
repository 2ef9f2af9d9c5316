import 'server-only'
import type { Act } from '@/lib/acts/act'
import { conflict } from '@/lib/acts/outcome'
import { answerForOthers } from '@/lib/chronology/answer-for-others'
import { personToChange } from '@/lib/people/worked-person'
import { momentWords } from '@/lib/wording/london-words'
import { endInput, extendInput, notUsedInput, updateInput } from '../input'
import { known, notAhead, openReferral, protectionPage, standingProtection } from './standing'

/** s46-designated, s46-inform: who inquires into it, who was told, where the child is: whatever was not known when it was taken. */
export const updatePoliceProtection: Act<typeof updateInput> = {
  name: 'update-police-protection',
  right: 'police-protection',
  input: updateInput,
  async run(context, input) {
    const { row, ledger } = await standingProtection(context, 'police-protection', input.protectionId, 'police-protection')
    const at = input.toldAt ?? context.now
    if (input.toldAt !== null) notAhead(context, 'toldAt', input.toldAt)
    if (input.designatedOfficer !== null && row.designatedOfficer !== null) throw conflict('The designated officer was named already: write a change into the note.')
    const told = (who: (typeof input.told)[number], before: Date | null): Date | null => before ?? (input.told.includes(who) ? at : null)
    await context.tx.protection.updateMany({
      where: { id: row.id, endedAt: null },
      data: {
        ...(input.designatedOfficer === null ? {} : { designatedOfficer: input.designatedOfficer, designatedRank: input.designatedRank, designatedAt: context.now }),
        ...(input.place === null ? {} : { place: input.place }),
        parentsToldAt: told('parents', row.parentsToldAt), authorityToldAt: told('authority', row.authorityToldAt), childToldAt: told('child', row.childToldAt),
      },
    })
    const entryId = context.record({
      ledger, kind: 'police-protection', heading: input.designatedOfficer === null ? 'Police protection: added to' : 'Police protection: designated officer named',
      // Named and told now; who was told earlier is said with the time.
      occurredAt: context.now, subjects: [row.personId],
      body: known({
        change: input.designatedOfficer === null ? 'told' : 'designated', designated_officer: input.designatedOfficer, designated_rank: input.designatedRank,
        place: input.place, told: input.told.length === 0 ? null : input.told, told_at: input.toldAt?.toISOString() ?? null, wishes: input.wishes, note: input.note,
      }),
    })
    return { goTo: protectionPage(row.personId), says: 'Added to the record of police protection.', ids: { protectionId: row.id, entryId } }
  },
}

/** s46-72h: asked to keep the child longer. There is no extension of police protection: within the 72 hours it is put on record, beyond them refused (gate). */
export const extendPoliceProtection: Act<typeof extendInput> = {
  name: 'extend-police-protection',
  right: 'police-protection',
  input: extendInput,
  async run(context, input) {
    const { row, ledger } = await standingProtection(context, 'police-protection', input.protectionId, 'police-protection')
    const entryId = context.record({
      ledger, kind: 'police-protection', heading: 'Police protection to be kept up', occurredAt: context.now, subjects: [row.personId],
      body: { change: 'extended', until: input.until.toISOString(), reason: input.reason },
    })
    return {
      goTo: protectionPage(row.personId), ids: { protectionId: row.id, entryId },
      says: `On the record. Whatever is decided, it ends by law ${momentWords(row.expiresAt, context.now)}.`,
    }
  },
}

/** s46(5), s46-72h: the child released, or the 72 hours over. Every taking of the child that still stands ends with it. */
export const endPoliceProtection: Act<typeof endInput> = {
  name: 'end-police-protection',
  right: 'police-protection',
  input: endInput,
  async run(context, input) {
    const { row, ledger } = await standingProtection(context, 'police-protection', input.protectionId, 'police-protection')
    notAhead(context, 'endedAt', input.endedAt)
    if (input.endedAt.getTime() < row.takenAt.getTime()) throw conflict('It cannot have ended before it was taken: read the time again.')
    const ended = await context.tx.protection.updateMany({
      where: { personId: row.personId, kind: 'police-protection', endedAt: null, takenAt: { lte: input.endedAt } }, data: { endedAt: input.endedAt, endedHow: input.how },
    })
    if (ended.count === 0) throw conflict('Somebody has just ended it: open the page again.')
    const entryId = context.record({
      ledger, kind: 'police-protection', heading: 'Police protection ended', occurredAt: input.endedAt, subjects: [row.personId],
      body: { change: 'ended', how: input.how, place: input.place, account: input.account },
    })
    return { goTo: protectionPage(row.personId), says: 'Police protection has ended.', ids: { protectionId: row.id, entryId } }
  },
}

/** Powers considered and not used: why is put on record, and a supervisor looks at it. */
export const protectionNotUsed: Act<typeof notUsedInput> = {
  name: 'police-protection-not-used',
  right: 'police-protection',
  input: notUsedInput,
  async run(context, input) {
    const { ledger } = await personToChange(context, 'police-protection', input.personId)
    notAhead(context, 'at', input.at)
    await openReferral(context, input.personId, input.referralId)
    await answerForOthers(context, [input.personId], { kind: 'police-protection', borough: ledger, subjects: [input.personId], occurredAt: input.at, referralId: input.referralId, heading: null, detail: {} })
    const entryId = context.record({
      ledger, kind: 'police-protection', heading: 'Police protection considered, not used', occurredAt: input.at, subjects: [input.personId], referralId: input.referralId,
      body: { change: 'considered-not-used', officer: input.officer, reason: input.reason },
    })
    return { goTo: protectionPage(input.personId), says: 'Why police protection was not used is on the record.', ids: { entryId, personId: input.personId } }
  },
}
