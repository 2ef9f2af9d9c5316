import type { AnswerLine, EnquiryView, RequestLine, RequestState, ResearchLine } from '@/lib/enquiry/view'
import { ActForm } from '../ui/act-form'
import { Button } from '../ui/button'
import { Details } from '../ui/details'
import { Due } from '../ui/due'
import type { DateParts } from '../ui/date-time-field'
import { SummaryList } from '../ui/summary-list'
import { Table, type Column } from '../ui/table'
import { Tag, type Tone } from '../ui/tag'
import { AskForm, ConsentForm, PassForm, ResearchForm, ShareForm, TakeDownForm, WithdrawForm, type Back } from './forms'
import { SharedTable } from './shared-table'

interface Props {
  readonly enquiry: EnquiryView
  readonly back: Back
  readonly dueAt: DateParts
}

/** The enquiry before whoever decides: who was asked, what they said and on what basis, who has not answered and how late; consent; research; what was shared. */
export function Enquiry({ enquiry, back, dueAt }: Props) {
  const { may, referralId, requests } = enquiry
  const opened = (act: string): boolean => back?.act === act
  return (
    <section id="enquiry" aria-labelledby="enquiry-title">
      <h2 id="enquiry-title">What the agencies say</h2>
      <p>{enquiry.summary}</p>
      {requests.length === 0 ? null : <Table caption="Agencies asked, what they said and who has not answered" columns={columns(enquiry)} rows={requests} rowKey={(row) => row.id} tone={(row) => (row.state === 'late' ? 'late' : row.state === 'withdrawn' ? 'off' : undefined)} />}
      {may.ask ? <Details summary={requests.length === 0 ? 'Ask agencies' : 'Ask further agencies'} open={opened('ask-agencies')}><AskForm enquiry={enquiry} back={back} dueAt={dueAt} /></Details> : null}
      {may.ask && requests.some((row) => row.state !== 'withdrawn') ? <Details summary="Take down an answer given by telephone or letter" open={opened('take-down-answer')}><TakeDownForm enquiry={enquiry} back={back} /></Details> : null}
      {may.ask && requests.some((row) => row.state === 'open' || row.state === 'late') ? <Details summary="Withdraw a question" open={opened('withdraw-request')}><WithdrawForm enquiry={enquiry} back={back} /></Details> : null}
      <h3>Consent</h3>
      {enquiry.consent === null ? <p className="none">Not on record yet: asking and checking says first how it stands.</p> : (
        <p><b>{enquiry.consent.words}</b><span className="sub">{enquiry.consent.detail}</span>{enquiry.consent.why === null ? null : <span className="sub whitespace-pre-line">{enquiry.consent.why}</span>}</p>
      )}
      {enquiry.earlierConsent.length === 0 ? null : (
        <Details summary="Earlier"><SummaryList rows={enquiry.earlierConsent.map((line) => ({ term: line.words, value: <>{line.why ?? ''}<span className="sub">{line.detail}</span></> }))} /></Details>
      )}
      {may.consent ? <Details summary={enquiry.consent === null ? 'Record consent' : 'Change how it stands'} open={opened('record-consent')}><ConsentForm referralId={referralId} back={back} /></Details> : null}
      <h3>Research</h3>
      <Table caption="Systems checked" columns={RESEARCH} rows={enquiry.research} rowKey={(row) => row.id} empty="No system has been checked on record." />
      {may.research ? <Details summary="Record a check" open={opened('record-research')}><ResearchForm enquiry={enquiry} back={back} /></Details> : null}
      <h3>What was shared, and what was not</h3>
      <SharedTable lines={enquiry.shared} empty="Nothing has been shared or held back on record." />
      {may.share ? <Details summary="Record what was shared or held back" open={opened('record-disclosure')}><ShareForm referralId={referralId} back={back} /></Details> : null}
      {enquiry.passed === null ? null : <p><b>{enquiry.passed}.</b></p>}
      {may.pass ? <Details summary="Pass to children’s social care" open={opened('pass-to-csc')}><PassForm referralId={referralId} back={back} /></Details> : null}
    </section>
  )
}

const STATE: Readonly<Record<RequestState, { words: string; tone: Tone }>> = {
  open: { words: 'Not answered yet', tone: 'grey' }, late: { words: 'Not answered', tone: 'red' }, held: { words: 'Answered', tone: 'green' }, 'nothing-held': { words: 'Holds nothing', tone: 'grey' },
  refused: { words: 'Refused to share', tone: 'amber' }, withdrawn: { words: 'Withdrawn', tone: 'grey' },
}

const columns = ({ may, referralId }: EnquiryView): readonly Column<RequestLine>[] => [
  { key: 'to', head: 'Agency', kind: 'row', cell: (row) => <>{row.to}<span className="sub">{row.agency}, asked {row.asked}</span><span className="sub">basis: {row.basis}</span></> },
  { key: 'question', head: 'Question', label: 'Question', cell: (row) => (row.question === null ? <span className="none">The words open to those who work the case.</span> : <span className="whitespace-pre-line">{row.question}<span className="sub">{row.purpose}</span></span>) },
  { key: 'answer', head: 'Answer', label: 'Answer', cell: (row) => <Answered row={row} /> },
  ...(may.chase ? [{ key: 'act', head: '', kind: 'act' as const, cell: (row: RequestLine) => <Chase row={row} referralId={referralId} /> }] : []),
]

function Answered({ row }: { readonly row: RequestLine }) {
  const waits = row.state === 'open' || row.state === 'late'
  return (
    <>
      <Tag tone={STATE[row.state].tone}>{STATE[row.state].words}</Tag>
      {waits ? <div><Due left={row.left} /></div> : null}
      {row.answers.map((answer) => <AnswerWords key={answer.id} answer={answer} />)}
      {row.chased === null ? null : <span className="sub">{row.chased}</span>}
      {row.withdrawn === null ? null : <span className="sub">{row.withdrawn}</span>}
    </>
  )
}

export function AnswerWords({ answer }: { readonly answer: AnswerLine }) {
  return (
    <div className="whitespace-pre-line">
      {answer.words ?? (answer.kind === 'nothing-held' ? '' : <span className="none">The words open to those who work the case.</span>)}
      <span className="sub">{answer.says}, {answer.when}{answer.basis === null ? '' : `, ${answer.basis}`}</span>
    </div>
  )
}

/** Chasing is one press. */
function Chase({ row, referralId }: { readonly row: RequestLine; readonly referralId: string }) {
  if (row.state !== 'open' && row.state !== 'late') return null
  return <ActForm act="chase-request" page={`/referrals/${referralId}`} hidden={{ requestId: row.id }} bare><Button look={row.state === 'late' ? 'first' : 'second'} small about={row.to}>Chase</Button></ActForm>
}

const RESEARCH: readonly Column<ResearchLine>[] = [
  { key: 'system', head: 'System', kind: 'row', cell: (row) => row.system },
  { key: 'whom', head: 'For whom', label: 'For whom', cell: (row) => row.whom },
  { key: 'found', head: 'What is there', label: 'What is there', cell: (row) => (row.held ? <span className="whitespace-pre-line">{row.found ?? 'Something is held: the words open to those who work the case.'}</span> : row.found ?? 'Nothing held') },
  { key: 'when', head: 'Checked', label: 'Checked', cell: (row) => row.when },
]
