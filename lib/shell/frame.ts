import 'server-only'
import type { Frame, NavItem } from '@/components/shell/shell'
import type { Actor } from '@/lib/access/actor'
import { mayEver, type ActName } from '@/lib/access/permissions'
import { boroughInReach } from '@/lib/access/reach-sql'
import { readAs } from '@/lib/access/read-as'
import { boroughsAt } from '@/lib/access/visibility'
import { missingWaiting } from '@/lib/missing/board'
import { askedWaiting } from '@/lib/enquiry/asked'
import { flagAskWaiting } from '@/lib/exploitation/asked'
import { exploitationWaiting } from '@/lib/exploitation/worklist'
import { meetingsWaiting } from '@/lib/meetings/agenda/lists'
import { interviewsWaiting } from '@/lib/missing/return/asked'
import { draftsWaiting } from '@/lib/forms/drafts'
import type { PageActor } from '@/lib/platform/auth/page-actor'
import { demonstrationShown, env } from '@/lib/platform/env'
import { Prisma } from '@/lib/platform/generated/client'
import { boroughName, BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { queueWaiting } from '@/lib/referrals/queue'
import { roleWords } from '@/lib/wording/roles'
import type { Waiting } from './waiting'

/** A count in the bar stops here: beyond it the number tells nobody anything and costs a scan. */
const MOST = 99

const PLACES: readonly { href: `/${string}`; label: string; right: ActName }[] = [
  { href: '/queue', label: 'MASH queue', right: 'see-queue' },
  { href: '/handover', label: 'Hand-over', right: 'hand-over' },
  { href: '/import', label: 'Import', right: 'import-notifications' },
  { href: '/strategy', label: 'Strategy discussions', right: 'see-board' },
  { href: '/missing', label: 'Missing', right: 'see-missing' },
  { href: '/exploitation', label: 'Exploitation', right: 'see-exploitation' },
  { href: '/digest', label: 'Digest', right: 'see-supervision' },
  { href: '/figures', label: 'Figures', right: 'see-figures' },
  { href: '/discussions', label: 'Meetings', right: 'give-position' },
  { href: '/meetings', label: 'MAP and MASE', right: 'see-agenda' },
  { href: '/actions', label: 'Actions', right: 'complete-action' },
  // Whoever a duty can climb to finds there what climbed to them: the London lead too.
  { href: '/told', label: 'Told', right: 'escalate' },
  { href: '/people', label: 'People', right: 'see-person' },
  { href: '/places', label: 'Adults and places', right: 'see-places' },
  { href: '/replay', label: 'Replay', right: 'replay' },
  { href: '/audit', label: 'Audit', right: 'see-reading-log' },
  { href: '/rota', label: 'Rota', right: 'manage-rota' },
  { href: '/admin', label: 'Administration', right: 'manage-accounts' },
]

/** What the frame shows this actor on every page: their places, what waits there, who and where they are. */
export async function frameFor({ actor, session, now }: PageActor): Promise<Frame> {
  const { drafts, ...waiting } = await counts({ actor, session, now })
  const nav: NavItem[] = PLACES.filter((place) => mayEver(actor, place.right)).map(({ href, label }) => ({ href, label, ...waiting[href] }))
  const partner = actor.memberships.every((membership) => membership.role === 'partner')
  // Partners always have the place; others while a question waits for their team: a bar of places that are empty hides the one that is not.
  if (partner || (waiting['/asked']?.count ?? 0) > 0) nav.unshift({ href: '/asked', label: partner ? 'What we are asked' : 'Asked of us', ...waiting['/asked'] })
  if (partner) nav.unshift({ href: '/sent', label: 'What we sent' })
  return {
    actor: { name: actor.name, place: placeOf(actor) }, nav, demonstration: demonstrationShown(), drafts,
    session: { idleMinutes: env().HOLDFAST_IDLE_MINUTES, endsAt: session.endsAt.toISOString() },
  }
}

type Counts = Partial<Record<`/${string}`, { count: number; late: number; more: boolean }>>

/** One statement for the whole bar: each place counts for itself, and a page waits for all of them once. */
async function counts({ actor, now }: PageActor): Promise<{ drafts: number } & Counts> {
  const works = boroughsAt(actor, 'record').length > 0
  const places: readonly (readonly [string, Waiting | null])[] = [
    ['/asked', askedWaiting(actor, now)], ['/asked', interviewsWaiting(actor, now)], ['/asked', flagAskWaiting(actor, now)], ['drafts', draftsWaiting(actor, now)], ['/missing', missingWaiting(actor, now)],
    ['/exploitation', exploitationWaiting(actor, now)], ['/meetings', meetingsWaiting(actor, now)], ['/queue', works ? queueWaiting(actor, now) : null], ['/strategy', works ? strategyWaiting(actor, now) : null],
  ]
  const asked = places.flatMap(([place, waiting]) => (waiting === null ? [] : [Prisma.sql`SELECT ${place} AS place, w.waiting, w.late FROM (${waiting}) w`]))
  const rows = await readAs(actor, (tx) => tx.$queryRaw<{ place: string; waiting: number; late: number }[]>`${Prisma.join(asked, ' UNION ALL ')}`, { planned: 'once' })
  const sum = (place: string, part: 'waiting' | 'late'): number => rows.filter((row) => row.place === place).reduce((all, row) => all + row[part], 0)
  const shown = new Set(rows.map((row) => row.place).filter((place) => place !== 'drafts').concat('/asked'))
  return { drafts: sum('drafts', 'waiting'), ...Object.fromEntries([...shown].map((place) => [place, counted(sum(place, 'waiting'), sum(place, 'late'))])) }
}

/** Children whose discussion is past its time, each once. */
const strategyWaiting = (actor: Actor, now: Date): Waiting => Prisma.sql`
  SELECT count(*)::int AS waiting, count(*)::int AS late FROM (
    SELECT DISTINCT d.child_id FROM deadline d WHERE d.alert = 'strategy-discussion-overdue' AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL AND d.due_at < ${now}::timestamptz
      AND ${boroughInReach(actor, 'record', Prisma.sql`d.borough`)} LIMIT ${MOST + 1}) c`

const counted = (count: number, late: number): { count: number; late: number; more: boolean } =>
  ({ count: Math.min(count, MOST), late: Math.min(late, count, MOST), more: count > MOST })

function placeOf(actor: PageActor['actor']): string {
  const membership = actor.memberships[0]
  if (membership === undefined) return 'No team'
  const boroughs = membership.boroughs.filter((code) => BOROUGH_CODES.includes(code))
  const where = boroughs.length === 0 ? 'London' : boroughs.map(boroughName).join(', ')
  return `${roleWords(membership.role)}, ${where}`
}
