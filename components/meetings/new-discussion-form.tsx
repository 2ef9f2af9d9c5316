import type { ReactNode } from 'react'
import type { ClauseView } from '@/lib/meetings/view'
import type { NewDiscussion } from '@/lib/strategy/view'
import { ActionFields } from '../actions/action-fields'
import { ActForm } from '../ui/act-form'
import { AddAnother } from '../ui/add-another'
import { Button, Buttons, LinkButton } from '../ui/button'
import { Checkboxes } from '../ui/checkboxes'
import { DateTimeField, type DateParts } from '../ui/date-time-field'
import { Details } from '../ui/details'
import { Field, Suggestions } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Radios } from '../ui/radios'
import { Select } from '../ui/select'
import { TextArea } from '../ui/text-area'
import { ParticipantRows } from './participant-rows'

interface FormProps {
  readonly view: NewDiscussion
  readonly draft: FormDraft | null
  readonly heldAt: DateParts
  readonly modes: readonly { readonly value: string; readonly label: string }[]
  readonly decisions: readonly { readonly value: string; readonly label: string }[]
  readonly enquiries: readonly { readonly value: string; readonly label: string }[]
}

/** The names that the forms of a discussion offer while one types. */
export const COLLEAGUES = 'colleagues'

/** Records one discussion about one or several children. What is not known yet is left empty: it is taken, and asked for after. */
export function NewDiscussionForm({ view, draft, heldAt, modes, decisions, enquiries }: FormProps) {
  const hidden = { ...(view.callId === null ? {} : { callId: view.callId }), ...(view.referral === null ? {} : { referralId: view.referral.id }), ...(view.borough === null ? {} : { borough: view.borough.code }) }
  return (
    <ActForm act="record-strategy-discussion" page={view.page} draft={draft} hidden={hidden} label="Record a strategy discussion">
      <h2>The discussion</h2>
      <Checkboxes
        name="children" label="Which children it was about" hint="One discussion can answer for several children." draft={draft}
        options={view.children.map((child) => ({ value: child.id, label: [child.name, child.age].filter(Boolean).join(', '), hint: child.why }))}
        values={view.children.filter((child) => child.chosen).map((child) => child.id)}
      />
      {view.borough === null ? <Select name="borough" label="Borough" options={view.boroughs} value={view.boroughFirst} draft={draft} /> : null}
      <DateTimeField name="heldAt" label="When it was held" hint="It may be written down later: the clocks count from when it was held." value={heldAt} draft={draft} />
      <Radios name="mode" label="How" options={modes} layout="row" draft={draft} />
      <Field name="chair" label="Who chaired it" hint={view.chairSays} width={20} list={COLLEAGUES} draft={draft} />

      <h2>Who took part</h2>
      <p>Tick who took part, and name them. A discussion without everyone it needs is recorded all the same: it stops the 24-hour target, and the clock of the procedures runs on.</p>
      <Clause clause={view.quorumClause} /><Clause clause={view.specialistsClause} />
      <ParticipantRows expected={view.expected} names={COLLEAGUES} draft={draft} />

      <h2>What was said</h2>
      <TextArea name="informationShared" label="Information shared" rows={6} draft={draft} />
      <TextArea name="riskAnalysis" label="Analysis of risk" rows={5} draft={draft} />

      <h2>What was decided</h2>
      <Radios name="decision" label="Decision" hint="Leave it open only if nothing was decided." options={decisions} draft={draft} />
      <TextArea name="decisionReason" label="Why" rows={3} draft={draft} />
      <Radios name="enquiry" label="If it is section 47: who makes the enquiry" options={enquiries} draft={draft} />
      <Field name="policeOfficer" label="Police officer in a joint enquiry, by name" hint="A joint enquiry needs one: social care does not investigate a crime alone." width={20} list={COLLEAGUES} draft={draft} />
      <TextArea name="medical" label="Medical examination" optional rows={2} hint="Whether, where, when, with whose consent" draft={draft} />
      <TextArea name="interviewPlan" label="Plan for interviews" optional rows={2} draft={draft} />
      <TextArea name="otherChildren" label="Other children to think of" optional rows={2} draft={draft} />

      <h2>Actions</h2>
      <p>Who does what by when. Each becomes a duty with its own date.</p>
      <AddAnother list="actions" what="action" draft={draft} start={2} row={(prefix) => <ActionFields prefix={prefix} draft={draft} names={COLLEAGUES} />} />
      {view.colleagues.length === 0 ? null : (
        <>
          <Suggestions id={COLLEAGUES} words={view.colleagues} />
          <Details summary="Names that have an account here">
            <p>A part or an action given to one of these people, spelt like this and under their own agency, shows in their own list. They are offered while you type.</p>
            <p className="sub">{view.colleagues.join(' · ')}</p>
          </Details>
        </>
      )}
      <Clause clause={view.recordClause} />
      <Buttons>
        <Button>Record the discussion</Button>
        <Button look="second" intent="save-draft">Save draft</Button>
        <LinkButton look="second" href={view.referral === null ? `/people/${view.children[0]?.id ?? ''}` : `/referrals/${view.referral.id}`}>Back without recording</LinkButton>
      </Buttons>
    </ActForm>
  )
}

export function Clause({ clause, children }: { readonly clause: ClauseView; readonly children?: ReactNode }) {
  return (
    <Details summary={clause.title}>
      <p>{clause.text}</p>
      <p className="clause">{clause.id} · {clause.edition} · {clause.source}</p>
      {children}
    </Details>
  )
}
