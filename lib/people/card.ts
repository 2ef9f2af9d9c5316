import { plainDate, londonDate } from '@/lib/policy/calendar/london'
import { statedAgeWords, ageWords } from '@/lib/wording/ages'
import { agencyWords } from '@/lib/wording/agencies'
import { boroughWords } from '@/lib/wording/boroughs'
import { dutyWords } from '@/lib/wording/duties'
import { counted } from '@/lib/wording/lists'
import { ageAt } from './age'
import { personName } from './person-name'

/** Something open about a person, by kind and borough, and nothing of what it says. */
export interface OpenMatter {
  /** 'referral', 'contact' or an alert of the ledger of deadlines. */
  readonly kind: string
  /** As whom the person is in it: child, parent, suspect, other. */
  readonly role: string
  readonly borough: string
  readonly many: number
  /** 'Referral in Bromley', '2 of: Strategy discussion, Bromley'. */
  readonly words: string
}

/** The index of a person: what is known to exist, to everybody who triages in London. */
export interface IndexCard {
  readonly id: string
  readonly masked: false
  readonly restricted: boolean
  readonly name: string
  readonly reference: string
  /** '14', '5 weeks', 'about 14', 'age not known', 'unborn'. */
  readonly age: string
  /** Whole years, or null. */
  readonly years: number | null
  readonly homeBorough: string | null
  readonly lookedAfter: boolean | null
  readonly responsibleAuthority: string | null
  readonly planCategory: string | null
  readonly lead: string | null
  /** Boroughs that know the person. */
  readonly boroughs: readonly string[]
  readonly flags: readonly string[]
  readonly personOfConcern: boolean
  /** The record of the same person that goes on, where this one was found to be of somebody known. */
  readonly matchedTo: string | null
  readonly open: readonly OpenMatter[]
}

/** A restricted person: that there is one, and the way to ask. */
export interface MaskedCard {
  readonly id: string
  readonly masked: true
  readonly name: 'Restricted person'
}

export type PersonCard = IndexCard | MaskedCard

/** A card as the functions of holdfast_search give it. */
export interface RawCard {
  readonly id: string
  readonly restricted: boolean
  readonly reference?: string
  readonly given_name?: string | null
  readonly family_name?: string | null
  readonly description?: string | null
  readonly born_on?: string | null
  readonly age_stated?: number | null
  readonly age_stated_on?: string | null
  readonly unborn?: boolean
  readonly home_borough?: string | null
  readonly looked_after?: boolean | null
  readonly responsible_authority?: string | null
  readonly plan_category?: string | null
  readonly lead_name?: string | null
  readonly boroughs?: readonly string[]
  readonly flags?: readonly string[]
  readonly person_of_concern?: boolean
  readonly matched_to?: string | null
  readonly open?: readonly { kind: string; role: string; borough: string; many: number }[]
}

export function cardOf(raw: RawCard, now: Date): PersonCard {
  // No reference: the function gave nothing of the person, so there is nothing to show.
  if (raw.reference === undefined) return { id: raw.id, masked: true, name: 'Restricted person' }
  const day = (text: string | null | undefined): Date | null => (text ? new Date(`${text}T00:00:00Z`) : null)
  const years = ageAt({ born_on: day(raw.born_on), age_stated: raw.age_stated ?? null, age_stated_on: day(raw.age_stated_on) }, now)
  return {
    id: raw.id, masked: false, restricted: raw.restricted, reference: raw.reference,
    name: personName({ givenName: raw.given_name ?? null, familyName: raw.family_name ?? null, description: raw.description ?? null }).name,
    age: raw.born_on ? ageWords(plainDate(raw.born_on), londonDate(now)) : raw.unborn === true ? 'unborn' : statedAgeWords(years),
    years, homeBorough: raw.home_borough ?? null, lookedAfter: raw.looked_after ?? null, responsibleAuthority: raw.responsible_authority ?? null,
    planCategory: raw.plan_category ?? null, lead: raw.lead_name ?? null, boroughs: raw.boroughs ?? [], flags: raw.flags ?? [],
    personOfConcern: raw.person_of_concern ?? false, matchedTo: raw.matched_to ?? null, open: (raw.open ?? []).map((matter) => ({ ...matter, words: openWords(matter) })),
  }
}

function openWords({ kind, role, borough, many }: { kind: string; role: string; borough: string; many: number }): string {
  const place = boroughWords(borough)
  if (kind !== 'referral' && kind !== 'contact') return many === 1 ? `${dutyWords(kind)}, ${place}` : `${dutyWords(kind)} (${many}), ${place}`
  const as = role === 'child' ? '' : `, named as ${role === 'other' ? 'an adult' : role}`
  return `${many === 1 ? (kind === 'contact' ? 'Contact' : 'Referral') : counted(many, kind)} in ${place}${as}`
}

/** 'Bromley (London Borough of …)': whom to ask first about somebody whose record is not open. */
export const ringWords = (card: IndexCard): string =>
  card.lead ?? (card.homeBorough === null ? 'No lead is named' : `${agencyWords('csc')}, ${boroughWords(card.homeBorough)}`)
