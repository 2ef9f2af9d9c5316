import { diffIndices } from 'node-diff3'

/** Two texts that grew out of one, put together line by line. */
export interface Merged {
  readonly text: string
  /** Both wrote in the same place: what each wrote stands there, one under the other. */
  readonly both: boolean
  /** For each line of `mine` the line of the result that it became; -1 where the other took it away. */
  readonly at: readonly number[]
}

interface Change {
  /** The lines of the base that it takes away: from, and how many. */
  readonly from: number
  readonly length: number
  /** What stands there instead, and where that begins in the changed text. */
  readonly lines: readonly string[]
  readonly start: number
}

/** Text of no character has no lines: an empty field is not one empty line that both have changed. */
export const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'))

const changesOf = (base: readonly string[], text: readonly string[]): Change[] => diffIndices([...base], [...text]).map(({ buffer1, buffer2 }) => (
  { from: buffer1[0], length: buffer1[1], lines: text.slice(buffer2[0], buffer2[0] + buffer2[1]), start: buffer2[0] }))

const touch = (one: Change, other: Change): boolean =>
  one.from === other.from || (one.from < other.from + other.length && other.from < one.from + one.length)

/** What two put in one place: a line that both have stands once (one text sent twice is one text), else theirs and then mine. */
function together(theirs: readonly string[], mine: readonly string[]): { words: string; own: number | null }[] {
  const lines: { words: string; own: number | null }[] = []
  let own = 0
  const common = (until: number): void => {
    for (; own < until; own += 1) lines.push({ words: mine[own] ?? '', own })
  }
  for (const { buffer1, buffer2 } of diffIndices([...theirs], [...mine])) {
    common(buffer2[0])
    lines.push(...theirs.slice(buffer1[0], buffer1[0] + buffer1[1]).map((words) => ({ words, own: null })))
    common(buffer2[0] + buffer2[1])
  }
  common(mine.length)
  return lines
}

/**
 * Puts together what two people made of one text. A line that either wrote is in the result; a line of the base stands where neither took it
 * away; where both wrote in one place, theirs comes first and mine after it. Used by the server and by the browser alike.
 */
export function mergeLines(base: string, theirs: string, mine: string): Merged {
  const [o, a, b] = [linesOf(base), linesOf(theirs), linesOf(mine)]
  const [ours, own] = [changesOf(o, a), changesOf(o, b)]
  const gone = (changes: readonly Change[], line: number): boolean => changes.some((change) => line >= change.from && line < change.from + change.length)
  const result: string[] = []
  const at = b.map(() => -1)
  let both = false
  // Where in `mine` the next line of the base stands that mine left alone.
  let next = 0
  for (let line = 0; line <= o.length; line += 1) {
    const [there, here] = [ours.find((change) => change.from === line), own.find((change) => change.from === line)]
    if (here === undefined) result.push(...there?.lines ?? [])
    else {
      for (const { words, own: index } of together(there?.lines ?? [], here.lines)) {
        const place = result.push(words) - 1
        if (index !== null) at[here.start + index] = place
      }
      both ||= ours.some((change) => touch(change, here) && !(change.from === here.from && change.length === here.length && change.lines.join('\n') === here.lines.join('\n')))
      next = here.start + here.lines.length
    }
    if (line === o.length) break
    const [cut, cutHere] = [gone(ours, line), gone(own, line)]
    if (!cut && !cutHere) at[next] = result.push(o[line] ?? '') - 1
    if (!cutHere) next += 1
  }
  return { text: result.join('\n'), both, at }
}

/** Where a place in `mine` lies in the result. */
export function placeAfter(mine: string, merged: Merged, place: number): number {
  const before = mine.slice(0, place).split('\n')
  const [line, column] = [before.length - 1, before.at(-1)?.length ?? 0]
  const lines = merged.text.split('\n')
  const start = (index: number): number => lines.slice(0, index).reduce((sum, words) => sum + words.length + 1, 0)
  const to = merged.at[line] ?? -1
  if (to >= 0) return start(to) + Math.min(column, lines[to]?.length ?? 0)
  // Its line is gone: before the next line of one's own that still stands, else at the end.
  const later = merged.at.slice(line).find((index) => index >= 0)
  return later === undefined ? merged.text.length : start(later)
}
