import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { boroughWords } from '@/lib/wording/boroughs'
import { momentWords } from '@/lib/wording/london-words'
import { callOutcomeWords } from '@/lib/wording/places'
import type { CallRow } from './view'

/** An outcome is recorded before the shift ends: a call that has none after so long stands out. */
const SHIFT_MS = 8 * 3_600_000

export interface RawCall { id: string; reference: string; borough: string; place_id: string | null; premises: string | null; name: string | null; received_at: Date; channel: string; deployed: boolean | null; outcome: string | null; quoted: boolean | null; tagged_at: Date; recorded_at: Date; referral_id: string | null }

/** Calls with the name of their premises, latest first. `where` speaks of `m`. */
export const rawCalls = (tx: Tx, where: Prisma.Sql, most: number): Promise<RawCall[]> => tx.$queryRaw<RawCall[]>`
  SELECT m.id, m.reference, m.borough, m.place_id, m.premises, p.name, m.received_at, m.channel, m.deployed, m.outcome, m.quoted, m.tagged_at, m.recorded_at, m.referral_id
  FROM makesafe_call m LEFT JOIN place p ON p.id = m.place_id WHERE ${where} ORDER BY m.received_at DESC, m.id DESC LIMIT ${most}`

export const callRow = (row: RawCall, now: Date): CallRow => ({
  id: row.id, reference: row.reference, premises: row.name ?? row.premises ?? 'Premises not named', placeId: row.place_id, where: boroughWords(row.borough), received: momentWords(row.received_at, now), channel: row.channel, answered: row.outcome !== null,
  outcome: callOutcomeWords(row.outcome), deployed: row.deployed === null ? 'Not recorded' : row.deployed ? 'Officers sent' : 'Nobody sent', late: row.outcome === null && now.getTime() - row.received_at.getTime() > SHIFT_MS,
})

export const callRows = async (tx: Tx, where: Prisma.Sql, most: number, now: Date): Promise<CallRow[]> => (await rawCalls(tx, where, most)).map((row) => callRow(row, now))
