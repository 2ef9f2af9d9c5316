import { protectionStage } from './stage'

/** s46-72h: no child is kept in police protection beyond 72 hours (Children Act 1989 s46(6); HMIC 2016 L3380–3381). */
export const protectionExpiry = protectionStage({
  id: 'police-protection/expiry', basis: 'expired', title: 'Police protection ends at 72 hours',
  plain: 'No child may be kept in police protection for more than 72 hours from when it was taken, nights, weekends and changes of the clocks included.',
  parameter: 'police-protection.max',
})
