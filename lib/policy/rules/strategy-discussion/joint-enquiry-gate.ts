import type { Refusal } from '../../rule'

export interface EnquiryAgreed {
  /** 'joint', 'single-csc', 'single-police', or null where none was agreed. */
  readonly enquiry: string | null
  readonly policeOfficer: string | null
}

/**
 * sd-police-role: police lead the criminal side of a joint enquiry, so a joint enquiry has a police officer by name; else
 * social care would be left to investigate a crime alone (HMIC 2016 L2306–2310, L2342–2349). Null when it may be recorded.
 */
export function jointEnquiryGate({ enquiry, policeOfficer }: EnquiryAgreed): Refusal | null {
  if (enquiry !== 'joint' || policeOfficer !== null) return null
  return {
    rule: 'joint-enquiry-without-officer', clause: 'sd-police-role', field: 'policeOfficer',
    says: 'A joint enquiry needs a police officer by name.',
    wayForward: 'Name the officer who leads the criminal enquiry, or record a single-agency enquiry for now.',
  }
}
