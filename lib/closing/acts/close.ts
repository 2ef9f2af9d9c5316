import 'server-only'
import type { ActName } from '@/lib/access/permissions'
import type { Act, ActContext } from '@/lib/acts/act'
import { invalid } from '@/lib/acts/outcome'
import { membershipAmong } from '@/lib/chronology/add/add-entry'
import { personToChange } from '@/lib/people/worked-person'
import { known } from '@/lib/protection/acts/standing'
import { eventHeading } from '@/lib/wording/events'
import { roleWords } from '@/lib/wording/roles'
import { closeInput } from '../input'

/**
 * Closes an enquiry or investigation about a child, or about every child of a referral. What is missing is the policy's to say
 * (inv-child-seen, closure-unresolved, no-crime): its gates are asked of each child before anything is written.
 */
export const closeCase: Act<typeof closeInput> = {
  name: 'close-case',
  right: 'close-enquiry',
  input: closeInput,
  async run(context, input) {
    const { card, ledger } = await personToChange(context, 'close-enquiry', input.personId)
    const under = membershipAmong(context.actor, 'close-enquiry', card.boroughs)
    const subjects = await childrenOfReferral(context, 'close-enquiry', input.personId, input.referralId)
    const body = known({
      result: input.result, rationale: input.rationale, not_seen_reason: input.notSeen, not_seen_why: input.notSeenWhy,
      // By whom: a supervisor's word that a child cannot be seen counts, nobody else's.
      rank: under?.rank, supervisor: under === null ? null : roleWords(under.role),
    })
    const entryId = context.record({ ledger, kind: 'case-closed', heading: eventHeading('case-closed', { result: input.result }), occurredAt: context.now, subjects, referralId: input.referralId, body })
    return {
      goTo: `/people/${input.personId}/closing`, ids: { entryId, personId: input.personId },
      says: subjects.length === 1 ? 'The enquiry is closed.' : `The enquiry is closed for ${subjects.length} children.`,
    }
  },
}

/** This child, and those of the referral where it is closed as a whole: each of them within reach, as any record that is written to. */
export async function childrenOfReferral(context: ActContext, right: ActName, personId: string, referralId: string | null): Promise<string[]> {
  if (referralId === null) return [personId]
  const rows = await context.tx.referralPerson.findMany({ where: { referralId, role: 'child' }, select: { personId: true } })
  const children = rows.map((row) => row.personId)
  if (!children.includes(personId)) throw invalid('referralId', 'This child is not in that referral: choose again')
  for (const child of children) if (child !== personId) await personToChange(context, right, child)
  return [personId, ...children.filter((child) => child !== personId)]
}
