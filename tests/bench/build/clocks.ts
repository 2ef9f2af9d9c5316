import { clause } from '@/lib/policy/clauses'
import { dutyRule } from '@/lib/policy/rules'

/** The duties that the benchmark's London knows: hours as most of them have, and the band of a strategy discussion. What they say is what the rules say. */
const HOURS: Readonly<Record<string, { hours: number; dayEnd?: boolean; basis?: string }>> = {
  'contact/unactioned': { hours: 24 }, 'mash/assessment': { hours: 34, dayEnd: true }, 'referral/decision': { hours: 39, dayEnd: true },
  'strategy-discussion/force-24h': { hours: 24, basis: 'force-24h' }, 'strategy-discussion/standard': { hours: 87, dayEnd: true, basis: 'standard' },
  'strategy-discussion/circulation': { hours: 45, dayEnd: true }, 'strategy-discussion/quorum': { hours: 0 }, 'allocation/named-worker': { hours: 46, dayEnd: true }, 'child/seen': { hours: 105, dayEnd: true },
  'investigation/supervisor-review': { hours: 672 }, 'action/own-date': { hours: 192 }, 'missing/risk-grade': { hours: 1 }, 'missing/absent-callback': { hours: 3 }, 'missing/safe-and-well': { hours: 10 },
  'missing/return-home-interview': { hours: 72 }, 'missing/debrief-referred': { hours: 24 }, 'missing/repeat': { hours: 0 }, 'exploitation/assessment': { hours: 24 }, 'exploitation/hearing': { hours: 744 },
  'meeting/agency-absent': { hours: 0 }, 'meeting/research-missing': { hours: 0 },
}

/** Rows of `bench.clock`. @throws Error when a rule of the list is none any more. */
export function clocks(): Record<string, unknown>[] {
  return Object.entries(HOURS).map(([id, { hours, dayEnd = false, basis = null }]) => {
    const rule = dutyRule(id)
    if (rule === undefined) throw new Error(`no duty is called ${id}`)
    const { title, text, source, edition, certainty } = clause(rule.clause)
    return {
      rule: id, alert: rule.alert, basis, form: rule.form, task: rule.task ?? null, clause: rule.clause, owed_by: rule.owedBy, hours, day_end: dayEnd,
      explanation: {
        title: rule.title, plain: rule.plain, meets: rule.meets, because: ['invented for measuring'], days: [], startedByKind: 'referral-made', parameter: null, duration: `${hours} hours`,
        clause: { id: rule.clause, title, text, source, edition, certainty }, parameterCertainty: null, packTitle: 'London Child Protection Procedures, 5th edition 2015, and Metropolitan Police policy 2016',
      },
    }
  })
}
