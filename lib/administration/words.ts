/** What the administrator's acts ask for, in words. */
export const TEAM_KINDS = {
  mash: 'MASH', assessment: 'Referral and assessment', cait: 'Child abuse investigation', mpu: 'Missing persons', edt: 'Emergency duty', mase: 'MASE',
  management: 'Management', partner: 'Partner', central: 'Central',
} as const
export type TeamKind = keyof typeof TEAM_KINDS
export const TEAM_KIND_CODES = Object.keys(TEAM_KINDS) as [TeamKind, ...TeamKind[]]

export const PERSON_RANKS = {
  constable: 'Constable', sergeant: 'Sergeant', inspector: 'Inspector', 'chief-inspector': 'Chief inspector', superintendent: 'Superintendent',
  'chief-superintendent': 'Chief superintendent', commander: 'Commander',
} as const
