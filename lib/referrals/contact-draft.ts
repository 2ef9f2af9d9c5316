import 'server-only'
import type { FormDraft } from '@/components/ui/form-draft'
import type { Actor } from '@/lib/access/actor'
import { readAs } from '@/lib/access/read-as'
import { inReach } from '@/lib/access/visibility'
import { isId } from '@/lib/people/standing'
import { typedParts } from '@/lib/wording/london-input'

/** The form filled from the contact that becomes a referral: its people are already on record. Null when it is out of reach. */
export async function contactDraft(actor: Actor, contactId: string): Promise<FormDraft | null> {
  if (!isId(contactId)) return null
  return readAs(actor, async (tx) => {
    const contact = await tx.referral.findFirst({ where: { id: contactId, form: 'contact', ...inReach(actor, 'record') } })
    if (contact === null) return null
    const people = await tx.referralPerson.findMany({ where: { referralId: contactId }, include: { person: true } })
    const values: Record<string, string | string[]> = {
      borough: contact.borough, form: 'referral', fromAgency: contact.fromAgency, fromWords: contact.fromWords, channel: contact.channel, toAgency: contact.toAgency,
      referrerName: contact.referrerName ?? '', referrerContact: contact.referrerContact ?? '', concern: contact.concern ?? '', narrative: contact.narrative,
      otherConcerns: contact.otherConcerns, indicators: contact.indicators, urgency: contact.urgency ?? '', rag: contact.rag ?? '', suspect: contact.suspect ?? '', searched: '1',
      suspectRelationship: contact.suspectRelationship ?? '',
      forensicEvidence: answer(contact.forensicEvidence), immediateAction: answer(contact.immediateAction), offenceIdentified: answer(contact.offenceIdentified),
      staffConcerned: answer(contact.staffConcerned), organised: answer(contact.organised),
    }
    for (const [name, at] of [['receivedAt', contact.receivedAt], ['concernIdentifiedAt', contact.concernIdentifiedAt], ['initialReportAt', contact.initialReportAt ?? contact.receivedAt]] as const) {
      if (at !== null) for (const [part, typed] of Object.entries(typedParts(at))) values[`${name}-${part}`] = typed
    }
    const children = people.filter((row) => row.role === 'child')
    values['children-count'] = String(Math.max(1, children.length))
    for (const [index, { person }] of children.entries()) {
      values[`children-${index}-personId`] = person.id
      values[`children-${index}-givenName`] = person.givenName ?? ''
      values[`children-${index}-familyName`] = person.familyName ?? ''
      values[`children-${index}-description`] = person.description ?? ''
    }
    return { values, problems: [], refusals: [] }
  })
}

const answer = (known: boolean | null): string => (known === null ? 'unknown' : known ? 'yes' : 'no')
