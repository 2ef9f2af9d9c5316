import { endOfLondonDay, londonDate, londonOffset } from '@/lib/policy/calendar/london'
import { dutiesOf, isOpen, type Duty } from '@/lib/policy/duties'
import type { ChildFacts, EventKind, PolicyEvent } from '@/lib/policy/events'
import { BASELINE, type Pack } from '@/lib/policy/packs'
import type { DutyRule, History } from '@/lib/policy/rule'
import { DUTY_RULES } from '@/lib/policy/rules'
import { inTime } from '@/lib/policy/calendar/duration'

/** '2016-05-16 09:00' as London's clocks show it. In the hour that comes twice in October: the first of the two. */
export function london(text: string): Date {
  const asUtc = new Date(`${text.replace(' ', 'T')}${text.length === 16 ? ':00' : ''}.000Z`)
  if (Number.isNaN(asUtc.getTime())) throw new Error(`"${text}" is no time`)
  const summer = new Date(asUtc.getTime() - 3_600_000)
  return londonOffset(summer) === 3_600_000 ? summer : asUtc
}

export const plus = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000)

export const CHILD: ChildFacts = {
  id: 'child-1', age: 11, ageDisputed: false, lookedAfter: null, flags: [], planCategory: null, indicators: [],
}

/** One line of a story: when (London), what, with what. `id` and `referral` where the story needs them. */
export interface Line {
  readonly when: string | Date
  readonly what: EventKind
  readonly with?: Readonly<Record<string, unknown>>
  readonly id?: string
  readonly referral?: string
  /** When it was put on record, where that was not when it happened. */
  readonly recorded?: string
}

/** `pack` stands throughout; `packAt` where the borough changed its pack in the middle of the story. */
interface Setting { readonly child?: Partial<ChildFacts>; readonly pack?: Pack; readonly packAt?: (event: PolicyEvent) => Pack; readonly now?: Date }

/** The lines as the policy reads them: in order of time, lines of one instant in the order written. */
export function historyOf(lines: readonly Line[], setting: Setting = {}): History {
  const told = lines.map((line, index) => ({ line, index, at: line.when instanceof Date ? line.when : london(line.when) }))
    .sort((a, b) => a.at.getTime() - b.at.getTime() || a.index - b.index)
  const events = told.map(({ line, at, index }, order): PolicyEvent => ({
    id: line.id ?? `e${index + 1}`, kind: line.what, at, recordedAt: line.recorded === undefined ? at : london(line.recorded), order, referralId: line.referral ?? null, detail: line.with ?? {},
  }))
  const last = events.at(-1)?.at ?? new Date(0)
  return { child: { ...CHILD, ...setting.child }, events, now: setting.now ?? last, packAt: setting.packAt ?? ((): Pack => setting.pack ?? BASELINE) }
}

/** Every duty of that alert (and basis, after a stroke: 'strategy-discussion-overdue/standard') in the order opened. */
export function owed(named: string, lines: readonly Line[], setting: Setting = {}, rules: readonly DutyRule[] = DUTY_RULES): Duty[] {
  const [alert, basis] = named.split('/')
  return dutiesOf(historyOf(lines, setting), rules)
    .filter((duty) => duty.rule.alert === alert && (basis === undefined || (duty.rule.form === 'clock' && duty.rule.basis === basis)))
}

export const open = (named: string, lines: readonly Line[], setting: Setting = {}): Duty[] => owed(named, lines, setting).filter(isOpen)

/** Met before it was late. */
export const metInTime = (duty: Duty | undefined): boolean => duty !== undefined && duty.met !== null && inTime(duty, duty.met.at)

/** The midnight that closes a London day. */
export const midnightClosing = (day: string): Date => endOfLondonDay(londonDate(london(`${day} 12:00`)))

/** The four of the minimum. */
export const QUORATE = ['social-worker', 'social-work-manager', 'health', 'police']
export const discussion = (when: string | Date, participants: readonly string[] | null = QUORATE, more: Record<string, unknown> = {}): Line =>
  ({ when, what: 'strategy-discussion-held', with: { ...(participants === null ? {} : { participants }), ...more } })
