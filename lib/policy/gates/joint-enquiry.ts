import { textOf } from '../events'
import type { Gate } from './gate'

/**
 * sd-police-role: police lead the criminal side of a joint enquiry, so a joint enquiry has a police officer by name; else
 * social care would be left to investigate a crime alone (HMIC 2016 L2306–2310, L2342–2349).
 */
export const jointEnquiry: Gate = {
  id: 'joint-enquiry-without-officer',
  clause: 'sd-police-role',
  kinds: ['strategy-discussion-held', 'record-updated'],
  refuses(event) {
    if (textOf(event, 'enquiry') !== 'joint' || textOf(event, 'police_officer') !== null) return null
    return {
      field: 'policeOfficer', says: 'A joint enquiry needs a police officer by name.',
      wayForward: 'Name the officer who leads the criminal enquiry, or record a single-agency enquiry for now.',
    }
  },
}
