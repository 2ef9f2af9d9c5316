import 'server-only'
import type { ActContext } from '@/lib/acts/act'
import type { Tx } from '@/lib/platform/db'
import { isEmergency, type Emergency } from '@/lib/policy/emergency'
import type { EmergencyInput } from './input'

const live = (input: { readonly emergency: string | null }): boolean => isEmergency(input.emergency)

/** A live emergency stands as red, whatever rating was chosen beside it. */
export const ratedAs = <R extends string>(input: EmergencyInput & { readonly rag: R | null }): R | 'red' | null => (live(input) ? 'red' : input.rag)
export const urgencyOf = <U extends string>(input: EmergencyInput & { readonly urgency: U | null }): U | 'high' | null => (live(input) ? 'high' : input.urgency)

/** What the event says of it, in the policy's words. Null: absent, not known. */
export function emergencyBody(input: EmergencyInput): Record<string, unknown> {
  if (input.emergency === null) return {}
  const made = input.emergencyCall === 'made'
  return {
    emergency: input.emergency, live_emergency: live(input), recent: input.emergency === 'recent-rape' ? true : null,
    police_call: live(input) ? input.emergencyCall : null, call_reference: live(input) && made ? input.callReference : null,
    no_call_reason: live(input) && !made ? input.noCallWhy : null,
  }
}

/** Puts on the referral what `entryId` says of the emergency; what was said before stays in the chronology. */
export async function recordEmergency({ tx, actor, now }: ActContext, referralId: string, input: EmergencyInput, entryId: string): Promise<void> {
  const said = { kind: input.emergency ?? 'none', call: live(input) ? input.emergencyCall : null, entryId, recordedAt: now, recordedBy: actor.accountId }
  const { count } = await tx.referralEmergency.createMany({ data: [{ referralId, ...said }], skipDuplicates: true })
  if (count === 0) await tx.referralEmergency.updateMany({ where: { referralId }, data: said })
}

/** A live emergency as it stands. The words of the call are null where they do not open to the reader. */
export interface StandingEmergency {
  readonly kind: Emergency
  readonly called: boolean
  readonly reference: string | null
  readonly noCallWhy: string | null
}

/** The live emergencies among these referrals. The words come from the entries, so that the database decides who reads them. */
export async function emergenciesOf(tx: Tx, referralIds: readonly string[]): Promise<Map<string, StandingEmergency>> {
  const rows = referralIds.length === 0 ? [] : await tx.$queryRaw<{ id: string; kind: string; call: string | null; reference: string | null; why: string | null }[]>`
    SELECT m.referral_id AS id, m.kind, m.call, p.body ->> 'call_reference' AS reference, p.body ->> 'no_call_reason' AS why
    FROM referral_emergency m LEFT JOIN entry_payload p ON p.entry_id = m.entry_id
    WHERE m.referral_id = ANY (${[...referralIds]}::uuid[])`
  return new Map(rows.flatMap((row) => (isEmergency(row.kind) ? [[row.id, { kind: row.kind, called: row.call === 'made', reference: row.reference, noCallWhy: row.why }] as const] : [])))
}
