import type { Actor } from '@/lib/access/actor'
import { BOROUGH_CODES } from './boroughs'
import { boroughWords } from '@/lib/wording/boroughs'

export interface TakingAs {
  /** A receiving worker looks among the people known; a partner is never shown a match. */
  readonly worker: boolean
  readonly partnerAgency: string | null
  readonly boroughs: readonly { readonly value: string; readonly label: string }[]
}

/** As whom this actor takes a referral: only somebody who is nothing but a partner refers as one. */
export function takingAs(actor: Actor): TakingAs {
  const worker = actor.memberships.some((membership) => membership.role !== 'partner')
  const own = [...new Set(actor.memberships.flatMap((membership) => membership.boroughs))]
  const codes = own.length === 0 || !worker && own.length > 1 ? BOROUGH_CODES : own
  return {
    worker, partnerAgency: worker ? null : actor.memberships[0]?.agency ?? 'other',
    boroughs: codes.map((code) => ({ value: code, label: boroughWords(code) })),
  }
}
