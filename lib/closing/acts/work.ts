import 'server-only'
import type { Act, ActContext } from '@/lib/acts/act'
import { forbidden, invalid } from '@/lib/acts/outcome'
import { rankAtLeast } from '@/lib/access/roles'
import { membershipAmong } from '@/lib/chronology/add/add-entry'
import { answerForLinked } from '@/lib/chronology/answer-for-linked'
import { answerForOthers } from '@/lib/chronology/answer-for-others'
import { suspectsOf } from '@/lib/other-children/acts/name-other'
import { personToChange } from '@/lib/people/worked-person'
import type { EventKind } from '@/lib/policy/events'
import { known, notAhead, openReferral } from '@/lib/protection/acts/standing'
import { eventHeading } from '@/lib/wording/events'
import { answerRiskInput, contradictionInput, policeEnquiryInput, seenInput, suspectInput, whereaboutsInput } from '../input'

export const closingPage = (personId: string): string => `/people/${personId}/closing`

interface Done {
  readonly personId: string
  readonly kind: EventKind
  readonly at: Date
  /** The field of the form that holds the time. */
  readonly field: string
  readonly referralId: string | null
  readonly heading?: string
  readonly body: Readonly<Record<string, unknown>>
}

/** Work on an enquiry, on the record of one child; what waited about the child is taken up with it. */
async function putOnRecord(context: ActContext, { personId, kind, at, field, referralId, heading, body }: Done): Promise<string> {
  const { ledger } = await personToChange(context, 'record-entry', personId)
  notAhead(context, field, at)
  await openReferral(context, personId, referralId)
  await answerForOthers(context, [personId], { kind, borough: ledger, subjects: [personId], occurredAt: at, referralId, heading: null, detail: {} })
  if (kind === 'child-seen' || kind === 'child-interviewed') await answerForLinked(context, [personId], { kind, ledger, occurredAt: at, referralId })
  return context.record({ ledger, kind, heading: heading ?? eventHeading(kind, body), occurredAt: at, subjects: [personId], referralId, body: known(body) })
}

/** inv-child-seen: who saw the child, when, where, alone or not, and what the child said. */
export const recordChildSeen: Act<typeof seenInput> = {
  name: 'record-child-seen',
  right: 'record-entry',
  input: seenInput,
  async run(context, input) {
    const spoken = input.spokenTo === 'yes'
    const entryId = await putOnRecord(context, {
      personId: input.personId, kind: 'child-seen', at: input.seenAt, field: 'seenAt', referralId: input.referralId,
      heading: spoken ? 'Child seen and spoken to' : input.observed === true ? 'Child seen and observed' : 'Child seen, not spoken to',
      body: { by: input.by, who: input.who, place: input.place, spoken_to: spoken, observed: spoken ? null : input.observed, alone: input.alone, views: input.views, account: input.account, whereabouts: 'confirmed' },
    })
    return { goTo: closingPage(input.personId), says: spoken ? 'That the child was seen and spoken to is on the record.' : 'That the child was seen is on the record.', ids: { entryId, personId: input.personId } }
  },
}

/** What was done about a suspect: only what deals with the person lets an enquiry be closed. */
export const recordSuspectAction: Act<typeof suspectInput> = {
  name: 'record-suspect-action',
  right: 'record-entry',
  input: suspectInput,
  async run(context, input) {
    const entryId = await putOnRecord(context, {
      personId: input.personId, kind: 'suspect-action', at: input.at, field: 'at', referralId: input.referralId,
      body: { action: input.action, suspect_ids: input.suspectId === null ? null : [input.suspectId], account: input.account },
    })
    if (input.suspectId !== null && !(await suspectsOf(context, input.personId)).includes(input.suspectId)) throw invalid('suspectId', 'Choose a person of concern who is linked to this child')
    return { goTo: closingPage(input.personId), says: 'The step against the suspect is on the record.', ids: { entryId, personId: input.personId } }
  },
}

/** no-crime: an enquiry of the police’s own, with or without social care beside them. */
export const recordPoliceEnquiry: Act<typeof policeEnquiryInput> = {
  name: 'record-police-enquiry',
  right: 'record-entry',
  input: policeEnquiryInput,
  async run(context, input) {
    const kind = { visit: 'enquiry-visit', interview: 'child-interviewed', warrant: 'warrant-executed' } as const
    const entryId = await putOnRecord(context, {
      personId: input.personId, kind: kind[input.what], at: input.at, field: 'at', referralId: input.referralId,
      body: { by: input.withCsc ? ['police', 'csc'] : ['police'], officer: input.officer, account: input.account },
    })
    return { goTo: closingPage(input.personId), says: 'The police enquiry is on the record.', ids: { entryId, personId: input.personId } }
  },
}

/** closure-unresolved: somebody has found out where the child is. */
export const confirmWhereabouts: Act<typeof whereaboutsInput> = {
  name: 'confirm-whereabouts',
  right: 'record-entry',
  input: whereaboutsInput,
  async run(context, input) {
    const entryId = await putOnRecord(context, {
      personId: input.personId, kind: 'record-updated', at: input.at, field: 'at', referralId: null, heading: 'Where the child is was confirmed',
      // `of` names nothing that is owed: no other record is brought up to date by it.
      body: { about: 'whereabouts', of: 'whereabouts', whereabouts: 'confirmed', place: input.place, who: input.confirmedBy, account: input.account },
    })
    return { goTo: closingPage(input.personId), says: 'Where the child is has been confirmed.', ids: { entryId, personId: input.personId } }
  },
}

/** R233, R234: an entry against another, put in words; it stays open until somebody has looked into it. */
export const recordContradiction: Act<typeof contradictionInput> = {
  name: 'record-contradiction',
  right: 'record-entry',
  input: contradictionInput,
  async run(context, input) {
    const found = input.what === 'found'
    const entryId = await putOnRecord(context, {
      personId: input.personId, kind: 'record-updated', at: context.now, field: 'what', referralId: null,
      heading: found ? 'A contradiction in the record' : 'A contradiction in the record resolved',
      body: { about: 'contradiction', of: 'contradiction', ...(found ? { contradicts: true } : { resolves: true }), account: input.account },
    })
    return { goTo: closingPage(input.personId), says: found ? 'It is on the record, and nothing is closed over it.' : 'It is resolved, with what is right.', ids: { entryId, personId: input.personId } }
  },
}

/** closure-unresolved: an inspector answers for a risk that cannot be settled, and says what protects the children. */
export const answerRisk: Act<typeof answerRiskInput> = {
  name: 'answer-risk',
  right: 'close-enquiry',
  input: answerRiskInput,
  async run(context, input) {
    const { card, ledger } = await personToChange(context, 'close-enquiry', input.personId)
    const under = membershipAmong(context.actor, 'close-enquiry', card.boroughs)
    if (under === null || !rankAtLeast(under.rank, 'inspector')) throw forbidden('Only an inspector or above may answer for a risk that stays open.')
    const entryId = context.record({
      ledger, kind: 'supervisor-review', heading: 'An inspector answered for a risk that stays open', occurredAt: context.now, subjects: [input.personId],
      body: { rank: under.rank, risks_answered: input.risks, reason: input.reason, protects: input.protects },
    })
    return { goTo: closingPage(input.personId), says: 'The inspector’s answer is on the record.', ids: { entryId, personId: input.personId } }
  },
}
