import { rowsOf } from '@/components/ui/repeat-rows'
import type { Problem } from '@/lib/acts/outcome'
import { readTypedDate, readTypedInstant } from '@/lib/wording/london-input'

export type TypedValues = Readonly<Record<string, string | readonly string[]>>

/**
 * What was typed into a form. Names as the fields are posted: `narrative`, `received-day` … for a date,
 * `children-0-givenName` for a row of a list. A date that cannot be read is a problem beside its field, never a guess.
 */
export class FormValues {
  constructor(readonly typed: TypedValues, private readonly prefix = '', readonly problems: Problem[] = []) {}

  /** The text of a field, or undefined when the form had no such field. */
  text(name: string): string | undefined {
    const value = this.typed[this.prefix + name]
    return typeof value === 'string' ? value : value?.[0]
  }

  /** Every value ticked under a name. */
  all(name: string): string[] {
    const value = this.typed[this.prefix + name]
    return value === undefined ? [] : typeof value === 'string' ? [value] : [...value]
  }

  /** A London date and time from its boxes: undefined when all are empty. `what` opens the message: "When it was received". */
  instant(name: string, what: string): Date | undefined {
    const boxes = { ...this.boxes(name), time: this.text(`${name}-time`) ?? '' }
    if (Object.values(boxes).every((box) => box.trim() === '')) return undefined
    return this.read(name, readTypedInstant(boxes, what))
  }

  /** A London instant of which perhaps only the day is known: then the first moment of that day. Somebody moved in March; nobody knows at what hour. */
  since(name: string, what: string): Date | undefined {
    const boxes = { ...this.boxes(name), time: this.text(`${name}-time`) ?? '' }
    if (Object.values(boxes).every((box) => box.trim() === '')) return undefined
    return this.read(name, readTypedInstant({ ...boxes, time: boxes.time.trim() === '' ? '00:00' : boxes.time }, what))
  }

  /** A day without a time ('2012-03-27'): undefined when all boxes are empty. */
  date(name: string, what: string): string | undefined {
    const boxes = this.boxes(name)
    if (Object.values(boxes).every((box) => box.trim() === '')) return undefined
    return this.read(name, readTypedDate(boxes, what))
  }

  /** A group of fields inside the form: `child-givenName` and so on. */
  group(name: string): FormValues {
    return new FormValues(this.typed, `${this.prefix}${name}-`, this.problems)
  }

  /** The rows of a list inside the form (`list-count`, `list-0-…`). */
  rows(list: string, start = 0, least = 0): FormValues[] {
    const count = rowsOf(this.typed, this.prefix + list, start, least)
    return Array.from({ length: count }, (_, index) => new FormValues(this.typed, `${this.prefix}${list}-${index}-`, this.problems))
  }

  /** Is any field of this row filled? An empty row that was added and left is no row. */
  isBlank(...except: string[]): boolean {
    return Object.entries(this.typed).every(([name, value]) =>
      !name.startsWith(this.prefix) || except.includes(name.slice(this.prefix.length)) || (typeof value === 'string' ? value.trim() === '' : value.length === 0))
  }

  private boxes(name: string): { day: string; month: string; year: string } {
    return { day: this.text(`${name}-day`) ?? '', month: this.text(`${name}-month`) ?? '', year: this.text(`${name}-year`) ?? '' }
  }

  private read<T>(name: string, read: { ok: true; value: T } | { ok: false; message: string }): T | undefined {
    if (read.ok) return read.value
    this.problems.push({ field: this.prefix + name, message: read.message })
    return undefined
  }
}
