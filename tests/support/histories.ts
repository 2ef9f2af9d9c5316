import { readHistory } from '@/lib/replay/read-history'
import { replay, type Replay } from '@/lib/replay/replay'
import type { Stage } from '@/lib/replay/stage'

type Fields = Record<string, unknown>
/** [offset, event, detail?] */
export type Happening = readonly [t: string, event: string, detail?: Fields]
/** [at, kind, rule or field, what else the demand says] */
export type Must = readonly [at: string, kind: string, rule: string, more?: Fields]

/** A history as its file would say it; events are e1, e2 … in order. */
export function historyText(timeline: readonly Happening[], musts: readonly Must[] = [], more: Fields & { child?: Fields; children?: Fields[] } = {}): string {
  const { child, children, ...rest } = more
  return JSON.stringify({
    id: 'constructed', facts: { children: children ?? (child === undefined ? [{ ref: 'child-1', age: 9 }] : [{ ref: 'child-1', ...child }]) },
    timeline: timeline.map(([t, event, detail], index) => ({ t, event, detail: detail ?? {}, id: `e${index + 1}` })),
    system_must: musts.map(([at, kind, rule, also]) => ({ at, kind, ...(kind === 'state' ? { field: rule } : { rule }), ...also })),
    ...rest,
  })
}

/** Plays a constructed history and gives what was not held, in words; [] when everything was. */
export async function playOut(stage: Stage, timeline: readonly Happening[], musts: readonly Must[], more: Parameters<typeof historyText>[2] = {}): Promise<string[]> {
  const played = await playAs(stage, timeline, musts, more)
  return [
    ...played.results.filter((result) => result.verdict !== 'held').map((result) => `${result.at} ${result.kind} ${result.rule}: ${result.verdict}, ${result.seen}`),
    ...played.unexpected.map((one) => `unexpected ${one.rule} at ${one.at}`),
    ...played.evidence.played.submitted.flatMap((one) => (one.notTaken === null ? [] : [`${one.event.id} not taken: ${one.notTaken}`])),
  ]
}

export const playAs = (stage: Stage, timeline: readonly Happening[], musts: readonly Must[] = [], more: Parameters<typeof historyText>[2] = {}): Promise<Replay> =>
  replay(stage, readHistory(historyText(timeline, musts, more), 'constructed'))
