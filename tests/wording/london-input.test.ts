import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { readTimeOfDay, readTypedDate, readTypedInstant, typedParts } from '@/lib/wording/london-input'

const what = 'The time the child was last seen'
const read = (day: string, month: string, year: string, time: string) => readTypedInstant({ day, month, year, time }, what)

describe('a typed London date and time', () => {
  it('is read in London time', () => {
    expect(read('22', '11', '2026', '04:16')).toEqual({ ok: true, value: new Date('2026-11-22T04:16:00Z') })
    expect(read(' 1', 'july', '2026 ', '0.30am')).toMatchObject({ ok: false })
    expect(read('1', 'Jul', '2026', '12.30 am')).toEqual({ ok: true, value: new Date('2026-06-30T23:30:00Z') })
  })

  it('says what is wrong with it', () => {
    expect(read('', '', '', '')).toEqual({ ok: false, message: 'Enter the time the child was last seen' })
    expect(read('22', '', '2026', '04:16')).toEqual({ ok: false, message: `${what} must have a month` })
    expect(read('', '11', '', '04:16')).toEqual({ ok: false, message: `${what} must have a day and a year` })
    expect(read('30', '2', '2026', '04:16')).toEqual({ ok: false, message: `${what} must be a real date` })
    expect(read('22', '11', '26', '04:16')).toEqual({ ok: false, message: `${what} must have a year of four figures` })
    expect(read('22', '11', '2026', '')).toEqual({ ok: false, message: `${what} must have a time` })
    expect(read('22', '11', '2026', '25:00')).toMatchObject({ ok: false })
    expect(readTypedDate({ day: '3', month: '3', year: '2012' }, 'Date of birth')).toEqual({ ok: true, value: '2012-03-03' })
    expect(readTypedDate({ day: '3', month: 'foo', year: '2012' }, 'Date of birth')).toMatchObject({ ok: false })
  })

  it('refuses the hour that spring skips and takes the first of the hour that autumn has twice', () => {
    expect(read('29', '3', '2026', '01:30')).toMatchObject({ ok: false })
    expect(read('29', '3', '2026', '00:59')).toEqual({ ok: true, value: new Date('2026-03-29T00:59:00Z') })
    expect(read('29', '3', '2026', '02:00')).toEqual({ ok: true, value: new Date('2026-03-29T01:00:00Z') })
    expect(read('25', '10', '2026', '01:30')).toEqual({ ok: true, value: new Date('2026-10-25T00:30:00Z') })
    expect(read('25', '10', '2026', '02:00')).toEqual({ ok: true, value: new Date('2026-10-25T02:00:00Z') })
    expect(read('25', '10', '2026', '23:59')).toEqual({ ok: true, value: new Date('2026-10-25T23:59:00Z') })
  })

  it('reads a time of day as people type it', () => {
    expect(['04:16', '4.16', '0416', '4:16pm', '9am', '12am', '12 pm', '00:00', '23:59'].map(readTimeOfDay)).toEqual([256, 256, 256, 976, 540, 0, 720, 0, 1439])
    expect(['', '9', '24:00', '12:60', '13pm', '0am', 'noon', '4:1'].map(readTimeOfDay)).toEqual(Array(8).fill(null))
  })

  it('gives back what it wrote, for any minute but the repeated hour', () => {
    fc.assert(fc.property(fc.integer({ min: Date.UTC(2010, 0, 1) / 60_000, max: Date.UTC(2029, 0, 1) / 60_000 }), (minute) => {
      const at = new Date(minute * 60_000)
      const back = readTypedInstant(typedParts(at), what)
      if (!back.ok) throw new Error(back.message)
      const gap = at.getTime() - back.value.getTime()
      expect([0, 3_600_000]).toContain(gap)
      if (gap !== 0) expect(typedParts(at)).toEqual(typedParts(back.value))
    }))
  })
})
