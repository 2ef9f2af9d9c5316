import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf, mergeLines, placeAfter } from '@/components/meeting-room/merge'

const line = fc.constantFrom('', 'She is afraid of him.', 'Seen at the station.', 'Her aunt rang.', 'No phone.', 'Police to visit.')
const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'))
/** Somebody's version of a text: some of its lines taken away, words of their own put in between. */
const changed = (base: string, words: string) => fc.tuple(fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), fc.array(fc.nat({ max: 3 }), { minLength: 9, maxLength: 9 })).map(([kept, added]) => {
  const own: string[] = []
  for (const [index, stands] of [...linesOf(base), ''].entries()) {
    for (let more = 0; more < (added[index] ?? 0); more += 1) own.push(`${words} ${index}.${more}`)
    if (index < linesOf(base).length && kept[index]) own.push(stands)
  }
  return own.join('\n')
})
const three = text.chain((base) => fc.tuple(fc.constant(base), changed(base, 'Ada'), changed(base, 'Ben')))
const count = (of: string, wanted: string): number => linesOf(of).filter((one) => one === wanted).length

describe('two texts that grew out of one', () => {
  it('every line that either typed is in the result, as often as it was typed', () => {
    fc.assert(fc.property(three, ([base, theirs, mine]) => {
      const { text: result } = mergeLines(base, theirs, mine)
      for (const own of [theirs, mine]) for (const words of linesOf(own).filter((one) => /^(Ada|Ben) /.test(one))) expect(count(result, words)).toBeGreaterThanOrEqual(count(own, words))
    }), { numRuns: 500 })
  })

  it('a line that neither took away stands, and nothing stands that nobody wrote', () => {
    fc.assert(fc.property(three, ([base, theirs, mine]) => {
      const { text: result } = mergeLines(base, theirs, mine)
      for (const words of new Set(linesOf(result))) expect(count(theirs, words) + count(mine, words)).toBeGreaterThanOrEqual(count(result, words))
      if (theirs === base) expect(result).toBe(mine)
      if (mine === base) expect(result).toBe(theirs)
      expect(mergeLines(base, mine, mine)).toMatchObject({ text: mine, both: false })
    }), { numRuns: 500 })
  })

  it('whoever types stays where they are: the line that they type in is found again', () => {
    fc.assert(fc.property(three, fc.nat(), ([base, theirs, mine], seed) => {
      const merged = mergeLines(base, theirs, mine)
      // Where the other did nothing, every line of one's own is where it was.
      expect(mergeLines(base, base, mine).at).toEqual(linesOf(mine).map((_, index) => index))
      const place = mine === '' ? 0 : seed % (mine.length + 1)
      const at = mine.slice(0, place).split('\n').length - 1
      const after = placeAfter(mine, merged, place)
      expect(after).toBeLessThanOrEqual(merged.text.length)
      if ((merged.at[at] ?? -1) < 0) return
      const there = merged.text.slice(0, after).split('\n').length - 1
      expect(merged.text.split('\n')[there]).toBe(mine.split('\n')[at])
    }), { numRuns: 500 })
  })

  it('two who begin in an empty field both stand, and go on each in their own line', () => {
    const first = mergeLines('', 'She is', 'He was')
    expect(first).toMatchObject({ text: 'She is\nHe was', both: true })
    // What each types next changes their own line and takes nothing of the other’s; no half of a line is left standing.
    const second = mergeLines('She is', first.text, 'She is afraid')
    expect(second).toMatchObject({ text: 'She is afraid\nHe was', both: false })
    expect(mergeLines(first.text, second.text, 'She is\nHe was there')).toMatchObject({ text: 'She is afraid\nHe was there', both: false })
  })

  it('the same line changed by both stands twice; the same change by both stands once', () => {
    expect(mergeLines('Seen.\nNo phone.', 'Seen on Monday.\nNo phone.', 'Seen on Tuesday.\nNo phone.')).toMatchObject({ text: 'Seen on Monday.\nSeen on Tuesday.\nNo phone.', both: true })
    expect(mergeLines('Seen.\nNo phone.', 'Seen on Monday.\nNo phone.', 'Seen on Monday.\nNo phone.')).toMatchObject({ text: 'Seen on Monday.\nNo phone.', both: false })
  })

  it('a line that one took away while the other changed it stands as changed', () => {
    expect(mergeLines('Seen.', '', 'Seen twice.').text).toBe('Seen twice.')
    expect(mergeLines('Seen.', 'Seen twice.', '').text).toBe('Seen twice.')
  })
})

/** A field as a browser holds it: the last that the server is known to have, and what is typed. */
interface Screen { version: number; stood: string; typed: string; line: string }

describe('two who type in one field, saved whenever it happens', () => {
  it('whatever the order, in the end both see the same, with every line whole and once', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat({ max: 1 }), fc.constantFrom('type', 'save', 'look')), { maxLength: 60 }), (steps) => {
      const kept = ['']
      const screens: Screen[] = ['Ada wrote all of this line', 'Ben wrote all of that one'].map((line) => ({ version: 0, stood: '', typed: '', line }))
      const last = (): string => kept.at(-1) ?? ''
      const take = (screen: Screen): void => {
        screen.typed = mergeLines(screen.stood, last(), screen.typed).text
        Object.assign(screen, { version: kept.length - 1, stood: last() })
      }
      const save = (screen: Screen): void => {
        if (screen.typed === screen.stood) return
        const merged = mergeLines(kept[screen.version] ?? '', last(), screen.typed).text
        screen.stood = screen.typed
        kept.push(merged)
        take(screen)
      }
      const type = (screen: Screen, whole: boolean): void => {
        const lines = linesOf(screen.typed)
        const own = lines.findIndex((one) => one !== '' && screen.line.startsWith(one))
        const typed = own < 0 ? '' : lines[own] ?? ''
        const next = whole ? screen.line : screen.line.slice(0, typed.length + 3)
        screen.typed = (own < 0 ? [...lines, next] : lines.with(own, next)).join('\n')
      }
      for (const [who, does] of steps) {
        const screen = screens[who]
        if (screen === undefined) continue
        if (does === 'type') type(screen, false)
        if (does === 'save') save(screen)
        if (does === 'look') take(screen)
      }
      for (const screen of screens) type(screen, true)
      for (const screen of screens) save(screen)
      for (const screen of screens) take(screen)
      expect(new Set(screens.map((screen) => screen.typed)).size).toBe(1)
      expect(linesOf(last()).sort()).toEqual(screens.map((screen) => screen.line).sort())
    }), { numRuns: 400 })
  })
})
