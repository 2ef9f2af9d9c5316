import { dueAfter } from '@/lib/policy/calendar/duration'
import { endOfLondonDay, londonDate } from '@/lib/policy/calendar/london'

/** The lists of the supervisor's board beside the discussions, in the order of its tabs. */
export const LISTS = ['unallocated', 'unseen', 'suspects', 'reviews', 'minutes', 'other-children', 'disputes', 'handovers', 'overdue', 'today', 'emergencies'] as const
export type ListName = (typeof LISTS)[number]
export const isList = (word: string): word is ListName => (LISTS as readonly string[]).includes(word)

/** The lists that are duties of these alerts. The other four are a state (suspects, emergencies) or a stretch of time. */
export const ALERTS_OF: Readonly<Partial<Record<ListName, readonly string[]>>> = {
  unallocated: ['allocation-overdue'],
  unseen: ['child-not-seen', 'closure-waits-for-child'],
  reviews: ['supervisor-review-overdue', 'withdrawal-unreviewed', 'senior-review-outstanding'],
  minutes: ['strategy-record-not-circulated'],
  'other-children': ['linked-child-unassessed', 'household-child-unassessed', 'wider-risk-unassessed', 'wider-risk-to-check'],
  disputes: ['dispute-unresolved'],
  handovers: ['handover-not-accepted'],
}

/** The duties that every open case has for weeks ahead: they are listed when they come near, or nobody finds the others among them. */
export const LISTED_WHEN_NEAR: readonly string[] = ['supervisor-review-overdue']

export const whenNear = (now: Date): Date => dueAfter(now, { unit: 'working-days', n: 3 }).dueAt
export const untilTonight = (now: Date): Date => endOfLondonDay(londonDate(now))
