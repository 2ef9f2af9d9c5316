import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Act } from '@/lib/acts/act'
import { conflict, invalid, notFound } from '@/lib/acts/outcome'
import { OVERLAY } from '@/lib/deadlines/pack-for'
import { addDays, endOfLondonDay, londonDate, plainDate, readPlainDate, startOfLondonDay, type PlainDate } from '@/lib/policy/calendar/london'
import { LoosensPolicy, packInForce, packNamed, packNames, withOverlay, type Adoption, type Overlay, type Pack } from '@/lib/policy/packs'
import { borough, id, text } from '@/lib/referrals/input'
import { boroughName } from '@/lib/referrals/boroughs'
import { bornWords } from '@/lib/wording/london-words'
import type { Tx } from '@/lib/platform/db'
import { overlayRow, parameterWords, unknownWords, valueWords, type OverlayValue } from '../overlay-input'
import { asAdministrator } from '../who-may'
import { note } from './accounts'

export const boroughPage = (code: string): string => `/admin/boroughs/${code}`
/** Keeps the pack that is followed and changes only the borough's own values. */
export const KEEP = 'keep'

export interface StoredAdoption extends Adoption {
  readonly id: string
  readonly overlay: Overlay | null
}

/** What a borough adopted and did not take back, oldest first. */
export async function adoptionsOf(tx: Tx, code: string): Promise<StoredAdoption[]> {
  const rows = await tx.policyAdoption.findMany({ where: { borough: code, withdrawnAt: null }, orderBy: { from: 'asc' } })
  return rows.map((row) => ({ id: row.id, packId: row.packId, from: plainDate(row.from.toISOString().slice(0, 10)), overlay: OVERLAY.parse(row.overlay) }))
}

const adoptInput = z.object({
  borough,
  pack: z.string({ error: 'Choose a pack' }).refine((name) => name === KEEP || packNames().includes(name), 'Choose a pack'),
  from: z.string({ error: 'Enter the day from which it is followed' }).trim().transform((value, context): PlainDate => {
    const date = readPlainDate(value)
    if (date !== null) return date
    context.addIssue({ code: 'custom', message: value === '' ? 'Enter the day from which it is followed' : 'Enter a day that exists' })
    return z.NEVER
  }),
  reason: text(500, 'Say why, and under whose decision'),
  values: z.array(overlayRow).max(40, 'At most 40 values of a borough’s own').default([]),
})

/**
 * What a borough follows from a day to come: a pack, and values of its own that can only be tighter. A pack judges nothing that
 * was before it, so its first day is tomorrow at the earliest.
 */
