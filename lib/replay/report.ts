import type { Result, Unexpected } from './judge'
import type { Replay } from './replay'

/** What `--json` prints. */
export interface Report {
  readonly replays: readonly { readonly id: string; readonly results: readonly Result[]; readonly unexpected: readonly Unexpected[] }[]
  readonly viaGenericAct: readonly string[]
  readonly held: number
  readonly missed: number
  readonly notSupported: number
  readonly unexpected: number
}

export function reportOf(replays: readonly Replay[]): Report {
  const results = replays.flatMap((one) => one.results)
  const count = (verdict: Result['verdict']): number => results.filter((result) => result.verdict === verdict).length
  return {
    replays: replays.map(({ history, results: of, unexpected }) => ({ id: history.id, results: of, unexpected })),
    viaGenericAct: [...new Set(replays.flatMap((one) => one.viaGenericAct))].sort(),
    held: count('held'), missed: count('missed'), notSupported: count('not-supported'),
    unexpected: replays.reduce((sum, one) => sum + one.unexpected.length, 0),
  }
}

/** 0 when nothing was missed or unexpected; what is not served yet fails only a strict run. */
export const exitStatus = (report: Report, strict: boolean): 0 | 1 =>
  (report.missed > 0 || report.unexpected > 0 || (strict && report.notSupported > 0) ? 1 : 0)
