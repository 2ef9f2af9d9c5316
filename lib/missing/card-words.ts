import { ageAt } from '@/lib/people/age'
import { boroughWords } from '@/lib/wording/boroughs'
import { flagWords, planWords } from '@/lib/wording/concerns'
import { counted } from '@/lib/wording/lists'
import { momentWords } from '@/lib/wording/london-words'
import type { CallCard } from './call-view'
import { ageOfCard, nameOfCard, type MissingCard } from './cards'

/** A row of `missing_cards` in words, nothing left empty: what nobody knows is said to be not known. */
export function cardWords(row: MissingCard, now: Date): CallCard {
  const years = ageAt(row, now)
  const times = [...timesAway(row.episodes_missing, 'missing'), ...timesAway(row.episodes_absent, 'absent')].join(', ')
  return {
    name: nameOfCard(row),
    age: ageOfCard(row, now), years,
    care: row.looked_after === true ? `Looked after${row.responsible_authority === null ? '' : ` by ${boroughWords(row.responsible_authority)}`}` : row.looked_after === false ? 'Not looked after' : 'Care not known',
    placement: row.placement, home: row.home_borough === null ? 'Home borough not known' : boroughWords(row.home_borough),
    plan: row.plan_category === null ? null : `Protection plan: ${planWords(row.plan_category).toLowerCase()}`,
    health: row.health ?? [], flags: row.flags.map((flag) => ({ words: flagWords(flag), grave: flag === 'cse-risk' })),
    formerFlags: row.former_flags.filter((flag) => !row.flags.includes(flag)).map((flag) => `${flagWords(flag)}: removed in the last 24 months`),
    episodes: row.episodes_missing + row.episodes_absent === 0 ? 'No earlier time away on record' : times, last: row.last_reported === null ? null : momentWords(row.last_reported, now),
    isOut: row.open_episode !== null, planVersion: row.plan_version,
  }
}

const timesAway = (many: number, as: string): string[] => (many === 0 ? [] : [`${counted(many, 'time')} ${as}`])
