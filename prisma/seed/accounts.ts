import type { Rank, Role } from '@/lib/access/roles'
import type { DemonstrationAccount } from '@/lib/platform/serve/seed'
import { chance, idFrom } from './chance'
import { adultName, familyName } from './names'
import { ALL_BOROUGHS, caitOf, isShown, SHOWN_BOROUGHS, TEAMS, teamOf } from './teams'

/** One password for the whole demonstration. It opens invented data only; a real installation has none of these accounts. */
export const DEMONSTRATION_PASSWORD = 'lantern-wherry-osier-33'

export interface SeedAccount {
  readonly id: string
  readonly membershipId: string
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly rank: Rank | null
  readonly team: string
  /** Where the account is based; 'london' for the central teams. */
  readonly borough: string
}

const RANK_WORDS: Partial<Record<Rank, string>> = { constable: 'DC', sergeant: 'DS', inspector: 'DI', 'chief-inspector': 'DCI', superintendent: 'Supt' }

function account(local: string, role: Role, team: string, borough: string, rank: Rank | null = null): SeedAccount {
  const luck = chance(`account ${local}`)
  const name = `${adultName(luck, luck.once(0.5) ? 'female' : 'male')} ${familyName(luck)}`
  const title = rank === null ? undefined : RANK_WORDS[rank]
  return {
    id: idFrom(`account ${local}`), membershipId: idFrom(`membership ${local}`), email: `${local}@holdfast.invalid`,
    name: title === undefined ? name : `${title} ${name}`, role, rank, team, borough,
  }
}

/** Who keeps a borough's MASH going. */
const mash = (borough: string): SeedAccount[] => [
  account(`mash-officer.${borough}`, 'mash-officer', `mash-police-${borough}`, borough, 'sergeant'),
  account(`social-worker.${borough}`, 'mash-social-worker', `mash-csc-${borough}`, borough),
  account(`decision-maker.${borough}`, 'mash-decision-maker', `mash-csc-${borough}`, borough),
]

/** The other roles that work in a borough: a second decision maker for the second line, the partners, the chair. */
const rest = (borough: string): SeedAccount[] => [
  account(`second-mash-officer.${borough}`, 'mash-officer', `mash-police-${borough}`, borough, 'constable'),
  account(`second-decision-maker.${borough}`, 'mash-decision-maker', `mash-csc-${borough}`, borough),
  account(`emergency-duty.${borough}`, 'emergency-duty-worker', `edt-${borough}`, borough),
  account(`missing-persons.${borough}`, 'missing-persons-officer', `mpu-${borough}`, borough, 'constable'),
  account(`mase-chair.${borough}`, 'mase-chair', `mase-${borough}`, borough, 'inspector'),
  // Keeps the meeting, and may find herself in its chair: its record then waits for an exception and an inspector.
  account(`mase-sergeant.${borough}`, 'mase-chair', `mase-${borough}`, borough, 'sergeant'),
  account(`manager.${borough}`, 'borough-manager', `board-${borough}`, borough),
  account(`school.${borough}`, 'partner', `school-${borough}`, borough),
  account(`gp.${borough}`, 'partner', `gp-practice-${borough}`, borough),
  account(`housing.${borough}`, 'partner', `housing-${borough}`, borough),
  account(`youth-offending.${borough}`, 'partner', `youth-offending-${borough}`, borough),
  account(`probation.${borough}`, 'partner', `probation-${borough}`, borough),
  account(`voluntary.${borough}`, 'partner', `voluntary-${borough}`, borough),
]

const cait = (borough: string): SeedAccount[] => [
  account(`cait-supervisor.${borough}`, 'cait-supervisor', `cait-${borough}`, borough, 'inspector'),
  account(`cait-officer.${borough}`, 'cait-officer', `cait-${borough}`, borough, 'constable'),
]

const CENTRAL: readonly SeedAccount[] = [
  account('despatch', 'despatch-supervisor', 'despatch', 'london', 'sergeant'),
  account('exploitation-assessor', 'exploitation-assessor', 'exploitation-assessment', 'london', 'sergeant'),
  account('london-lead', 'london-lead', 'london-lead', 'london', 'superintendent'),
  account('auditor', 'auditor', 'inspection', 'london'),
  account('administrator', 'administrator', 'administration', 'london'),
]

const CAIT_BASES = TEAMS.filter((team) => team.kind === 'cait').flatMap((team) => team.boroughs.slice(0, 1))

/** The shown boroughs first, then the central teams, then the rest of London. */
export const ACCOUNTS: readonly SeedAccount[] = [
  ...SHOWN_BOROUGHS.flatMap((borough) => [...mash(borough), ...cait(borough), ...rest(borough)]),
  ...CENTRAL,
  ...ALL_BOROUGHS.filter((borough) => !isShown(borough)).flatMap((borough) => [...mash(borough), ...(CAIT_BASES.includes(borough) ? cait(borough) : [])]),
]

const byLocal = new Map(ACCOUNTS.map((one) => [one.email.slice(0, one.email.indexOf('@')), one]))

/** The account whose e-mail begins so. @throws Error when there is none. */
export function accountOf(local: string): SeedAccount {
  const found = byLocal.get(local)
  if (found === undefined) throw new Error(`the demonstration has no account ${local}`)
  return found
}

/** The supervisor of the child abuse investigation team that covers a borough. */
export const caitSupervisorOf = (borough: string): SeedAccount => accountOf(`cait-supervisor.${caitOf(borough).boroughs[0] ?? borough}`)
export const caitOfficerOf = (borough: string): SeedAccount => accountOf(`cait-officer.${caitOf(borough).boroughs[0] ?? borough}`)

/** As `npm run accounts` prints them and the start shows them. */
export function demonstrationAccounts(): DemonstrationAccount[] {
  return ACCOUNTS.map((one) => ({
    email: one.email, password: DEMONSTRATION_PASSWORD, name: one.name, role: one.role, agency: teamOf(one.team).agency, borough: one.borough,
  }))
}
