import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { countAs } from '@/lib/access/read-as'
import { dutyTable, entryTable } from './build'
import { dutyCounts, factCounts } from './count'
import { CONTENTS, DASHBOARDS, firstDashboard, LATER, type Dashboard } from './dashboards'
import { isDuty, measureCalled, MEASURES, type DutyMeasure, type FactMeasure } from './measures'
import { metricCalled } from './metrics'
import { momentsOf } from './moments'
import { counting, patient } from './patience'
import { recordedAsAt } from './recorded'
import { besideTotals, frameOf, scopeOf, type Question, type Scope } from './scope'
import { comparesBoroughs, standOut } from './stand-out'
import { localTargets } from './targets'
import type { DashboardView } from './view'

/** What is raised at once, or stands on a day, has no months. */
const STANDING: ReadonlySet<string> = new Set(MEASURES.filter((measure) => (isDuty(measure) ? measure.notice : measure.latest) === true).map(({ id }) => id))

/** What opens first for a borough manager is of a borough; to the London lead it is of London. */
const titleOf = (which: Dashboard, scope: Scope): string => (which !== 'manager' || scope.borough !== null || scope.codes.length === 1 ? CONTENTS[which].title : scope.codes.length === 32 ? 'London' : 'All boroughs')

/** The figures of one's own boroughs, or of London: what waits and is late now, what was in time, how it went month by month. Null for who has none. @throws BeingCounted */
export async function dashboard(actor: Actor, asked: Question & { readonly which: string | null }, now: Date): Promise<DashboardView | null> {
  const scope = scopeOf(actor, asked, now)
  if (scope === null) return null
  const which: Dashboard = DASHBOARDS.find((one) => one === asked.which) ?? firstDashboard(actor.memberships.map(({ role }) => role))
  const contents = CONTENTS[which]
  const duties = contents.duties.map(measureCalled).filter((one): one is DutyMeasure => one !== null && isDuty(one))
  const entries = contents.entries.map(measureCalled).filter((one): one is FactMeasure => one !== null && !isDuty(one))
  // The trend is of twelve months, whatever stretch is judged.
  const year: Scope = scope.period === 'year' ? scope : { ...scope, moments: momentsOf({ period: 'year', day: asked.day }, now, scope.guarded), period: 'year' }
  const { boroughs: guarding, lines } = besideTotals(scope)
  // Held against each other, each borough is counted too: to who has their lists as well.
  const boroughs = comparesBoroughs(scope) ? scope.codes : guarding
  const { recorded, rows, facts, yearRows, yearFacts, locals } = await counting(actor, {
    scope, title: titleOf(which, scope), measures: [...duties, ...entries], stretches: year === scope ? [scope.moments] : [scope.moments, year.moments], recorded: contents.recorded,
  }, now, () => countAs(actor, async (tx) => {
    // None waits for another.
    const [locals, recorded, rows, facts, yearRows, yearFacts] = await Promise.all([
      localTargets(tx, scope.moments.known),
      recordedAsAt(tx, scope, contents.recorded, now), dutyCounts(tx, duties, scope.moments, scope.counted, boroughs, lines), factCounts(tx, entries, scope.moments, scope.counted),
      year === scope ? null : dutyCounts(tx, duties, year.moments, year.counted, boroughs, lines), year === scope ? null : factCounts(tx, entries, year.moments, year.counted),
    ])
    return { locals, recorded, rows, facts, yearRows: yearRows ?? rows, yearFacts: yearFacts ?? facts }
  }, patient()))
  const [tables, counted] = [duties.map((measure) => dutyTable(measure, rows, scope, boroughs, locals, now)), entries.map((measure) => entryTable(measure, facts, scope, boroughs, now))]
  const trends = year === scope ? [tables, counted] : [duties.map((measure) => dutyTable(measure, yearRows, year, boroughs, locals, now)), entries.map((measure) => entryTable(measure, yearFacts, year, boroughs, now))]
  return {
    ...frameOf(scope, now), which, title: titleOf(which, scope), dashboards: DASHBOARDS.map((value) => ({ value, label: titleOf(value, scope) })),
    duties: tables.map(({ total }) => total), entries: counted.map(({ total }) => total),
    trends: trends.flat().map(({ trend }) => trend).filter((trend) => !STANDING.has(trend.measure) && trend.months.some((month) => month.judged !== 0)),
    recorded, missing: contents.recorded.filter((metric) => !recorded.some((one) => one.metric === metric)).map((metric) => metricCalled(metric)?.title ?? metric),
    outside: comparesBoroughs(scope) ? standOut(duties, tables) : null,
    central: which === 'manager' && !comparesBoroughs(scope),
    later: which === 'manager' || which === 'cait' ? LATER : [],
  }
}
