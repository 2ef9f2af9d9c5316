import { addMonths, londonDate, startOfLondonDay, type PlainDate } from '@/lib/policy/calendar/london'
import { yearsOld } from '@/lib/wording/ages'
import type { Refusal } from '@/lib/policy/rule'
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
const no = (says: string, wayForward: string): Eligibility => ({ may: 'no', refusal: { rule: 'notice-not-eligible', clause: CLAUSE, says, wayForward, field: 'ground' } })
const CIVIL = 'Consider a sexual risk order, bail conditions or an injunction, and record that the notice was considered and why it was not used.'

/**
 * cawn-eligibility, conflict 14.10: a child under 16; under 18 where a care order, an emergency protection order or police protection stands.
 * The age is of the London day of service. Accommodation by agreement is allowed with its note, and never silently.
 */
export function noticeGround(ground: Ground, child: ChildThen, servedAt: Date): Eligibility {
  if (child.bornOn === null || child.ageDisputed) return { may: 'ask', what: child.ageDisputed ? 'The age is disputed: settle it on the child’s page first' : 'The date of birth is not on record: put it on the child’s page first' }
  const age = yearsOld(child.bornOn, londonDate(servedAt))
  if (age >= 18) return no('The child was 18 or over on the day of service: no notice can be given.', CIVIL)
  if (ground === 'under-16') return age < 16 ? { may: 'yes' } : no(`The child was ${age} on the day of service: at 16 and 17 a notice rests on the child’s care, not on age.`, `Choose the order the child is under, if there is one. If there is none: ${CIVIL.charAt(0).toLowerCase()}${CIVIL.slice(1)}`)
  if (ground === 'police-protection' || ground === 'emergency-protection-order') {
    return child.protections.includes(ground) ? { may: 'yes' }
      : no(`No ${ground === 'police-protection' ? 'police protection' : 'emergency protection order'} stood for this child at that moment.`, 'Put it on the child’s protection page first if it stands, or choose the ground that fits.')
  }
  if (child.lookedAfter === null) return { may: 'ask', what: 'Whether the child is looked after is not on record: put it on the child’s page first' }
  return child.lookedAfter ? { may: 'yes' } : no('The record says that this child is not looked after.', `Correct the child’s circumstances if there is a care order. If there is none and the child is 16 or 17: ${CIVIL.charAt(0).toLowerCase()}${CIVIL.slice(1)}`)
}

/** The birthday on which somebody is so old, by the London calendar: of 29 February it is 1 March in other years. */
export function birthdayOf(bornOn: PlainDate, years: number): PlainDate {
  const day = addMonths(bornOn, years * 12)
  return day.slice(8) === bornOn.slice(8) ? day : (`${day.slice(0, 4)}-03-01` as PlainDate)
}

/** The day on which a notice ends by itself: the birthday, or the end of the care if that is stated and comes first. Null where no birthday is known. */
export function noticeEnds(notice: { ground: string; careEndsOn: PlainDate | null }, bornOn: PlainDate | null): PlainDate | null {
  const birthday = bornOn === null ? null : birthdayOf(bornOn, notice.ground === 'under-16' ? 16 : 18)
  const ends = [birthday, notice.careEndsOn].filter((day): day is PlainDate => day !== null).sort()
  return ends[0] ?? null
}

/** Does it stand at that moment? It ended when the London day began on which it ends, or when somebody ended it. */
export function noticeStands(notice: { ground: string; careEndsOn: PlainDate | null; servedAt: Date; endedAt: Date | null }, bornOn: PlainDate | null, at: Date): boolean {
  const ends = noticeEnds(notice, bornOn)
  return notice.servedAt.getTime() <= at.getTime() && (notice.endedAt === null || notice.endedAt.getTime() > at.getTime()) && (ends === null || at.getTime() < startOfLondonDay(ends).getTime())
}
