import 'server-only'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { BASELINE, packNamed, packNames, UnknownPack, type Pack } from '@/lib/policy/packs'
import type { CaseHistory } from './history'
import { replay, type Replay } from './replay'
import type { Stage } from './stage'
import { storyOf } from './story'

/** What a history shows under one pack and not under the other, each line with its moment. */
export interface Change {
  readonly id: string
  readonly under: readonly { readonly pack: string; readonly only: readonly string[] }[]
  readonly replays: readonly Replay[]
}

const DAY_MS = 86_400_000
/** Whole years of weeks: the same weekday, and nearly the same day of the year. */
const YEAR_OF_WEEKS = 364 * DAY_MS
/** What a rolling window looks back on lies under the pack too. */
const SETTLED = 90 * DAY_MS

/** The pack to try out. @throws Error naming those there are. */
export function packToTry(name: string): Pack {
  try {
    return packNamed(name)
  } catch (error) {
    if (error instanceof UnknownPack) throw new Error(`${name}: no such pack; there are ${packNames().join(', ')}`, { cause: error })
    throw error
  }
}

/** A history begins later by whole years of weeks, once the pack has been in force for a quarter of a year: what is judged is the pack, not the date. */
export function movedInto(pack: Pack): (t0: Date) => Date {
  const from = new Date(`${pack.from}T00:00:00Z`).getTime() + SETTLED
  return (t0) => new Date(t0.getTime() + Math.max(0, Math.ceil((from - t0.getTime()) / YEAR_OF_WEEKS)) * YEAR_OF_WEEKS)
}

/** Every second borough adopts the pack, the others follow the baseline: each history is played in one of either. */
export async function adoptIn(stage: Stage, pack: Pack): Promise<void> {
  const boroughs = BOROUGH_CODES.filter((_, index) => index % 2 === 1)
  await stage.arrange('INSERT INTO policy_adoption (borough, from_date, pack_id, overlay) SELECT b, $2::date, $3, $4::jsonb FROM unnest($1::text[]) AS b', [boroughs, pack.from, pack.id, 'null'])
}

/** Plays one history under the baseline and under the pack, and tells what only the one demanded, refused or raised. */
export async function tryOut(stage: Stage, history: CaseHistory, pack: Pack, turn: number): Promise<Change> {
  const pairs = Math.floor(BOROUGH_CODES.length / 2)
  const place = (turn % pairs) * 2
  const [before, after] = [await replay(stage, history, place), await replay(stage, history, place + 1)]
  const [told, toldNow] = [linesOf(before), linesOf(after)]
  return { id: history.id, under: [{ pack: BASELINE.id, only: without(told, toldNow) }, { pack: pack.id, only: without(toldNow, told) }], replays: [before, after] }
}

/** What the product did, line by line. What a file demands says nothing here: it was written for the baseline. */
const linesOf = (one: Replay): string[] => storyOf(one).moments.flatMap((moment) => moment.product.filter((line) => line.what !== 'demand')
  .map((line) => `${moment.offset}  ${line.words}${line.due === undefined ? '' : `, due ${line.due}`}${line.clause === undefined ? '' : ` {${line.clause.id}}`}`))

function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return lines.filter((line) => {
    const at = left.indexOf(line)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** For a person at a terminal. */
export function printedChanges(changes: readonly Change[]): string {
  const parts = changes.map(({ id, under }) => under.every(({ only }) => only.length === 0) ? `${id}\n  nothing changes\n`
    : `${id}\n${under.map(({ pack, only }) => `  only under ${pack}:\n${only.length === 0 ? '    nothing\n' : only.map((line) => `    ${line}\n`).join('')}`).join('')}`)
  const changed = changes.filter(({ under }) => under.some(({ only }) => only.length > 0)).length
  return `${parts.join('\n')}\n${changes.length} ${changes.length === 1 ? 'history' : 'histories'}, ${changed} changed\n`
}
