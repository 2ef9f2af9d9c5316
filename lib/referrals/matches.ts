import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { FormValues, type TypedValues } from '@/lib/forms/form-values'
import { findMatches, type PersonHit } from '@/lib/people/search'
import { boroughWords } from '@/lib/wording/boroughs'

export interface Match {
  readonly id: string
  readonly label: string
  readonly sub: string
  readonly reasons: readonly string[]
}

/** Those on record who may be the child of one row of the form. */
export interface ChildMatches {
  readonly hits: readonly Match[]
}

/**
 * For each child typed so far, who is known already (name spelled otherwise, born near, same address) and what is open on
 * them. For the receiving worker only: a partner's form never asks. Masked people cannot be chosen here and are left out.
 */
export async function matchesFor(actor: Actor, typed: TypedValues, now: Date): Promise<ChildMatches[]> {
  const rows = new FormValues(typed).rows('children', 1, 1)
  const matches: ChildMatches[] = []
  for (const row of rows) {
    const text = (name: string): string | null => row.text(name)?.trim() || null
    const age = Number(text('age') ?? '')
    const newcomer = {
      givenName: text('givenName'), familyName: text('familyName'), bornOn: row.date('bornOn', 'The date of birth') ?? null,
      age: text('age') === null || !Number.isInteger(age) ? null : age, postcode: text('postcode'), address: text('address'), telephone: text('telephone'),
    }
    const hits = Object.values(newcomer).every((value) => value === null) ? [] : await findMatches(actor, newcomer, now)
    matches.push({ hits: hits.flatMap(matchOf) })
  }
  return matches
}

function matchOf({ card, reasons, confidence }: PersonHit): Match[] {
  if (card.masked) return []
  const open = card.open.length === 0 ? 'nothing open' : card.open.map((matter) => matter.words).join('; ')
  const where = card.homeBorough === null ? 'borough not known' : boroughWords(card.homeBorough)
  return [{ id: card.id, label: `${card.name}, ${card.age}, ${where}`, sub: `${confidence === null ? '' : `${confidence} · `}${card.reference} · ${open}`, reasons }]
}
