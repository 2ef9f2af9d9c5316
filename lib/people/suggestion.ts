import { boroughsWords } from '@/lib/wording/boroughs'
import type { PersonHit } from './search'

/** One line under the box while somebody types: a name, who that is, and why. Of a restricted person nothing but that. */
export interface Suggestion {
  readonly id: string
  readonly name: string
  readonly sub: string
}

const PLAIN = ['same name', 'name spelled otherwise', 'name sounds alike', 'sounds alike']

export function suggestionOf({ card, reasons }: PersonHit): Suggestion {
  if (card.masked) return { id: card.id, name: card.name, sub: 'nothing more is shown' }
  const where = boroughsWords(card.boroughs)
  // That the name goes on from what is half typed needs no saying; another spelling, another name, a date or an address does.
  const why = reasons.filter((reason) => !PLAIN.includes(reason))
  return { id: card.id, name: card.name, sub: [card.age, card.reference, where, ...why].filter((part) => part !== '').join(' · ') }
}
