import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { countAs } from '@/lib/access/read-as'
import { clause } from '@/lib/policy/clauses'
import { addMonths, endOfLondonDay, londonDate, startOfLondonDay } from '@/lib/policy/calendar/london'
import { dutyTable, entryTable } from './build'
import { CITY, dutyCounts, factCounts } from './count'
import { twoCounts } from './limits'
import { isDuty, measureCalled, MEASURES } from './measures'
import { counting, patient, unlessTooLong } from './patience'
import { frameOf, scopeOf, type Question, type Scope } from './scope'
import { heldAgainst } from './stand-out'
import { localTargets } from './targets'
import type { EntryFigure, SideBySide } from './view'

/**
 * One measure, borough by borough, the City apart. Shares are held against London’s by Wilson’s limits, counts against the borough’s own year
 * before as two Poisson counts: a small borough is not shamed by chance. Null for who has no figures. @throws BeingCounted
 */
export async function sideBySide(actor: Actor, asked: Question & { readonly measure: string | null }, now: Date): Promise<SideBySide | null> {
  const scope = scopeOf(actor, { ...asked, borough: null }, now)
  const measure = measureCalled(asked.measure) ?? MEASURES[0]
  if (scope === null || measure === undefined) return null
  const boroughs = scope.codes
  const cityScope: Scope = { ...scope, force: 'city', codes: [CITY], listed: (code) => scope.listed(code ?? CITY) }
  const everyone = scope.city ? [...boroughs, CITY] : boroughs
  const shared = {
    ...frameOf(scope, now), measure: measure.id, title: measure.title, of: measure.of, clause: clause(measure.clause).source, measures: MEASURES.map(({ id, title }) => ({ value: id, label: title })),
  }
  const count = { scope, title: measure.title, measures: [measure], stretches: [scope.moments] }
  if (isDuty(measure)) {
    const [rows, locals] = await counting(actor, count, now, () => countAs(actor, (tx) => Promise.all([dutyCounts(tx, [measure], scope.moments, everyone), localTargets(tx, scope.moments.known)]), patient()))
    const table = dutyTable(measure, rows, scope, boroughs, locals, now)
    const london = table.total.exact
    return { ...shared, duties: table.lines.map(heldAgainst(measure, london)), entries: [], total: table.total, city: scope.city ? dutyTable(measure, rows, cityScope, [CITY], locals, now).lines[0] ?? null : null, london, yearBefore: 'none' }
  }
  // What stands on a day is held against nothing: a child in a category for two years is no rise.
  const before = measure.latest === true ? null : yearBefore(scope)
  const counted = (moments: Scope['moments']) => countAs(actor, (tx) => factCounts(tx, [measure], moments, everyone), patient())
  // As known of today, so nothing keeps it: where it takes too long the figures stand without it, for they are counted and it never would be.
  const [rows, earlier] = await Promise.all([counting(actor, count, now, () => counted(scope.moments)), before === null ? null : unlessTooLong(() => counted(before))])
  const table = entryTable(measure, rows, scope, boroughs, now, earlier)
  const held = (line: EntryFigure): EntryFigure => ({ ...line, standing: line.many === null || line.before === null || line.many + line.before === 0 ? null : twoCounts(line.many, line.before) })
  return { ...shared, duties: [], entries: table.lines.map(held), total: table.total, city: scope.city ? entryTable(measure, rows, cityScope, [CITY], now, earlier).lines[0] ?? null : null, london: null, yearBefore: before === null ? 'none' : earlier === null ? 'too-long' : 'beside' }
}

/** The same stretch twelve months earlier, by what is known at the same moment. */
function yearBefore({ moments }: Scope): Scope['moments'] {
  const back = (at: Date): Date => new Date(endOfLondonDay(addMonths(londonDate(at), -12)).getTime() - 1)
  return { ...moments, from: startOfLondonDay(addMonths(londonDate(moments.from), -12)), at: back(moments.at) }
}
