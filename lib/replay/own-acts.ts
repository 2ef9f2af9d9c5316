import 'server-only'
import type { EventKind } from '@/lib/policy/events'
import type { Outcome } from '@/lib/acts/outcome'
import { completeOne, setOne } from './acts/actions'
import { allocate } from './acts/allocate'
import { decide } from './acts/decide'
import { discuss } from './acts/discuss'
import { grade, recontact, report } from './acts/missing'
import { protect, see, step } from './acts/protect'
import { submit as submitPac } from './acts/submit-pac'
import { take } from './acts/take'
import type { HistoryEvent } from './history'
import type { Playing } from './play'

/**
 * How an event is done through the act made for it. An empty list or an answer that is neither accepted nor refused by
 * policy means: the act cannot carry what the history says, the plain chronology act records it.
 */
export type OwnAct = (playing: Playing, event: HistoryEvent) => Promise<readonly Outcome[]>

export const OWN_ACTS: Partial<Record<EventKind, OwnAct>> = {
  'contact-received': take,
  'referral-made': take,
  'pac-submitted': submitPac,
  'referral-decided': decide,
  'case-allocated': allocate,
  'strategy-discussion-held': discuss,
  'police-protection': protect,
  'child-seen': see,
  'missing-reported': report,
  'missing-risk-graded': grade,
  'informant-recontacted': recontact,
  'suspect-action': step,
  'action-set': setOne,
  'action-completed': completeOne,
}
