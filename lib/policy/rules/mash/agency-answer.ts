import { sameReferral } from '../../decisions'
import { instantOf, textOf, type PolicyEvent } from '../../events'
import { closesMatter } from '../../matter'
import type { TimescaleRule } from '../../rule'

/** mash-info-return: an agency that was asked answers by the time the question gives it (Merton guide; Bromley 2015 L69). */
export const agencyAnswer: TimescaleRule = {
  form: 'clock',
  id: 'mash/agency-answer',
  alert: 'information-request-overdue',
  breach: true,
  title: 'Answer of an agency that was asked',
  plain: 'An agency that the MASH asked about a child answers by the time the question gives: what it holds, that it holds nothing, or why it will not share.',
  meets: 'The agency’s answer: what it holds, that it holds nothing, or a refusal with its reason.',
  clause: 'mash-info-return',
  owedBy: 'asked-agency',
  opens: 'each',
  parameters: [],
  starts(event) {
    if (event.kind !== 'information-requested') return null
    const dueAt = instantOf(event, 'due')
    if (dueAt === null) return null
    const agency = textOf(event, 'agency')
    return {
      by: event, from: event.at, duration: { unit: 'given' }, dueAt, parameter: null, item: requestOf(event),
      // What was asked is read where the words are: a duty's explanation is read where the child is restricted, too.
      because: [agency === null ? 'an agency was asked for what it holds' : `${agency.replaceAll('-', ' ')} was asked for what it holds`, 'the question gives its own time'],
    }
  },
  stops(event, clock, history) {
    const same = requestOf(event) === requestOf(clock.by)
    if (event.kind === 'information-answered' && same) return { how: 'met' }
    if (event.kind === 'information-request-withdrawn' && same) return { how: 'ended', why: 'withdrawn' }
    // Nobody waits for it any more; a decision that goes on to protection still does.
    return closesMatter(event, history) && sameReferral(event, clock.by) ? { how: 'ended', why: 'matter-closed' } : null
  },
}

const requestOf = (event: PolicyEvent): string => textOf(event, 'request_id') ?? event.id
