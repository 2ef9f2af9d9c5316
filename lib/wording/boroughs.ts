import { joined } from './lists'

/** The 32 boroughs, the City, and London's central teams, by code. */
export const BOROUGH_WORDS = {
  'barking-and-dagenham': 'Barking and Dagenham', 'barnet': 'Barnet', 'bexley': 'Bexley', 'brent': 'Brent', 'bromley': 'Bromley', 'camden': 'Camden',
  'city-of-london': 'City of London', 'croydon': 'Croydon', 'ealing': 'Ealing', 'enfield': 'Enfield', 'greenwich': 'Greenwich', 'hackney': 'Hackney',
  'hammersmith-and-fulham': 'Hammersmith and Fulham', 'haringey': 'Haringey', 'harrow': 'Harrow', 'havering': 'Havering', 'hillingdon': 'Hillingdon',
  'hounslow': 'Hounslow', 'islington': 'Islington', 'kensington-and-chelsea': 'Kensington and Chelsea', 'kingston-upon-thames': 'Kingston upon Thames',
  'lambeth': 'Lambeth', 'lewisham': 'Lewisham', 'merton': 'Merton', 'newham': 'Newham', 'redbridge': 'Redbridge',
  'richmond-upon-thames': 'Richmond upon Thames', 'southwark': 'Southwark', 'sutton': 'Sutton', 'tower-hamlets': 'Tower Hamlets',
  'waltham-forest': 'Waltham Forest', 'wandsworth': 'Wandsworth', 'westminster': 'Westminster',
} as const satisfies Record<string, string>

export type BoroughCode = keyof typeof BOROUGH_WORDS

/** 'Bromley', 'Tower Hamlets'; 'London' for the central teams; an unknown code is shown with capitals. */
export function boroughWords(code: string | null | undefined): string {
  if (!code) return 'not known'
  if (code === 'london') return 'London'
  return Object.hasOwn(BOROUGH_WORDS, code) ? BOROUGH_WORDS[code as BoroughCode] : code.split('-').map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join(' ')
}

/** 'Bromley, Camden and Ealing': each once, in the order of their names; '' of none. */
export const boroughsWords = (codes: readonly string[]): string => joined([...new Set(codes)].sort().map((code) => boroughWords(code)))
