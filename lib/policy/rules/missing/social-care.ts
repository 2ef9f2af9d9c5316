import { isAfter, textOf, type EventKind, type PolicyEvent } from '../../events'
import { knownAt } from '../../missing/as-known'
import { episodeDuring } from '../../missing/episode'
import { knownRisks } from '../../missing/known-risks'
import { gradeOf } from '../../missing/risk-proposed'
import type { ClockStart, History, TimescaleRule } from '../../rule'
import { isGrown } from '../grown'
import { classBy, endOf, startOf } from './start'

/** The authority where the child lives, and for a looked-after child the one that placed it (R220). */
export const AUTHORITIES = ['local', 'placing', 'responsible'] as const

const PASSES_ON: readonly EventKind[] = ['passed-to-csc', 'strategy-discussion-held']

/** mis-notify-csc: social care is told that the child is missing; at once for a looked-after child, one on a plan, or at high risk. */
export const socialCareTold: TimescaleRule = {
  form: 'clock',
  id: 'missing/social-care',
  alert: 'social-care-not-told',
  breach: true,
  title: 'Social care told that the child is missing',
  plain: 'Children’s social care is told of every missing child within 24 hours; within the hour for a child in care, on a protection plan or at high risk. For a child in care both are told: the authority where the child lives and the responsible one, in London or not.',
  meets: 'That authority told, with the name of whoever was told; for the local one also a referral or a strategy discussion.',
  clause: 'mis-notify-csc',
  owedBy: 'missing-unit',
  opens: 'once',
  parameters: ['missing.social-care', 'missing.social-care.at-once'],
  starts(event, history) {
    const stands = isGrown(event, history) ? null : classBy(event, history)
    if (stands === null || stands.now.class !== 'missing' || event.kind === 'child-returned') return null
    const high = gradeOf(event) === 'high'
    if (!stands.made && !high) return null
    const why = atOnce(event, history)
    const parameter = why === null ? 'missing.social-care' : 'missing.social-care.at-once'
    const authorities: readonly string[] = history.child.lookedAfter === true ? ['placing', 'responsible'] : ['local']
    return authorities.map((item): ClockStart => startOf(event, stands.episode, history, parameter, ['the child is missing', ...(why === null ? [] : [why])], { item }))
  },
  stops(event, clock, history) {
    if (event.kind === 'social-care-notified') {
      const told = textOf(event, 'authority')
      return told === null || told === clock.item || (clock.item === 'placing' && told === 'local') ? { how: 'met' } : null
    }
    const passed = PASSES_ON.includes(event.kind) || (event.kind === 'referral-made' && /^(csc|social|children['’]?s social|local authority|edt|emergency duty)/i.test(textOf(event, 'to') ?? ''))
    if (passed && clock.item !== 'responsible') return { how: 'met' }
    return endOf(event, 'missing', history)
  },
  // Every time away is told of: who was told the last time knows nothing of this one.
  stillAnswered(event, told, history) {
    const episode = episodeDuring(event, history)
    return episode !== null && !isAfter(episode.first, told)
  },
}

function atOnce(event: PolicyEvent, history: History): string | null {
  if (gradeOf(event) === 'high') return 'the risk is graded high'
  if (history.child.lookedAfter === true) return 'the child is looked after'
  return knownRisks(knownAt(event, history)).find((one) => one.risk === 'plan')?.why ?? null
}
