import { textOf, type PolicyEvent } from '../../events'
import { classSetBy } from '../../missing/class'
import { refusedOfAbsent } from '../../missing/panel'
import type { History } from '../../rule'
import type { Gate } from '../gate'

/** Who set the class: the rank, else the words for whoever did it. */
const whoSet = (event: PolicyEvent): string | null => textOf(event, 'rank') ?? textOf(event, 'by')
const reasonFor = (event: PolicyEvent): string | null => textOf(event, 'reason') ?? textOf(event, 'rationale')

/**
 * One rule that closes the class absent. What closes it is gathered by the panel alone, so that the screen, the refusal and the
 * published table never say three things; each rule refuses under its own name and clause.
 */
function absentGate(id: string, clause: string): Gate {
  return {
    id, clause, kinds: ['episode-classified'],
    refuses(event: PolicyEvent, history: History) {
      if (classSetBy(event) !== 'absent') return null
      const refused = refusedOfAbsent(event, history, whoSet(event), reasonFor(event)).find((one) => one.rule === id)
      return refused === undefined ? null : { field: 'as', says: refused.says, wayForward: refused.wayForward, clause: refused.clause }
    },
  }
}

/** mis-u13: under 13 at the report, by London date (HMIC 2016 L1832). */
export const absentUnder13 = absentGate('absent-classification-under-13', 'mis-u13')
/** mis-cse-flag: flagged, known or said to be at risk of exploitation, a flag removed within 24 months (HMIC 2016 L1832–1834, L2009–2026). */
export const absentExploitation = absentGate('absent-classification-cse-flag', 'mis-cse-flag')
/** mis-def-absent: a known risk defeats "no apparent risk" (HMIC 2016 L1819–1824, L1861–1865). */
export const absentKnownRisk = absentGate('absent-classification-known-risk', 'mis-def-absent')
/** mis-reclass-on-info: from missing to absent only by an inspector's reason (HMIC 2016 L1869–1877). */
export const downgradeNeedsInspector = absentGate('downgrade-needs-inspector', 'mis-reclass-on-info')
/** mis-absent-24h: the change at 24 hours is not put off (HMIC 2016 L1840–1842). */
export const absentAfter24Hours = absentGate('absent-after-24-hours', 'mis-absent-24h')
/** mis-def-app-2017: where the borough follows it there is no such class. */
export const absentClassEnded = absentGate('absent-class-ended', 'mis-def-app-2017')
