import 'server-only'
import type { Frame, NavItem } from '@/components/shell/shell'
import { mayEver, type ActName } from '@/lib/access/permissions'
import { boroughsAt, inReach } from '@/lib/access/visibility'
import { readAs } from '@/lib/access/read-as'
import { missingWaiting } from '@/lib/missing/board'
import { askedCounts } from '@/lib/enquiry/asked'
import { flagAskCounts } from '@/lib/exploitation/asked'
import { exploitationWaiting } from '@/lib/exploitation/worklist'
import { meetingsWaiting } from '@/lib/meetings/agenda/lists'
import { interviewCounts } from '@/lib/missing/return/asked'
import { savedCount } from '@/lib/forms/drafts'
import type { PageActor } from '@/lib/platform/auth/page-actor'
import { demonstrationShown, env } from '@/lib/platform/env'
import { boroughName, BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { queueCounts } from '@/lib/referrals/queue'
import { roleWords } from '@/lib/wording/roles'

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

type Waiting = Partial<Record<`/${string}`, { count: number; late: number; more: boolean }>>

async function counts({ actor, now }: PageActor): Promise<{ drafts: number } & Waiting> {
  return readAs(actor, async (tx) => {
    const [asked, interviews, flags, drafts, away, toAssess, meetings] = await Promise.all([askedCounts(tx, actor, now), interviewCounts(tx, actor, now), flagAskCounts(tx, actor, now), savedCount(tx, actor, now), missingWaiting(tx, actor, now), exploitationWaiting(tx, actor, now), meetingsWaiting(tx, actor, now)])
    const ours = { drafts, '/asked': counted(asked.waiting + interviews.waiting + flags.waiting, asked.late + interviews.late + flags.late), ...(toAssess === null ? {} : { '/exploitation': counted(toAssess.waiting, toAssess.late) }), ...(meetings === null ? {} : { '/meetings': counted(meetings.count, meetings.late) }), ...(away === null ? {} : { '/missing': counted(away.out, away.late) }) }
    if (boroughsAt(actor, 'record').length === 0) return ours
    const open = { metAt: null, endedAt: null, supersededAt: null, ...inReach(actor, 'record') }
    const [waiting, strategy] = await Promise.all([
      queueCounts(tx, actor, now),
      tx.deadline.findMany({ where: { ...open, alert: 'strategy-discussion-overdue', dueAt: { lt: now } }, select: { childId: true }, distinct: ['childId'], take: MOST + 1 }),
    ])
    return { ...ours, '/queue': counted(waiting.waiting, waiting.late), '/strategy': counted(strategy.length, strategy.length) }
  })
}

const counted = (count: number, late: number): { count: number; late: number; more: boolean } =>
  ({ count: Math.min(count, MOST), late: Math.min(late, count, MOST), more: count > MOST })

function placeOf(actor: PageActor['actor']): string {
  const membership = actor.memberships[0]
  if (membership === undefined) return 'No team'
  const boroughs = membership.boroughs.filter((code) => BOROUGH_CODES.includes(code))
  const where = boroughs.length === 0 ? 'London' : boroughs.map(boroughName).join(', ')
  return `${roleWords(membership.role)}, ${where}`
}
