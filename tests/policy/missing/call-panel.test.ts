import { describe, expect, it } from 'vitest'
import { dueAfter } from '@/lib/policy/calendar/duration'
import { plainDate } from '@/lib/policy/calendar/london'
import type { ChildFacts, EventKind, PolicyEvent } from '@/lib/policy/events'
import { aged, contradicted, panelOfCall } from '@/lib/policy/missing/asked'
import { callFacts, panelNow } from '@/lib/policy/missing/panel'
import { QUESTIONS } from '@/lib/policy/missing/questions'
import { packInForce, packNamed, type Pack } from '@/lib/policy/packs'
import type { History } from '@/lib/policy/rule'

const NOW = new Date('2016-06-10T02:17:00Z')
const ago = (hours: number): Date => new Date(NOW.getTime() - hours * 3_600_000)

const event = (id: string, kind: EventKind, hours: number, detail: Record<string, unknown> = {}): PolicyEvent =>
  ({ id, kind, at: ago(hours), recordedAt: ago(hours), order: 1000 - hours, referralId: null, detail })

const history = (child: Partial<ChildFacts>, events: readonly PolicyEvent[], pack: Pack): History => ({
  child: { id: 'child', age: 15, ageDisputed: false, bornOn: null, lookedAfter: null, flags: [], planCategory: null, indicators: [], health: [], ...child },
  events: [...events].sort((a, b) => a.at.getTime() - b.at.getTime()), now: NOW, packAt: () => pack,
})

const CHILDREN: Readonly<Record<string, Partial<ChildFacts>>> = {
  'of fifteen': {}, 'of nine': { age: 9 }, 'of twelve': { bornOn: plainDate('2003-06-11'), age: 12 }, 'of thirteen today': { bornOn: plainDate('2003-06-10'), age: 13 }, 'whose age nobody knows': { age: null },
  flagged: { flags: ['cse-risk'] }, 'on a plan': { planCategory: 'neglect' }, 'with a health need': { health: ['Epilepsy'] }, 'flagged, who drinks': { flags: ['cse-risk'], indicators: ['alcohol-or-drugs'] },
}
const RECORDS: Readonly<Record<string, readonly PolicyEvent[]>> = {
  nothing: [],
  'two earlier times': [event('a', 'missing-reported', 600), event('b', 'child-returned', 590), event('c', 'missing-reported', 300, { answers: { substance: true } }), event('d', 'child-returned', 296)],
  'a report of exploitation': [event('a', 'referral-made', 400, { concern: 'cse' })],
  'a flag removed': [event('a', 'flag-changed', 900, { flag: 'cse-risk', change: 'added' }), event('b', 'flag-changed', 700, { flag: 'cse-risk', change: 'removed' })],
  'an open time away': [event('a', 'missing-reported', 13, { as: 'missing', answers: { harm: true, cse_risk: false } })],
}
type Answers = Record<string, boolean | null>
const ANSWERS: readonly Answers[] = [
  {}, ...QUESTIONS.flatMap(({ id }) => [{ [id]: true }, { [id]: false }, { [id]: null }]),
  { cse_risk: true, unsafe_adult: true }, { cse_risk: true, substance: false }, { out_of_character: true, harm: true, health: true }, { suicide_attempt: true, trafficking: true, medication: true, cse_risk: true },
  Object.fromEntries(QUESTIONS.map(({ id }) => [id, false])), Object.fromEntries(QUESTIONS.map(({ id }) => [id, true])),
]
const PACKS: Readonly<Record<string, Pack>> = { 'of 2016': packInForce(NOW), 'of 2017': packNamed('app-2017') }

describe('the panel that a browser draws from plain facts', () => {
  for (const [rules, pack] of Object.entries(PACKS)) {
    for (const [who, child] of Object.entries(CHILDREN)) {
      for (const [what, events] of Object.entries(RECORDS)) {
        it(`is the server’s own, for a child ${who} with ${what} under the rules ${rules}, whatever is answered`, () => {
          const known = history(child, events, pack)
          const facts = callFacts(known, { answers: {} })
          // Through the wire and back, as the browser has it.
          const { call, values } = JSON.parse(JSON.stringify(facts)) as typeof facts
          for (const answers of ANSWERS) expect(panelOfCall(call, values, answers), JSON.stringify(answers)).toEqual(panelNow(known, { answers }))
        })
      }
    }
  }

  it('takes the age of a child that nobody knows from what is typed', () => {
    for (const age of [null, 9, 12, 13, 17]) {
      const nobody = history({ id: '', age: null }, [], packInForce(NOW))
      const { call, values } = callFacts(nobody, { answers: {} })
      expect(panelOfCall(aged(call, age), values, {})).toEqual(panelNow(history({ id: '', age }, [], packInForce(NOW)), { answers: {} }))
    }
  })

  it('says where the caller’s no stands against the record', () => {
    const { call } = callFacts(history({ flags: ['cse-risk'], health: ['Epilepsy'] }, [], packInForce(NOW)), { answers: {} })
    expect(contradicted(call, { cse_risk: false, health: false, substance: false, harm: null }).map(({ why }) => why)).toEqual(['the child is flagged at risk of exploitation', 'a health need is on record'])
    expect(contradicted(call, { cse_risk: true })).toEqual([])
  })
})

describe('the hour asked about', () => {
  it('is the call’s: what came after it closes nothing then', () => {
    const known = history({}, [event('a', 'referral-made', 2, { concern: 'cse' })], packInForce(NOW))
    const absent = (hours: number): string | undefined => {
      const { call, values } = callFacts(known, { answers: {}, now: ago(hours) })
      return panelOfCall(call, values).classes.find(({ value }) => value === 'absent')?.state
    }
    expect([absent(3), absent(1)]).toEqual(['open', 'closed'])
    expect(dueAfter(ago(3), { unit: 'hours', n: 24 }).dueAt.getTime()).toBeGreaterThan(NOW.getTime())
  })
})
