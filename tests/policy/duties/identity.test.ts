import { describe, expect, it } from 'vitest'
import { dutiesOf, isOpen } from '@/lib/policy/duties'
import type { PolicyEvent } from '@/lib/policy/events'
import { asParted, beforeParting, partedFrom, toTellAgain } from '@/lib/policy/identity'
import { joinChanges, joinedEvents } from '@/lib/policy/preview'
import { DUTY_RULES } from '@/lib/policy/rules'
import { discussion, historyOf, london, type Line } from '@/tests/support/story'

const contact = (id: string, when: string, more: Record<string, unknown> = {}): Line => ({ when, what: 'contact-received', with: { concern: 'neglect', ...more }, id })
const again = (id: string, of: string, when: string, join = 'j1'): Line => ({ when, what: 'contact-received', with: { concern: 'neglect', told_again_of: of, join, matched_from: 'gone' }, id, recorded: '2016-05-17 12:00' })
const matched = (when = '2016-05-17 12:00', join = 'j1'): Line => ({ when, what: 'person-matched', with: { matched_to: 'kept', join }, id: `m-${join}` })
const parted = (when = '2016-05-18 12:00', join = 'j1'): Line => ({ when, what: 'people-parted', with: { gone: 'gone', kept: 'kept', join }, id: `p-${join}` })
const idsOf = (events: readonly PolicyEvent[]): string[] => events.map((event) => event.id)
const at = london('2016-05-20 09:00')

describe('the kept record', () => {
  const lines = [contact('own', '2016-05-16 09:00'), again('told', 'c1', '2016-05-16 10:00'), parted(), contact('since', '2016-05-18 13:00')]
  const { events } = historyOf(lines)

  it('counts what was told of the other until they are parted, and from that moment on never', () => {
    const moment = london('2016-05-18 12:00')
    expect(idsOf(asParted(events, new Date(moment.getTime() - 1)))).toContain('told')
    expect(idsOf(asParted(events, moment))).not.toContain('told')
    expect(idsOf(asParted(events, at))).toEqual(['own', 'p-j1', 'since'])
  })

  it('keeps what was recorded on it meanwhile, and what was told under another joining', () => {
    const more = historyOf([...lines, again('other', 'c9', '2016-05-16 11:00', 'j2'), { when: '2016-05-17 15:00', what: 'child-seen', id: 'seen' }]).events
    expect(idsOf(asParted(more, at))).toEqual(['own', 'other', 'seen', 'p-j1', 'since'])
    expect([...partedFrom(more, at)]).toEqual(['told'])
  })

  it('is compared with what it was until the last parting', () => {
    expect(idsOf(beforeParting(events, at) ?? [])).toContain('told')
    const twice = historyOf([...lines, again('second', 'c1', '2016-05-16 10:00', 'j2'), parted('2016-05-19 12:00', 'j2')]).events
    expect(idsOf(beforeParting(twice, at) ?? []).filter((id) => ['told', 'second'].includes(id))).toEqual(['second'])
    expect(beforeParting(historyOf([contact('own', '2016-05-16 09:00')]).events, at)).toBe(null)
  })
})

describe('the record that went', () => {
  it('is owed again from its own start what the joining ended, once they are parted', () => {
    const lines = [contact('c1', '2016-05-16 09:00'), matched()]
    const owed = (story: readonly Line[]) => {
      const history = historyOf(story, { now: at })
      return dutiesOf({ ...history, events: asParted(history.events, at) }, DUTY_RULES)
    }
    const never = owed([contact('c1', '2016-05-16 09:00')])
    expect(owed(lines).filter(isOpen)).toEqual([])
    expect(owed([...lines, parted()]).map((duty) => [duty.key, duty.dueAt, duty.ended])).toEqual(never.map((duty) => [duty.key, duty.dueAt, duty.ended]))
    // Parted under another joining, it is still joined.
    expect(owed([...lines, parted('2016-05-18 12:00', 'j2')]).filter(isOpen)).toEqual([])
  })
})

describe('what is told again', () => {
  it('is what can start or stop a clock: no opening, no annulled start, nothing about the joining itself', () => {
    const { events } = historyOf([
      contact('c1', '2016-05-16 09:00'), contact('wrong', '2016-05-16 09:30'), { when: '2016-05-16 10:00', what: 'duty-annulled', with: { of: 'wrong', reason: 'wrong child' } },
      { when: '2016-05-16 11:00', what: 'record-opened' }, { when: '2016-05-16 12:00', what: 'record-updated', with: { about: 'matched' } }, { when: '2016-05-16 12:30', what: 'record-updated', with: { about: 'address' }, id: 'moved' }, matched(),
    ])
    expect(idsOf(toTellAgain(events))).toEqual(['c1', 'moved'])
  })
})

describe('what joining changes is said before it is done', () => {
  it('duties that end there, begin here from their own start, and are settled here', () => {
    const now = london('2016-05-17 12:00')
    const kept = historyOf([contact('own', '2016-05-16 09:00')], { now })
    const gone = historyOf([contact('c1', '2016-05-13 09:00', { concern: 'serious-injury' }), discussion('2016-05-16 15:00')], { now })
    const changes = joinChanges(kept, gone, DUTY_RULES)
    expect(changes.end.map((duty) => duty.key)).toEqual(dutiesOf(gone, DUTY_RULES).filter(isOpen).map((duty) => duty.key))
    // The discussion held on the other record answers the one that is owed here.
    expect(changes.settle.map((duty) => duty.rule.alert)).toContain('strategy-discussion-overdue')
    expect(changes.begin.every((duty) => duty.startsAt.getTime() <= now.getTime())).toBe(true)
    expect(joinedEvents(kept.events, gone.events, now).map((event) => event.at)).toEqual([london('2016-05-13 09:00'), london('2016-05-16 09:00'), london('2016-05-16 15:00')])
    expect(joinChanges(kept, historyOf([], { now }), DUTY_RULES)).toEqual({ end: [], begin: [], settle: [] })
  })
})
