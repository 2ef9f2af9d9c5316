import { protectionStage } from './stage'

/** s46-72h: a first warning at 48 hours, a default. */
export const protectionFirstWarning = protectionStage({
  id: 'police-protection/first-warning', basis: 'first-warning', title: 'Police protection: first warning',
  plain: 'Forty-eight of the 72 hours of police protection are gone: time to decide what follows, and to apply to court if it must be an order.',
  parameter: 'police-protection.warning', forewarns: 'police-protection/expiring',
})
