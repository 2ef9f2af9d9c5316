import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { MINUTE_FIELDS, type MinuteField } from '../kind'

/** What stands in the fields of an item: the last version of each. */
export type Minutes = Readonly<Partial<Record<MinuteField, { readonly text: string; readonly version: number; readonly base: number; readonly by: string; readonly at: Date }>>>

/** The last version of every field of these items, by item, as far as they open to the reader. */
export async function minutesOf(tx: Tx, itemIds: readonly string[]): Promise<(itemId: string) => Minutes> {
  // The last one of each by the index, not every version: a long meeting has hundreds, and each row that is looked at is asked whether it opens.
  const rows = itemIds.length === 0 ? [] : await tx.$queryRaw<{ item_id: string; field: MinuteField; text: string; version: number; base: number; by: string; at: Date }[]>`
    SELECT last.* FROM unnest(${[...itemIds]}::uuid[]) AS i (id) CROSS JOIN unnest(${[...MINUTE_FIELDS]}::text[]) AS f (name)
    CROSS JOIN LATERAL (SELECT item_id, field, text, version, base, by, at FROM item_minute WHERE item_id = i.id AND field = f.name ORDER BY version DESC LIMIT 1) last`
  return (itemId) => Object.fromEntries(rows.filter((row) => row.item_id === itemId).map(({ field, text, version, base, by, at }) => [field, { text, version, base, by, at }]))
}

/** The last word on each option of an item. */
export interface Considered {
  readonly option: string
  readonly used: boolean
  readonly why: string
}

export async function optionsConsidered(tx: Tx, itemIds: readonly string[]): Promise<(itemId: string) => Considered[]> {
  const rows = itemIds.length === 0 ? [] : await tx.$queryRaw<({ item_id: string } & Considered)[]>`
    SELECT DISTINCT ON (item_id, option) item_id, option, used, why FROM item_option WHERE item_id = ANY (${[...itemIds]}::uuid[]) ORDER BY item_id, option, at DESC, id`
  return (itemId) => rows.filter((row) => row.item_id === itemId).map(({ option, used, why }) => ({ option, used, why }))
}
