import { concernOf, isThresholdConcern } from './concerns'
import { listOf, textOf, type PolicyEvent } from './events'
import { closesMatter } from './matter'
import { wordsOf } from './packs'
import { referringAgency } from './referring-agency'
import type { History } from './rule'

/** Which words of a participants list stand for each part of the quorum. Agency codes count for their agency. */
const ANSWERS_FOR: Readonly<Record<string, readonly string[]>> = {
  'social-worker': ['social-worker'],
  'social-work-manager': ['social-work-manager'],
  health: ['health', 'paediatrician'],
  police: ['police'],
  fostering: ['fostering'],
}

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
export function quorumOf(discussion: PolicyEvent, history: History): Quorum {
  if (!Array.isArray(discussion.detail['participants'])) return { quorate: null, missing: [], twoAgencyCall: false }
  const present = new Set(listOf(discussion, 'participants'))
  const missing = requiredParts(discussion, history).filter((part) => !isFilled(part, present))
  const outside = [...present].filter((word) => !['social-worker', 'social-work-manager', 'csc', 'police'].includes(word))
  return { quorate: missing.length === 0, missing, twoAgencyCall: missing.length > 0 && outside.length === 0 }
}

/** The parts a quorate discussion about this child needs, most general first. */
export function requiredParts(discussion: PolicyEvent, history: History): string[] {
  const parts = [...wordsOf(history.pack, 'strategy.quorum')]
  for (const agency of referringAgencies(discussion, history)) {
    if (!parts.includes(agency)) parts.push(`referrer:${agency}`)
  }
  if (history.child.lookedAfter === true) parts.push('fostering')
  return parts
}

/** The agencies, outside police and social care, that raised the concern the discussion is about. */
function referringAgencies(discussion: PolicyEvent, history: History): string[] {
  const before = history.events.filter((event) => event.id !== discussion.id && event.at.getTime() <= discussion.at.getTime())
  const closed = before.findLastIndex((event) => closesMatter(event, history))
  const raised = before.slice(closed + 1).filter((event) =>
    (event.kind === 'contact-received' || event.kind === 'referral-made') && isThresholdConcern(concernOf(event)))
  return [...new Set(raised.map((event) => referringAgency(textOf(event, 'referrer'), textOf(event, 'from'))))]
    .filter((agency): agency is string => agency !== null)
}

function isFilled(part: string, present: ReadonlySet<string>): boolean {
  if (part.startsWith('referrer:')) {
    // The referrer's agency took part, whether it is listed as the referrer or under its own name.
    return present.has('referrer') || present.has(part.slice('referrer:'.length))
  }
  return (ANSWERS_FOR[part] ?? [part]).some((word) => present.has(word))
}
