import { answerOf, textOf, type PolicyEvent } from '../../events'
import { recordUpdateParameter } from '../../due/choosers'
import { durationOf } from '../../packs'
import type { TimescaleRule } from '../../rule'

/** record-update: work done and not on the record (HMIC 2016 L2112–2121: eleven days; L3265–3271). */
export const recordUpdate: TimescaleRule = {
  form: 'clock',
  id: 'record/update',
  alert: 'record-update-overdue',
  breach: true,
  title: 'Record brought up to date',
  plain: 'Work that was done is on the record within 24 hours, and what a meeting decided within two working days.',
  meets: 'The record brought up to date.',
  clause: 'record-update',
  owedBy: 'police',
  opens: 'each',
  parameters: ['record-update', 'record-update.meeting'],
  starts(event, history) {
    if (!isUnrecorded(event)) return null
    const parameter = recordUpdateParameter({ event: event.kind })
    return {
      by: event, from: event.at, duration: durationOf(history.packAt(event), parameter), parameter, item: event.id,
      because: [event.kind === 'meeting-held' ? 'what the meeting decided was not recorded' : 'what was done was not recorded'],
    }
  },
  stops(event, clock) {
    if (event.kind !== 'record-updated' || textOf(event, 'about') === 'written-confirmation') return null
    const of = textOf(event, 'of')
    return of === null || of === clock.by.id || of === clock.by.detail['ref'] || of === clock.by.detail['meeting_id'] ? { how: 'met' } : null
  },
}

function isUnrecorded(event: PolicyEvent): boolean {
  switch (event.kind) {
    case 'safe-and-well-check': case 'strategy-discussion-held': return answerOf(event, 'recorded') === false
    case 'meeting-held': return answerOf(event, 'decision_recorded') === false
    default: return false
  }
}
