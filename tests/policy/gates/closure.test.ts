import { describe, expect, it } from 'vitest'
import { closureUnresolvedRisk, unresolvedAt } from '@/lib/policy/gates/closure/unresolved-risk'
import { refusalsOf } from '@/lib/policy/gates'
import type { ChildFacts } from '@/lib/policy/events'
import { rulesAtTheEnd } from '@/tests/support/gated'
import { historyOf, london, type Line } from '@/tests/support/story'

const [UNSEEN, RISK, NO_CRIME] = ['closure-child-not-seen', 'closure-unresolved-risk', 'no-crime-without-police-enquiry']
const line = (what: Line['what'], more: Record<string, unknown> = {}, when = '2016-05-17 09:00'): Line => ({ when, what, with: more })
const contact = (more: Record<string, unknown> = {}): Line => line('contact-received', { concern: 'neglect', ...more }, '2016-05-16 09:00')
const seen = line('child-seen', { by: 'police', spoken_to: true })
const closed = (more: Record<string, unknown> = {}): Line => line('case-closed', { result: 'closed', ...more }, '2016-06-16 09:00')
const open = (...lines: Line[]) => {
  const history = historyOf(lines)
  const asked = history.events.at(-1)
  return asked === undefined ? [] : unresolvedAt(asked, { ...history, events: history.events.slice(0, -1) })
}
const rulesFor = (child: Partial<ChildFacts>, ...lines: Line[]): string[] => {
  const history = historyOf(lines, { child })
  const asked = history.events.at(-1)
  return asked === undefined ? [] : refusalsOf(asked, { ...history, events: history.events.slice(0, -1) }).map((refusal) => refusal.rule)
}

describe('closing with the child unseen', () => {
  it('is refused until the child was seen and spoken to', () => {
    expect(rulesAtTheEnd(contact(), closed())).toContain(UNSEEN)
    expect(rulesAtTheEnd(contact(), seen, closed())).toEqual([])
  })

  it.each<[Line, boolean]>([
    [line('child-seen', { spoken_to: false }), true], [line('child-seen'), true], [line('child-seen', { observed: true }), false], [line('child-interviewed'), false],
    [line('child-seen', { spoken_to: true, linked: true }), true], [line('family-contacted'), true], [line('safe-and-well-check', { seen: true, spoken_to: true }), false], [line('appointment-cancelled', { by: 'officer' }), true],
  ])('%j: refused %s', (act, refused) => expect(rulesAtTheEnd(contact(), act, closed()).includes(UNSEEN)).toBe(refused))

  it('a supervisor’s word that the child cannot be seen lets it close; anybody else’s does not', () => {
    const review = (more: Record<string, unknown>): Line => line('supervisor-review', more, '2016-06-01 09:00')
    for (const more of [{ not_seen_reason: 'in foster care abroad' }, { direction: 'child is abroad, close' }, { reason: 'The victim is now an adult' }]) {
      expect(rulesAtTheEnd(contact(), review(more), closed())).not.toContain(UNSEEN)
    }
    expect(rulesAtTheEnd(contact(), review({ direction: 'can be closed after advice' }), closed())).toContain(UNSEEN)
    expect(rulesAtTheEnd(contact(), closed({ rationale: 'untraceable' }))).toContain(UNSEEN)
    expect(rulesAtTheEnd(contact(), closed({ rationale: 'untraceable', by: 'detective sergeant' }))).not.toContain(UNSEEN)
  })

  it('seen in a case that was closed before is not seen in this one; nor long before the concern', () => {
    expect(rulesAtTheEnd(line('child-seen', { spoken_to: true }, '2016-05-01 09:00'), line('case-closed', {}, '2016-05-02 09:00'), contact(), closed())).toContain(UNSEEN)
    expect(rulesAtTheEnd(line('child-seen', { spoken_to: true }, '2016-05-15 23:59'), contact(), closed())).toContain(UNSEEN)
    expect(rulesAtTheEnd(line('child-seen', { spoken_to: true }, '2016-05-16 00:00'), contact(), closed())).not.toContain(UNSEEN)
  })

  it('images or an offender with no child identified have nobody to see', () => {
    for (const concern of ['indecent-images', 'offender-risk']) expect(rulesAtTheEnd(contact({ concern }), closed())).not.toContain(UNSEEN)
    expect(rulesAtTheEnd(contact({ concern: 'indecent-images' }), line('intelligence-checked', { concern: 'household-child' }), closed())).toContain(UNSEEN)
  })

  it('an adult from the beginning is no child; one who turned eighteen since was one', () => {
    expect(rulesFor({ adultSince: london('2016-05-16 00:00') }, contact(), closed())).not.toContain(UNSEEN)
    expect(rulesFor({ adultSince: london('2016-05-17 00:00') }, contact(), closed())).toContain(UNSEEN)
  })
})

