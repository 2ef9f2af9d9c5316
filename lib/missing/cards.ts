import 'server-only'
import { ageAt } from '@/lib/people/age'
import type { PersonCard } from '@/lib/people/card'
import { personName } from '@/lib/people/person-name'
import type { Tx } from '@/lib/platform/db'
import { londonDate, plainDate } from '@/lib/policy/calendar/london'
import { ageWords, statedAgeWords } from '@/lib/wording/ages'
import { flagWords, planWords } from '@/lib/wording/concerns'
import type { MissingChild } from './board-view'

/** A row of `missing_cards`: what whoever looks for a child must know of it at once, and no more. */
export interface MissingCard {
  readonly person_id: string
  readonly given_name: string | null
  readonly family_name: string | null
  readonly born_on: Date | null
  readonly age_stated: number | null
  readonly age_stated_on: Date | null
  readonly looked_after: boolean | null
  readonly responsible_authority: string | null
  readonly plan_category: string | null
  readonly placement: string | null
  readonly health: readonly string[] | null
  readonly home_borough: string | null
  readonly flags: readonly string[]
  readonly former_flags: readonly string[]
  readonly episodes_missing: number
  readonly episodes_absent: number
  readonly last_reported: Date | null
  readonly open_episode: string | null
  readonly plan_version: number | null
}

export async function missingCards(tx: Tx, people: readonly string[], now: Date): Promise<Map<string, MissingCard>> {
  const ids = [...new Set(people)]
  const rows = ids.length === 0 ? [] : await tx.$queryRaw<MissingCard[]>`SELECT * FROM missing_cards(${ids}::uuid[], ${now}::timestamptz)`
  return new Map(rows.map((row) => [row.person_id, row]))
}

export const nameOfCard = (card: MissingCard): string => personName({ givenName: card.given_name, familyName: card.family_name, description: null }).name

export const ageOfCard = (card: MissingCard, now: Date): string =>
  (card.born_on === null ? statedAgeWords(ageAt(card, now)) : ageWords(plainDate(card.born_on.toISOString().slice(0, 10)), londonDate(now)))

export function childOfCard(card: MissingCard, now: Date): MissingChild {
  const times = card.episodes_missing + card.episodes_absent
  return {
    id: card.person_id, name: nameOfCard(card), age: ageOfCard(card, now), masked: false,
    flags: [
      ...card.flags.map((flag) => ({ words: flagWords(flag), tone: flag === 'cse-risk' ? 'solid' as const : 'plum' as const })),
      ...card.former_flags.filter((flag) => !card.flags.includes(flag)).map((flag) => ({ words: `${flagWords(flag)}, removed within two years`, tone: 'amber' as const })),
      ...(card.plan_category === null ? [] : [{ words: `Protection plan: ${planWords(card.plan_category).toLowerCase()}`, tone: 'plum' as const }]),
      ...(card.looked_after === true ? [{ words: 'Looked after', tone: 'plum' as const }] : []),
      ...(times > 1 ? [{ words: `${times} times away`, tone: 'amber' as const }] : []),
    ],
  }
}

export const MASKED = (id: string): MissingChild => ({ id, name: personName(null).name, age: null, masked: true, flags: [] })

export function childOfIndex(id: string, card: PersonCard | undefined): MissingChild {
  if (card === undefined || card.masked) return MASKED(id)
  return { id, name: card.name, age: card.age, masked: false, flags: card.flags.map((flag) => ({ words: flagWords(flag), tone: flag === 'cse-risk' ? 'solid' as const : 'plum' as const })) }
}
