import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { FormValues, type TypedValues } from '@/lib/forms/form-values'
import { findMatches, type PersonHit } from '@/lib/people/search'
import { boroughWords } from '@/lib/wording/boroughs'
import { flagWords } from '@/lib/wording/concerns'
import { joined } from '@/lib/wording/lists'

export interface Match {
  readonly id: string
  readonly label: string
  readonly sub: string
  readonly reasons: readonly string[]
}

/** Those on record who may be the person of one row of the form. `asked`: something was typed to look for. */
export interface Matches {
  readonly hits: readonly Match[]
  readonly asked: boolean
}

const LISTS = { children: 1, adults: 0, household: 0 } as const

/**
 * For each person typed into one list of the form so far, who is known already (name spelled otherwise, born near, same address) and what is open on
 * them. For the receiving worker only: a partner's form never asks. Masked people cannot be chosen here and are left out.
 */
export async function matchesFor(actor: Actor, typed: TypedValues, list: keyof typeof LISTS, now: Date): Promise<Matches[]> {
  const rows = new FormValues(typed).rows(list, LISTS[list], LISTS[list])
  const matches: Matches[] = []
  for (const row of rows) {
    const text = (name: string): string | null => row.text(name)?.trim() || null
    const age = Number(text('age') ?? '')
    const newcomer = {
      givenName: text('givenName'), familyName: text('familyName'), bornOn: row.date('bornOn', 'The date of birth') ?? null,
      age: text('age') === null || !Number.isInteger(age) ? null : age, postcode: text('postcode'), address: text('address'), telephone: text('telephone'),
    }
    const asked = Object.values(newcomer).some((value) => value !== null)
    matches.push({ asked, hits: asked ? (await findMatches(actor, newcomer, now)).flatMap(matchOf) : [] })
  }
  return matches
}

function matchOf({ card, reasons, confidence }: PersonHit): Match[] {
  if (card.masked) return []
  const open = card.open.length === 0 ? 'nothing open' : card.open.map((matter) => matter.words).join('; ')
  const where = card.homeBorough === null ? 'borough not known' : boroughWords(card.homeBorough)
  // Whoever takes a call reads the flags before choosing whom it is about.
  const flags = card.flags.length === 0 ? '' : `${joined(card.flags.map(flagWords))} · `
  return [{ id: card.id, label: `${card.name}, ${card.age}, ${where}`, sub: `${flags}${confidence === null ? '' : `${confidence} · `}${card.reference} · ${open}`, reasons }]
}