describe('closing over an open risk', () => {
  it.each<[string, Line[], string[]]>([
    ['a suspect nobody knows', [contact({ suspect: 'unidentified' }), seen], ['suspect']],
    ['a suspect who was identified and left', [contact({ suspect: 'unidentified' }), seen, line('suspect-action', { action: 'identified' }), line('wider-risk-check', {}, '2016-05-18 09:00')], ['suspect']],
    ['a suspect decided against', [contact({ suspect: 'known' }), seen, line('suspect-action', { action: 'not-arrested' }), line('wider-risk-check', {}, '2016-05-18 09:00')], ['suspect']],
    ['a suspect interviewed, others not thought of', [contact({ suspect: 'known' }), seen, line('suspect-action', { action: 'interviewed' })], ['wider-risk']],
    ['a suspect interviewed, others checked', [contact({ suspect: 'known' }), seen, line('suspect-action', { action: 'interviewed' }), line('wider-risk-check', {}, '2016-05-18 09:00')], []],
    ['two suspects, one arrested', [contact({ suspect: 'suspect-1' }), line('information-received', { suspect: 'suspect-2' }), seen, line('suspect-action', { action: 'arrested', suspect: 'suspect-1' }), line('wider-risk-check', {}, '2016-05-18 09:00')], ['suspect']],
    ['a sibling not assessed', [contact({ linked_children: ['child-2'] }), seen], ['wider-risk']],
    ['a sibling assessed', [contact({ linked_children: ['child-2'] }), seen, line('child-seen', { linked: true })], []],
    ['missing and not back', [contact(), seen, line('missing-reported', {}, '2016-05-20 09:00')], ['whereabouts']],
    ['missing and back', [contact(), line('missing-reported', {}, '2016-05-20 09:00'), line('child-returned', {}, '2016-05-21 09:00'), line('child-seen', { spoken_to: true }, '2016-05-21 09:00')], []],
    ['never seen by anybody', [contact()], ['whereabouts']],
    ['an action not done', [contact(), seen, line('action-set', { action: 'contact the school', owner: 'csc' })], ['direction']],
    ['an action done', [contact(), seen, line('action-set', { action: 'contact the school' }), line('action-completed', { action: 'Contact the school' }, '2016-05-18 09:00')], []],
    ['a direction after which nothing was done', [contact(), seen, line('supervisor-review', { direction: 'trace the uncle' }, '2016-05-20 09:00')], ['direction']],
    ['a direction and work after it', [contact(), seen, line('supervisor-review', { direction: 'trace the uncle' }, '2016-05-20 09:00'), line('family-contacted', {}, '2016-05-21 09:00')], []],
    ['a direction to close', [contact(), seen, line('supervisor-review', { direction: 'can be closed after advice' }, '2016-05-20 09:00')], []],
    ['a contradiction', [contact(), seen, line('record-updated', { contradicts: 'the earlier record' }, '2016-05-20 09:00')], ['contradiction']],
    ['a contradiction resolved', [contact(), seen, line('record-updated', { contradicts: 'the earlier record' }, '2016-05-20 09:00'), line('record-updated', { resolves: 'the earlier record stands' }, '2016-05-21 09:00')], []],
    ['police protection that runs', [contact(), seen, line('police-protection', { change: 'taken' }, '2016-06-13 09:01')], ['protection']],
    ['police protection that has run out', [contact(), seen, line('police-protection', { change: 'taken' }, '2016-06-13 09:00')], []],
    ['police protection ended', [contact(), seen, line('police-protection', { change: 'taken' }, '2016-06-15 09:00'), line('police-protection', { change: 'ended' }, '2016-06-15 12:00')], []],
    ['police protection followed by an order', [contact(), seen, line('police-protection', { change: 'taken' }, '2016-06-15 09:00'), line('emergency-protection-order', {}, '2016-06-15 12:00')], []],
    ['sound work', [contact(), seen], []],
  ])('%s', (_name, lines, left) => {
    expect(open(...lines, closed())).toEqual(left)
    expect(rulesAtTheEnd(...lines, closed()).includes(RISK as string)).toBe(left.length > 0)
  })

  it('an inspector’s answer settles what cannot be done; a sergeant’s, or one without a rank, does not', () => {
    const answered = (rank: unknown): Line => line('supervisor-review', { rank, risks_answered: ['suspect'], reason: 'every line is exhausted' }, '2016-06-01 09:00')
    expect(open(contact({ suspect: 'unidentified' }), seen, answered('detective inspector'), closed())).toEqual([])
    for (const rank of ['sergeant', null]) expect(open(contact({ suspect: 'unidentified' }), seen, answered(rank), closed())).toEqual(['suspect'])
  })

  it('says what is open', () => {
    const history = historyOf([contact({ suspect: 'unidentified' }), seen, closed()])
    const [asked] = history.events.slice(-1)
    expect(asked === undefined ? null : closureUnresolvedRisk.refuses(asked, { ...history, events: history.events.slice(0, -1) })?.says).toContain('suspect has not been identified')
  })
})

describe('no crime', () => {
  it.each<[Line, boolean]>([
    [line('enquiry-visit', { by: 'csc', joint_agreed: true }), true], [line('enquiry-visit', { by: 'police' }), false], [line('enquiry-visit', { by: 'police and csc' }), false], [line('enquiry-visit'), false],
    [line('child-seen', { by: 'social worker', spoken_to: true }), true], [seen, false], [line('child-interviewed', { by: 'social worker' }), true], [line('child-interviewed', { by: 'SOIT officer' }), false],
    [line('suspect-action', { action: 'identified' }), true], [line('suspect-action', { action: 'spoken-to' }), false], [line('family-contacted', { by: 'police' }), true], [line('medical-examination', { done: true }), true],
  ])('after %j: refused %s', (act, refused) => expect(rulesAtTheEnd(contact(), act, closed({ result: 'no-crime' })).includes(NO_CRIME as string)).toBe(refused))

  it('is one of the results of closing, and no other asks for it', () => {
    expect(rulesAtTheEnd(contact(), closed({ result: 'no crime' }))).toContain(NO_CRIME)
    for (const result of ['closed', null, 'nfa']) expect(rulesAtTheEnd(contact(), closed({ result }))).not.toContain(NO_CRIME)
  })
})
