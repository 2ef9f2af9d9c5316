import 'server-only'
import { z } from 'zod'
import type { Act } from '@/lib/acts/act'
import { referralPage, workOn } from '../find-referral'
import { id } from '../input'
import { settleLooking } from './match-person'

const input = z.object({ referralId: id, personId: id })

/** "None of these": somebody looked for the person a partner's form put on record, and it is nobody known. Asked once, and kept who looked. */
export const newPerson: Act<typeof input> = {
  name: 'new-person',
  right: 'research',
  input,
  async run(context, { referralId, personId }) {
    const { referral } = await workOn(context, referralId)
    await settleLooking(context, referralId, personId)
    context.record({
      ledger: referral.borough, kind: 'person-looked-for', heading: `Looked for among those known by ${context.actor.name}: a new person`, occurredAt: context.now,
      subjects: [personId], referralId, body: { found: 'nobody', by: context.actor.name },
    })
    return { goTo: referralPage(referralId), says: 'A new person: you looked, and it is on record.', ids: { referralId, personId } }
  },
}
