import { say } from './say'

export const ROLE_WORDS = {
  'mash-officer': 'MASH officer, police',
  'mash-social-worker': 'MASH social worker',
  'mash-decision-maker': 'MASH decision maker',
  'emergency-duty-worker': 'Emergency duty worker',
  'cait-officer': 'CAIT officer',
  'cait-supervisor': 'CAIT supervisor',
  'missing-persons-officer': 'Missing persons officer',
  'despatch-supervisor': 'Despatch supervisor',
  'exploitation-assessor': 'Exploitation assessor',
  'mase-chair': 'MASE chair',
  'borough-manager': 'Borough manager',
  'london-lead': 'London lead',
  'partner': 'Partner agency',
  'auditor': 'Auditor',
  'administrator': 'Administrator',
} as const satisfies Record<string, string>

export const RANK_WORDS = {
  'constable': 'PC', 'detective-constable': 'DC', 'sergeant': 'Sgt', 'detective-sergeant': 'DS', 'inspector': 'Insp', 'detective-inspector': 'DI',
  'chief-inspector': 'Ch Insp', 'detective-chief-inspector': 'DCI', 'superintendent': 'Supt', 'detective-superintendent': 'Det Supt', 'chief-superintendent': 'Ch Supt',
} as const satisfies Record<string, string>

export const roleWords = (role: string | null | undefined): string => say(ROLE_WORDS, role)

/** 'Sgt Imani Okafor-Reed'; the name alone where there is no rank. */
export const rankedName = (name: string, rank: string | null | undefined): string => (rank ? `${say(RANK_WORDS, rank)} ${name}` : name)
