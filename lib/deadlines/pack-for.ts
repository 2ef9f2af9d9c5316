import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { packInForce, withOverlay, type Overlay, type Pack } from '@/lib/policy/packs'
import { plainDate } from '@/lib/policy/calendar/london'

/** The pack a borough follows at `now`: the one it adopted, with its tighten-only overlay, else the London default. */
export async function packFor(tx: Tx, borough: string, now: Date): Promise<Pack> {
  const adopted = await tx.policyAdoption.findMany({ where: { borough, from: { lte: now } }, orderBy: { from: 'asc' } })
  const pack = packInForce(now, adopted.map((row) => ({ packId: row.packId, from: plainDate(row.from.toISOString().slice(0, 10)) })))
  const overlay = adopted.at(-1)?.overlay
  return overlay === undefined || overlay === null ? pack : withOverlay(pack, overlay as unknown as Overlay)
}
