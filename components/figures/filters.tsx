import type { questionOf } from '@/lib/figures/asked'
import type { Frame } from '@/lib/figures/view'
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
      asked={askedOf(frame.asked)} guarded={frame.guarded} choices={boroughs ? frame.boroughs.map(({ value, label }) => ({ value, label })) : []} draft={draftOf(typed, frame.asked.day)}
      path={path} keep={keep} measures={measures} boroughs={boroughs} anyDay={anyDay}
    />
  )
}

/** A day that was asked for and is not the page's is one that has not ended: it is said, or the figures of now would pass for that day's. */
const draftOf = ({ day, dayTyped }: Typed, shown: string | null): FormDraft | null => dayTyped ?? (day === null || shown !== null ? null : {
  values: Object.fromEntries(Object.entries(partsOf(day)).map(([part, value]) => [`at-${part}`, value])), problems: [{ field: 'at', message: 'Only a day that has ended, since 2000: these are the figures of now' }], refusals: [],
})

/** Why some numbers are dots: said once on each page that has any. */
export function SmallNumbers({ frame }: { readonly frame: Frame }) {
  return frame.guarded ? <p>Fewer than 5 of a part, and what would give them away, are not shown ( · ): the lists behind the figures do not open to you. Where how many were judged is not, a share is of those done.</p> : null
}
