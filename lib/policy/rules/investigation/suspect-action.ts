import { answerOf, instantOf, isAfter, textOf, type EventKind, type PolicyEvent } from '../../events'
import { durationOf } from '../../packs'
import type { ClockStart, History, TimescaleRule } from '../../rule'
import { hasKnownSuspect, mayBeSameSuspect, namedSuspects, namesAnotherSuspect } from '../../suspects'
import { isSupervisor } from '../../who'

const TOLD_BY: readonly EventKind[] = ['contact-received', 'referral-made', 'information-received', 'child-returned']
const DEALT_WITH: readonly string[] = ['arrested', 'interviewed', 'cawn-served', 'charged']

/** suspect.action: a known suspect is dealt with (HMIC 2016 L1014–1021, L3258–3263: seventeen days, four months, two and a half years). */
export const suspectAction: TimescaleRule = {
  form: 'clock',
  id: 'investigation/suspect-action',
  alert: 'suspect-action-overdue',
  breach: true,
  title: 'Suspect arrested, interviewed or warned',
  plain: 'A known suspect is arrested, interviewed, charged or served with a warning notice within seven days. A supervisor’s plan of arrest with a date puts that date in its place, while the time is not over.',
  meets: 'That suspect arrested, interviewed, charged or served with a warning notice; or an outcome given.',
  clause: 'suspect.action',
  owedBy: 'police',
  opens: 'once',
  parameters: ['suspect.action'],
  starts(event, history) {
    if (isArrestPlan(event)) return planned(event, history)
    if (!knowsSuspect(event)) return null
    const common = {
      by: event, from: event.at, duration: durationOf(history.packAt(event), 'suspect.action'), parameter: 'suspect.action' as const,
      because: [event.kind === 'suspect-action' ? 'the suspect was identified' : 'the suspect is known'],
    }
    const named = namedSuspects(event)
    return named.length === 0 ? common : named.map((suspect) => ({ ...common, item: suspect }))
  },
  stops(event, clock) {
    const done = event.kind === 'disposal-given' || (event.kind === 'suspect-action' && DEALT_WITH.includes(textOf(event, 'action') ?? ''))
    return done && mayBeSameSuspect(namedSuspects(event), clock.item === undefined ? [] : [clock.item]) ? { how: 'met' } : null
  },
  stillAnswered: (event, _done, history) => !['new_person', 'new_offence', 'new_place'].some((key) => answerOf(event, key) === true) && !namesAnotherSuspect(event, history),
}

const knowsSuspect = (event: PolicyEvent): boolean =>
  (TOLD_BY.includes(event.kind) ? hasKnownSuspect(event) : event.kind === 'suspect-action' && textOf(event, 'action') === 'identified')

/** A supervisor's own plan to arrest, with its date: said so, or a direction or an action in those words. Who made it not known: a supervisor. */
function isArrestPlan(event: PolicyEvent): boolean {
  if ((event.kind !== 'supervisor-review' && event.kind !== 'action-set') || dateOf(event) === null) return false
  const who = textOf(event, 'rank') ?? textOf(event, 'set_by') ?? textOf(event, 'by')
  if (event.kind === 'action-set' && who !== null && !isSupervisor(who)) return false
  return answerOf(event, 'arrest_plan') === true || ['direction', 'action', 'plan', 'arrest_plan', 'result'].some((key) => /\barrest/i.test(textOf(event, key) ?? ''))
}

const dateOf = (event: PolicyEvent): Date | null => instantOf(event, 'due') ?? instantOf(event, 'arrest_by') ?? instantOf(event, 'arrest_on')

/** The date in place of the seven days, for each suspect whose clock runs; a plan about nobody known starts nothing. */
function planned(event: PolicyEvent, history: History): readonly ClockStart[] {
  const dueAt = dateOf(event)
  if (dueAt === null) return []
  const of = namedSuspects(event)
  const before = history.events.filter((earlier) => isAfter(event, earlier) && knowsSuspect(earlier))
  const items = new Set(before.flatMap((earlier): (string | null)[] => (namedSuspects(earlier).length === 0 ? [null] : [...namedSuspects(earlier)])))
  const meant = [...items].filter((item) => mayBeSameSuspect(of, item === null ? [] : [item]))
  return meant.map((item) => ({
    by: event, from: event.at, duration: { unit: 'given' }, dueAt, dayEnd: answerOf(event, 'due_day_end') === true, parameter: null, clause: 'suspect.action', restates: true,
    because: ['a supervisor planned the arrest for a date'], ...(item === null ? {} : { item }),
  }))
}
