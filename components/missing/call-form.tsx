import type { CallPage } from '@/lib/missing/call-view'
import { onRecord } from '@/lib/policy/missing/asked'
import { CALLER_WORDS } from '@/lib/wording/missing'
import { choicesOf } from '@/lib/wording/say'
import { typedParts } from '@/lib/wording/london-input'
import { ActForm } from '../ui/act-form'
import { Button, Buttons } from '../ui/button'
import { Card } from '../ui/card'
import { DateField, DateTimeField } from '../ui/date-time-field'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Notice } from '../ui/notice'
import { Columns } from '../ui/page-head'
import { Picks } from '../ui/picks'
import { Radios, YES_NO_UNKNOWN } from '../ui/radios'
import { Select } from '../ui/select'
import { TextArea } from '../ui/text-area'
import { Classification, type TypedCall } from './classification'
import { PlanCard } from './plan-card'

export interface Question {
  readonly id: string
  readonly asks: string
}

interface CallFormProps {
  readonly page: CallPage
  /** Where the form stands, to come back to. */
  readonly path: string
  readonly draft: FormDraft | null
  readonly questions: readonly Question[]
  readonly now: Date
  readonly at: Date
  readonly typed: TypedCall
  /** Names typed into the search, for a child not on record. */
  readonly named: { readonly given: string; readonly family: string }
}

/** The call: who rings, the questions in their order, what is known of today; beside them what is open and what is closed. */
export function CallForm({ page, path, draft, questions, now, at, typed, named }: CallFormProps) {
  const { child, open, panel } = page
  const hidden: Record<string, string> = open !== null ? { episodeId: open.id } : child === null ? { searched: 'yes' } : { personId: child.id, searched: 'yes' }
  return (
    <ActForm act={open === null ? 'report-missing' : 'record-further-call'} page={path} draft={draft} hidden={hidden} label={open === null ? 'The call' : 'The further call'}>
      <Columns jump={open === null ? 'To the class and the grade' : 'To adding this call'} aside={<Beside page={page} draft={draft} now={now} at={at} typed={typed} />}>
        {child === null ? <NewChild draft={draft} named={named} /> : null}
        <h2>The caller</h2>
        <Radios name="callerKind" label="Who is calling" layout="two" options={choicesOf(CALLER_WORDS)} draft={draft} />
        <div className="flex flex-wrap gap-x-4">
          <Field name="callerName" label="Their name" draft={draft} width={20} spellCheck={false} optional />
          <Field name="callerPhone" label="Their telephone" type="tel" inputMode="tel" draft={draft} width={20} optional />
        </div>
        <h2>The questions</h2>
        <p className="sub">Not known is an answer: it is asked again at the next call.</p>
        {questions.map(({ id, asks }) => {
          const known = panel === null ? null : onRecord(panel.call, id)
          const hint = id === 'out_of_character' ? '“She’s done it before” lowers nothing' : undefined
          return <Radios key={id} name={`answers-${id}`} label={asks} layout="ask" options={YES_NO_UNKNOWN} draft={draft} hint={known === null ? hint : `On record: ${known}`} />
        })}
        <h2>When and how the child was last seen</h2>
        <DateTimeField name="lastSeenAt" label="When last seen" draft={draft} optional />
        <Field name="lastSeenWhere" label="Where, and by whom" draft={draft} optional />
        <TextArea name="appearance" label="How to know the child" hint="Clothes, hair, build, what was taken along" rows={2} draft={draft} optional />
        <TextArea name="company" label="Who the child may be with" hint="Names, an address, a number, a social account, a car" rows={2} draft={draft} optional />
        <TextArea name="said" label="What the caller says, in their own words" rows={3} draft={draft} optional />
        {open === null ? (
          <>
            <Field name="missingFrom" label="Where the child is missing from" hint="Home, the placement’s name, school" draft={draft} value={child?.known?.placement ?? ''} optional />
            <Select name="borough" label="Borough that looks for the child" hint="Where the child is missing from" options={page.boroughs} empty={page.borough === null ? 'Choose the borough' : undefined} value={page.borough ?? ''} draft={draft} />
          </>
        ) : null}
        <DateTimeField name="reportedAt" label="When the call came" hint="Now, unless you type it in later. Both times are kept, and every limit counts from the call" draft={draft} value={typedParts(now)} />
      </Columns>
    </ActForm>
  )
}

