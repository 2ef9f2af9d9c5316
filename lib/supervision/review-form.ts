import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { dutyRowInReach } from '@/lib/access/reach-sql'
import { actionLines } from '@/lib/actions/lines'
import { actionOpen } from '@/lib/actions/reach'
import { membershipAmong } from '@/lib/chronology/add/add-entry'
import { referralsOfSeveral } from '@/lib/closing/queries'
import { policyHistories } from '@/lib/deadlines/histories'
import { owedIn } from '@/lib/deadlines/queries'
import { packFor } from '@/lib/deadlines/pack-for'
import { openPerson } from '@/lib/people/open-person'
import { ledgerOf, standingOf } from '@/lib/people/standing'
import type { PersonPage } from '@/lib/people/view'
import type { Tx } from '@/lib/platform/db'
import { dueAfter } from '@/lib/policy/calendar/duration'
import type { PolicyEvent } from '@/lib/policy/events'
import { isSeen } from '@/lib/policy/gates/closure/child-not-seen'
import { enquiryBefore, isEnquiryOpen } from '@/lib/policy/gates/closure/enquiry'
import { durationOf } from '@/lib/policy/packs'
import { isSeenAndSpokenTo } from '@/lib/policy/seen'
import { referralChoices } from '@/lib/protection/queries'
import { dateWords, momentWords } from '@/lib/wording/london-words'
import { lastDay } from '@/lib/wording/time-left'
import { isWithdrawalOpen } from './acts/review'
import { ownMatter } from './own-matter'
import type { ReviewView } from './view'

/** What a supervisor's review answers. */
const ANSWERED: readonly string[] = ['supervisor-review-overdue', 'withdrawal-unreviewed', 'senior-review-outstanding']

/** The page on which a case is reviewed: what is owed of it, what stands open, what is known of the child being seen. */
export const reviewForm = (actor: Actor, id: string, now: Date): Promise<PersonPage<ReviewView> | null> =>
  openPerson(actor, id, 'supervisor review', now, async (tx) => {
    const standing = await standingOf(tx, actor, id, now)
    const boroughs = standing === null || standing.card.masked ? [] : standing.card.boroughs
    const history = (await policyHistories(tx, [id], now)).get(id)
    const here: PolicyEvent = { id: 'review', kind: 'supervisor-review', at: now, recordedAt: now, order: history?.events.length ?? 0, referralId: null, detail: {} }
    const enquiry = history === undefined ? [] : enquiryBefore(here, history)
    const seen = enquiry.findLast(isSeenAndSpokenTo)
    const last = enquiry.findLast((event) => event.kind === 'supervisor-review')
    const answered = await answeredIds(tx, actor, id)
    const owed = (await owedIn(tx, actor, id, now) ?? []).filter((line) => answered.includes(line.id))
    const own = await ownMatter(tx, actor, [id])
    const latest = dueAfter(now, durationOf(await packFor(tx, await ledgerOf(tx, id), now), 'supervisor.review')).dueAt
    const actions = await tx.action.findMany({ where: { AND: [{ childId: id, doneAt: null, carriedAt: null }, actionOpen(actor)] }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }], take: 30 })
    return {
      may: !own && membershipAmong(actor, 'supervisor-review', boroughs) !== null, own, open: history !== undefined && isEnquiryOpen(here, history), duties: owed, withdrawn: await isWithdrawalOpen(tx, [id]),
      isSeen: isSeen(enquiry) && seen !== undefined, seen: isSeen(enquiry) && seen !== undefined ? `Last seen and spoken to ${momentWords(seen.at, now)}` : 'Nobody has seen and spoken to the child since the concern',
      standing: await actionLines(tx, actor, actions, now), last: last === undefined ? null : `Last reviewed ${momentWords(last.at, now)}`, latest: dateWords(lastDay(latest)),
      wholeReferrals: await referralsOfSeveral(tx, id, await referralChoices(tx, actor, id)),
    }
  })

async function answeredIds(tx: Tx, actor: Actor, id: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM deadline d WHERE d.child_id = ${id}::uuid AND d.alert = ANY (${[...ANSWERED]}) AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL AND ${dutyRowInReach(actor)}`
  return rows.map((row) => row.id)
}
