/**
 * Instants written as text. An offset is required: "16:30" without one is two different instants in the night the clocks go
 * back, and an hour wrong all summer when read as UTC.
 */
import { readPlainDate, utcMidnight } from './plain-date'

const SHAPE = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:([Zz])|([+-])(\d{2}):?(\d{2}))?$/

/** The instant, or what is wrong with the text, in words. Parts of a second finer than milliseconds are cut off. */
export function readInstant(text: string): { at: Date } | { problem: string } {
  const m = SHAPE.exec(text)
  if (!m) return { problem: 'is not a time of the form 2026-04-02T16:30:00+01:00' }
  const [, day = '', hour = '', minute = '', second = '0', fraction = '', utc, sign, offsetHour = '0', offsetMinute = '0'] = m
  if (utc === undefined && sign === undefined) return { problem: 'has no offset: write Z, +00:00 or +01:00' }
  const date = readPlainDate(day)
  if (date === null) return { problem: `names a day that does not exist: ${day}` }
  const [h, min, s, oh, om] = [hour, minute, second, offsetHour, offsetMinute].map(Number) as [number, number, number, number, number]
  if (h > 23 || min > 59 || s > 59) return { problem: 'names a time of day that does not exist' }
  if (oh > 14 || om > 59 || (oh === 14 && om > 0)) return { problem: 'has an offset that does not exist' }
  const millis = Number(fraction.slice(0, 3).padEnd(3, '0'))
  const offset = (oh * 60 + om) * (sign === '-' ? -60_000 : 60_000)
  return { at: new Date(utcMidnight(date) + ((h * 60 + min) * 60 + s) * 1000 + millis - offset) }
}
