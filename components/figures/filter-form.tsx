'use client'

import type { Asked } from '@/lib/figures/view'
import { boroughWords } from '@/lib/wording/boroughs'
import { PERIOD_WORDS } from '@/lib/wording/periods'
import { Button } from '../ui/button'
import { Chip } from '../ui/chip'
import { DateField } from '../ui/date-time-field'
import type { FormDraft } from '../ui/form-draft'
import { Select, type Option } from '../ui/select'
import { Tabs } from '../ui/tabs'
import { figureHref } from './address'
import { partsOf } from './day-parts'

interface FilterFormProps {
  readonly asked: Asked
  readonly guarded: boolean
  /** The boroughs that can be chosen; fewer than two: nothing to choose. */
  readonly choices: readonly Option[]
  /** What was typed as the day, where it could not be read or is not the page’s. */
  readonly draft: FormDraft | null
  readonly path: string
  readonly keep: Readonly<Record<string, string | null>>
  readonly measures?: { readonly options: readonly Option[]; readonly chosen: string }
  readonly boroughs: boolean
  readonly anyDay: boolean
}

/** A form of plain HTML, whole without a script; a component of the browser so that its long choices travel as data and not again as elements. */
export function FilterForm({ asked, guarded, choices, draft, path, keep, measures, boroughs, anyDay }: FilterFormProps) {
  return (
    <>
      {guarded ? null : <Tabs
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
        {!boroughs || choices.length < 2 ? null : <Select name="borough" label="Borough" empty="All in reach" options={choices} value={asked.borough ?? ''} />}
        <DateField name="at" label={guarded ? 'As at the end of the month of' : 'As at the end of'} value={partsOf(asked.day)} draft={draft} />
        <div className="field"><Button look="second">Show</Button></div>
      </form>
    </>
  )
}
