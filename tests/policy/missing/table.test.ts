import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { packNamed } from '@/lib/policy/packs'
import { tableRows, type Row } from '@/lib/policy/missing/table'
import { classificationDocument } from '@/lib/wording/classification-table'

/** What must be so, said here by itself and in another way than the panel does. */
function expected(row: Row): { state: Row['absent']['state']; clauses: string[]; proposed: 'medium' | 'high' } {
  const exploited = row.flag === 'flagged' || row.answer === 'yes'
  const clauses = [
    row.age === 'under-13' ? 'mis-u13' : '', exploited ? 'mis-cse-flag' : row.flag === 'removed-within-24-months' ? 'mis-cse-flag-removed' : '',
    row.risk !== 'none' || row.repeat === 'yes' ? 'mis-def-absent' : '',
  ].filter((clause) => clause !== '')
  const state = clauses.length === 0 ? 'open' : clauses.every((clause) => clause === 'mis-cse-flag-removed') ? 'needs-reason' : 'closed'
  const raised = row.age === 'under-13' || row.repeat === 'yes' || ['substance', 'unsafe-adult', 'to-others'].includes(row.risk)
  return { state, clauses, proposed: ['suicide', 'trafficking'].includes(row.risk) || (exploited && raised) ? 'high' : 'medium' }
}
const name = (row: Row): string => [row.age, row.flag, row.risk, row.repeat, row.answer].join(' · ')

const base = tableRows(packNamed('mps-2016'))
const later = tableRows(packNamed('app-2017'))

describe('the classification table, row by row', () => {
  it('has every combination once', () => {
    expect(base).toHaveLength(3 * 4 * 11 * 2 * 3)
    expect(new Set(base.map(name)).size).toBe(base.length)
  })

  it.each(base.map((row) => [name(row), row] as const))('mps-2016: %s', (_, row) => {
    const must = expected(row)
    expect(row.absent).toMatchObject({ state: must.state, reasonFrom: must.state === 'needs-reason' ? 'supervisor' : null })
    expect(row.absent.by.map((one) => one.clause)).toEqual(must.clauses)
    expect(row.missing.state).toBe('open')
    expect([row.floor, row.lowestOpen, row.proposed]).toEqual(['medium', 'medium', must.proposed])
  })

  it.each(later.map((row) => [name(row), row] as const))('app-2017: %s', (_, row) => {
    expect(row.absent.state).toBe('closed')
    expect(row.absent.by.map((one) => one.clause)).toEqual(['mis-def-app-2017', ...expected(row).clauses])
    expect([row.missing.state, row.floor, row.lowestOpen, row.proposed]).toEqual(['open', 'medium', 'medium', expected(row).proposed])
  })

  it('every refusal has words and a way forward', () => {
    for (const row of [...base, ...later]) for (const one of row.absent.by) expect(one.says.length * one.wayForward.length, name(row)).toBeGreaterThan(100)
  })

  it('is published as it is: run npm run -s docs', () => {
    expect(readFileSync('docs/classification-table.md', 'utf8')).toBe(classificationDocument())
  })
})
