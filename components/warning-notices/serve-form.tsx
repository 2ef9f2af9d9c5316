import type { ServeView } from '@/lib/warning-notices/view'
import { S20_NOTE, SERVED_RANKS } from '@/lib/wording/warning-notices'
import { choicesOf } from '@/lib/wording/say'
import { ActForm } from '../ui/act-form'
import { Button, Buttons, LinkButton } from '../ui/button'
import { Card } from '../ui/card'
import { Checkboxes } from '../ui/checkboxes'
import { DateField, DateTimeField } from '../ui/date-time-field'
import { Details } from '../ui/details'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Notice } from '../ui/notice'
import { Columns } from '../ui/page-head'
import { Radios } from '../ui/radios'
import { Select } from '../ui/select'
import { SummaryList } from '../ui/summary-list'
import { TextArea } from '../ui/text-area'

type Drafted = (FormDraft & { readonly act: string }) | null

/** A notice that was served, or considered and not used: what it can rest on is told before anything is typed. */
export function ServeForm({ view, draft }: { readonly view: ServeView; readonly draft: Drafted }) {
  const { adult, child } = view
  const path = `/adults/${adult.id}/notice?child=${child.id}`
  const serving = draft?.act === 'serve-notice' ? draft : null
  const considering = draft?.act === 'consider-notice' ? draft : null
  return (
    <Columns aside={<TheChild view={view} />}>
      {view.standing === null ? null : <Notice tone="amber" title="A notice to this adult about this child stands already"><p>Served {view.standing.served}; it {view.standing.ends}. <a href={`/adults/${adult.id}#notices`}>Record a breach, or end it first</a>.</p></Notice>}
      <Details summary="Considered, and not used" open={considering !== null}>
        <ActForm act="consider-notice" page={path} draft={considering} hidden={{ adultId: adult.id, childId: child.id, used: 'no' }} label="Considered and not used" scope="consider">
          <TextArea name="why" label="Why it is not used" hint="It stands on the child’s record" rows={3} scope="consider" draft={considering} />
          <Button look="second">Record that it was considered and not used</Button>
        </ActForm>
      </Details>
      <h2>Served</h2>
      <ActForm act="serve-notice" page={path} draft={serving} hidden={{ adultId: adult.id, childId: child.id }} label="Child abduction warning notice served">
        <Radios name="ground" label="What does it rest on?" hint="Judged as the child stood on the day of service" draft={serving} options={view.grounds.map(({ value, label, closed }) => ({ value, label, ...(closed === null ? {} : { hint: `As the record stands today: ${closed}` }) }))} />
        <Card title="Legal note for accommodation under section 20" tone="amber"><p>{S20_NOTE}</p><Checkboxes name="noteRead" label="Only for that ground" optional draft={serving} options={[{ value: 'yes', label: 'I have read this note' }]} /></Card>
        <DateField name="careEndsOn" label="When the care ends, if that is known" hint="The notice ends then, or on the eighteenth birthday if that is first. Of police protection and an order it is filled in by itself." optional draft={serving} />
        <DateTimeField name="servedAt" label="When it was served" draft={serving} />
        <Field name="servedBy" label="Who served it" width={20} draft={serving} />
        <Select name="servedRank" label="Rank" empty="Choose the rank" options={choicesOf(SERVED_RANKS)} draft={serving} />
        <Field name="place" label="Where it was served" draft={serving} />
        <TextArea name="conditions" label="What the adult was told not to do" rows={3} draft={serving} />
        <Buttons><Button>Put the notice on the record</Button><LinkButton look="second" href={`/adults/${adult.id}`}>Back without recording</LinkButton></Buttons>
      </ActForm>
    </Columns>
  )
}

function TheChild({ view }: { readonly view: ServeView }) {
  const { child, adult } = view
  return (
    <>
      <Card title="About which child"><SummaryList rows={[{ term: 'Child', value: <a href={`/people/${child.id}`}>{child.name}</a> }, { term: 'Born', value: child.born }, { term: 'Age', value: child.age }, { term: 'Looked after', value: child.care }]} /><p className="sub"><a href={`/people/${child.id}/change/identity`}>Put the birth right</a>, <a href={`/people/${child.id}/change/circumstances`}>put the care right</a></p></Card>
      <Card title="To whom"><p><a href={`/adults/${adult.id}`}>{adult.name}</a>{adult.age === '' ? '' : `, ${adult.age}`}</p></Card>
    </>
  )
}
