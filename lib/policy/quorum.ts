import { dueAfter } from './calendar/duration'
import { concernOf, isThresholdConcern } from './concerns'
import { answerOf, isAfter, listOf, textOf, type PolicyEvent } from './events'
import { closesMatter } from './matter'
import { durationOf, wordsOf } from './packs'
import { referringAgency } from './referring-agency'
import { rememberAt } from './remember'
import type { History } from './rule'

/** Which words of a participants list stand for each part of the quorum. Agency codes count for their agency. */
const ANSWERS_FOR: Readonly<Record<string, readonly string[]>> = {
  'social-worker': ['social-worker'],
  'social-work-manager': ['social-work-manager'],
  // A paediatrician is asked for beside the quorum and is no part of it (sd-specialists).
  health: ['health'],
  police: ['police'],
  fostering: ['fostering'],
}

const SOCIAL_CARE: readonly string[] = ['social-worker', 'social-work-manager', 'csc']

export interface Quorum {
  /** Null when who took part is not known: then neither refused nor raised. */
  readonly quorate: boolean | null
  /** The parts of the quorum that nobody filled: 'health', 'referrer:education' … */
  readonly missing: readonly string[]
  /** Police and children's social care alone: stops the 24-hour target and asks for the full meeting (sd-two-agency-call). */
  readonly twoAgencyCall: boolean
}

/**
 * Was a strategy discussion quorate for this child (sd-quorum, sd-lac-fostering)? The minimum comes from the pack in force
 * (`strategy.quorum`); the referring agency is added when the referrer is a professional outside police and social care,
 * fostering when the child is looked after.
 */
export const quorumOf: (discussion: PolicyEvent, history: History) => Quorum = rememberAt(quorum)

function quorum(discussion: PolicyEvent, history: History): Quorum {
  if (!Array.isArray(discussion.detail['participants'])) return { quorate: null, missing: [], twoAgencyCall: false }
  const present = new Set(listOf(discussion, 'participants'))
  const missing = requiredParts(discussion, history).filter((part) => !isFilled(part, present))
  const words = [...present]
  const both = present.has('police') && words.some((word) => SOCIAL_CARE.includes(word))
  const nobodyElse = words.every((word) => word === 'police' || SOCIAL_CARE.includes(word))
  return { quorate: missing.length === 0, missing, twoAgencyCall: missing.length > 0 && both && nobodyElse }
}

/** The parts a quorate discussion about this child needs, most general first. */
export function requiredParts(discussion: PolicyEvent, history: History): string[] {
  const parts = [...wordsOf(history.packAt(discussion), 'strategy.quorum')]
  for (const agency of referringAgencies(discussion, history)) {
    if (!parts.includes(agency)) parts.push(`referrer:${agency}`)
  }
  if (isLookedAfter(discussion, history)) parts.push('fostering')
  return parts
}

/** As the latest entry by then says it, else as the facts do. */
function isLookedAfter(discussion: PolicyEvent, history: History): boolean {
  const said = history.events.findLast((event) => !isAfter(event, discussion) && answerOf(event, 'looked_after') !== null)
  return said === undefined ? history.child.lookedAfter === true : answerOf(said, 'looked_after') === true
}

/** The agencies, outside police and social care, that raised the concern the discussion is about. */
function referringAgencies(discussion: PolicyEvent, history: History): string[] {
  const before = history.events.filter((event) => event.id !== discussion.id && event.at.getTime() <= discussion.at.getTime())
  const closed = before.findLastIndex((event) => closesMatter(event, history))
  const held = before.filter((event) => event.kind === 'strategy-discussion-held')
  return [...new Set(before.slice(closed + 1)
    .filter((event) => (event.kind === 'contact-received' || event.kind === 'referral-made') && isThresholdConcern(concernOf(event)))
    .flatMap((event) => {
      const agency = referringAgency(textOf(event, 'referrer'), textOf(event, 'from'))
      // Who referred long ago was heard at the discussion of then: asked for again for ever, no later one would be quorate.
      const heard = !within(event, discussion, history) && held.some((earlier) => isAfter(earlier, event) && tookPart(agency, earlier))
      return agency === null || heard ? [] : [agency]
    }))]
}

const tookPart = (agency: string | null, discussion: PolicyEvent): boolean =>
  agency !== null && isFilled(`referrer:${agency}`, new Set(listOf(discussion, 'participants')))

const within = (earlier: PolicyEvent, later: PolicyEvent, history: History): boolean =>
  later.at.getTime() <= dueAfter(earlier.at, durationOf(history.packAt(later), 'strategy.standing.concern')).dueAt.getTime()

function isFilled(part: string, present: ReadonlySet<string>): boolean {
  if (part.startsWith('referrer:')) {
    // The referrer's agency took part, whether it is listed as the referrer or under its own name.
    const agency = part.slice('referrer:'.length)
    return present.has('referrer') || present.has(agency) || (agency !== 'other' && [...present].some((word) => referringAgency(null, word) === agency))
  }
  return (ANSWERS_FOR[part] ?? [part]).some((word) => present.has(word))
}
