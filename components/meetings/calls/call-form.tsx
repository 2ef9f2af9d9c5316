import type { NewDiscussion } from '@/lib/strategy/view'
import { ActForm } from '../../ui/act-form'
import { Button, Buttons, LinkButton } from '../../ui/button'
import { Checkboxes } from '../../ui/checkboxes'
import { DateTimeField, type DateParts } from '../../ui/date-time-field'
import { Details } from '../../ui/details'
import { Suggestions } from '../../ui/field'
import type { FormDraft } from '../../ui/form-draft'
import { Radios } from '../../ui/radios'
import { Select } from '../../ui/select'
import { TextArea } from '../../ui/text-area'
import { NoMailHere } from '../mail-line'
import { Clause, COLLEAGUES } from '../new-discussion-form'
import { PeopleRows } from '../people-rows'

interface FormProps {
  readonly view: NewDiscussion
  readonly page: string
  readonly draft: FormDraft | null
  readonly meetsAt: DateParts
  readonly modes: readonly { readonly value: string; readonly label: string }[]
  readonly mailIsSet: boolean
}

/** Calls one discussion: about whom, when, where, and who is asked. Whom the procedures ask for stands there from the start. */
export function CallForm({ view, page, draft, meetsAt, modes, mailIsSet }: FormProps) {
  const hidden = { ...(view.referral === null ? {} : { referralId: view.referral.id }), ...(view.borough === null ? {} : { borough: view.borough.code }) }
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
      <PeopleRows
        list="invited" tick={{ name: 'ask', word: 'Ask', ticked: (one) => one.required }} names={COLLEAGUES} expected={view.expected.map(({ part, agency, title, why, required }) => ({ part, agency, title, why, required }))} quorum
        add="Ask somebody else" about="person" columns="md:grid-cols-[8rem_20rem]" otherColumns="md:grid-cols-3" draft={draft}
      />
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
