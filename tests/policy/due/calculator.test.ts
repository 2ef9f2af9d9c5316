import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allBankHolidays } from '@/lib/policy/calendar/bank-holidays'
import { clause } from '@/lib/policy/clauses'
import { BASELINE, DURATION_PARAMETERS, packNamed } from '@/lib/policy/packs'
import { CALCULABLE } from '@/lib/policy/due/calculable'
import { answer, answerLine, listLines } from '@/lib/policy/due/calculator'
import { DUTY_RULES } from '@/lib/policy/rules'

const ask = (rule: string, starts: string, facts: Record<string, unknown> = {}) => answer({ rule, starts, ...facts })
const dueOf = (rule: string, starts: string, facts: Record<string, unknown> = {}) => {
  const a = ask(rule, starts, facts)
  return 'error' in a ? `error: ${a.error}` : a.due
}
const MONDAY = '2016-05-16T09:00:00+01:00'

describe('the calculator', () => {
  it('answers the example of its contract', () => {
    expect(ask('strategy-discussion/standard', '2026-04-02T16:30:00+01:00')).toEqual({
      rule: 'strategy-discussion/standard', due: '2026-04-09T23:00:00.000Z', clause: 'sd-default', certainty: 'A', pack: 'mps-2016',
      packVersion: '1', parameter: 'strategy.standard', duration: '3 working days', dayEnd: true,
      skipped: ['2026-04-03', '2026-04-04', '2026-04-05', '2026-04-06'],
    })
  })

  it.each([
    ['strategy-discussion/force-24h', {}, '2016-05-17T08:00:00.000Z', 'sd-mps-24h'],
    ['strategy-discussion/same-day', {}, '2016-05-16T23:00:00.000Z', 'sd-serious-harm'],
    ['strategy-discussion/same-day', { concern: 'penetrative-abuse' }, '2016-05-16T23:00:00.000Z', 'sd-penetrative'],
    ['strategy-discussion/immediate-action', {}, '2016-05-17T23:00:00.000Z', 'sd-immediate-action'],
    ['strategy-discussion/standard', {}, '2016-05-19T23:00:00.000Z', 'sd-default'],
    ['strategy-discussion/complex', {}, '2016-05-23T23:00:00.000Z', 'sd-complex'],
    ['strategy-discussion/two-agency-followup', {}, '2016-05-23T23:00:00.000Z', 'sd-two-agency-call'],
    ['strategy-discussion/circulation', {}, '2016-05-17T23:00:00.000Z', 'sd-record'],
    ['referral/decision', {}, '2016-05-17T23:00:00.000Z', 'ref-decision'],
    ['referral/acknowledgement', {}, '2016-05-17T23:00:00.000Z', 'ref-ack'],
    ['referral/written-followup', {}, '2016-05-17T08:00:00.000Z', 'ref-written-followup'],
    ['mash/assessment', {}, '2016-05-17T23:00:00.000Z', 'mash-rag-amber'],
    ['mash/assessment', { rag: null }, '2016-05-17T23:00:00.000Z', 'mash-rag-amber'],
    ['mash/assessment', { rag: 'amber' }, '2016-05-17T23:00:00.000Z', 'mash-rag-amber'],
    ['mash/assessment', { rag: 'red' }, '2016-05-16T12:00:00.000Z', 'mash-rag-red'],
    ['mash/assessment', { rag: 'green' }, '2016-05-19T23:00:00.000Z', 'mash-rag-green'],
    ['mash/red', {}, '2016-05-16T12:00:00.000Z', 'mash-rag-red'],
    ['mash/amber', {}, '2016-05-17T23:00:00.000Z', 'mash-rag-amber'],
    ['mash/green', {}, '2016-05-19T23:00:00.000Z', 'mash-rag-green'],
    ['contact/unactioned', { urgency: 'high' }, '2016-05-16T09:00:00.000Z', 'contact-action'],
    ['contact/unactioned', {}, '2016-05-17T08:00:00.000Z', 'contact-action'],
    ['allocation/named-worker', {}, '2016-05-17T23:00:00.000Z', 'allocation'],
    ['allocation/named-worker', { urgency: 'high' }, '2016-05-17T08:00:00.000Z', 'allocation'],
    ['allocation/named-worker', { concern: 'serious-injury' }, '2016-05-17T08:00:00.000Z', 'allocation'],
    ['allocation/named-worker', { concern: 'trafficking' }, '2016-05-17T23:00:00.000Z', 'allocation'],
    ['child/seen', { concern: 'trafficking' }, '2016-05-17T08:00:00.000Z', 'child-seen'],
    ['child/seen', { concern: 'cse' }, '2016-05-19T23:00:00.000Z', 'child-seen'],
    ['referral/to-csc', { concern: 'serious-neglect' }, '2016-05-16T12:00:00.000Z', 'csc-referral'],
    ['action/own-date', { due: '2016-06-01' }, '2016-06-01T23:00:00.000Z', 'action-overdue'],
    ['action/own-date', { due: '2016-06-01T10:00:00+01:00' }, '2016-06-01T09:00:00.000Z', 'action-overdue'],
    ['assessment/complete', {}, '2016-07-19T23:00:00.000Z', 'assess-45'],
    ['conference/initial', {}, '2016-06-07T23:00:00.000Z', 'icpc-15'],
    ['conference/first-review', {}, '2016-08-16T23:00:00.000Z', 'rcpc-3m'],
    ['police-protection/expiry', {}, '2016-05-19T08:00:00.000Z', 's46-72h'],
    ['missing/return-home-interview', {}, '2016-05-19T08:00:00.000Z', 'mis-rhi-72h'],
    ['missing/safe-and-well', { level: 'high' }, '2016-05-16T09:00:00.000Z', 'mis-safe-well'],
    ['emergency-protection-order/expiry', {}, '2016-05-23T23:00:00.000Z', 'epo-8d'],
    ['offender/next-visit', { risk: 'low' }, '2017-05-16T23:00:00.000Z', 'rso-visit-low'],
  ])('%s %j', (rule, facts, due, clauseId) => {
    expect(ask(rule, MONDAY, facts)).toMatchObject({ rule, due, clause: clauseId })
  })

  it('keeps the true receipt out of hours', () => {
    expect(dueOf('referral/decision', '2016-05-20T18:00:00+01:00')).toBe('2016-05-23T23:00:00.000Z')
    expect(dueOf('referral/decision', '2016-05-21T12:00:00+01:00')).toBe('2016-05-23T23:00:00.000Z')
    expect(dueOf('strategy-discussion/same-day', '2016-05-21T23:58:00+01:00')).toBe('2016-05-21T23:00:00.000Z')
    expect(ask('referral/decision', '2016-05-21T12:00:00+01:00')).toMatchObject({ skipped: ['2016-05-22'] })
    expect(ask('referral/decision', '2016-05-20T18:00:00+01:00')).toMatchObject({ skipped: ['2016-05-21', '2016-05-22'] })
  })

  it('reads any offset as the same instant', () => {
    const same = ['2026-07-01T00:30:00+01:00', '2026-06-30T23:30:00Z', '2026-06-30T19:30:00-04:00', '2026-07-01T05:00:00+05:30', '2026-06-30T23:30Z', '2026-06-30T23:30:00.000+0000']
    expect(new Set(same.map((starts) => dueOf('referral/decision', starts)))).toEqual(new Set(['2026-07-02T23:00:00.000Z']))
    expect(dueOf('strategy-discussion/force-24h', '2026-06-30T23:30:00.1234Z')).toBe('2026-07-01T23:30:00.123Z')
  })

  it('tells the two instants of the repeated hour apart', () => {
    expect(dueOf('strategy-discussion/force-24h', '2026-10-25T01:30:00+01:00')).toBe('2026-10-26T00:30:00.000Z')
    expect(dueOf('strategy-discussion/force-24h', '2026-10-25T01:30:00+00:00')).toBe('2026-10-26T01:30:00.000Z')
  })

  it.each([
    [{ rule: 'referral/decision', starts: '2026-07-01T10:00:00' }, /offset/],
    [{ rule: 'referral/decision', starts: '2026-07-01' }, /form/],
    [{ rule: 'referral/decision', starts: '2026-02-30T10:00:00Z' }, /does not exist/],
    [{ rule: 'referral/decision', starts: '2027-02-29T10:00:00Z' }, /does not exist/],
    [{ rule: 'referral/decision', starts: '2026-07-01T24:00:00Z' }, /time of day/],
    [{ rule: 'referral/decision', starts: '2026-07-01T10:60:00Z' }, /time of day/],
    [{ rule: 'referral/decision', starts: '2026-07-01T10:00:00+15:00' }, /offset/],
    [{ rule: 'referral/decision', starts: 1_780_000_000_000 }, /not a text/],
    [{ rule: 'referral/decision' }, /"starts" is missing/],
    [{ starts: MONDAY }, /"rule" is missing/],
    [{ rule: 'referral/nothing', starts: MONDAY }, /No rule/],
    [{ rule: 'constructor', starts: MONDAY }, /No rule/],
    [{ rule: 'mash/assessment', starts: MONDAY, rag: 'blue' }, /blue/],
    [{ rule: 'mash/assessment', starts: MONDAY, rag: 'purple' }, /rag/],
    [{ rule: 'child/seen', starts: MONDAY, concern: 'serious-injry' }, /concern/],
    [{ rule: 'dispute/next-stage', starts: MONDAY, unsafe: 'yes' }, /true, false or null/],
    [{ rule: 'offender/next-visit', starts: MONDAY }, /needs "risk"/],
    [{ rule: 'action/own-date', starts: MONDAY }, /"due" is missing/],
    [{ rule: 'action/own-date', starts: MONDAY, due: '2026-02-30' }, /"due"/],
    [{ rule: 'referral/decision', starts: MONDAY, pack: 'nonsense' }, /No pack/],
    [{ rule: 'referral/decision', starts: '2028-12-31T10:00:00Z' }, /2029-01-01/],
    [{ rule: 'strategy-discussion/force-24h', starts: '9998-12-31T23:00:00Z', pack: 7 }, /not a text/],
    [[], /object/], [null, /object/], ['referral/decision', /object/],
  ])('refuses %j in words', (question, why) => {
    const a = answer(question)
    expect('error' in a ? a.error : a).toMatch(why)
  })

  it('gives back an id, whatever it is, with answers and errors', () => {
    for (const id of [7, 'a', null, { x: 1 }, 0, false]) {
      expect(answer({ id, rule: 'referral/decision', starts: MONDAY })).toMatchObject({ id, rule: 'referral/decision' })
      expect(answer({ id, rule: 'nothing', starts: MONDAY })).toMatchObject({ id })
    }
    expect('id' in answer({ rule: 'referral/decision', starts: MONDAY })).toBe(false)
  })

  it('refuses only where a working day is to be counted outside the holiday data', () => {
    expect(dueOf('strategy-discussion/force-24h', '2028-12-31T10:00:00Z')).toBe('2029-01-01T10:00:00.000Z')
    expect(dueOf('strategy-discussion/same-day', '2035-08-01T10:00:00+01:00')).toBe('2035-08-01T23:00:00.000Z')
    expect(dueOf('conference/later-review', '2028-12-31T10:00:00Z')).toBe('2029-06-30T23:00:00.000Z')
    expect(dueOf('referral/decision', '2028-12-28T10:00:00Z')).toBe('2028-12-30T00:00:00.000Z')
    expect(dueOf('referral/decision', '2028-12-29T10:00:00Z')).toMatch(/^error/)
  })

  it('takes the pack by name', () => {
    expect(ask('referral/decision', MONDAY, { pack: 'app-2017+wt-2023' })).toMatchObject({ pack: 'app-2017+wt-2023', packVersion: '1+1' })
  })

  it('answers anything at all with one line of JSON that is an answer or an error', () => {
    const rules = fc.constantFrom(...CALCULABLE.map((c) => c.rule))
    const questions = fc.oneof(fc.jsonValue(), fc.record({
      rule: fc.oneof(rules, fc.string()), starts: fc.oneof(fc.date({ noInvalidDate: true }).map((d) => d.toISOString()), fc.string(), fc.jsonValue()),
      rag: fc.option(fc.oneof(fc.constant('red'), fc.jsonValue())), due: fc.option(fc.string()), pack: fc.option(fc.string()),
    }, { requiredKeys: [] })).map((q) => JSON.stringify(q))
    fc.assert(fc.property(fc.oneof(questions, fc.string()), (line) => {
      const text = answerLine(line)
      expect(text).not.toContain('\n')
      const a = JSON.parse(text) as Record<string, unknown>
      expect('due' in a).not.toBe('error' in a)
    }), { numRuns: 2000 })
  })

  it('counts skipped and counted days to the whole of the time between', () => {
    const closed = new Set(allBankHolidays().map((h) => h.date as string))
    const zone = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' })
    const starts = fc.date({ min: new Date('2010-01-01T00:00:00Z'), max: new Date('2028-11-30T00:00:00Z'), noInvalidDate: true })
    fc.assert(fc.property(starts, (start) => {
      const a = ask('conference/reconvened', start.toISOString())
      if ('error' in a) throw new Error(a.error)
      const between: string[] = []
      const last = zone.format(new Date(Date.parse(a.due) - 1))
      for (let noon = Date.parse(`${zone.format(start)}T12:00:00Z`) + 86_400_000; ; noon += 86_400_000) {
        const day = new Date(noon).toISOString().slice(0, 10)
        between.push(day)
        if (day === last) break
      }
      const off = between.filter((day) => [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()) || closed.has(day))
      expect(a.skipped).toEqual(off)
      expect(between.length - off.length).toBe(10)
    }), { numRuns: 300 })
  })
})

