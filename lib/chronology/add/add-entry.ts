import 'server-only'
import { membershipFor, type ActName } from '@/lib/access/permissions'
import type { Actor, Membership } from '@/lib/access/actor'
import type { Act } from '@/lib/acts/act'
import { forbidden, invalid } from '@/lib/acts/outcome'
import { personToChange } from '@/lib/people/worked-person'
import { eventHeading } from '@/lib/wording/events'
import { answerForOthers } from '../answer-for-others'
import { addInput, ALL_WAITING, detailOf } from './input'
import { addableNamed } from './kinds'
import { openReferralsOf, waitingItems } from './waiting'

/**
 * Puts on a person's chronology, by hand, something that no other act asks for: that a child was seen, that police protection
 * was taken, that information came in. Gate and deadlines run on it as on every act.
 */
export const addEntry: Act<typeof addInput> = {
  name: 'add-entry',
  right: 'record-entry',
  input: addInput,
  async run(context, input) {
    const { tx, now, actor } = context
    const addable = addableNamed(input.what)
    if (addable === undefined) throw invalid('what', 'Choose what happened')
    const { card, ledger } = await personToChange(context, 'record-entry', input.personId)
    const under = membershipAmong(actor, addable.right ?? 'record-entry', card.boroughs)
    if (under === null) throw forbidden('Your role may not record this here.')
    if (input.occurredAt.getTime() > now.getTime()) throw invalid('occurredAt', 'This is in the future: enter when it happened')
    if (input.referralId !== null && !(await openReferralsOf(tx, actor, input.personId)).some((referral) => referral.id === input.referralId)) {
      throw invalid('referralId', 'This referral is no longer open: choose again')
    }
    const detail = detailOf(addable, input)
    const item = addable.facts.some((fact) => fact.as === 'waiting') ? input.facts['of'] : undefined
    if (typeof item === 'string' && item !== ALL_WAITING && !(await waitingItems(tx, input.personId)).includes(item)) {
      throw invalid('facts.of', 'This no longer waits: somebody has acted on it')
    }
    const entry = { kind: addable.kind, borough: ledger, subjects: [input.personId], occurredAt: input.occurredAt, referralId: input.referralId, heading: null, detail }
    await answerForOthers(context, [input.personId], entry)
    const entryId = context.record({
      // The heading is made of chosen words only: what somebody typed opens with the narrative.
      ledger, kind: addable.kind, heading: eventHeading(addable.kind, detail), occurredAt: input.occurredAt, subjects: [input.personId],
      referralId: input.referralId, membershipId: under.id, agency: under.agency, body: detail,
    })
    return { goTo: `/people/${input.personId}/chronology`, says: `${addable.words}: it is on the record, and what it makes due is counted.`, ids: { entryId, personId: input.personId } }
  },
}

/** The membership under which the actor may record this in one of the boroughs that know the person. */
export function membershipAmong(actor: Actor, right: ActName, boroughs: readonly string[]): Membership | null {
  for (const borough of boroughs) {
    const membership = membershipFor(actor, right, borough)
    if (membership !== null) return membership
  }
  return null
}
