import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overdue } from '@/lib/policy/calendar/duration'
import { CONCERNS } from '@/lib/policy/concerns'
import { dutiesOf, isOpen, type Duty } from '@/lib/policy/duties'
import { EVENT_KINDS, type EventKind } from '@/lib/policy/events'
import { DUTY_RULES } from '@/lib/policy/rules'
import { historyOf, plus, london, QUORATE, type Line } from '@/tests/support/story'

const T0 = london('2016-03-21 09:00')
const detail = fc.record({
  concern: fc.constantFrom(...CONCERNS), urgency: fc.constantFrom('high', 'normal'), rag: fc.constantFrom('red', 'amber', 'green'),
  forensic_evidence: fc.boolean(), immediate_action: fc.boolean(), complex: fc.boolean(), reason: fc.constant('many children'), manager: fc.constant('Ms Idris'),
  staff_concerned: fc.boolean(), from: fc.constantFrom('school', 'public', 'csc', 'GP'), channel: fc.constantFrom('telephone', 'online'),
  outcome: fc.constantFrom('nfa', 's17', 's47'), by_role: fc.constantFrom('mash-decision-maker', 'police'), second_line: fc.boolean(), agrees: fc.boolean(),
  participants: fc.subarray([...QUORATE, 'education', 'fostering']), plan_recorded: fc.boolean(), change: fc.constantFrom('taken', 'ended', 'added'),
  category: fc.integer({ min: 0, max: 3 }), action: fc.constantFrom('medical', 'see the child', 'arrested', 'identified'), due: fc.constant(plus(T0, 3000).toISOString()),
  suspect: fc.constantFrom('known', 'unidentified', 'suspect-1', 'suspect-2'), linked_children: fc.subarray(['child-2', 'child-3']), spoken_to: fc.boolean(),
  recorded: fc.boolean(), linked: fc.boolean(), decision_recorded: fc.boolean(), level: fc.constantFrom('medium', 'high'), to: fc.constantFrom('police', 'csc'),
  cse_known: fc.boolean(), meeting: fc.constantFrom('MASE', 'MARAC'), new_offence: fc.boolean(), of: fc.constantFrom('e1', 'e2', 'e3'), complete: fc.boolean(),
}, { requiredKeys: [] })
/** The words that rules read, so that a random story is not mostly silence. */
const TELLING: readonly EventKind[] = EVENT_KINDS.filter((kind) => ['contact-received', 'referral-made', 'information-received', 'strategy-discussion-held', 'referral-decided',
  'second-line-given', 'rag-set', 'case-allocated', 'police-protection', 'cse-category-set', 'missing-reported', 'risk-assessed', 'action-set', 'action-completed',
  'meeting-held', 'case-closed', 'information-actioned', 'duty-annulled', 'police-challenge', 'referral-acknowledged', 'minutes-circulated', 'pac-submitted', 'emergency-protection-order', 'child-seen', 'wider-risk-check',
  'suspect-action', 'supervisor-review', 'complaint-withdrawn', 'record-updated', 'safe-and-well-check', 'child-returned', 'intelligence-checked', 'missing-risk-graded'].includes(kind))
const line = (kinds: readonly EventKind[], from = 0) => fc.record({
  when: fc.integer({ min: from, max: from + 30_000 }).map((minutes) => plus(T0, minutes)), what: fc.constantFrom(...kinds), with: detail,
  referral: fc.constantFrom(undefined, 'r1', 'r2'),
}).map(({ referral, ...rest }): Line => (referral === undefined ? rest : { ...rest, referral }))
const stories = fc.array(line(TELLING), { maxLength: 14 }).map((lines) => lines.map((told, index) => ({ ...told, id: `e${index}` })))

const duties = (lines: readonly Line[], now?: Date) => dutiesOf(historyOf(lines, now === undefined ? {} : { now }), DUTY_RULES)
const seen = (duty: Duty) => [duty.key, duty.dueAt.toISOString(), duty.met?.id ?? null, duty.ended?.by.id ?? null, duty.shortenedBy, duty.clause]

