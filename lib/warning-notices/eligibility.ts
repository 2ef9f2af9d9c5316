import { startOfLondonDay, type PlainDate } from '@/lib/policy/calendar/london'
import { noticeEnds as endsByPolicy, noticeGround as groundByPolicy, type CareStatus, type GroundId } from '@/lib/policy/exploitation/notices'
import type { Refusal } from '@/lib/policy/rule'
import { sentence } from '@/lib/wording/lists'
import type { Ground } from '@/lib/wording/warning-notices'

/** What is on record of the child at the moment of service. Null: nobody has put it down. */
export interface ChildThen {
  readonly bornOn: PlainDate | null
  readonly ageDisputed: boolean
  readonly lookedAfter: boolean | null
  /** Powers and orders under which the child is kept at that moment. */
  readonly protections: readonly string[]
}

export type Eligibility = { readonly may: 'yes' } | { readonly may: 'ask'; readonly what: string } | { readonly may: 'no'; readonly refusal: Refusal }

const CLAUSE = 'cawn-eligibility'
const no = (says: string, wayForward: string): Eligibility => ({ may: 'no', refusal: { rule: 'warning-notice-ground', clause: CLAUSE, says, wayForward, field: 'ground' } })
const CIVIL = 'consider a sexual risk order, bail conditions or an injunction, and record that the notice was considered and why it was not used.'

/** The legal standing that a ground says there is, in the policy's words. */
const STATUS: Readonly<Record<Ground, CareStatus>> = { 'under-16': 'none', 'care-order': 'care-order', 'emergency-protection-order': 'emergency-protection', 'police-protection': 'police-protection', 'accommodated-s20': 'section-20' }
/** The ground as an entry of the chronology names it. */
export const groundInRecord = (ground: Ground): GroundId => (ground === 'emergency-protection-order' ? 'emergency-protection' : ground === 'accommodated-s20' ? 'section-20' : ground)

/**
 * cawn-eligibility, conflict 14.10: the policy says on what a notice about a child so old can rest; here the ground that somebody chose is held
 * against that and against what is on record. The age is of the London day of service. What is not known is asked for, never guessed.
 */
export function noticeGround(ground: Ground, child: ChildThen, servedAt: Date): Eligibility {
  if (child.bornOn === null || child.ageDisputed) return { may: 'ask', what: child.ageDisputed ? 'The age is disputed: settle it on the child’s page first' : 'The date of birth is not on record: put it on the child’s page first' }
  const verdict = groundByPolicy({ age: null, bornOn: child.bornOn }, servedAt, { lookedAfter: ground === 'under-16' ? false : true, status: STATUS[ground] })
  if (verdict.state === 'closed') {
    return ground === 'under-16' ? no(`${sentence(verdict.why)}. At 16 and 17 a notice rests on the child’s care, not on age.`, `Choose the order that the child is under, if there is one. If there is none: ${CIVIL}`) : no(`${sentence(verdict.why)}.`, sentence(CIVIL))
  }
  if (ground === 'under-16') return { may: 'yes' }
  if (ground === 'police-protection' || ground === 'emergency-protection-order') {
    return child.protections.includes(ground) ? { may: 'yes' }
      : no(`No ${ground === 'police-protection' ? 'police protection' : 'emergency protection order'} stood for this child at that moment.`, 'Put it on the child’s protection page first if it stands, or choose the ground that fits.')
  }
  if (child.lookedAfter === null) return { may: 'ask', what: 'Whether the child is looked after is not on record: put it on the child’s page first' }
  return child.lookedAfter ? { may: 'yes' } : no('The record says that this child is not looked after.', `Correct the child’s circumstances if there is a care order. If there is none and the child is 16 or 17: ${CIVIL}`)
}

/** The day on which a notice ends by itself: the birthday, or the end of the care if that is stated and comes first. Null where no birthday is known. */
export function noticeEnds(notice: { ground: string; careEndsOn: PlainDate | null }, bornOn: PlainDate | null, at: Date): PlainDate | null {
  const birthday = endsByPolicy({ bornOn }, notice.ground === 'under-16' ? 'under-16' : 'care-order', at)
  return [birthday, notice.careEndsOn].filter((day): day is PlainDate => day !== null).sort()[0] ?? null
}

/** Does it stand at that moment? It ended when the London day began on which it ends, or when somebody ended it. */
export function noticeStands(notice: { ground: string; careEndsOn: PlainDate | null; servedAt: Date; endedAt: Date | null }, bornOn: PlainDate | null, at: Date): boolean {
  const ends = noticeEnds(notice, bornOn, at)
  return notice.servedAt.getTime() <= at.getTime() && (notice.endedAt === null || notice.endedAt.getTime() > at.getTime()) && (ends === null || at.getTime() < startOfLondonDay(ends).getTime())
}
