import type { Actor } from '@/lib/access/actor'
import { mayEver } from '@/lib/access/permissions'
import { boroughsAt, figureBoroughs } from '@/lib/access/visibility'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { boroughWords } from '@/lib/wording/boroughs'
import { joined } from '@/lib/wording/lists'
import { CITY } from './count'
import { momentsOf, stretchWords, type Moments, type Period } from './moments'
import type { Frame } from './view'

/** Whose figures, and whose lists, a question reaches. */
export interface Scope {
  /** Boroughs whose figures open to the actor, the City apart where there are others. */
  readonly codes: readonly string[]
  readonly city: boolean
  /** Police force whose boroughs are added up. */
  readonly force: 'met' | 'city'
  readonly borough: string | null
  /** Boroughs that are counted together. */
  readonly counted: readonly string[]
  readonly guarded: boolean
  readonly exports: boolean
  readonly moments: Moments
  readonly period: Period
  listed(code: string | null): boolean
}

export interface Question {
  readonly period: Period
  readonly borough: string | null
  readonly day: string | null
}

/** Null for who has no figures. A borough out of reach reads as none chosen. */
export function scopeOf(actor: Actor, asked: Question, now: Date): Scope | null {
  const reach = figureBoroughs(actor)
  const all = reach.includes('*') ? [...BOROUGH_CODES] : reach
  if (all.length === 0) return null
  const lists = boroughsAt(actor, 'record')
  const open = (code: string): boolean => lists.includes('*') || lists.includes(code)
  const metropolitan = all.filter((code) => code !== CITY)
  const codes = metropolitan.length > 0 ? metropolitan : all
  const borough = asked.borough !== null && all.includes(asked.borough) ? asked.borough : null
  const guarded = !all.every(open)
  // Of one stretch only, where numbers are hidden: a shorter one, taken from a longer, would leave the small number that neither shows.
  const question = guarded ? { ...asked, period: 'year' as const } : asked
  return {
    codes, city: metropolitan.length > 0 && all.includes(CITY), force: borough === CITY || metropolitan.length === 0 ? 'city' : 'met', borough, guarded, exports: mayEver(actor, 'export-figures'), period: question.period,
    // Guarded, all are counted, so that what one page hides cannot be read from another.
    counted: borough === null || guarded ? (guarded && borough === CITY ? [CITY] : codes) : [borough],
    moments: momentsOf(question, now, guarded), listed: (code) => (code === null ? codes.every(open) : open(code)),
  }
}

/**
 * The boroughs counted beside the totals of a page that shows none of them: guarded, all, for a total can give a borough away; and how long, of the one
 * that is shown.
 */
export const besideTotals = (scope: Scope): { readonly boroughs: readonly string[]; readonly lines: readonly string[] } =>
  ({ boroughs: scope.guarded ? scope.counted : [], lines: scope.guarded && scope.borough !== null ? [scope.borough] : [] })

export function frameOf(scope: Scope, now: Date): Frame {
  const london = scope.codes.length === 32
  return {
    asked: { period: scope.period, borough: scope.borough, day: scope.moments.day },
    where: scope.borough !== null ? boroughWords(scope.borough) : london ? `London: 32 boroughs${scope.city ? ', the City apart' : ''}` : joined(scope.codes.map(boroughWords)),
    stretch: stretchWords(scope.moments, scope.period, now), guarded: scope.guarded, exports: scope.exports,
    boroughs: scope.codes.length + (scope.city ? 1 : 0) < 2 ? [] : [...scope.codes, ...(scope.city ? [CITY] : [])].map((code) => ({ value: code, label: boroughWords(code) })),
  }
}