describe('recomputation', () => {
  it('is idempotent, and the order in which entries were written down does not matter', () => {
    fc.assert(fc.property(stories, fc.integer(), (lines, seed) => {
      const once = duties(lines).map(seen)
      expect(duties(lines).map(seen)).toEqual(once)
      // Instants differ, so that the order written is no part of the story.
      const apart = lines.map((told, index) => ({ ...told, when: new Date((told.when as Date).getTime() + index) }))
      const shuffled = [...apart].sort((a, b) => ((a.id.charCodeAt(1) * 31 + seed) % 7) - ((b.id.charCodeAt(1) * 31 + seed) % 7))
      expect(duties(shuffled).map(seen)).toEqual(duties(apart).map(seen))
    }), { numRuns: 150 })
  })

  it('gives every duty a key of its own, and closes it in one way at most', () => {
    fc.assert(fc.property(stories, (lines) => {
      const all = duties(lines)
      expect(new Set(all.map((duty) => duty.key)).size).toBe(all.length)
      for (const duty of all) {
        expect([duty.met !== null, duty.ended !== null, duty.shortenedBy !== null].filter(Boolean).length).toBeLessThanOrEqual(1)
        if (duty.shortenedBy !== null) expect(all.some((other) => other.key === duty.shortenedBy)).toBe(true)
        if (duty.shortens !== null) expect(all.find((other) => other.key === duty.shortens)?.shortenedBy).toBe(duty.key)
      }
      for (const rule of DUTY_RULES) {
        if (rule.form !== 'clock' || rule.opens !== 'once') continue
        const open = all.filter((duty) => duty.rule === rule && isOpen(duty))
        expect(new Set(open.map((duty) => duty.item)).size).toBe(open.length)
      }
    }), { numRuns: 150 })
  })

  it('no further fact makes the earliest open strategy discussion later', () => {
    const facts = line(['contact-received', 'referral-made', 'information-received', 'police-protection', 'missing-reported', 'cse-category-set', 'emergency-protection-order', 'referral-facts-added'], 30_001)
    const earliest = (all: readonly Duty[]) => Math.min(...all.filter((duty) => duty.rule.alert === 'strategy-discussion-overdue' && isOpen(duty)).map((duty) => duty.dueAt.getTime()))
    fc.assert(fc.property(stories, fc.array(facts, { minLength: 1, maxLength: 5 }), (lines, added) => {
      const told = added.map((fact, index) => ({ ...fact, id: `later${index}` }))
      expect(earliest(duties([...lines, ...told]))).toBeLessThanOrEqual(earliest(duties(lines)))
    }), { numRuns: 200 })
  })

  it('nothing that happens later takes a breach away, except an annulment by a supervisor', () => {
    const anything = line(TELLING.filter((kind) => kind !== 'duty-annulled'), 60_001)
    const now = plus(T0, 60_000)
    fc.assert(fc.property(stories, fc.array(anything, { minLength: 1, maxLength: 6 }), (lines, added) => {
      const told = added.map((fact, index) => ({ ...fact, id: `later${index}` }))
      const after = duties([...lines, ...told])
      for (const duty of duties(lines, now).filter((before) => isOpen(before) && overdue(before, now))) {
        const still = after.find((other) => other.key === duty.key)
        expect(still?.dueAt).toEqual(duty.dueAt)
        // Met or ended late, never as if it had been in time; and nothing later stands in its place.
        for (const closed of [still?.met?.at, still?.ended?.by.at]) if (closed !== undefined) expect(overdue(duty, closed)).toBe(true)
        const replacement = after.find((other) => other.key === still?.shortenedBy)
        if (still?.shortenedBy !== null) expect(replacement?.dueAt.getTime()).toBeLessThan(duty.dueAt.getTime())
      }
    }), { numRuns: 200 })
  })

  it('as at any moment: what was open then does not depend on what came after', () => {
    fc.assert(fc.property(stories, fc.integer({ min: 0, max: 30_000 }), (lines, minutes) => {
      const then = plus(T0, minutes)
      const before = lines.filter((told) => (told.when as Date).getTime() <= then.getTime())
      const at = duties(before, then)
      const later = duties(lines)
      for (const duty of at) expect(later.find((other) => other.key === duty.key)?.dueAt, duty.key).toEqual(duty.dueAt)
    }), { numRuns: 150 })
  })
})
