import type { ListFormView } from '@/lib/meetings/agenda/view'
import { ActForm } from '../ui/act-form'
import { Button, Buttons, LinkButton } from '../ui/button'
import { Checkboxes } from '../ui/checkboxes'
import { Details } from '../ui/details'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Notice } from '../ui/notice'
import { Radios } from '../ui/radios'
import { Select } from '../ui/select'
import { TextArea } from '../ui/text-area'

const WHAT = [{ value: 'location', label: 'A place' }, { value: 'theme', label: 'A theme', hint: 'What happens again and again: a pattern, a way of doing it, a time' }] as const

/** Lists one child, adult, place or theme for a MASE; whether a discussion stands behind a child is said before anything is typed. */
export function ListForm({ view, draft }: { readonly view: ListFormView; readonly draft: FormDraft | null }) {
  const { about, behind } = view
  const hidden: Record<string, string> = about === null ? {} : { kind: about.kind, ...(about.kind === 'location' ? { placeId: about.id } : { personId: about.id }) }
  return (
    <>
      {view.listed.length === 0 ? null : <Notice title="On an agenda already"><ul>{view.listed.map((one) => <li key={one.href}><a href={one.href}>{one.words}</a></li>)}</ul></Notice>}
      {behind === null ? null : behind.there
        ? <Notice tone="green" title={`${behind.words}.`}><p>The listing stands on it.</p></Notice>
        : <Notice tone="red" title={`${behind.words}.`}><p>{view.clause.text} {view.calledHref === null ? null : <a href={view.calledHref}>Call a strategy discussion</a>}</p></Notice>}
      <ActForm act="list-for-meeting" page={view.page} draft={draft} hidden={hidden} label="List for a MASE">
        {about === null ? (
          <>
            <Radios name="kind" label="What is it about?" options={WHAT} draft={draft} />
            <Field name="title" label="Name of the place or the theme" hint="As people call it" width={20} draft={draft} />
          </>
        ) : null}
        {view.meetings.length === 0
          ? <Select name="borough" label="Borough whose next MASE takes it up" options={view.boroughs} value={view.boroughs[0]?.value ?? ''} draft={draft} />
          : <Select name="callId" label="Which meeting" options={view.meetings} value={view.meetings[0]?.value ?? ''} draft={draft} />}
        <TextArea name="why" label="Why the meeting should take it up" hint="What is to be settled there: who is to be kept safe, stopped, or watched. A child’s own plan is the MAP’s." rows={4} draft={draft} />
        {about?.kind === 'victim' && behind?.there === false
          ? <TextArea name="override" label="Why it is listed before a strategy discussion" hint="Only where it cannot wait. A strategy discussion is then owed at once." rows={2} draft={draft} optional /> : null}
        <Details summary="Share it with fewer agencies" open={draft !== null && draft.values['sharedWith'] !== undefined}>
          <Checkboxes name="sharedWith" label="Who sees it" hint="Nothing ticked: every agency that the meeting asks for" options={view.agencies} draft={draft} layout="two" />
        </Details>
        <Buttons>
          <Button>List it</Button>
          <Button look="second" intent="save-draft">Save draft</Button>
          <LinkButton look="second" href={about === null ? '/meetings' : about.kind === 'location' ? `/places/${about.id}` : about.kind === 'offender' ? `/adults/${about.id}` : `/people/${about.id}`}>Back without listing</LinkButton>
        </Buttons>
      </ActForm>
    </>
  )
}
