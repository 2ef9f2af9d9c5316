import type { Agency } from '@/lib/access/roles'
import { BOROUGH_WORDS, boroughWords, type BoroughCode } from '@/lib/wording/boroughs'
import { idFrom } from './chance'

export interface SeedTeam {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly agency: Agency
  readonly kind: string
  /** The first is where the team is based; empty is London-wide. */
  readonly boroughs: readonly string[]
}

export const ALL_BOROUGHS = Object.keys(BOROUGH_WORDS) as BoroughCode[]
/** Boroughs with an account for every role that works in a borough. */
export const SHOWN_BOROUGHS = ['bromley', 'lewisham', 'tower-hamlets'] as const satisfies readonly BoroughCode[]
export const isShown = (borough: string): boolean => (SHOWN_BOROUGHS as readonly string[]).includes(borough)

/** Child abuse investigation teams cover several boroughs each. The City has its own police and its own. */
const CAIT: readonly (readonly [BoroughCode, ...BoroughCode[]])[] = [
  ['bromley', 'bexley', 'greenwich'], ['lewisham', 'southwark', 'lambeth'], ['tower-hamlets', 'newham', 'hackney'],
  ['croydon', 'sutton', 'merton'], ['wandsworth', 'kingston-upon-thames', 'richmond-upon-thames'], ['hounslow', 'hillingdon', 'ealing'],
  ['brent', 'harrow', 'barnet'], ['camden', 'islington', 'westminster'], ['kensington-and-chelsea', 'hammersmith-and-fulham'],
  ['haringey', 'enfield', 'waltham-forest'], ['redbridge', 'havering', 'barking-and-dagenham'], ['city-of-london'],
]

const team = (code: string, name: string, agency: Agency, kind: string, boroughs: readonly string[]): SeedTeam =>
  ({ id: idFrom(`team ${code}`), code, name, agency, kind, boroughs })

const PARTNERS: readonly { readonly kind: string; readonly agency: Agency; readonly name: (borough: string) => string }[] = [
  { kind: 'school', agency: 'education', name: (borough) => `Lantern Road School, ${borough}` },
  { kind: 'gp-practice', agency: 'health', name: (borough) => `Osier Walk Surgery, ${borough}` },
  { kind: 'housing', agency: 'housing', name: (borough) => `${borough} Housing Service` },
  { kind: 'youth-offending', agency: 'youth-offending', name: (borough) => `${borough} Youth Offending Team` },
  { kind: 'probation', agency: 'probation', name: (borough) => `Probation, ${borough}` },
  { kind: 'voluntary', agency: 'voluntary', name: (borough) => `Wherry Lane Young People’s Project, ${borough}` },
]

export const TEAMS: readonly SeedTeam[] = [
  ...ALL_BOROUGHS.flatMap((code) => {
    const name = boroughWords(code)
    return [
      team(`mash-police-${code}`, `${name} MASH, police`, 'police', 'mash', [code]),
      team(`mash-csc-${code}`, `${name} MASH, children’s social care`, 'csc', 'mash', [code]),
      team(`assessment-${code}`, `${name} Referral and Assessment`, 'csc', 'assessment', [code]),
      team(`mpu-${code}`, `${name} Missing Persons Unit`, 'police', 'mpu', [code]),
    ]
  }),
  ...CAIT.map((boroughs) => team(`cait-${boroughs[0]}`, `Child Abuse Investigation Team, ${boroughs.map(boroughWords).join(', ')}`, 'police', 'cait', boroughs)),
  ...SHOWN_BOROUGHS.flatMap((code) => {
    const name = boroughWords(code)
    return [
      team(`edt-${code}`, `${name} Emergency Duty Team`, 'csc', 'edt', [code]),
      team(`mase-${code}`, `${name} MASE`, 'police', 'mase', [code]),
      team(`board-${code}`, `${name} Safeguarding`, 'csc', 'management', [code]),
      ...PARTNERS.map((partner) => team(`${partner.kind}-${code}`, partner.name(name), partner.agency, 'partner', [code])),
    ]
  }),
  team('despatch', 'Central Despatch', 'police', 'central', []),
  team('exploitation-assessment', 'Exploitation Assessment Team', 'police', 'central', []),
  team('london-lead', 'London Safeguarding Lead', 'police', 'central', []),
  team('inspection', 'Inspection and Audit', 'other', 'central', []),
  team('administration', 'Holdfast Administration', 'other', 'central', []),
]

const byCode = new Map(TEAMS.map((one) => [one.code, one]))

/** @throws Error for a team that the demonstration does not have. */
export function teamOf(code: string): SeedTeam {
  const found = byCode.get(code)
  if (found === undefined) throw new Error(`the demonstration has no team ${code}`)
  return found
}

/** The child abuse investigation team that covers a borough. */
export function caitOf(borough: string): SeedTeam {
  const found = TEAMS.find((one) => one.kind === 'cait' && one.boroughs.includes(borough))
  if (found === undefined) throw new Error(`no child abuse investigation team covers ${borough}`)
  return found
}
