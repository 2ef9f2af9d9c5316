import type { Line } from './story'

/** The lines of a time away, as short as a test reads best. Monday 16 May 2016, 09:00, unless another time is given. */
export const T0 = '2016-05-16 09:00'
export const reported = (more: Record<string, unknown> = {}, when: Line['when'] = T0): Line => ({ when, what: 'missing-reported', with: { by: 'care home', ...more } })
export const classed = (as: 'missing' | 'absent', when: Line['when'] = T0, more: Record<string, unknown> = {}): Line => ({ when, what: 'episode-classified', with: { as, by: 'despatch supervisor', ...more } })
export const graded = (level: string | null, when: Line['when'] = T0, more: Record<string, unknown> = {}): Line => ({ when, what: 'missing-risk-graded', with: { level, ...more } })
export const called = (when: Line['when'], answers: Record<string, unknown> = { cse_risk: false }, more: Record<string, unknown> = {}): Line => ({ when, what: 'informant-recontacted', with: { answers, ...more } })
export const back = (when: Line['when'], more: Record<string, unknown> = {}): Line => ({ when, what: 'child-returned', with: { how: 'returned', ...more } })
export const checked = (when: Line['when'], more: Record<string, unknown> = {}): Line => ({ when, what: 'safe-and-well-check', with: { seen: true, spoken_to: true, ...more } })
export const interviewed = (when: Line['when'], more: Record<string, unknown> = { offered: true, done: true }): Line => ({ when, what: 'return-home-interview', with: more })
export const before = (more: Record<string, unknown>): Line => ({ when: '2016-01-01 09:00', what: 'earlier-counts-stated', with: more })
/** Sixteen, and nothing known. */
export const SIXTEEN = { child: { age: 16 } } as const
