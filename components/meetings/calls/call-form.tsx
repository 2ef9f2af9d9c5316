import type { NewDiscussion } from '@/lib/strategy/view'
import { AGENCY_WORDS, PARTICIPANT_WORDS } from '@/lib/wording/agencies'
import { choicesOf } from '@/lib/wording/say'
import { ActForm } from '../../ui/act-form'
import { Button, Buttons, LinkButton } from '../../ui/button'
import { Checkboxes } from '../../ui/checkboxes'
import { DateTimeField, type DateParts } from '../../ui/date-time-field'
import { Details } from '../../ui/details'
import { HintAndProblem } from '../../ui/field-frame'
import { Field, Suggestions } from '../../ui/field'
import { fieldId, problemOf, valueOf, valuesOf, type FormDraft } from '../../ui/form-draft'
import { Radios } from '../../ui/radios'
import { rowsOf } from '../../ui/repeat-rows'
import { Select } from '../../ui/select'
import { Tag } from '../../ui/tag'
import { TextArea } from '../../ui/text-area'
import { NoMailHere } from '../mail-line'
import { Clause, COLLEAGUES } from '../new-discussion-form'

interface FormProps {
  readonly view: NewDiscussion
  readonly page: string
  readonly draft: FormDraft | null
  readonly meetsAt: DateParts
  readonly modes: readonly { readonly value: string; readonly label: string }[]
  readonly mailIsSet: boolean
}

const LIST = 'invited'

/** Calls one discussion: about whom, when, where, and who is asked. Whom the procedures ask for stands there from the start. */
export function CallForm({ view, page, draft, meetsAt, modes, mailIsSet }: FormProps) {
  const hidden = { ...(view.referral === null ? {} : { referralId: view.referral.id }), ...(view.borough === null ? {} : { borough: view.borough.code }) }
  const count = rowsOf(draft?.values, LIST, view.expected.length, 0)
  return (
    <ActForm act="call-discussion" page={page} draft={draft} hidden={hidden} label="Call a strategy discussion">
      <h2>When and where</h2>
      <DateTimeField name="meetsAt" label="When it takes place" value={meetsAt} draft={draft} />
      <Radios name="mode" label="How" options={modes} layout="row" draft={draft} />
      <TextArea name="place" label="Where, or how to join the call" hint="A room, a number, a link. No child’s name." rows={2} draft={draft} />
      {view.borough === null ? <Select name="borough" label="Borough" options={view.boroughs} value={view.boroughs[0]?.value ?? ''} draft={draft} /> : null}
      <h2>About whom</h2>
      <Checkboxes
        name="children" label="Which children" hint="One discussion can answer for several children." draft={draft}
        options={view.children.map((child) => ({ value: child.id, label: [child.name, child.age].filter(Boolean).join(', '), hint: child.why }))}
        values={view.children.filter((child) => child.chosen).map((child) => child.id)}
      />
      <Checkboxes
        name="namesShared" label="What those asked are told" draft={draft} values={['yes']}
        options={[{ value: 'yes', label: 'Name and date of birth of these children, once they have signed in', hint: 'So that they can look in their own records. Never in a mail, and never of a restricted child.' }]}
      />
      <h2>Who is asked</h2>
      <p>Each is told by mail where they have an account here: a reference and a link, and nothing about anybody.</p>
      {mailIsSet ? null : <NoMailHere />}
      <Clause clause={view.quorumClause} /><Clause clause={view.specialistsClause} />
      <div id={`list-${LIST}`}>
        <span id={fieldId(LIST)} tabIndex={-1} />
        <HintAndProblem name={LIST} draft={draft} />
        <input type="hidden" name={`${LIST}-count`} value={count} />
        {Array.from({ length: count }, (_, index) => {
          const prefix = `${LIST}-${index}-`
          const start = view.expected[index]
          return valueOf(draft, `${prefix}expected`, draft === null && start !== undefined ? 'yes' : '') === 'yes'
            ? <Expected key={index} prefix={prefix} start={start} draft={draft} />
            : <Other key={index} prefix={prefix} index={index} draft={draft} />
        })}
        <p className="mt-2"><Button look="second" intent={`add-${LIST}`}>Ask somebody else</Button></p>
      </div>
      {view.colleagues.length === 0 ? null : (
        <>
          <Suggestions id={COLLEAGUES} words={view.colleagues} />
          <Details summary="Names that have an account here">
            <p>Somebody asked by one of these names, spelt like this and under their own agency, is told by mail and answers here. They are offered while you type.</p>
            <p className="sub">{view.colleagues.join(' · ')}</p>
          </Details>
        </>
      )}
      <Buttons>
        <Button>Call the discussion</Button>
        <Button look="second" intent="save-draft">Save draft</Button>
        <LinkButton look="second" href={view.referral === null ? `/people/${view.children[0]?.id ?? ''}` : `/referrals/${view.referral.id}`}>Back without calling it</LinkButton>
      </Buttons>
    </ActForm>
  )
}

function Expected({ prefix, start, draft }: { readonly prefix: string; readonly start: NewDiscussion['expected'][number] | undefined; readonly draft: FormDraft | null }) {
  const kept = (name: string, from: string): string => valueOf(draft, prefix + name, from)
  const title = kept('title', start?.title ?? '')
  const required = kept('required', start?.required === true ? 'yes' : '') === 'yes'
  const ask = `${prefix}ask`
  return (
    <fieldset className="group">
      <legend className="label">{title} {required ? <Tag tone="blue">Quorum</Tag> : <Tag>Ask them too</Tag>} <span className="text-ink-2 text-[.95rem] font-normal">{kept('why', start?.why ?? '')}</span></legend>
      <input type="hidden" name={`${prefix}expected`} value="yes" />
      {(['part', 'agency', 'title', 'why'] as const).map((name) => <input key={name} type="hidden" name={prefix + name} value={kept(name, start?.[name] ?? '')} />)}
      <input type="hidden" name={`${prefix}required`} value={required ? 'yes' : ''} />
      <div className="grid items-start gap-x-4 md:grid-cols-[8rem_20rem] max-w-5xl">
        <div className={problemOf(draft, ask) ? 'field bad' : 'field'}>
          <HintAndProblem name={ask} draft={draft} />
          <div className="choice">
            <input type="checkbox" id={fieldId(ask)} name={ask} value="yes" defaultChecked={valuesOf(draft, ask, draft === null && required ? ['yes'] : []).includes('yes')} aria-invalid={problemOf(draft, ask) ? true : undefined} />
            <label htmlFor={fieldId(ask)}>Ask<span className="sr-only">: {title}</span></label>
          </div>
        </div>
        <Field name={`${prefix}name`} label="Name" list={COLLEAGUES} draft={draft} />
      </div>
    </fieldset>
  )
}

function Other({ prefix, index, draft }: { readonly prefix: string; readonly index: number; readonly draft: FormDraft | null }) {
  return (
    <fieldset className="group">
      <legend className="label">Somebody else</legend>
      <div className="grid items-start gap-x-4 md:grid-cols-3 max-w-5xl">
        <Select name={`${prefix}part`} label="Part" options={choicesOf(PARTICIPANT_WORDS)} empty="Choose" draft={draft} />
        <Select name={`${prefix}agency`} label="Agency" options={choicesOf(AGENCY_WORDS)} empty="Choose" draft={draft} />
        <Field name={`${prefix}name`} label="Name" list={COLLEAGUES} draft={draft} />
      </div>
      <p><Button look="second" small intent={`remove-${LIST}-${index}`} about={`person ${index + 1}`}>Remove</Button></p>
    </fieldset>
  )
}
