import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { linesOf, mergeLines } from '@/components/meeting-room/merge'
import type { Act, ActContext } from '@/lib/acts/act'
import { invalid } from '@/lib/acts/outcome'
import { id } from '@/lib/referrals/input'
import { joined } from '@/lib/wording/lists'
import { MINUTE_FIELDS, type MinuteField } from '../../kind'
import { FIELD_WORDS } from '../words'
import { itemInSession } from '../find-item'

/** Lines are compared with lines: without a bound, one field of empty lines would keep the server busy for everybody. */
export const MOST_SIGNS = 30_000
export const MOST_LINES = 1_000

const input = z.object({
  itemId: id,
  fields: z.array(z.object({
    field: z.enum(MINUTE_FIELDS, { error: 'There is no such field' }),
    /** The version it was typed upon; 0 where nothing stood. */
    base: z.coerce.number({ error: 'Open the page again' }).int('Open the page again').min(0, 'Open the page again'),
    /** As typed: a space at the end is where somebody goes on. Signs that cannot be kept are left out, so that they cost nobody a sentence. */
    text: z.string({ error: 'Enter text' }).transform((typed) => typed.replaceAll('\r\n', '\n').replaceAll('\u0000', '').toWellFormed())
      .refine((typed) => typed.length <= MOST_SIGNS, `Use at most ${MOST_SIGNS} characters`).refine((typed) => linesOf(typed).length <= MOST_LINES, `Use at most ${MOST_LINES} lines`),
  })).min(1, 'Nothing was typed').max(MINUTE_FIELDS.length, 'Too many fields'),
})

interface Saved {
  readonly version: number
  /** Who wrote there since the version it was typed upon. */
  readonly beside: readonly string[]
}

/**
 * Keeps what was typed into an item: each field a new version upon the one it was typed upon. Where somebody else has written since, both
 * texts are put together line by line, and nothing of either is lost (lib/decisions/meeting-room.md).
 */
export const saveMinute: Act<typeof input> = {
  name: 'save-minute',
  right: 'convene-map',
  input,
  async run(context, { itemId, fields }) {
    const { item, call, kind } = await itemInSession(context, itemId)
    const saved = new Map<MinuteField, Saved>()
    // Always in one order, so that two who save the same fields wait for each other in no ring.
    for (const field of MINUTE_FIELDS) {
      const typed = fields.find((one) => one.field === field)
      if (typed !== undefined) saved.set(field, await saveField(context, item.id, typed))
    }
    const both = [...saved].filter(([, one]) => one.beside.length > 0)
    return {
      goTo: `${kind.path}/${call.id}/room?item=${item.id}`,
      says: both.length === 0 ? 'Saved.' : `Saved. ${both.map(([field, one]) => `${joined(one.beside)} wrote in “${FIELD_WORDS[field]}” at the same time: both stand.`).join(' ')}`,
      ids: Object.fromEntries([...saved].flatMap(([field, one]) => [[field, String(one.version)], ...(one.beside.length === 0 ? [] : [[`${field}-beside`, joined(one.beside)]])])),
    }
  },
}

/** Gives the version that stands. A text that is the one it was typed upon changes nothing, whatever was written since. */
async function saveField({ tx, actor, now }: ActContext, itemId: string, typed: { field: MinuteField; base: number; text: string }): Promise<Saved> {
  const { field, base, text } = typed
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`minute:${itemId}:${field}`}))`
  const last = await tx.itemMinute.findFirst({ where: { itemId, field }, orderBy: { version: 'desc' }, select: { version: true, text: true } })
  const version = last?.version ?? 0
  if (base > version) throw invalid(field, 'This was typed upon a version that is not there: open the page again')
  const upon = base === version ? last : base === 0 ? null : await tx.itemMinute.findFirst({ where: { itemId, field, version: base }, select: { version: true, text: true } })
  if (text === (upon?.text ?? '')) return { version, beside: [] }
  const merged = mergeLines(upon?.text ?? '', last?.text ?? '', text)
  // Sent again after an answer that never arrived: it stands already.
  if (merged.text === (last?.text ?? '')) return { version, beside: [] }
  if (merged.text.length > MOST_SIGNS || linesOf(merged.text).length > MOST_LINES) throw invalid(field, 'Together with what somebody else wrote this is too long: shorten it')
  const others = base === version ? [] : await tx.itemMinute.findMany({ where: { itemId, field, version: { gt: base }, by: { not: actor.accountId } }, distinct: ['by'], select: { by: true } })
  const names = others.length === 0 ? [] : await tx.account.findMany({ where: { id: { in: others.map((one) => one.by) } }, orderBy: { name: 'asc' }, select: { name: true } })
  await tx.itemMinute.createMany({ data: [{ id: randomUUID(), itemId, field, version: version + 1, base, text: merged.text, by: actor.accountId, at: now }] })
  return { version: version + 1, beside: names.map((one) => one.name) }
}
