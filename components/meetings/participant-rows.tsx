import type { ExpectedParticipant } from '@/lib/strategy/view'
import { choicesOf } from '@/lib/wording/say'
import { AGENCY_WORDS, PARTICIPANT_WORDS } from '@/lib/wording/agencies'
import { Button } from '../ui/button'
import { HintAndProblem } from '../ui/field-frame'
import { Field } from '../ui/field'
import { fieldId, problemOf, valueOf, valuesOf, type FormDraft } from '../ui/form-draft'
import { rowsOf } from '../ui/repeat-rows'
import { Select } from '../ui/select'
import { Tag } from '../ui/tag'
import { TextArea } from '../ui/text-area'

const LIST = 'participants'

interface RowsProps {
  /** The id of the names offered while one types. */
  readonly names: string
  readonly expected: readonly ExpectedParticipant[]
  readonly draft: FormDraft | null
}

/**
 * Who took part. Whom the quorum asks for stands there from the start, with what asks for them, to be ticked and named; anybody
 * else has a row of their own.
 */
export function ParticipantRows({ expected, names, draft }: RowsProps) {
  const count = rowsOf(draft?.values, LIST, expected.length, 0)
  return (
    <div id={`list-${LIST}`}>
      <span id={fieldId(LIST)} tabIndex={-1} />
      <HintAndProblem name={LIST} draft={draft} />
      <input type="hidden" name={`${LIST}-count`} value={count} />
      {Array.from({ length: count }, (_, index) => {
        const prefix = `${LIST}-${index}-`
        const start = expected[index]
        return valueOf(draft, `${prefix}expected`, draft === null && start !== undefined ? 'yes' : '') === 'yes'
          ? <Expected key={index} prefix={prefix} start={start} names={names} draft={draft} />
          : <Other key={index} prefix={prefix} index={index} names={names} draft={draft} />
      })}
      <p className="mt-2"><Button look="second" intent={`add-${LIST}`}>Add somebody else who took part</Button></p>
    </div>
  )
}

function Expected({ prefix, start, names, draft }: { readonly prefix: string; readonly names: string; readonly start: ExpectedParticipant | undefined; readonly draft: FormDraft | null }) {
  const kept = (name: string, from: string): string => valueOf(draft, prefix + name, from)
  const title = kept('title', start?.title ?? '')
  const required = kept('required', start?.required === true ? 'yes' : '') === 'yes'
  return (
    <fieldset className="group">
      <legend className="label">
        {title} {required ? <Tag tone="blue">Quorum</Tag> : <Tag>Ask them too</Tag>} <span className="text-ink-2 text-[.95rem] font-normal">{kept('why', start?.why ?? '')}</span>
      </legend>
      <input type="hidden" name={`${prefix}expected`} value="yes" />
      {(['part', 'agency', 'title', 'why'] as const).map((name) => <input key={name} type="hidden" name={prefix + name} value={kept(name, start?.[name] ?? '')} />)}
      <input type="hidden" name={`${prefix}required`} value={required ? 'yes' : ''} />
      <div className="grid items-start gap-x-4 md:grid-cols-[8rem_16rem_minmax(0,1fr)] max-w-5xl">
        <TookPart name={`${prefix}took`} about={title} draft={draft} ticked={start?.took === true} />
        <Field name={`${prefix}name`} label="Name" list={names} value={start?.name ?? ''} draft={draft} />
        <TextArea name={`${prefix}brought`} label="What they brought" optional rows={2} value={start?.brought ?? ''} draft={draft} />
      </div>
    </fieldset>
  )
}

function TookPart({ name, about, draft, ticked }: { readonly name: string; readonly about: string; readonly draft: FormDraft | null; readonly ticked: boolean }) {
  return (
    <div className={problemOf(draft, name) ? 'field bad' : 'field'}>
      <HintAndProblem name={name} draft={draft} />
      <div className="choice">
        <input type="checkbox" id={fieldId(name)} name={name} value="yes" defaultChecked={valuesOf(draft, name, ticked ? ['yes'] : []).includes('yes')} aria-invalid={problemOf(draft, name) ? true : undefined} />
        <label htmlFor={fieldId(name)}>Took part<span className="sr-only">: {about}</span></label>
      </div>
    </div>
  )
}

function Other({ prefix, index, names, draft }: { readonly prefix: string; readonly names: string; readonly index: number; readonly draft: FormDraft | null }) {
  return (
    <fieldset className="group">
      <legend className="label">Somebody else</legend>
      <div className="grid items-start gap-x-4 md:grid-cols-2 max-w-5xl">
        <Select name={`${prefix}part`} label="Part" options={choicesOf(PARTICIPANT_WORDS)} empty="Choose" draft={draft} />
        <Select name={`${prefix}agency`} label="Agency" options={choicesOf(AGENCY_WORDS)} empty="Choose" draft={draft} />
        <Field name={`${prefix}name`} label="Name" list={names} draft={draft} />
        <TextArea name={`${prefix}brought`} label="What they brought" optional rows={2} draft={draft} />
      </div>
      <p><Button look="second" small intent={`remove-${LIST}-${index}`} about={`participant ${index + 1}`}>Remove</Button></p>
    </fieldset>
  )
}
