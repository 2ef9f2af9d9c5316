import { textOf, type PolicyEvent } from '../../events'
import { doerOf } from '../../who'
import type { Gate } from '../gate'
import { enquiryBefore } from './enquiry'

const SPOKEN_TO: readonly string[] = ['arrested', 'interviewed', 'spoken-to', 'charged', 'cautioned']

/** no-crime: "no crime" on another agency's word alone (HMIC 2016 L2342–2349: social care had investigated for the police). */
export const noCrimeWithoutPoliceEnquiry: Gate = {
  id: 'no-crime-without-police-enquiry',
  clause: 'no-crime',
  kinds: ['case-closed'],
  refuses(event, history) {
    if (!isNoCrime(event) || enquiryBefore(event, history).some(isPoliceEnquiry)) return null
    return {
      field: 'result', says: 'Police made no enquiry of their own, so it cannot be closed as no crime.',
      wayForward: 'Visit, interview or see the child, or speak to the suspect; or close it with another result.',
    }
  },
}

const isNoCrime = (event: PolicyEvent): boolean => /^no[-_ ]?crim/i.test(textOf(event, 'result') ?? textOf(event, 'outcome') ?? '')

/** A visit, an interview, the child seen by police, or the suspect spoken to. Who did it not known: it may have been police. */
function isPoliceEnquiry(event: PolicyEvent): boolean {
  switch (event.kind) {
    case 'enquiry-visit': case 'child-seen': case 'child-interviewed': return doerOf(event)?.police ?? true
    case 'safe-and-well-check': return event.detail['seen'] !== false
    case 'suspect-action': return SPOKEN_TO.includes(textOf(event, 'action') ?? '')
    case 'warrant-executed': return true
    default: return false
  }
}
