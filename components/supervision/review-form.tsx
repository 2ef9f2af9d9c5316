import type { ReviewView } from '@/lib/supervision/view'
import { NOT_SEEN_WORDS } from '@/lib/wording/closing'
import { choicesOf } from '@/lib/wording/say'
import { ActionFields } from '../actions/action-fields'
import { DutyTable } from '../duties/duty-table'
import { ActForm } from '../ui/act-form'
import { AddAnother } from '../ui/add-another'
import { Button, Buttons, LinkButton } from '../ui/button'
import { DateField } from '../ui/date-time-field'
import type { FormDraft } from '../ui/form-draft'
import { Notice } from '../ui/notice'
import { Radios, type Choice } from '../ui/radios'
import { Asks, Revealed } from '../ui/reveal'
import { Select } from '../ui/select'
import { TextArea } from '../ui/text-area'

interface Props {
  readonly view: ReviewView
  readonly personId: string
  readonly firstName: string
  readonly draft: FormDraft | null
}

const SEEN: readonly Choice[] = [
  { value: 'seen', label: 'Seen and spoken to' }, { value: 'to-be-seen', label: 'Not yet: I direct below who sees the child and when' },
  { value: 'cannot', label: 'The child cannot be seen', hint: 'A supervisor’s reason, recorded under your name', reveals: 'a' },
]

/** A supervisor's review: what is owed and what stands first, then what was found, and what is to be done by whom and when. */
export function Review({ view, personId, firstName, draft }: Props) {
  return (
    <>
      {view.duties.length === 0 ? <p className="none">No review is owed just now.{view.last === null ? '' : ` ${view.last}.`}</p>
        : <DutyTable caption="What this review answers" lines={view.duties} />}
      <Standing view={view} firstName={firstName} />
      {view.own ? <Notice tone="amber" title="Another supervisor reviews this case"><p>You are its named worker, and nobody reviews their own case.</p></Notice>
        : !view.may ? <p>A CAIT supervisor reviews a case.</p>
          : !view.open ? <p className="none">Nothing is open about {firstName} to be reviewed.</p>
            : <ReviewFields view={view} personId={personId} firstName={firstName} draft={draft} />}
    </>
  )
}

function Standing({ view, firstName }: Pick<Props, 'view' | 'firstName'>) {
  return (
    <>
      <h2>How it stands</h2>
      <ul className="plain">
        <li className={view.isSeen ? undefined : 'strong'}>{view.seen}.</li>
        {view.last === null ? <li>No supervisor has reviewed it yet.</li> : <li>{view.last}.</li>}
        {view.standing.length === 0 ? <li>No direction or agreed action about {firstName} is open.</li> : view.standing.map((action) => (
          <li key={action.id}><span className={action.left.tone === 'late' ? 'due late' : 'due'}>{action.left.words}</span> <a href={`/actions/${action.id}`}>{action.what}</a><span className="sub">{action.owner}, {action.agency}, {action.left.detail}</span></li>
        ))}
      </ul>
    </>
  )
}

function ReviewFields({ view, personId, firstName, draft }: Props) {
  return (
    <ActForm act="supervisor-review" page={`/people/${personId}/review`} draft={draft} hidden={{ personId }} label="Supervisor review">
      <h2>Your review</h2>
      {view.wholeReferrals.length === 0 ? null : <Radios name="referralId" label="For whom" draft={draft} value="" options={[{ value: '', label: `${firstName} alone` }, ...view.wholeReferrals]} />}
      <TextArea name="progress" label="What has been done" hint="Since the last review, and what it showed" rows={4} draft={draft} />
      <TextArea name="risk" label="Who is at risk" hint="This child and others, from whom, and what protects them now" rows={4} draft={draft} />
      <Asks>
        <Radios name="seen" label="Has the child been seen and spoken to?" hint={`On record: ${view.seen}`} draft={draft} value="" options={SEEN} />
        <Revealed by="a">
          <Select name="notSeen" label="Why the child cannot be seen" empty="Choose why" draft={draft} options={choicesOf(NOT_SEEN_WORDS)} />
          <TextArea name="notSeenWhy" label="What was done to see the child" rows={2} draft={draft} />
        </Revealed>
      </Asks>
      {view.withdrawn ? (
        <>
          <h3>The withdrawn complaint</h3>
          <TextArea name="withdrawnWhy" label="Why it was withdrawn" rows={2} draft={draft} />
          <TextArea name="withdrawnFear" label="What is feared, and from whom" rows={2} draft={draft} />
          <TextArea name="withdrawnWishes" label="What the child wants" rows={2} draft={draft} />
        </>
      ) : null}
      <h3>What is to be done</h3>
      <p>Each direction becomes an action with its own date, and climbs when it is late.</p>
      <AddAnother list="directions" what="direction" draft={draft} start={1} row={(prefix) => <ActionFields prefix={prefix} draft={draft} />} />
      <TextArea name="nothingMoreWhy" label="If nothing more is to be done: why" optional rows={2} draft={draft} />
      <DateField name="nextReview" label="Next review" hint={`By the end of this day. Left empty, it is due on ${view.latest}.`} optional draft={draft} />
      <Buttons><Button>Record the review</Button><Button look="second" intent="save-draft">Save draft</Button><LinkButton look="second" href={`/people/${personId}`}>Back without recording</LinkButton></Buttons>
    </ActForm>
  )
}
