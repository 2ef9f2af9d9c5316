import 'server-only'
import type { Act } from '@/lib/acts/act'
import { lackingParts, type PacPart } from '@/lib/policy/rules/merlin/parts'
import { referralInput, type ReferralInput } from '../input'
import { takeIn } from '../take-referral'

/**
 * Takes in a police checklist (merlin-pac): a contact from the police whose own parts are asked for. What is missing keeps nothing
 * out: it is marked on the record, owed by the police (merlin/incomplete) and chased. Its rating on receipt gives the time.
 */
export const submitPac: Act<typeof referralInput> = {
  name: 'submit-pac',
  right: 'record-referral',
  input: referralInput,
  run: (context, input) => takeIn(context, { ...input, way: 'pac', form: 'contact', fromAgency: 'police' }, { lacks: lacksOf(input) }),
}

const PARENTS: readonly string[] = ['mother', 'father', 'step-parent', 'carer', 'partner-of-parent']

/** A child whom the receiving worker matched is named, born and living somewhere on the record that is known. */
export function lacksOf(input: ReferralInput): PacPart[] {
  return lackingParts({
    theirReference: input.theirReference, officer: input.referrerName, supervisor: input.supervisor, rating: input.rag, concern: input.concern, childSaid: input.childSaid,
    children: input.children.map((child) => ({
      name: child.personId !== null || child.givenName !== null || child.familyName !== null || child.unborn, born: child.personId !== null || child.bornOn !== null || child.age !== null || child.unborn,
      address: child.personId !== null || child.address !== null || child.postcode !== null,
    })),
    parent: input.adults.some((adult) => adult.role === 'parent') || input.household.some((one) => PARENTS.includes(one.kin)),
  })
}
