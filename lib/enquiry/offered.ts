/** The acts of the enquiry whose forms stand on the referral's page. */
export const ENQUIRY_ACTS = ['ask-agencies', 'take-down-answer', 'chase-request', 'withdraw-request', 'record-consent', 'record-research', 'record-disclosure', 'pass-to-csc'] as const
/** Those of one button, whose problems stand at the head of the page. */
export const ENQUIRY_BARE: readonly string[] = ['chase-request']
