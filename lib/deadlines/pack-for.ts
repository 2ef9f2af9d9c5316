import 'server-only'
import { z } from 'zod'
import type { Tx } from '@/lib/platform/db'
import { londonDate, plainDate, type PlainDate } from '@/lib/policy/calendar/london'
import { packInForce, withOverlay, type Overlay, type Pack } from '@/lib/policy/packs'

/** The pack a borough follows, with its tighten-only overlay: at any instant, past or present. */
export type PackOf = (borough: string, at: Date) => Pack

const DURATION = z.union([
  z.object({ unit: z.enum(['minutes', 'hours', 'working-days', 'calendar-days', 'days-beginning-with', 'months']), n: z.number() }),
  z.object({ unit: z.enum(['same-day', 'given']) }),
])
/** An overlay as the column holds it; whether it names values of the pack and only tightens them is asked by `withOverlay`. */
export const OVERLAY = z.object({
  id: z.string(), version: z.string(), values: z.record(z.string(), z.union([DURATION, z.number(), z.array(z.string())])),
}).nullable()

interface Adopted { readonly packId: string; readonly from: PlainDate; readonly overlay: Overlay | null }

/**
 * What these boroughs follow and followed, read once. A pack adopted today says nothing of yesterday: whoever asks names the
 * instant. Throws LoosensPolicy or UnknownPack where a stored adoption is not one that may stand.
 */
export async function packsOf(tx: Tx, boroughs: readonly string[]): Promise<PackOf> {
  const rows = await tx.$queryRaw<{ borough: string; from: Date; packId: string; overlay: unknown }[]>`
    SELECT borough, from_date AS from, pack_id AS "packId", overlay FROM policy_adoption WHERE borough = ANY (${[...new Set(boroughs)]}::text[]) AND withdrawn_at IS NULL ORDER BY from_date`
  const adopted = new Map<string, Adopted[]>()
  for (const row of rows) {
    const one = { packId: row.packId, from: plainDate(row.from.toISOString().slice(0, 10)), overlay: OVERLAY.parse(row.overlay) }
    adopted.set(row.borough, [...(adopted.get(row.borough) ?? []), one])
  }
  const known = new Map<string, Pack>()
  return (borough, at) => {
    const all = adopted.get(borough)
    if (all === undefined) return packInForce(at)
    const day = londonDate(at)
    const name = `${borough} ${day}`
    const pack = known.get(name) ?? laidOn(packInForce(at, all), all.findLast((one) => one.from <= day)?.overlay ?? null)
    known.set(name, pack)
    return pack
  }
}

/** The pack a borough follows at `now`: the ones it adopted, with its tighten-only overlay, else the London default. */
export async function packFor(tx: Tx, borough: string, now: Date): Promise<Pack> {
  return (await packsOf(tx, [borough]))(borough, now)
}

const laidOn = (pack: Pack, overlay: Overlay | null): Pack => (overlay === null ? pack : withOverlay(pack, overlay))
