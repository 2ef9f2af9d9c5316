import 'server-only'
import { membershipAmong } from '@/lib/chronology/add/add-entry'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict, forbidden, invalid, notFound } from '@/lib/acts/outcome'
import { standingOf } from '@/lib/people/standing'
import { assessOtherInput, checkWiderInput } from '../input'
import { RESULT_WORDS } from '@/lib/wording/other-children'
import { atLeast } from '@/lib/access/visibility'
import { personToChange } from '@/lib/people/worked-person'
import { otherChildrenPage, suspectsOf } from './name-other'

/** linked-child, household-child: the other child was assessed, at risk or not, with the reason. Answers the duty on both records. */
export const assessOtherChild: Act<typeof assessOtherInput> = {
  name: 'assess-other-child',
  right: 'add-facts',
  input: assessOtherInput,
  async run(context, input) {
    const { tx, now, actor } = context
    const row = await tx.otherChild.findFirst({ where: { id: input.otherChildId } })
    if (row === null) throw notFound()
    const page = await sideOf(context, row)
    const at = input.assessedAt ?? now
    if (at.getTime() > now.getTime()) throw invalid('assessedAt', 'This is in the future: enter when it was assessed')
    const done = await tx.otherChild.updateMany({ where: { id: row.id, assessedAt: null }, data: { result: input.result, assessedAt: at, assessedBy: actor.accountId } })
    if (done.count === 0) throw conflict('Somebody has assessed this child already: open the page again to see what they found.')
    const heading = `Other child assessed: ${RESULT_WORDS[input.result].toLowerCase()}`
    const body = { linked_child: row.otherId, result: input.result, reason: input.reason }
    context.record({ ledger: row.borough, kind: 'information-actioned', heading, occurredAt: at, subjects: [row.childId], body: { ...body, of: [`linked:${row.otherId}`] } })
    context.record({
      ledger: row.otherBorough, kind: 'information-actioned', heading: `Assessed as another child of a matter: ${RESULT_WORDS[input.result].toLowerCase()}`, occurredAt: at, subjects: [row.otherId],
      // The information that named the child was taken up with it.
      body: { ...body, of: [`linked:${row.otherId}`, row.entryId] },
    })
    return {
      goTo: otherChildrenPage(page), ids: { otherChildId: row.id, personId: page },
      says: input.result === 'at-risk' ? 'Assessed as at risk: refer this child, or hold the discussion that is due.' : 'Assessed, with the reason on both records.',
    }
  },
}

/** The record from whose side the actor works: the child's, or the other child's in another borough. */
async function sideOf(context: ActContext, row: { childId: string; otherId: string }): Promise<string> {
  for (const id of [row.childId, row.otherId]) {
    const standing = await standingOf(context.tx, context.actor, id, context.now)
    if (standing === null || standing.card.masked || !atLeast(standing.depth, 'record')) continue
    const under = membershipAmong(context.actor, 'add-facts', standing.card.boroughs)
    if (under === null) continue
    context.as(standing.card.boroughs.find((borough) => under.boroughs.length === 0 || under.boroughs.includes(borough)) ?? null)
    return id
  }
  throw forbidden('Your role may not do this here.')
}

/** wider-risk: who else is within the suspect's reach was looked for. The children found are named, each for itself. */
export const checkWiderRisk: Act<typeof checkWiderInput> = {
  name: 'check-wider-risk',
  right: 'add-facts',
  input: checkWiderInput,
  async run(context, input) {
    const { ledger } = await personToChange(context, 'add-facts', input.personId)
    const at = input.checkedAt ?? context.now
    if (at.getTime() > context.now.getTime()) throw invalid('checkedAt', 'This is in the future: enter when it was checked')
    if (input.suspectId !== null && !(await suspectsOf(context, input.personId)).includes(input.suspectId)) throw invalid('suspectId', 'Choose a person of concern who is linked to this child')
    // Children who are named and wait are not covered by a look at the suspect: each is assessed by its own name.
    const waiting = await context.tx.otherChild.findMany({ where: { childId: input.personId, assessedAt: null }, select: { otherId: true } })
    const entryId = context.record({
      ledger, kind: 'wider-risk-check', heading: 'Other children and contacts checked', occurredAt: at, subjects: [input.personId],
      body: {
        ...(input.suspectId === null ? {} : { suspect_ids: [input.suspectId] }), reached: input.reached, found: input.found === 'yes', account: input.account,
        ...(waiting.length === 0 ? {} : { linked_child: 'nobody-by-name' }),
      },
    })
    return {
      goTo: otherChildrenPage(input.personId), ids: { entryId, personId: input.personId },
      says: input.found === 'yes' ? 'The check is on the record. Name each child that was found.' : 'The check is on the record.',
    }
  },
}
