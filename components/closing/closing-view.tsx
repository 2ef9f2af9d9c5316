import type { ClosingItem, ClosingView } from '@/lib/closing/view'
import { NOT_SEEN_WORDS, RESULTS_OF_CLOSING } from '@/lib/wording/closing'
import { counted } from '@/lib/wording/lists'
import { choicesOf } from '@/lib/wording/say'
import { ActForm } from '../ui/act-form'
import { Button, Buttons, LinkButton } from '../ui/button'
import type { FormDraft } from '../ui/form-draft'
import { Notice } from '../ui/notice'
import { Radios } from '../ui/radios'
import { Select } from '../ui/select'
import { Table, type Column } from '../ui/table'
import { Tag } from '../ui/tag'
import { TextArea } from '../ui/text-area'

interface Props {
  readonly view: ClosingView
  readonly personId: string
  readonly firstName: string
  readonly draft: FormDraft | null
}

const TONES = { done: 'green', missing: 'amber', none: 'grey' } as const
/** What a supervisor’s review can settle: a child who cannot be seen, where that child is, a direction taken back or given anew. */
const REVIEW_SETTLES: readonly ClosingItem['key'][] = ['child-seen', 'whereabouts', 'direction']
const STATES = { done: 'In order', missing: 'Missing', none: 'Not needed' } as const
/** What is missing stands first: it is what has to be done. */
const ORDER: readonly ClosingItem['state'][] = ['missing', 'done', 'none']

/** What has to be there before an enquiry is closed, each with the way to do it; then the closing itself. */
export function Closing({ view, personId, firstName, draft }: Props) {
  const columns: Column<ClosingItem>[] = [
    { key: 'what', head: 'What', kind: 'row', cell: (item) => <>{item.words}<span className="sub">{item.detail}</span></> },
    { key: 'state', head: 'Now', label: 'Now', cell: (item) => <Tag tone={TONES[item.state]}>{STATES[item.state]}</Tag> },
    { key: 'do', head: '', kind: 'act', cell: (item) => (view.mayRecord ? <a href={item.href}>{item.verb}</a> : '') },
  ]
  if (!view.open) return <p className="none">{view.last === null ? `No enquiry about ${firstName} is on record.` : `Nothing is open: ${view.last}.`}</p>
  return (
    <>
      {!view.mayClose || view.missing === 0 ? null : <Notice tone="amber" title={`${counted(view.missing, 'thing')} missing`}><p>Closing is refused until nothing is missing. Each can be done from here.</p></Notice>}
      <Table caption="Before it is closed" showCaption columns={columns} rows={[...view.items].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))} rowKey={(item) => item.key} />
      {view.last === null ? null : <p className="sub">An earlier enquiry: {view.last}. What was done in it does not count for this one.</p>}
      {view.mayClose && view.items.some((item) => REVIEW_SETTLES.includes(item.key) && item.state === 'missing') ? <p className="mt-4"><LinkButton look="second" href={`/people/${personId}/review`}>Review the case</LinkButton><span className="sub">To say why the child cannot be seen, or direct what is to be done</span></p> : null}
      {view.mayAnswer && view.risks.length > 0 ? <p className="mt-4"><LinkButton look="second" href={`/people/${personId}/closing/answer`}>Answer for a risk that stays open</LinkButton><span className="sub">As an inspector, where it cannot be done</span></p> : null}
      <h2>Close the enquiry</h2>
      {!view.mayClose ? <p>A CAIT supervisor closes an enquiry or investigation.</p> : (
        <>
          <ActForm act="close-case" page={`/people/${personId}/closing`} draft={draft} hidden={{ personId }} label="Close the enquiry">
            {view.wholeReferrals.length === 0 ? null : <Radios name="referralId" label="For whom" draft={draft} value="" options={[{ value: '', label: `${firstName} alone` }, ...view.wholeReferrals]} />}
            <Radios name="result" label="With what result" hint="No crime needs an enquiry of the police’s own, beside that of another agency" draft={draft} options={choicesOf(RESULTS_OF_CLOSING)} />
            <TextArea name="rationale" label="Why it can be closed" hint="Each indicator that was on record, and how it was answered; what the child said and what it meant for them" rows={5} draft={draft} />
            <Select name="notSeen" label="If the child cannot be seen: why" hint="A supervisor’s reason. It is recorded under your name." empty="The child was seen" optional draft={draft} options={choicesOf(NOT_SEEN_WORDS)} />
            <TextArea name="notSeenWhy" label="What was done to see the child" optional rows={3} draft={draft} />
            <Buttons><Button>Close the enquiry</Button><Button look="second" intent="save-draft">Save draft</Button></Buttons>
          </ActForm>
        </>
      )}
    </>
  )
}
