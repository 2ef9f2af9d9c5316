import 'server-only'
import type { FormDraft } from '@/components/ui/form-draft'
import type { Actor } from '@/lib/access/actor'
import { readAs } from '@/lib/access/read-as'
import { inReach } from '@/lib/access/visibility'
import { referralWords } from '@/lib/access/words'
import { emergenciesOf } from './emergency'
import { isId } from '@/lib/people/standing'
import { HOUSEHOLD_KIN, kinshipSeen } from '@/lib/wording/kinship'
import { typedParts } from '@/lib/wording/london-input'

/** Somebody of the contact is restricted: nobody can be matched to a record that is not open, and a second record of them would hide the first. */
export interface RestrictedContact { readonly restricted: string }

/** The form filled from the contact that becomes a referral: its people are already on record. Null when it is out of reach. */
export async function contactDraft(actor: Actor, contactId: string): Promise<FormDraft | RestrictedContact | null> {
  if (!isId(contactId)) return null
  return readAs(actor, async (tx) => {
    const contact = await tx.referral.findFirst({ where: { id: contactId, form: 'contact', ...inReach(actor, 'record') } })
    if (contact === null) return null
    const told = (await referralWords(tx, [contactId]))(contactId)
    const people = await tx.referralPerson.findMany({ where: { referralId: contactId, NOT: { role: 'matched' } }, include: { person: true } })
    // The wall hides the row of whoever is restricted.
    const hidden = people.find((row) => (row.person as typeof row.person | null) === null)
    if (hidden !== undefined) return { restricted: hidden.personId }
    const values: Record<string, string | string[]> = {
      borough: contact.borough, form: 'referral', fromAgency: contact.fromAgency, fromWords: contact.fromWords, channel: contact.channel, toAgency: contact.toAgency,
      referrerName: told.referrerName ?? '', referrerContact: told.referrerContact ?? '', concern: contact.concern ?? '', narrative: told.narrative ?? '',
      otherConcerns: contact.otherConcerns, indicators: contact.indicators, urgency: contact.urgency ?? '', rag: contact.rag === 'blue' ? '' : contact.rag ?? '', suspect: contact.suspect ?? '', searched: '1',
      suspectRelationship: told.suspectRelationship ?? '',
      forensicEvidence: answer(contact.forensicEvidence), immediateAction: answer(contact.immediateAction), offenceIdentified: answer(contact.offenceIdentified),
      staffConcerned: answer(contact.staffConcerned), organised: answer(contact.organised),
    }
    for (const [name, at] of [['receivedAt', contact.receivedAt], ['concernIdentifiedAt', contact.concernIdentifiedAt], ['initialReportAt', contact.initialReportAt ?? contact.receivedAt]] as const) {
      if (at !== null) for (const [part, typed] of Object.entries(typedParts(at))) values[`${name}-${part}`] = typed
    }
    // An emergency stays one when its contact becomes a referral: left out, the referral would wait among all others.
    const emergency = (await emergenciesOf(tx, [contactId])).get(contactId)
    if (emergency !== undefined) {
      Object.assign(values, { emergency: emergency.kind, emergencyCall: emergency.called ? 'made' : 'none', callReference: emergency.reference ?? '', noCallWhy: emergency.noCallWhy ?? '' })
    }
    const lists = {
      children: people.filter((row) => row.role === 'child'), adults: people.filter((row) => row.role !== 'child' && row.role !== 'household'),
      household: people.filter((row) => row.role === 'household'),
    }
    const ties = await tx.relationship.findMany({
      where: { personId: { in: [...lists.adults, ...lists.household].map((row) => row.personId) }, otherId: { in: lists.children.map((row) => row.personId) }, until: null }, select: { personId: true, kind: true },
    })
    for (const [list, rows] of Object.entries(lists)) {
      values[`${list}-count`] = String(Math.max(list === 'children' ? 1 : 0, rows.length))
      for (const [index, { person, role }] of rows.entries()) {
        const at = `${list}-${index}-`
        values[`${at}personId`] = person.id
        values[`${at}givenName`] = person.givenName ?? ''
        values[`${at}familyName`] = person.familyName ?? ''
        values[`${at}description`] = person.description ?? ''
        if (list === 'adults') {
          const own = ties.filter((tie) => tie.personId === person.id).map((tie) => tie.kind)
          const said = own.find((kind) => !['suspect', 'lives-with', 'parent', 'other', 'named with'].includes(kind))
          Object.assign(values, { [`${at}role`]: role, [`${at}relationship`]: said === undefined ? '' : kinshipSeen(said, true).toLowerCase(), [`${at}livesWith`]: own.includes('lives-with') ? 'yes' : '' })
        }
        if (list === 'household') values[`${at}kin`] = HOUSEHOLD_KIN.find((kin) => ties.some((tie) => tie.personId === person.id && tie.kind === kin)) ?? 'lives-with'
      }
    }
    return { values, problems: [], refusals: [] }
  })
}

const answer = (known: boolean | null): string => (known === null ? 'unknown' : known ? 'yes' : 'no')