type BesideProps = Pick<CallFormProps, 'page' | 'draft' | 'now' | 'at' | 'typed'>

function Beside({ page, draft, now, at, typed }: BesideProps) {
  const { child, open, panel, plan } = page
  return (
    <>
      <section className="card" id="show-open" tabIndex={-1}>
        <h2>{open === null ? 'Class and grade' : 'The child is out already'}</h2>
        {open !== null
          ? <p>{open.as}, {open.borough}. Reported {open.reported} by {open.by.charAt(0).toLowerCase() + open.by.slice(1)}. This call goes beside that one: where the two say opposite things both are kept, and a yes that closes absent makes the child missing at once.</p>
          : panel === null
            ? <Masked draft={draft} />
            : <Classification panel={panel} now={now} at={at} typed={typed} isNew={child === null} draft={fieldsOfPanel(draft)} />}
        <Buttons><Button wide>{open === null ? 'Put the call on record' : 'Add this call'}</Button></Buttons>
        <Buttons>{open === null && panel !== null ? <Button look="second" small intent="show-open">Show what is open</Button> : null}<Button look="second" small intent="save-draft">Save draft</Button></Buttons>
      </section>
      <PlanCard plan={plan} child={child} />
      {child?.known && child.known.health.length > 0 ? <Card title="Health" tone="amber"><ul className="why">{child.known.health.map((need) => <li key={need}>{need}</li>)}</ul></Card> : null}
    </>
  )
}

/** A restricted child is missing: what is on the record cannot be weighed by whoever may not read it. */
function Masked({ draft }: { readonly draft: FormDraft | null }) {
  return (
    <>
      <Notice tone="amber" title="This record is restricted"><p>Take the call all the same. What is known of the child is not shown here, so no apparent risk cannot be said: the child is missing.</p></Notice>
      <Picks name="as" label="Class" draft={draft} value="missing" options={[{ value: 'missing', label: 'Missing', sub: 'Officers look for the child. The risk is graded within the hour, and social care is told.' }, { value: 'absent', label: 'Absent: not possible', closed: 'The record is restricted' }]} />
    </>
  )
}

/** Only what the panel shows is handed to the browser again. */
function fieldsOfPanel(draft: FormDraft | null): FormDraft | null {
  const names = ['as', 'reason', 'interval', 'grade', 'gradeReason']
  if (draft === null) return null
  return { values: Object.fromEntries(Object.entries(draft.values).filter(([name]) => names.includes(name))), problems: draft.problems.filter(({ field }) => names.includes(field)), refusals: [] }
}

function NewChild({ draft, named }: Pick<CallFormProps, 'draft' | 'named'>) {
  return (
    <>
      <h2>The child</h2>
      <div className="flex flex-wrap gap-x-4">
        <Field name="child-givenName" label="Given name" draft={draft} value={named.given} width={20} spellCheck={false} />
        <Field name="child-familyName" label="Family name" draft={draft} value={named.family} width={20} spellCheck={false} />
      </div>
      <div className="flex flex-wrap gap-x-6">
        <Field name="child-age" label="Age" hint="As the caller says" inputMode="numeric" width={4} draft={draft} />
        <DateField name="child-bornOn" label="Date of birth" draft={draft} optional />
      </div>
      <Field name="child-description" label="Description, if the child’s name is not known" hint="Girl of about 9 in a red coat" draft={draft} optional />
      <Radios name="child-lookedAfter" label="Looked after by a local authority" layout="row" options={YES_NO_UNKNOWN} draft={draft} />
    </>
  )
}
