import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayEver, membershipFor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read-as'
import { logReading } from '@/lib/access/reading-log'
import { atLeast, type Depth } from '@/lib/access/visibility'
import { openDutiesOf } from '@/lib/deadlines/queries'
import type { Tx } from '@/lib/platform/db'
import { plainDate } from '@/lib/policy/calendar/london'
import { boroughWords } from '@/lib/wording/boroughs'
import { flagWords, planWords } from '@/lib/wording/concerns'
import { bornWords, momentWords } from '@/lib/wording/london-words'
import { ringWords, type IndexCard } from './card'
import { personName } from './person-name'
import { standingOf } from './standing'
import type { PersonHead, PersonPage } from './view'

/**
 * Opens a person's page as deep as it goes for this actor. Who opened it, and how deep, is written before anything is read
 * of it, in the same transaction. Null: not there or not in reach, which is one answer.
 */
export async function openPerson<T>(
  actor: Actor, personId: string, page: string, now: Date, more: (tx: Tx, head: PersonHead) => Promise<T>,
): Promise<PersonPage<T> | null> {
  return readAs(actor, async (tx) => {
    const standing = await standingOf(tx, actor, personId, now)
    if (standing === null) return null
    const depth: Depth = atLeast(standing.depth, 'record') ? standing.depth : 'index'
    await logReading(tx, actor, { personIds: [standing.card.id], depth, page }, now)
    const { card } = standing
    if (card.masked) return { shut: 'restricted', card, mayBreakGlass: mayEver(actor, 'break-glass') }
    if (depth === 'index') return { shut: 'index', card, ring: ringWords(card), mayOpen: mayEver(actor, 'open-with-reason') }
    const head = await headOf(tx, actor, card, depth, now)
    // The first wall let it through and the second did not: shown as not there.
    return head === null ? null : { shut: null, head, more: await more(tx, head) }
  })
}

async function headOf(tx: Tx, actor: Actor, card: IndexCard, depth: Depth, now: Date): Promise<PersonHead | null> {
  const row = await tx.person.findUnique({ where: { id: card.id } })
  if (row === null) return null
  const address = await tx.personAddress.findFirst({ where: { personId: card.id, until: null }, orderBy: { createdAt: 'desc' } })
  const duties = await openDutiesOf(tx, actor, card.id, now)
  const borough = row.homeBorough === null ? null : boroughWords(row.homeBorough)
  const opening = actor.opened.filter((open) => open.personId === card.id).sort((a, b) => b.endsAt.getTime() - a.endsAt.getTime())[0]
  const may = (right: 'correct-person' | 'add-flag' | 'link-people'): boolean => card.boroughs.some((known) => membershipFor(actor, right, known) !== null)
  return {
    id: card.id, name: card.name, firstName: row.givenName ?? personName(row).name, reference: row.reference,
    born: row.bornOn === null ? card.age : `${bornWords(plainDate(row.bornOn.toISOString().slice(0, 10)))} (${card.age})${row.ageDisputed ? ', disputed' : ''}`,
    lives: [address?.line, borough].filter(Boolean).join(', ') || 'Not known', lookedAfter: careWords(row.lookedAfter, row.responsibleAuthority),
    plan: planWords(row.planCategory), lead: row.leadName ?? 'Nobody yet',
    flags: [
      ...(row.restricted ? [{ words: 'Restricted', tone: 'red' as const }] : []),
      ...card.flags.map((flag) => ({ words: flagWords(flag), tone: flag === 'cse-risk' ? 'solid' as const : 'plum' as const })),
    ],
    adult: card.years !== null && card.years >= 18, depth,
    openUntil: opening === undefined ? null : `Open to you until ${momentWords(opening.endsAt, now)}, ${opening.breakGlass ? 'by break-glass: somebody else reviews why' : 'with a reason'}`,
    duties, may: {
      correct: may('correct-person'), flag: may('add-flag'), link: may('link-people'),
      openWords: depth === 'record' && !row.restricted && mayEver(actor, 'open-with-reason'),
    },
  }
}

export function careWords(lookedAfter: boolean | null, authority: string | null): string {
  if (lookedAfter === null) return 'Not known'
  return lookedAfter ? `Yes, ${authority ?? 'authority not known'}` : 'No'
}
