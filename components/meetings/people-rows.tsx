import type { ReactNode } from 'react'
import { AGENCY_WORDS, PARTICIPANT_WORDS } from '@/lib/wording/agencies'
import { choicesOf } from '@/lib/wording/say'
import { Button } from '../ui/button'
import { HintAndProblem } from '../ui/field-frame'
import { Field } from '../ui/field'
import { fieldId, problemOf, valueOf, valuesOf, type FormDraft } from '../ui/form-draft'
import { rowsOf } from '../ui/repeat-rows'
import { Select } from '../ui/select'
import { Tag } from '../ui/tag'

/** Somebody whom the rule asks for: their row stands there from the start. */
export interface ExpectedPerson {
  readonly part: string
  readonly agency: string
  readonly title: string
  readonly name?: string | null
  /** Where a quorum asks: whether it needs them, and what asks for them. */
  readonly required?: boolean
  readonly why?: string
}

interface PeopleRowsProps<T extends ExpectedPerson> {
  /** The list's name in the form: `invited`, `participants`. */
  readonly list: string
  /** The box that is ticked: its name and its word. */
  readonly tick: { readonly name: string; readonly word: string; readonly ticked: (one: T) => boolean }
  /** The id of the names offered while one types. */
  readonly names: string
  readonly expected: readonly T[]
  /** A row stands there though nobody is expected. */
  readonly atLeast?: number
  /** Whether each row says if the quorum needs them. */
  readonly quorum: boolean
  /** What the button that adds a row says, and what a row is called when it is removed. */
  readonly add: string
  readonly about: string
  /** The columns of an expected row and of another, and what stands in them beside the name. */
  readonly columns: string
  readonly otherColumns: string
  readonly beside?: (prefix: string, expected: T | undefined) => ReactNode
  readonly besideOther?: (prefix: string) => ReactNode
  readonly draft: FormDraft | null
}

/**
 * People of a meeting, row by row: whom the rule asks for, to be ticked and named, and anybody else in a row of their own. What is asked of
 * them is the form's; that every row is kept when the form comes back is here.
 */
export function PeopleRows<T extends ExpectedPerson>(props: PeopleRowsProps<T>) {
  const { list, expected, draft } = props
  const count = rowsOf(draft?.values, list, Math.max(expected.length, props.atLeast ?? 0), 0)
  return (
    <div id={`list-${list}`}>
      <span id={fieldId(list)} tabIndex={-1} />
      <HintAndProblem name={list} draft={draft} />
      <input type="hidden" name={`${list}-count`} value={count} />
      {Array.from({ length: count }, (_, index) => {
        const start = expected[index]
        // The form that comes back says itself which rows were expected: the rule may ask for others by then.
        return valueOf(draft, `${list}-${index}-expected`, draft === null && start !== undefined ? 'yes' : '') === 'yes'
          ? <Expected key={index} prefix={`${list}-${index}-`} start={start} {...props} />
          : <Other key={index} prefix={`${list}-${index}-`} index={index} {...props} />
      })}
      <p className="mt-2"><Button look="second" intent={`add-${list}`}>{props.add}</Button></p>
    </div>
  )
}

function Expected<T extends ExpectedPerson>({ prefix, start, ...props }: PeopleRowsProps<T> & { readonly prefix: string; readonly start: T | undefined }) {
  const { draft } = props
  const kept = (name: string, from: string): string => valueOf(draft, prefix + name, from)
  const title = kept('title', start?.title ?? '')
  const required = kept('required', start?.required === true ? 'yes' : '') === 'yes'
  const tick = prefix + props.tick.name
  return (
    <fieldset className="group">
      <legend className="label">
        {title}{props.quorum ? <> {required ? <Tag tone="blue">Quorum</Tag> : <Tag>Ask them too</Tag>} <span className="text-ink-2 text-[.95rem] font-normal">{kept('why', start?.why ?? '')}</span></> : null}
      </legend>
      <input type="hidden" name={`${prefix}expected`} value="yes" />
      {(['part', 'agency', 'title', ...(props.quorum ? (['why'] as const) : [])] as const).map((name) => <input key={name} type="hidden" name={prefix + name} value={kept(name, start?.[name] ?? '')} />)}
      {props.quorum ? <input type="hidden" name={`${prefix}required`} value={required ? 'yes' : ''} /> : null}
      <div className={`grid items-start gap-x-4 max-w-5xl ${props.columns}`}>
        <div className={problemOf(draft, tick) ? 'field bad' : 'field'}>
          <HintAndProblem name={tick} draft={draft} />
          <div className="choice">
            <input type="checkbox" id={fieldId(tick)} name={tick} value="yes" defaultChecked={valuesOf(draft, tick, draft === null && start !== undefined && props.tick.ticked(start) ? ['yes'] : []).includes('yes')} aria-invalid={problemOf(draft, tick) ? true : undefined} />
            <label htmlFor={fieldId(tick)}>{props.tick.word}<span className="sr-only">: {title}</span></label>
          </div>
        </div>
        <Field name={`${prefix}name`} label="Name" list={props.names} value={start?.name ?? ''} draft={draft} />
        {props.beside?.(prefix, start)}
      </div>
    </fieldset>
  )
}

function Other<T extends ExpectedPerson>({ prefix, index, ...props }: PeopleRowsProps<T> & { readonly prefix: string; readonly index: number }) {
  const { draft } = props
  return (
    <fieldset className="group">
      <legend className="label">Somebody else</legend>
      <div className={`grid items-start gap-x-4 max-w-5xl ${props.otherColumns}`}>
        <Select name={`${prefix}part`} label="Part" options={choicesOf(PARTICIPANT_WORDS)} empty="Choose" draft={draft} />
        <Select name={`${prefix}agency`} label="Agency" options={choicesOf(AGENCY_WORDS)} empty="Choose" draft={draft} />
        <Field name={`${prefix}name`} label="Name" list={props.names} draft={draft} />
        {props.besideOther?.(prefix)}
      </div>
      <p><Button look="second" small intent={`remove-${props.list}-${index}`} about={`${props.about} ${index + 1}`}>Remove</Button></p>
    </fieldset>
  )
}
