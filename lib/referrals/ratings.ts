import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { readAs } from '@/lib/access/read-as'
import { packFor } from '@/lib/deadlines/pack-for'
import { durationWords } from '@/lib/policy/calendar/duration'
import { durationOf, packInForce, type Pack } from '@/lib/policy/packs'

export type RatingChoice = { readonly value: string; readonly label: string }

/** The ratings, each with the time it gives: a borough may have tightened it. Red runs on past closing time. */
export function ratingChoices(pack: Pack): RatingChoice[] {
  const within = (id: 'mash.decision.red' | 'mash.decision.amber' | 'mash.decision.green'): string => durationWords(durationOf(pack, id))
  return [
    { value: 'red', label: `Red, ${within('mash.decision.red')}, nights too` }, { value: 'amber', label: `Amber, ${within('mash.decision.amber')}` },
    { value: 'green', label: `Green, ${within('mash.decision.green')}` }, { value: 'blue', label: 'Blue, no time' },
  ]
}

/** The ratings of the one borough that this actor takes referrals for; London's own where there are several. */
export async function ratingsFor(actor: Actor, boroughs: readonly string[], now: Date): Promise<RatingChoice[]> {
  const [only, ...others] = boroughs
  if (only === undefined || others.length > 0) return ratingChoices(packInForce(now))
  return readAs(actor, async (tx) => ratingChoices(await packFor(tx, only, now)))
}
