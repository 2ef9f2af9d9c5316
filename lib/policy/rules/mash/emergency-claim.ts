import { sameMatter, sameReferral, isRecordedAfter } from '../../decisions'
import { emergencyOf } from '../../emergency'
import { isAfter, textOf, type EventKind, type PolicyEvent } from '../../events'
import { durationOf } from '../../packs'
import type { History, TimescaleRule } from '../../rule'
import { momentOf } from '../strategy-discussion/threshold'

const PARAMETER = 'mash.emergency-claim'
/** What says who has a referral in hand, or that nobody has. */
const HOLDS: readonly EventKind[] = ['referral-claimed', 'handover-accepted', 'referral-released']
const TELLS: readonly EventKind[] = ['contact-received', 'referral-made', 'pac-submitted', 'referral-facts-added']

/** ref-crime-999: a live emergency never waits for somebody to notice it. The duty is the inspection's, the fifteen minutes are a default. */
export const emergencyClaim: TimescaleRule = {
  form: 'clock',
  id: 'mash/emergency-claim',
  alert: 'emergency-unclaimed',
  breach: true,
  title: 'Live emergency taken in hand',
  plain: 'A child in danger now or a recent rape, whoever the suspect, stands on top of the queue until one named person has it: fifteen minutes from receipt, at any hour. It stands beside the 999 call and never for it.',
  meets: 'Somebody claims it; or a decision, an allocation or a strategy discussion.',
  clause: 'ref-crime-999',
  owedBy: 'mash',
  opens: 'each',
  parameters: [PARAMETER],
  starts(event, history) {
    const told = toldBy(event, history)
    if (told === null) return null
    return {
      by: event, from: startOf(event), duration: durationOf(history.packAt(event), PARAMETER), parameter: PARAMETER,
      because: [told === 'recent-rape' ? 'it tells of a recent rape' : 'it says that a child is in danger now', ...(event.kind === 'referral-released' ? ['it was given back to the queue'] : [])],
    }
  },
  stops(event, clock, history) {
    switch (event.kind) {
      case 'referral-claimed': case 'handover-accepted': case 'case-allocated': case 'strategy-discussion-held':
        return sameReferral(event, clock.by) ? { how: 'met' } : null
      case 'referral-decided': return sameMatter(event, clock.by, history) && !isRecordedAfter(clock.by, event) ? { how: 'met' } : null
      // Whoever makes a contact a referral has it in hand; the referral starts a clock of its own.
      case 'referral-made': return clock.by.referralId !== null && textOf(event, 'contact_id') === clock.by.referralId ? { how: 'met' } : null
      case 'referral-facts-added': return sameReferral(event, clock.by) && textOf(event, 'emergency') === 'none' ? { how: 'ended', why: 'no-emergency' } : null
      default: return null
    }
  },
}

/** The emergency that this event makes known where nobody has the referral, or null. Giving an emergency back to the queue starts it anew. */
function toldBy(event: PolicyEvent, history: History): string | null {
  if (event.kind === 'referral-released') return standing(event, history)
  if (!TELLS.includes(event.kind)) return null
  const told = emergencyOf(event)
  if (told === null || event.kind !== 'referral-facts-added') return told
  return standing(event, history) !== null || isHeld(event, history) ? null : told
}

/** What was last said of this referral before `event`: an emergency, or null for none. */
function standing(event: PolicyEvent, history: History): string | null {
  const last = history.events.findLast((earlier) => TELLS.includes(earlier.kind) && sameReferral(earlier, event) && isAfter(event, earlier) && textOf(earlier, 'emergency') !== null)
  return last === undefined ? null : emergencyOf(last)
}

function isHeld(event: PolicyEvent, history: History): boolean {
  const last = history.events.findLast((earlier) => HOLDS.includes(earlier.kind) && sameReferral(earlier, event) && isAfter(event, earlier))
  return last !== undefined && last.kind !== 'referral-released'
}

/** Receipt; for a contact made a referral, the moment it became one: the contact's own clock ran from receipt. */
function startOf(event: PolicyEvent): Date {
  if (event.kind === 'referral-released' || event.kind === 'referral-facts-added') return event.at
  return textOf(event, 'contact_id') === null ? momentOf(event, 'received_at') : event.recordedAt
}
