import type { questionOf } from '@/lib/figures/asked'
import { PERIOD_WORDS } from '@/lib/wording/periods'
import type { Frame } from '@/lib/figures/view'
import { boroughWords } from '@/lib/wording/boroughs'
import { Button } from '../ui/button'
import { Chip } from '../ui/chip'
import { DateField, type DateParts } from '../ui/date-time-field'
import type { FormDraft } from '../ui/form-draft'
import { Select, type Option } from '../ui/select'
import { Tabs } from '../ui/tabs'
import { figureHref } from './address'

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
  const { asked } = frame
  return (
    <>
      {frame.guarded ? null : <Tabs
        label="Stretch of time" current={figureHref(path, asked, keep)}
        tabs={(['year', 'month', 'years'] as const).map((period) => ({ href: figureHref(path, { ...asked, period }, keep), label: PERIOD_WORDS[period] }))}
      />}
      <div className="bar">
        {asked.borough === null || !boroughs ? null : <Chip href={figureHref(path, { ...asked, borough: null }, keep)} name="Borough">{boroughWords(asked.borough)}</Chip>}
        {asked.day === null || !anyDay ? null : <Chip href={figureHref(path, { ...asked, day: null }, keep)} name="As on">{asked.day}</Chip>}
      </div>
      <form method="get" action={path} className="flex flex-wrap items-end gap-x-4">
        {Object.entries({ period: asked.period === 'year' ? null : asked.period, ...keep }).map(([name, value]) => (value === null || (name === 'measure' && measures !== undefined) ? null : <input key={name} type="hidden" name={name} value={value} />))}
        {measures === undefined ? null : <Select name="measure" label="Measure" options={measures.options} value={measures.chosen} />}
        {!boroughs || frame.boroughs.length < 2 ? null : <Select name="borough" label="Borough" empty="All in reach" options={frame.boroughs} value={asked.borough ?? ''} />}
        <DateField name="at" label={frame.guarded ? 'As at the end of the month of' : 'As at the end of'} value={partsOf(asked.day)} draft={draftOf(typed, asked.day)} />
        <div className="field"><Button look="second">Show</Button></div>
      </form>
    </>
  )
}

const partsOf = (day: string | null): DateParts => (day === null || !/^\d{4}-\d\d-\d\d$/.test(day) ? { day: '', month: '', year: '' } : { day: String(Number(day.slice(8, 10))), month: String(Number(day.slice(5, 7))), year: day.slice(0, 4) })

/** A day that was asked for and is not the page's is one that has not ended: it is said, or the figures of now would pass for that day's. */
const draftOf = ({ day, dayTyped }: Typed, shown: string | null): FormDraft | null => dayTyped ?? (day === null || shown !== null ? null : {
  values: Object.fromEntries(Object.entries(partsOf(day)).map(([part, value]) => [`at-${part}`, value])), problems: [{ field: 'at', message: 'Only a day that has ended, since 2000: these are the figures of now' }], refusals: [],
})

/** Why some numbers are dots: said once on each page that has any. */
export function SmallNumbers({ frame }: { readonly frame: Frame }) {
  return frame.guarded ? <p>Fewer than 5 of a part, and what would give them away, are not shown ( · ): the lists behind the figures do not open to you.</p> : null
}
