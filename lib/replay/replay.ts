import 'server-only'
import { policyHistories } from '@/lib/deadlines/histories'
import { wallSettings } from '@/lib/access/visibility'
import { withTransaction } from '@/lib/platform/db'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import type { CaseHistory } from './history'
import { judge, unexpectedOf, type Evidence, type Result, type Unexpected } from './judge'
import { readLedger } from './ledger'
import { play } from './play'
import type { Stage } from './stage'

/** One history, played and judged. */
export interface Replay {
  readonly history: CaseHistory
  readonly results: readonly Result[]
  readonly unexpected: readonly Unexpected[]
  readonly evidence: Evidence
  /** Event words that went through the plain chronology act. */
  readonly viaGenericAct: readonly string[]
}

/** Plays one history in a borough's ledger and answers its demands. `turn` spreads histories over the boroughs. */
export async function replay(stage: Stage, history: CaseHistory, turn = 0): Promise<Replay> {
  const borough = BOROUGH_CODES[turn % BOROUGH_CODES.length] ?? 'bromley'
  const played = await play(stage, history, borough)
  const people = [...played.people.byRef.values()]
  const rows = await readLedger(stage, people)
  const last = history.events.at(-1)?.at ?? history.t0
  const persons = await withTransaction(wallSettings(stage.actor('auditor')), (tx) => policyHistories(tx, people, last))
  const entries = new Map([...persons.values()].flatMap((person) => person.events.map((entry) => [entry.id, entry] as const)))
  const evidence: Evidence = {
    history, played, rows, persons,
    eventOf(entryId) {
      const entry = entryId === null ? undefined : entries.get(entryId)
      if (entry === undefined) return null
      return history.events.find((event) => event.id === entry.detail['ref'])
        ?? history.events.find((event) => event.kind === entry.kind && event.at.getTime() === entry.at.getTime()) ?? null
    },
  }
  return {
    history, evidence, results: judge(evidence), unexpected: unexpectedOf(evidence),
    viaGenericAct: [...new Set(played.submitted.filter((one) => one.through === 'generic-act').map((one) => one.event.kind))],
  }
}