describe('the list', () => {
  it('tells every timescale with clause, duration, certainty and pack', () => {
    const lines = listLines(BASELINE).map((line) => JSON.parse(line) as Record<string, string>)
    expect(lines).toHaveLength(CALCULABLE.length)
    for (const line of lines) {
      for (const key of ['rule', 'clause', 'duration', 'certainty', 'pack', 'packVersion', 'source', 'edition']) expect(line[key], `${line['rule']} ${key}`).toBeTypeOf('string')
      expect(() => clause(line['clause'] ?? '')).not.toThrow()
    }
    expect(lines.find((l) => l['rule'] === 'strategy-discussion/standard')).toMatchObject({ clause: 'sd-default', duration: '3 working days', certainty: 'A', pack: 'mps-2016' })
    expect(lines.find((l) => l['rule'] === 'mash/assessment')).toMatchObject({ duration: '1 working day', alternatives: [{ parameter: 'mash.decision.red', duration: '4 hours' }, { duration: '3 working days' }] })
    expect(JSON.parse(listLines(packNamed('wt-2023'))[0] ?? '')).toMatchObject({ pack: 'wt-2023' })
  })

  it('has each name once, and offers every deadline of the pack', () => {
    expect(new Set(CALCULABLE.map((c) => c.rule)).size).toBe(CALCULABLE.length)
    const offered = new Set(CALCULABLE.flatMap((c) => c.parameters))
    const kept = ['strategy.standing', 'strategy.standing.concern', 'absent.callback-interval.longest', 'repeat-missing.long-episode']
    const deadlines = DURATION_PARAMETERS.filter((id) => BASELINE.parameters[id].tighter === 'shorter' && !kept.includes(id))
    expect(deadlines.filter((id) => !offered.has(id))).toEqual([])
  })

  it('agrees with the rules that run on a child’s history', () => {
    for (const rule of DUTY_RULES) {
      if (rule.form !== 'clock') continue
      const c = CALCULABLE.find((one) => one.rule === rule.id)
      expect(c, `${rule.id} cannot be asked for`).toBeDefined()
      if (c === undefined || rule.parameters.length === 0) continue
      expect([...rule.parameters].sort(), rule.id).toEqual([...c.parameters].sort())
      expect(rule.clause, rule.id).toBe(BASELINE.parameters[c.parameters[0] ?? 'ref.ack'].clause)
    }
  })
})
