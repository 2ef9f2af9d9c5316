import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayEver } from '@/lib/access/permissions'
import { logReading } from '@/lib/access/reading-log'
import { readAs } from '@/lib/access/read-as'
import { namesOf } from '@/lib/deadlines/children'
import type { AuditPage } from '@/lib/people/audit'
import type { Tx } from '@/lib/platform/db'
import { readCursor, writeCursor } from '@/lib/platform/paging'
import { agencyWords, senderWords } from '@/lib/wording/agencies'
import { boroughWords } from '@/lib/wording/boroughs'
import { BASIS_SHORT_WORDS } from '@/lib/wording/enquiry'
import { instantWords } from '@/lib/wording/london-words'
import { say } from '@/lib/wording/say'
import type { SharedLine } from './view'
import { disclosureWords } from './words'

export const DISCLOSURE_FIELDS = { id: true, referralId: true, borough: true, fromAgency: true, toAgency: true, shared: true, basis: true, at: true, recordedBy: true } as const
interface Row { id: string; referralId: string; borough: string; fromAgency: string; toAgency: string; shared: boolean; basis: string | null; at: Date; recordedBy: string }

/** Lines of the ledger of sharing, as far as their words open to the reader. */
export async function sharedLines(tx: Tx, rows: readonly Row[]): Promise<SharedLine[]> {
  const [wordsOf, nameOf] = [await disclosureWords(tx, rows.map((row) => row.id)), await namesOf(tx, rows.map((row) => row.recordedBy))]
  const referrals = await tx.referral.findMany({ where: { id: { in: [...new Set(rows.map((row) => row.referralId))] } }, select: { id: true, reference: true } })
  return rows.map((row) => {
    const words = wordsOf(row.id)
    return {
      id: row.id, when: instantWords(row.at), who: nameOf(row.recordedBy) ?? 'Somebody', from: agencyWords(row.fromAgency),
      to: words?.toWords == null ? senderWords(row.toAgency) : `${senderWords(row.toAgency)}, ${words.toWords}`, shared: row.shared, what: words?.what ?? null,
      basis: row.basis === null ? null : say(BASIS_SHORT_WORDS, row.basis), why: words?.why ?? null, borough: boroughWords(row.borough),
      referral: referrals.find((one) => one.id === row.referralId) ?? null,
    }
  })
}

const PAGE = 50

/** What was shared over all London and what was not, newest first, for the auditor: null for anybody else. That it was read is in the log. */
export async function sharingLedger(actor: Actor, asked: { before?: string | undefined; withheld: boolean }, now: Date): Promise<AuditPage<SharedLine> | null> {
  if (!mayEver(actor, 'see-reading-log')) return null
  return readAs(actor, async (tx) => {
    const after = readCursor(asked.before)
    const rows = await tx.disclosure.findMany({
      where: { AND: [asked.withheld ? { shared: false } : {}, after === null ? {} : { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] }] },
      orderBy: [{ at: 'desc' }, { id: 'desc' }], take: PAGE + 1, select: DISCLOSURE_FIELDS,
    })
    const shown = rows.slice(0, PAGE)
    const people = await tx.referralPerson.findMany({ where: { referralId: { in: shown.map((row) => row.referralId) }, role: 'child' }, select: { personId: true } })
    await logReading(tx, actor, { personIds: people.map((row) => row.personId), depth: 'narrative', page: 'what was shared' }, now)
    const last = shown.at(-1)
    return { by: null, lines: await sharedLines(tx, shown), next: rows.length > PAGE && last !== undefined ? writeCursor({ at: last.at, id: last.id }) : null }
  })
}