export const adoptPolicy: Act<typeof adoptInput> = {
  name: 'adopt-policy', right: 'set-policy', input: adoptInput,
  async run(context, input) {
    const { tx, now, actor } = context
    asAdministrator(context, [input.borough])
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`policy ${input.borough}`}))`
    const today = londonDate(now)
    if (input.from <= today) throw invalid('from', 'This would judge what was done before it was adopted: choose tomorrow or later')
    if (input.from > addDays(today, 731)) throw invalid('from', 'Choose a day within two years')
    const before = await adoptionsOf(tx, input.borough)
    const later = before.find((one) => one.from >= input.from)
    if (later !== undefined) throw invalid('from', `Something else is to be followed from ${bornWords(later.from)}: take that back first`)
    const packId = input.pack === KEEP ? before.at(-1)?.packId ?? packNames()[0] ?? '' : input.pack
    if (packNamed(packId).from > input.from) throw invalid('from', `This pack begins on ${bornWords(packNamed(packId).from)}`)
    const base = packInForce(startOfLondonDay(input.from), [...before, { packId, from: input.from }])
    const values: Record<string, OverlayValue> = {}
    for (const [index, row] of input.values.entries()) {
      if (row === null) continue
      if (Object.hasOwn(values, row.parameter)) throw invalid(`values.${index}.parameter`, 'This value stands in an earlier line: keep one of them')
      const unknown = unknownWords(base, row.parameter, row.value)
      if (unknown.length > 0) throw invalid(`values.${index}.amount`, `Nobody is "${unknown.join(', ')}": use the words of the list`)
      const loose = loosens(base, row.parameter, row.value)
      if (loose !== null) {
        context.refuse([{
          rule: 'overlay-only-tightens', clause: base.parameters[row.parameter].clause, field: `values.${index}.amount`,
          says: `${parameterWords(base, row.parameter)}: ${valueWords(row.value)} would loosen ${valueWords(base.parameters[row.parameter].value)}.`,
          wayForward: `Keep ${valueWords(base.parameters[row.parameter].value)} by leaving the line out, or enter something tighter. Another rule for all of London is another pack, not a borough’s own value.`,
        }], { borough: input.borough, subjects: [] })
      }
      values[row.parameter] = row.value
    }
    const overlay: Overlay | null = Object.keys(values).length === 0 ? null : { id: input.borough, version: input.from, values }
    const adoptionId = randomUUID()
    const kept = overlay === null ? 'null' : JSON.stringify(overlay)
    await tx.$executeRaw`INSERT INTO policy_adoption (id, borough, from_date, pack_id, overlay, reason, adopted_at, adopted_by)
      VALUES (${adoptionId}::uuid, ${input.borough}, ${input.from}::date, ${packId}, ${kept}::jsonb, ${input.reason}, ${now}::timestamptz, ${actor.accountId}::uuid)`
    const own = Object.keys(values).length
    note(context, 'policy-changed', `${boroughName(input.borough)} follows ${base.title} from ${bornWords(input.from)}${own === 0 ? '' : `, with ${own} tighter ${own === 1 ? 'value' : 'values'} of its own`}`, {
      borough: input.borough, change: 'adopted', adoption: adoptionId, pack: packId, from: input.from, overlay: values, reason: input.reason,
    })
    return { goTo: boroughPage(input.borough), says: `${boroughName(input.borough)} follows this from ${bornWords(input.from)}. Nothing before that day is judged by it.`, ids: { adoptionId } }
  },
}

function loosens(base: Pack, parameter: string, value: OverlayValue): LoosensPolicy | null {
  try {
    withOverlay(base, { id: 'asked', version: '1', values: { [parameter]: value } })
    return null
  } catch (error) {
    if (error instanceof LoosensPolicy) return error
    throw error
  }
}

const withdrawInput = z.object({ adoptionId: id, reason: text(500, 'Say why') })

/** Takes back what has not begun. What has begun is ended by adopting something else from a day to come. */
export const withdrawAdoption: Act<typeof withdrawInput> = {
  name: 'withdraw-adoption', right: 'set-policy', input: withdrawInput,
  async run(context, { adoptionId, reason }) {
    const { tx, now, actor } = context
    const row = await tx.policyAdoption.findUnique({ where: { id: adoptionId } })
    if (row === null) throw notFound()
    asAdministrator(context, [row.borough])
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`policy ${row.borough}`}))`
    const from = plainDate(row.from.toISOString().slice(0, 10))
    if (from <= londonDate(now)) throw conflict('This is followed already: adopt something else from a day to come.')
    const standing = await adoptionsOf(tx, row.borough)
    if (standing.at(-1)?.id !== adoptionId && standing.some((one) => one.id === adoptionId)) throw conflict('Something later was adopted upon it: take that back first.')
    const { count } = await tx.policyAdoption.updateMany({ where: { id: adoptionId, withdrawnAt: null }, data: { withdrawnAt: now, withdrawnBy: actor.accountId } })
    if (count === 0) throw conflict('This was taken back already.')
    note(context, 'policy-changed', `${boroughName(row.borough)} takes back what it was to follow from ${bornWords(from)}`, { borough: row.borough, change: 'withdrawn', adoption: adoptionId, reason })
    return { goTo: boroughPage(row.borough), says: 'It is taken back: the borough goes on as before.', ids: { adoptionId } }
  },
}

/** Tomorrow in London: the first day that can be chosen. */
export const firstDay = (now: Date): PlainDate => londonDate(endOfLondonDay(londonDate(now)))
