import 'server-only'
import { randomUUID } from 'node:crypto'
import { rankAtLeast } from '@/lib/access/roles'
import type { Act } from '@/lib/acts/act'
import { answerForOthers } from '@/lib/chronology/answer-for-others'
import { policyHistories } from '@/lib/deadlines/histories'
import { personToChange } from '@/lib/people/worked-person'
import { dueAfter } from '@/lib/policy/calendar/duration'
import { durationOf } from '@/lib/policy/packs'
import { momentWords } from '@/lib/wording/london-words'
import { takenInput } from '../input'
import { RANK_WORDS } from '@/lib/wording/protection'
import { known, notAhead, openReferral, protectionPage } from './standing'

/**
 * s46-use, s46-72h, s46-designated, s46-inform: a child taken into police protection. Starts the 72 hours with their warnings and the
 * strategy discussion that must follow; taken again soon it needs fresh grounds and an inspector (gate).
 */
export const takePoliceProtection: Act<typeof takenInput> = {
  name: 'take-police-protection',
  right: 'police-protection',
  input: takenInput,
  async run(context, input) {
    const { tx, now, actor } = context
    const { ledger } = await personToChange(context, 'police-protection', input.personId)
    notAhead(context, 'takenAt', input.takenAt)
    await openReferral(context, input.personId, input.referralId)
    const authorised = input.authorisedBy !== null && rankAtLeast(input.authorisedRank, 'inspector')
    const body = known({
      change: 'taken', by: `${RANK_WORDS[input.takenRank]} ${input.takenBy}`, taken_by: input.takenBy, rank: input.takenRank, ground: input.ground, place: input.place,
      designated_officer: input.designatedOfficer, designated_rank: input.designatedRank, told: input.told, wishes: input.wishes,
      // What an earlier taking asks for; where there was none nobody reads it.
      fresh_grounds: input.freshGround !== null, fresh_ground: input.freshGround, inspector: authorised, authorised_by: input.authorisedBy,
      ...(input.authorisedRank === null ? {} : { authorised_rank: input.authorisedRank }),
    })
    await answerForOthers(context, [input.personId], { kind: 'police-protection', borough: ledger, subjects: [input.personId], occurredAt: input.takenAt, referralId: input.referralId, heading: null, detail: {} })
    const entryId = context.record({
      ledger, kind: 'police-protection', heading: 'Police protection taken', occurredAt: input.takenAt, subjects: [input.personId], referralId: input.referralId, body,
    })
    const history = (await policyHistories(tx, [input.personId], now)).get(input.personId)
    const taking = { id: entryId, kind: 'police-protection' as const, at: input.takenAt, recordedAt: now, order: history?.events.length ?? 0, referralId: input.referralId, detail: body }
    const expiresAt = dueAfter(input.takenAt, history === undefined ? { unit: 'hours', n: 72 } : durationOf(history.packAt(taking), 'police-protection.max')).dueAt
    const protectionId = randomUUID()
    const told = (who: (typeof input.told)[number]): Date | null => (input.told.includes(who) ? now : null)
    await tx.protection.createMany({ data: [{
      id: protectionId, personId: input.personId, borough: ledger, kind: 'police-protection', takenAt: input.takenAt, expiresAt, takenBy: input.takenBy, takenRank: input.takenRank,
      designatedOfficer: input.designatedOfficer, designatedRank: input.designatedRank, designatedAt: input.designatedOfficer === null ? null : now, authorisedBy: input.authorisedBy,
      place: input.place, parentsToldAt: told('parents'), authorityToldAt: told('authority'), childToldAt: told('child'), entryId, recordedAt: now, recordedBy: actor.accountId,
    }] })
    return {
      goTo: protectionPage(input.personId), ids: { protectionId, entryId, personId: input.personId },
      says: `Police protection is on the record. It ends by law ${momentWords(expiresAt, now)}. A strategy discussion is due within one working day.`,
    }
  },
}
