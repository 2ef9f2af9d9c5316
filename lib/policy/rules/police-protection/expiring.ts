import { protectionStage } from './stage'

/** s46-72h: the last warning, twelve hours before the end, a default. */
export const protectionExpiring = protectionStage({
  id: 'police-protection/expiring', basis: 'last-warning', title: 'Police protection: last warning',
  plain: 'Twelve hours are left of the 72 hours of police protection. After them nobody may keep the child under it.',
  parameter: 'police-protection.last-warning', forewarns: 'police-protection/expiry',
})
