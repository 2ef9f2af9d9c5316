import { concernOf, isThresholdConcern } from '../../concerns'
import { endedByDecision } from '../../decisions'
import { childSeenParameter } from '../../due/choosers'
import { instantOf, isAfter, textOf, type EventKind, type PolicyEvent } from '../../events'
import { closesMatter } from '../../matter'
import { durationOf } from '../../packs'
import { quorumOf } from '../../quorum'
import type { History, TimescaleRule } from '../../rule'
import { isSeenAndSpokenTo } from '../../seen'
import { isGrown } from '../grown'
import { answersAgain, bringsNew } from '../once'

const STARTS: readonly EventKind[] = ['contact-received', 'referral-made', 'information-received', 'referral-facts-added']
/** "See the child", "visit and speak to her", "child to be seen at school", "interview the girl". */
const SEEING = /\b(see|sees|speak|speaks|visit|visits|interview|meet)\b.*\b(child|children|girl|boy|her|him|them|victim|young person|siblings?)\b|\b(child|children|girl|boy|victim|young person)\b.*\b(seen|spoken to|visited|interviewed)\b/i

/** child-seen, inv-child-seen: the child is seen and spoken to (HMIC 2016 L1085–1090, L1931–1942: thirteen days). */
export const childSeen: TimescaleRule = {
  form: 'clock',
  id: 'child/seen',
  alert: 'child-not-seen',
  breach: true,
  title: 'Child seen and spoken to',
  plain: 'A child about whom there is a concern is seen and spoken to, or seen and observed where too young: within 24 hours where it is urgent or grave, otherwise within three working days.',
  meets: 'The child seen and spoken to, observed where too young, or interviewed. A quorate discussion that says who sees the child and when puts that date in its place.',
  clause: 'child-seen',
  owedBy: 'police',
  task: 'see-and-speak-to-child',
  opens: 'once',
  parameters: ['child-seen', 'child-seen.urgent'],
  starts(event, history) {
    const concern = concernOf(event)
    if (!STARTS.includes(event.kind) || !isThresholdConcern(concern) || isGrown(event, history) || isPlanned(event, history)) return null
    const parameter = childSeenParameter({ urgency: textOf(event, 'urgency'), concern })
    return {
      by: event, from: event.at, duration: durationOf(history.packAt(event), parameter), parameter,
      because: [`the concern is ${concern.replaceAll('-', ' ')}`, parameter === 'child-seen.urgent' ? 'it is urgent or grave' : 'it is not marked urgent'],
    }
  },
  stops(event, clock, history) {
    if (isSeenAndSpokenTo(event)) return { how: 'met' }
    if (plansToSee(event, history)) return { how: 'ended', why: 'planned' }
    return endedByDecision(event, clock.by, history)
  },
  stillAnswered: answersAgain,
}

/**
 * An action, agreed after a quorate discussion, that says who sees the child and when: its own date stands in place of this
 * clock (in an image case a visit before the warrant would warn the suspect).
 */
function plansToSee(event: PolicyEvent, history: History): boolean {
  if (event.kind !== 'action-set' || instantOf(event, 'due') === null || textOf(event, 'owner') === null || !SEEING.test(textOf(event, 'action') ?? '')) return false
  const before = history.events.filter((earlier) => earlier.at.getTime() <= event.at.getTime() && earlier.id !== event.id)
  const matter = before.slice(before.findLastIndex((earlier) => closesMatter(earlier, history)) + 1)
  return matter.some((earlier) => earlier.kind === 'strategy-discussion-held' && quorumOf(earlier, history).quorate !== false)
}

/** Such an action stands, not done yet: the fact is answered by it unless it brings something new. */
function isPlanned(event: PolicyEvent, history: History): boolean {
  if (bringsNew(event, history)) return false
  const before = history.events.filter((earlier) => isAfter(event, earlier))
  const plan = before.findLast((earlier) => plansToSee(earlier, history))
  if (plan === undefined) return false
  const due = instantOf(plan, 'due')
  return due !== null && due.getTime() >= event.at.getTime() && !before.some((earlier) => isAfter(earlier, plan) && closesMatter(earlier, history))
}
