import { concernOf } from '../../concerns'
import { answerOf } from '../../events'
import { closesMatter } from '../../matter'
import type { History } from '../../rule'

export interface Specialist {
  /** The word of the participants' list. */
  readonly part: string
  readonly agency: string
  readonly title: string
  /** What in the record asks for them. */
  readonly why: string
}

const INJURY: readonly string[] = ['serious-injury', 'physical-abuse', 'penetrative-abuse']
const EXPLOITATION: readonly string[] = ['cse', 'online-cse', 'trafficking']
const SCHOOL_STARTS = 4
const NURSERY_STARTS = 2

/** sd-specialists: who else to ask, beside the quorum, from what is known of this child. Asked for, never demanded. */
export function specialistsFor(history: History, unborn: boolean): Specialist[] {
  const closed = history.events.findLastIndex((event) => closesMatter(event, history))
  const matter = history.events.slice(closed + 1)
  const concerns = new Set(matter.map(concernOf).filter((concern): concern is string => concern !== null))
  const specialists: Specialist[] = []
  if ([...concerns].some((concern) => INJURY.includes(concern)) || matter.some((event) => answerOf(event, 'injury') === true)) {
    specialists.push({ part: 'paediatrician', agency: 'health', title: 'Consultant paediatrician', why: 'because there is injury, or a medical examination to decide' })
  }
  if (unborn) specialists.push({ part: 'health', agency: 'health', title: 'Midwifery', why: 'because the child is not born yet' })
  const age = history.child.age
  if (!unborn && (age === null || age >= NURSERY_STARTS)) {
    specialists.push(age !== null && age < SCHOOL_STARTS
      ? { part: 'education', agency: 'education', title: 'Nursery', why: `because the child is ${age}` }
      : { part: 'education', agency: 'education', title: 'School', why: age === null ? 'because the child may be at school' : `because the child is ${age}` })
  }
  if ([...concerns].some((concern) => EXPLOITATION.includes(concern))) {
    specialists.push({ part: 'other', agency: 'other', title: 'Exploitation specialist', why: 'because the concern is exploitation' })
  }
  return specialists
}
