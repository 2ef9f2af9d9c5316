import type { SupervisionPage } from '@/lib/supervision/view'
import { LIST_WORDS, type ListWord } from '@/lib/wording/supervision'
import { Tabs } from '../ui/tabs'

const STANDING: readonly ListWord[] = ['unallocated', 'unseen', 'suspects', 'reviews', 'minutes', 'other-children', 'disputes']
const OF_THE_DAY: readonly ListWord[] = ['overdue', 'today', 'emergencies', 'handovers']

interface Props {
  readonly current: string
  readonly counts: SupervisionPage['counts']
  readonly borough: string | null
  /** How many discussions are late or due soon, where this page knows it. */
  readonly discussions?: number
}

const noteOf = ({ total, late }: { readonly total: number; readonly late: number }): string => (late === 0 ? String(total) : late === total ? `${total} late` : `${total}, ${late} late`)

/** The lists of the supervisor's board, each with how many stand on it: the discussions first, then what else is owed. */
export function BoardTabs({ current, counts, borough, discussions }: Props) {
  const query = borough === null ? '' : `?borough=${encodeURIComponent(borough)}`
  const tab = (list: ListWord) => ({ href: `/strategy/${list}${query}`, label: LIST_WORDS[list].tab, note: list === 'emergencies' ? String(counts[list].total) : noteOf(counts[list]) })
  const strategy = { href: `/strategy${query}`, label: 'Strategy discussions', ...(discussions === undefined ? {} : { note: String(discussions) }) }
  const here = `${current}${query}`
  // The lists of the day are the digest's: they stand here when one of them is open.
  const ofTheDay = OF_THE_DAY.some((list) => `/strategy/${list}` === current)
  return <Tabs label="The supervisor’s board" current={here} tabs={[strategy, ...STANDING.map(tab), ...(ofTheDay ? OF_THE_DAY.map(tab) : [])]} />
}
