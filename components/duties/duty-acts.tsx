import type { ReactNode } from 'react'
import type { AssigneeOption } from '@/lib/deadlines/view'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Radios } from '../ui/radios'
import { Select } from '../ui/select'
import { TextArea } from '../ui/text-area'

interface DutyActsProps {
  /** The acts this actor may do here. */
  readonly acts: readonly string[]
  readonly assignees: readonly AssigneeOption[]
  readonly draft: FormDraft | null
  /** Off where the note stands above already, with the buttons of a disagreement. */
  readonly note?: boolean
}

const Note = ({ draft }: { readonly draft: FormDraft | null }) => <TextArea name="note" label="Note" hint="What was done, and why. It goes on each child’s record." rows={3} draft={draft} />

/**
 * The fields and buttons of the acts on duties. They stand in one form: each button sends the same note to its own act, so
 * that one duty or many are chased, challenged, escalated or handed on in one step, with no script.
 */
export function DutyActs({ acts, assignees, draft, note = true }: DutyActsProps) {
  const may = (act: string): boolean => acts.includes(act)
  return (
    <>
      {note ? <Note draft={draft} /> : null}
      {may('chase') ? <Field name="to" label="Whom you chased" hint="Blank: whoever owes it" draft={draft} optional /> : null}
      <div className="buttons">
        {may('chase') ? <ActButton act="chase">Chase</ActButton> : null}
        {may('police-challenge') ? <ActButton act="police-challenge" second>Police challenge</ActButton> : null}
        {may('escalate') ? <ActButton act="escalate" second>Escalate</ActButton> : null}
        {may('acknowledge-duty') ? <ActButton act="acknowledge-duty" second>Take in hand</ActButton> : null}
      </div>
      {may('reassign') && assignees.length > 0 ? (
        <>
          <Select name="assignee" label="Give to" empty="Worker or team" options={assignees} draft={draft} />
          <ActButton act="reassign" second>Give to them</ActButton>
        </>
      ) : null}
    </>
  )
}

/** A disagreement between agencies: settled at this stage, or taken up to the next. The note goes with either, and with a chase. */
export function DisputeActs({ dispute, may, draft }: { readonly dispute: { readonly stage: number; readonly of: number; readonly words: string }; readonly may: boolean; readonly draft: FormDraft | null }) {
  return (
    <>
      <p><b>Stage {dispute.stage} of {dispute.of}</b>: for {dispute.words} to settle. The child’s safety never waits for it.</p>
      {may ? (
        <>
          <Radios name="how" label="If it is settled: how" options={[{ value: 'agreed', label: 'The agencies agree' }, { value: 'decided', label: 'A manager of this stage decided' }, { value: 'withdrawn', label: 'Withdrawn by the agency that raised it' }]} draft={draft} />
          <Note draft={draft} />
          <div className="buttons"><ActButton act="settle-dispute">Settled</ActButton><ActButton act="escalate" second>Take it up a stage</ActButton></div>
        </>
      ) : null}
    </>
  )
}

/** A submit button that sends the form it stands in to another act. */
export function ActButton({ act, second, warn, children }: { readonly act: string; readonly second?: boolean; readonly warn?: boolean; readonly children: ReactNode }) {
  return <button type="submit" formAction={`/act/${act}`} className={warn ? 'btn warn' : second ? 'btn second' : 'btn'}>{children}</button>
}
