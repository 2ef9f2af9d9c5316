import type { questionOf } from '@/lib/figures/asked'
import type { Frame } from '@/lib/figures/view'
import { plainDate } from '@/lib/policy/calendar/plain-date'
import { bornWords } from '@/lib/wording/london-words'
import type { FormDraft } from '../ui/form-draft'
import type { Option } from '../ui/select'
import { partsOf } from './day-parts'
import { FilterForm } from './filter-form'
import { askedOf } from './lines'

export type Typed = Pick<ReturnType<typeof questionOf>, 'day' | 'dayTyped'>

interface FiltersProps {
  readonly frame: Frame
  /** The question as it was asked: a day that cannot be read stays in its boxes, with the reason beside them. */
  readonly typed: Typed
  readonly path: string
  /** What else the address carries: the dashboard, the measure. */
  readonly keep?: Readonly<Record<string, string | null>>
  readonly measures?: { readonly options: readonly Option[]; readonly chosen: string }
  /** Off where the page is of all boroughs. */
  readonly boroughs?: boolean
  readonly anyDay?: boolean
}

/** Which stretch, which borough, as on which day: all of it in the address. */
export function FigureFilters({ frame, typed, path, keep = {}, measures, boroughs = true, anyDay = true }: FiltersProps) {
  return (
    <FilterForm
      asked={askedOf(frame.asked)} guarded={frame.guarded} choices={boroughs ? frame.boroughs.map(({ value, label }) => ({ value, label })) : []} draft={draftOf(typed, frame)}
      path={path} keep={keep} measures={measures} boroughs={boroughs} anyDay={anyDay}
    />
  )
}

/** A day that was asked for and is not the page's is one that has not ended: it is said, or other figures would pass for that day's. Where days are ends of months, of the month. */
export function draftOf({ day, dayTyped }: Typed, { asked: { day: shown }, guarded }: Pick<Frame, 'asked' | 'guarded'>): FormDraft | null {
  if (dayTyped !== null || day === null) return dayTyped
  if (shown !== null && (guarded ? shown.slice(0, 7) === day.slice(0, 7) : shown === day)) return null
  const [only, instead] = [guarded ? 'Only a month that has ended' : 'Only a day that has ended', shown === null ? 'these are the figures of now' : `this is ${bornWords(plainDate(shown))}`]
  return { values: Object.fromEntries(Object.entries(partsOf(day)).map(([part, value]) => [`at-${part}`, value])), problems: [{ field: 'at', message: `${only}, since 2000: ${instead}` }], refusals: [] }
}

/** Why some numbers are dots: said once on each page that has any. */
export function SmallNumbers({ frame }: { readonly frame: Frame }) {
  return frame.guarded ? <p>Fewer than 5 of a part, and what would give them away, are not shown ( · ): the lists behind the figures do not open to you. Where how many were judged is not, a share is of those done.</p> : null
}
