import type { ReactNode } from 'react'
import type { DutyExplanation } from '@/lib/deadlines/view'
import { Card } from '../ui/card'
import { Due } from '../ui/due'
import { SummaryList, type SummaryRow } from '../ui/summary-list'
import { Table, type Column } from '../ui/table'
import { Tag } from '../ui/tag'
import { Timeline } from '../ui/timeline'

/** Why a duty is due then: facts, rule, counting, what would meet it, who was told, what was done, its history. */
export function Explanation({ duty }: { readonly duty: DutyExplanation }) {
  return (
    <>
      <Section id="facts" title="What started it"><Facts duty={duty} /></Section>
      <Section id="rule" title="The rule"><Rule duty={duty} /></Section>
      <Section id="counting" title="How the time was counted"><Counting duty={duty} /></Section>
      <Section id="meets" title="What would meet it"><p>{duty.rule.meets}</p></Section>
      <Section id="told" title="Who was told">
        <Table
          caption="Who was told" columns={TOLD} rows={duty.told} rowKey={(one) => one.key} empty="Nobody has been told about it yet. Whoever owes it sees it on their list all the same."
        />
      </Section>
      <Section id="done" title="What was done about it">
        <Timeline
          label="What was done about this duty, oldest first" empty="Nothing is on record yet."
          items={duty.done.map((entry) => ({ key: entry.key, heading: entry.heading, at: entry.at, meta: `${entry.when} · ${entry.by}`, words: entry.note ?? undefined }))}
        />
      </Section>
      <Section id="history" title="Its history">
        <Table caption="This clock, what it replaced and what replaced it" columns={HISTORY} rows={duty.history} rowKey={(row) => row.id} tone={(row) => (row.self ? undefined : 'off')} />
        <p className="sub">A due time is never edited: where it changed, the former one stays here.</p>
      </Section>
    </>
  )
}

function Section({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ReactNode }) {
  return <section aria-labelledby={id}><h2 id={id}>{title}</h2>{children}</section>
}

function Facts({ duty }: { readonly duty: DutyExplanation }) {
  const { facts } = duty
  const rows: SummaryRow[] = [
    { term: 'Entry', value: facts.heading ?? (duty.review !== null ? 'A restricted record was opened; the reason given stands where it is answered for' : duty.child.masked ? 'About a restricted person: its words are there for whoever has opened the record' : 'In a ledger outside your reach') },
    ...(facts.source === null ? [] : [{ term: 'From', value: facts.source }]),
    ...(facts.happened === null ? [] : [{ term: 'Happened', value: facts.happened }]),
    ...(facts.recorded === null ? [] : [{ term: 'Put on record', value: `${facts.recorded}${facts.by === null ? '' : `, by ${facts.by}`}` }]),
    ...(facts.because === null || facts.because.length === 0 ? [] : [{ term: 'Because', value: facts.because.join('; ') }]),
    { term: 'Counts from', value: duty.countsFrom },
    ...(duty.referral === null ? [] : [{ term: 'Referral', value: <a href={`/referrals/${duty.referral.id}`}>{duty.referral.reference}</a> }]),
  ]
  return <SummaryList rows={rows} />
}

function Rule({ duty }: { readonly duty: DutyExplanation }) {
  return (
    <>
      <p>{duty.rule.plain}{duty.rule.target ? <> <Tag tone="blue">A target, no breach of procedure</Tag></> : null}</p>
      <SummaryList rows={[
        { term: 'Clause', value: <><b>{duty.clause.title}</b><span className="sub">{duty.clause.text}</span></> },
        { term: 'Edition', value: duty.clause.edition },
        { term: 'Source', value: <>{duty.clause.source}<span className="sub">Clause {duty.clause.id}, rule {duty.rule.id}</span></> },
        { term: 'Certainty', value: duty.clause.certainty },
        ...(duty.figure === null ? [] : [{ term: 'Time given', value: <>{duty.figure.words}{duty.figure.certainty === null || duty.figure.certainty === duty.clause.certainty ? null : <span className="sub">The figure: {duty.figure.certainty.charAt(0).toLowerCase() + duty.figure.certainty.slice(1)}</span>}</> }]),
        { term: 'Pack', value: <>{duty.pack.title}<span className="sub">{duty.pack.id}, version {duty.pack.version}, as it stood when the clock opened</span></> },
      ]} />
    </>
  )
}

type Day = DutyExplanation['days'][number]
const DAYS: readonly Column<Day>[] = [
  { key: 'date', head: 'Day', kind: 'row', cell: (day) => day.date },
  { key: 'counted', head: 'Counted', label: 'Counted', cell: (day) => (day.counted ? 'Counted' : day.why === 'day 0' ? 'Start' : 'Skipped') },
  { key: 'why', head: 'Why', label: 'Why', cell: (day) => (day.why === 'day 0' ? 'day 0, the day it started' : day.why) },
]

function Counting({ duty }: { readonly duty: DutyExplanation }) {
  return (
    <>
      <p>{duty.counting}</p>
      {duty.days.length === 0 ? null : <Table caption="Each day, counted or skipped" columns={DAYS} rows={duty.days} rowKey={(day) => day.date} tone={(day) => (day.counted ? undefined : 'off')} stack={false} />}
      <div className="mt-3"><SummaryList rows={[{ term: 'From', value: duty.countsFrom }, { term: 'Due', value: <b>{duty.due}</b> }]} /></div>
    </>
  )
}

const TOLD: readonly Column<DutyExplanation['told'][number]>[] = [
  { key: 'when', head: 'When', kind: 'row', cell: (one) => one.when },
  { key: 'to', head: 'Told to', label: 'Told to', cell: (one) => one.to },
  { key: 'says', head: 'What', label: 'What', cell: (one) => one.says },
  { key: 'read', head: 'Seen', label: 'Seen', cell: (one) => one.read ?? 'not yet' },
]

const HISTORY: readonly Column<DutyExplanation['history'][number]>[] = [
  { key: 'due', head: 'Due', kind: 'row', cell: (row) => (row.self ? <>{row.due}<span className="sub">this one</span></> : <a href={`/duties/${row.id}`}>{row.due}</a>) },
  { key: 'opened', head: 'Clock opened', label: 'Clock opened', cell: (row) => row.opened },
  { key: 'fate', head: 'What became of it', label: 'What became of it', cell: (row) => row.fate },
]

/** The short of it, beside the explanation. */
export function DutyCard({ duty }: { readonly duty: DutyExplanation }) {
  const late = duty.state === 'late'
  return (
    <Card title={late ? 'Overdue' : duty.state === 'open' ? 'Open' : 'Closed'} tone={late ? 'red' : 'blue'}>
      {duty.stateWords === null ? <p><Due left={duty.left} /></p> : <p><b>{duty.stateWords}</b><span className="sub">was {duty.left.detail}</span></p>}
      <SummaryList rows={[
        { term: 'Owed by', value: duty.owedBy },
        { term: 'With', value: duty.withWhom ?? 'nobody named' },
        { term: 'Borough', value: duty.borough },
        ...(duty.standing.length === 0 ? [] : [{ term: 'Standing', value: duty.standing.join('; ') }]),
      ]} />
    </Card>
  )
}

/** The other open clocks of the same child. */
export function Beside({ duty }: { readonly duty: DutyExplanation }) {
  if (duty.beside.length === 0) return null
  return (
    <Card title="Also owed to this child">
      <ul>{duty.beside.map((other) => <li key={other.id} className="mb-1"><a href={`/duties/${other.id}`}>{other.words}</a><span className="sub">{other.left.words}, {other.left.detail}</span></li>)}</ul>
    </Card>
  )
}
