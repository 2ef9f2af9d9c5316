import type { ReactNode } from 'react'
import type { MeetingView, ParticipantView } from '@/lib/meetings/view'
import { joined } from '@/lib/wording/lists'
import { ActionTable } from '../actions/action-table'
import { Notice } from '../ui/notice'
import { SummaryList } from '../ui/summary-list'
import { Table, type Column } from '../ui/table'
import { Clause } from './new-discussion-form'

type Shown = NonNullable<MeetingView['record']>

const COLUMNS: readonly Column<ParticipantView>[] = [
  { key: 'name', head: 'Name', kind: 'row', cell: (participant) => participant.name },
  { key: 'part', head: 'Part', cell: (participant) => <>{participant.part}{participant.part === participant.agency ? null : <span className="sub">{participant.agency}</span>}</> },
  { key: 'brought', head: 'What they brought', label: 'Brought', cell: (participant) => participant.brought ?? <span className="text-ink-2">Not recorded</span> },
]

/** An incomplete record was taken all the same; this asks for the rest. */
export function Lacking({ lacking }: { readonly lacking: readonly string[] }) {
  if (lacking.length === 0) return null
  return <div className="mt-5"><Notice tone="amber" title="The record is not complete"><p>Still to be recorded: {joined(lacking)}.</p></Notice></div>
}

/** The record: what was decided and why, who took part and what each brought, what was said, who does what by when. */
export function MeetingRecord({ record }: { readonly record: Shown }) {
  return (
    <>
      <h2>What was decided</h2>
      <SummaryList rows={[
        { term: 'Decision', value: record.decision ?? 'Not recorded' },
        ...(record.words === null ? [] : [{ term: 'Why', value: said(record.words.decisionReason) }]),
        ...(record.enquiry === null ? [] : [{ term: 'Enquiry', value: record.enquiry }]),
        ...(record.policeOfficer === null ? [] : [{ term: 'Police officer', value: record.policeOfficer }]),
      ]} />
      <h2>Who took part</h2>
      <Table caption="Who took part" columns={COLUMNS} rows={record.participants} rowKey={(participant) => `${participant.part} ${participant.name}`} empty="Nobody is named in the record." />
      <h2>What was said</h2>
      {record.words === null
        ? <p className="none">The words of this record do not open to your role. The child’s page says how to open them with a reason.</p>
        : <SummaryList rows={[
          { term: 'Information shared', value: said(record.words.informationShared) },
          { term: 'Analysis of risk', value: said(record.words.riskAnalysis) },
          { term: 'Medical examination', value: said(record.words.medical) },
          { term: 'Plan for interviews', value: said(record.words.interviewPlan) },
          { term: 'Other children', value: said(record.words.otherChildren) },
        ]} />}
      <h2 id="actions">Actions</h2>
      <ActionTable rows={record.actions} caption="Actions of this discussion" empty="No action was agreed." withChild={false} />
      <div className="mt-4"><Clause clause={record.recordClause} /></div>
    </>
  )
}

const said = (words: string | null): ReactNode => (words === null ? 'Not recorded' : <span className="whitespace-pre-wrap">{words}</span>)
