import 'server-only'
import { randomUUID } from 'node:crypto'
import type { ActContext } from '@/lib/acts/act'
import { invalid } from '@/lib/acts/outcome'
import { takeIn } from '@/lib/referrals/take-referral'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { referralInput } from '@/lib/referrals/input'
import { ledgerOf } from '@/lib/people/standing'

/** What a child told of harm, as the policy reads it: a concern that reaches the threshold starts the strategy discussion by itself. */
export interface Told {
  readonly said: string | null
  readonly concern: string | null
  readonly indicators: readonly string[]
  readonly suspect: string | null
}
export const toldBody = (told: Told): Record<string, unknown> => ({ disclosure: told.said, concern: told.concern, indicators: told.indicators, suspect: told.suspect })

export interface Companion { readonly name: string; readonly about: string | null; readonly grown: boolean | null }
export const companyWords = (company: readonly Companion[]): string | null => (company.length === 0 ? null : company.map(({ name }) => name).join('; '))

/** Whoever the child was found with, by name, on the entry that tells of it: the next time they are looked for there. */
export async function nameCompany(context: ActContext, episode: { readonly id: string; readonly personId: string; readonly borough: string }, entryId: string, company: readonly Companion[], at: Date): Promise<void> {
  if (company.length === 0) return
  await context.tx.foundWith.createMany({ data: company.map((one) => ({ id: randomUUID(), episodeId: episode.id, personId: episode.personId, borough: episode.borough, entryId, ...one, at })) })
}

/** Not ahead of now, and not before the child was back. */
export function afterReturn(context: ActContext, field: string, at: Date, returnedAt: Date): void {
  if (at.getTime() > context.now.getTime()) throw invalid(field, 'This is in the future: enter when it happened')
  if (at.getTime() < returnedAt.getTime()) throw invalid(field, 'This is before the child was back: read the date again')
}

/**
 * mis-debrief-refer: what was said or shown on return becomes a referral to children's social care of the child's home borough, with those
 * the child was found with. It tells again of what the debrief put on record, so that one concern starts one clock.
 */
export async function referToSocialCare(context: ActContext, episode: { readonly personId: string; readonly borough: string; readonly reference: string }, told: Told, what: string, company: readonly Companion[]): Promise<string> {
  const home = await ledgerOf(context.tx, episode.personId)
  const result = await takeIn(context, referralInput.parse({
    form: 'referral', borough: BOROUGH_CODES.includes(home) ? home : episode.borough, fromAgency: 'police', fromWords: 'police', channel: 'police-system', toAgency: 'csc', theirReference: episode.reference,
    children: [{ personId: episode.personId }], concern: told.concern, indicators: [...told.indicators], suspect: told.suspect, narrative: what, urgency: '', receivedAt: context.now, toldBefore: 'yes',
    adults: company.filter((one) => one.grown !== false).map((one) => ({ givenName: null, familyName: null, description: [one.name, one.about].filter(Boolean).join(', '), role: 'other', relationship: 'Found with the child' })),
  }))
  return result.ids['referralId'] ?? ''
}
