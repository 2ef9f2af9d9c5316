import type { Actor } from '@/lib/access/actor'
import { readsRowsOf } from '@/lib/access/visibility'
import { agencyWords } from '@/lib/wording/agencies'
import { boroughsWords } from '@/lib/wording/boroughs'
import type { IndexCard, OpenMatter } from './card'

/** What other boroughs have open about a person, and whom to ask. */
export interface Elsewhere {
  /** Empty where nothing is, or where all of it is shown. */
  readonly matters: readonly OpenMatter[]
  /** How many of them are duties. */
  readonly duties: number
  /** 'Children's social care, Bromley and Camden'. */
  readonly ask: string
}

/**
 * What is open in boroughs whose rows this actor does not read, about somebody whose record opens: by kind and borough, as the index of all London has it
 * (domain/access.md, depth "index"). A page that listed what is owed within reach, and was silent of this, would say that nothing else is.
 */
export function elsewhereOf(actor: Actor, card: IndexCard): Elsewhere {
  const matters = card.open.filter((matter) => !readsRowsOf(actor, card.id, matter.borough))
  return {
    matters, duties: matters.reduce((sum, { kind, many }) => (kind === 'referral' || kind === 'contact' ? sum : sum + many), 0),
    ask: `${agencyWords('csc')}, ${boroughsWords(matters.map((matter) => matter.borough))}`,
  }
}
