import { describe, expect, it } from 'vitest'
import { clause, CLAUSES, findClause } from '@/lib/policy/clauses'

/** The rows of the catalogue that this part of the product stands on, copied from it and kept apart from the code. */
const ROWS_A_AND_B = [
  'time-working-day', 'time-holiday-data', 'time-datefns-gap', 'time-same-day', 'time-out-of-hours', 'time-mash-hours',
  'time-hours-elapsed', 'time-beginning-with', 'time-conference-weekday', 'sd-threshold', 'sd-default', 'sd-serious-harm',
  'sd-penetrative', 'sd-immediate-action', 'sd-complex', 'sd-mps-24h', 'sd-quorum', 'sd-lac-fostering', 'sd-specialists',
  'sd-two-agency-call', 'sd-police-role', 'sd-record', 'sd-police-challenge', 'sd-mandatory-events', 'sd-repeat-missing',
  'sd-before-map-mase', 'sd-before-marac', 'ref-decision', 'ref-ack', 'ref-outcome-feedback', 'ref-written-followup',
  'ref-open-case', 'ref-crime-999', 'ref-outcomes', 'mash-rag-red', 'mash-rag-blue', 'mash-rag-change', 'mash-min-info',
  'mash-backlog-age', 'merlin-pac', 'merlin-levels', 'assess-45', 's47-start', 's47-outcome', 'icpc-15',
  'icpc-police-attend', 'rcpc-police-attend', 'conf-quorum', 'cpp-start', 'core-group-first', 'core-group-repeat', 'rcpc-3m',
  'rcpc-6m', 'rcpc-prebirth', 'police-riskcheck-6wk', 'cpp-duration-watch', 'escalation-dispute',
]
const ROWS_C = ['time-day-zero', 'sd-earliest-wins', 'sd-recompute', 'mash-rag-amber', 'mash-rag-green', 'mis-repeat-threshold', 'allocation', 'contact-action', 'child-seen', 'csc-referral', 'action-overdue']

describe('clauses', () => {
  it('hold every row of the catalogue that they must', () => {
    for (const id of ROWS_A_AND_B) expect(['A', 'B'], id).toContain(clause(id).certainty)
    for (const id of ROWS_C) expect(clause(id).certainty, id).toBe('C')
  })

  it('have each id once, and say something in every field', () => {
    expect(new Set(CLAUSES.map((c) => c.id)).size).toBe(CLAUSES.length)
    for (const c of CLAUSES) {
      for (const field of ['id', 'title', 'text', 'source', 'edition'] as const) expect(c[field].trim().length, `${c.id} ${field}`).toBeGreaterThan(3)
      expect(c.text, c.id).toMatch(/\.$/)
    }
  })

  it('cite the lines they stand on', () => {
    expect(clause('sd-default')).toMatchObject({ source: 'HMIC 2016, L2577–2580', edition: 'London Child Protection Procedures, 5th ed. 2015', certainty: 'A' })
    expect(clause('sd-mps-24h').source).toBe('HMIC 2016, L2642–2646')
  })

  it('are not invented for an unknown id', () => {
    expect(() => clause('sd-nothing')).toThrow(/No clause/)
    expect(findClause('sd-nothing')).toBeNull()
  })
})
