import type { ReactNode } from 'react'
import type { AssigneeOption } from '@/lib/deadlines/view'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Select } from '../ui/select'
import { TextArea } from '../ui/text-area'

interface DutyActsProps {
  /** The acts this actor may do here. */
  readonly acts: readonly string[]
  readonly assignees: readonly AssigneeOption[]
  readonly draft: FormDraft | null
}

/**
 * The fields and buttons of the acts on duties. They stand in one form: each button sends the same note to its own act, so
 * that one duty or many are chased, challenged, escalated or handed on in one step, with no script.
 */
export function DutyActs({ acts, assignees, draft }: DutyActsProps) {
  const may = (act: string): boolean => acts.includes(act)
  return (
    <>
      <TextArea name="note" label="Note" hint="What was done, and why. It goes on each child’s record." rows={3} draft={draft} />
      {may('chase') ? <Field name="to" label="Whom you chased" hint="Blank: whoever owes it" draft={draft} optional /> : null}
      <div className="buttons">
        {may('chase') ? <ActButton act="chase">Chase</ActButton> : null}
        {may('police-challenge') ? <ActButton act="police-challenge" second>Police challenge</ActButton> : null}
        {may('escalate') ? <ActButton act="escalate" second>Escalate</ActButton> : null}
        {may('acknowledge-duty') ? <ActButton act="acknowledge-duty" second>Take in hand</ActButton> : null}
      </div>
      {may('reassign') && assignees.length > 0 ? (
        <>
          <Select name="assignee" label="Give to" empty="Choose a worker or a team" options={assignees} draft={draft} />
          <ActButton act="reassign" second>Give to them</ActButton>
        </>
      ) : null}
    </>
  )
}

/** A submit button that sends the form it stands in to another act. */
export function ActButton({ act, second, warn, children }: { readonly act: string; readonly second?: boolean; readonly warn?: boolean; readonly children: ReactNode }) {
  return <button type="submit" formAction={`/act/${act}`} className={warn ? 'btn warn' : second ? 'btn second' : 'btn'}>{children}</button>
}
