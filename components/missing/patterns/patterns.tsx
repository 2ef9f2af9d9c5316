import type { BoroughCounts, CompanyRow, DailyRow, PatternChild, Patterns, PatternList, PlaceRow, SettledRow } from '@/lib/missing/patterns/view'
import { counted } from '@/lib/wording/lists'
import { FORUM_DECISION_WORDS, FORUM_WORDS, groundWords } from '@/lib/wording/return'
import { choicesOf } from '@/lib/wording/say'
import { ActForm } from '../../ui/act-form'
import { Button, Buttons, LinkButton } from '../../ui/button'
import { Chip } from '../../ui/chip'
import type { FormDraft } from '../../ui/form-draft'
import { Radios } from '../../ui/radios'
import { Asks, Revealed } from '../../ui/reveal'
import { Select } from '../../ui/select'
import { Table, type Column } from '../../ui/table'
import { Tag } from '../../ui/tag'
import { TextArea } from '../../ui/text-area'

/** The address of a list of the page, with its filters. */
export function patternsAddress(list: PatternList, asked: { borough?: string | null; without?: boolean; after?: string | null; settle?: string } = {}): string {
  const query = new URLSearchParams()
  if (list !== 'children') query.set('list', list)
  if (asked.borough) query.set('borough', asked.borough)
  if (asked.without === true && list === 'children') query.set('without', '1')
  if (asked.after) query.set('after', asked.after)
  if (asked.settle !== undefined) query.set('settle', asked.settle)
  return `/missing/patterns${query.size === 0 ? '' : `?${query.toString()}`}`
}

export function PatternFilters({ view, without }: { readonly view: Patterns; readonly without: boolean }) {
  return (
    <div className="bar">
      {view.boroughs.length < 2 ? null : (
        <form method="get" action="/missing/patterns" aria-label="Borough" className="bar">
          {view.list === 'children' ? null : <input type="hidden" name="list" value={view.list} />}
          {without ? <input type="hidden" name="without" value="1" /> : null}
          <Select name="borough" label="Borough" empty="All" options={view.boroughs} value={view.borough ?? ''} />
          <Button look="second" small>Show</Button>
        </form>
      )}
      {view.list !== 'children' ? null : without
        ? <Chip href={patternsAddress('children', { borough: view.borough })}>Again and again, without plan or discussion</Chip>
        : <a href={patternsAddress('children', { borough: view.borough, without: true })}>Only those again and again without plan or discussion</a>}
    </div>
  )
}

export function PatternLists({ view }: { readonly view: Patterns }) {
  switch (view.list) {
    case 'children': return <Table caption={`Children by times away in ${view.days} days`} columns={childColumns(view.repeat)} rows={view.children} rowKey={(row) => row.id} tone={(row) => (row.many >= view.repeat && (row.planMissing || row.discussionMissing) ? 'late' : undefined)} empty={`No child was away in the last ${view.days} days.`} />
    case 'today': return <Table caption="Children to refer to a multi-agency forum" columns={dailyColumns(view)} rows={view.today} rowKey={(row) => row.id} empty="Every child of the list is referred or set aside." />
    case 'settled': return <Table caption="Referred and set aside" columns={SETTLED} rows={view.settled} rowKey={(row) => row.key} empty="Nothing yet." />
    case 'places': return <Table caption={`Places of the last ${view.days} days`} columns={PLACES} rows={view.places} rowKey={(row) => row.key} empty="No place is on record." />
    case 'people': return <Table caption={`People whom children were found with in the last ${view.days} days`} columns={PEOPLE} rows={view.people} rowKey={(row) => row.key} empty="Nobody was named." />
  }
}

const childColumns = (repeat: number): readonly Column<PatternChild>[] => [
  { key: 'child', head: 'Child', kind: 'row', cell: (row) => <><a className="strong" href={`/people/${row.id}/missing`}>{row.name}</a><span className="sub">{[row.age, row.borough].filter(Boolean).join(', ')}</span></> },
  { key: 'many', head: 'Times away', label: 'Times away', cell: (row) => <><b>{row.many}</b> {row.many >= repeat ? <Tag tone="red">Again and again</Tag> : null}<span className="sub">{row.missing} missing, {row.absent} absent</span></> },
  { key: 'run', head: 'In order', label: 'In order', cell: (row) => runWords(row.run) },
  { key: 'last', head: 'Last', label: 'Last', cell: (row) => row.last },
  { key: 'link', head: 'Exploitation', label: 'Exploitation', cell: (row) => (row.exploited ? <Tag tone="solid">Linked</Tag> : 'No link on record') },
  { key: 'plan', head: 'Trigger plan', label: 'Trigger plan', cell: (row) => (row.planMissing && row.many >= repeat ? <b>{row.plan}</b> : row.plan) },
  { key: 'discussion', head: 'Strategy discussion', label: 'Strategy discussion', cell: (row) => (row.discussionMissing && row.many >= repeat ? <b>{row.discussion}</b> : row.discussion) },
]

/** 'Missing, absent, missing twice': the classes as they followed each other, the last eight. */
function runWords(run: PatternChild['run']): string {
  const shown = run.slice(-8)
  return `${run.length > shown.length ? '… ' : ''}${shown.map((one) => (one === 'missing' ? 'missing' : 'absent')).join(', ')}`
}

// On the very page that the child stands on: on the first there would be no form for whoever stands on the second.
const settleAddress = ({ borough, after }: Patterns, row: DailyRow): string => patternsAddress('today', { borough, after, settle: row.id })
const dailyColumns = (view: Patterns): readonly Column<DailyRow>[] => [
  { key: 'child', head: 'Child', kind: 'row', cell: (row) => <>{row.masked ? <b>{row.name}</b> : <a className="strong" href={`/people/${row.id}/missing`}>{row.name}</a>}<span className="sub">{[row.age, row.borough].filter(Boolean).join(', ')}</span></> },
  { key: 'why', head: 'Why', label: 'Why', cell: (row) => <ul className="plain">{row.grounds.map((ground) => <li key={ground}>{groundWords(ground)}{ground === 'repeat' ? `: ${row.many}` : ''}</li>)}</ul> },
  { key: 'last', head: 'Last away', label: 'Last away', cell: (row) => <>{row.last}{row.out ? <span className="sub"><b>Still away</b></span> : null}</> },
  { key: 'act', head: '', kind: 'act', cell: (row) => (row.masked ? 'Restricted: opened by break-glass only' : view.maySettle ? <LinkButton small look="second" href={`${settleAddress(view, row)}#settle`} about={row.name}>Refer or set aside</LinkButton> : null) },
]

const SETTLED: readonly Column<SettledRow>[] = [
  { key: 'child', head: 'Child', kind: 'row', cell: (row) => <><a className="strong" href={`/people/${row.id}/missing`}>{row.name}</a><span className="sub">{row.grounds.join(', ')}</span></> },
  { key: 'what', head: 'What', label: 'What', cell: (row) => row.what },
  { key: 'why', head: 'Why', label: 'Why', cell: (row) => row.reason },
  { key: 'when', head: 'When', label: 'When', cell: (row) => row.when },
]
const PLACES: readonly Column<PlaceRow>[] = [
  { key: 'place', head: 'Place', kind: 'row', cell: (row) => <b>{row.place}</b> },
  { key: 'as', head: 'What of it', label: 'What of it', cell: (row) => (row.as === 'from' ? 'Missing from there' : 'Found there') },
  { key: 'times', head: 'Times', label: 'Times', kind: 'num', cell: (row) => row.times },
  { key: 'children', head: 'Children', label: 'Children', kind: 'num', cell: (row) => row.children },
  { key: 'last', head: 'Last', label: 'Last', cell: (row) => row.last },
]
const PEOPLE: readonly Column<CompanyRow>[] = [
  { key: 'who', head: 'Found with', kind: 'row', cell: (row) => <><b>{row.name}</b><span className="sub">{row.about}</span></> },
  { key: 'times', head: 'Times', label: 'Times', kind: 'num', cell: (row) => row.times },
  { key: 'children', head: 'Children', label: 'Children', cell: (row) => <ul className="plain">{row.children.map((child) => <li key={child.id}><a href={`/people/${child.id}/missing`}>{child.name}</a></li>)}</ul> },
  { key: 'last', head: 'Last', label: 'Last', cell: (row) => row.last },
]

/** One child of the daily list, referred or set aside with a reason. */
export function SettleForm({ view, row, draft }: { readonly view: Patterns; readonly row: DailyRow; readonly draft: FormDraft | null }) {
  return (
    <section id="settle" aria-labelledby="settle-head">
      <h2 id="settle-head">{row.name}, {row.age}: refer or set aside</h2>
      <p>{row.grounds.map(groundWords).join(', ')}. {counted(row.many, 'time', 'times')} away in the window, last {row.last}.</p>
      <ActForm act="settle-forum" page={settleAddress(view, row)} draft={draft} hidden={{ personId: row.id, episodeId: row.episodeId }} label="Refer or set aside">
        <Asks>
          <Radios name="decision" label="What is done" draft={draft} options={choicesOf(FORUM_DECISION_WORDS).map((one) => ({ ...one, ...(one.value === 'referred' ? { reveals: 'a' as const } : {}) }))} />
          <Revealed by="a"><Select name="forum" label="To which forum" empty="Choose the forum" draft={draft} options={choicesOf(FORUM_WORDS)} /></Revealed>
        </Asks>
        <TextArea name="reason" label="Why" rows={3} draft={draft} />
        <Buttons><Button>Record it</Button><LinkButton look="second" href={patternsAddress('today', { borough: view.borough, after: view.after })}>Back without recording</LinkButton></Buttons>
      </ActForm>
    </section>
  )
}

const told = (count: number | null): string => (count === null ? '1 to 4' : count.toLocaleString('en-GB'))
const COUNTS: readonly Column<BoroughCounts>[] = [
  { key: 'borough', head: 'Borough', kind: 'row', cell: (row) => row.borough },
  { key: 'missing', head: 'Missing', kind: 'num', label: 'Missing', cell: (row) => told(row.missing) },
  { key: 'absent', head: 'Absent', kind: 'num', label: 'Absent', cell: (row) => told(row.absent) },
  { key: 'children', head: 'Children', kind: 'num', label: 'Children', cell: (row) => told(row.children) },
  { key: 'repeats', head: 'Again and again', kind: 'num', label: 'Again and again', cell: (row) => told(row.repeats) },
  { key: 'overdue', head: 'Interviews not done in 72 hours', kind: 'num', label: 'Interviews not done in 72 hours', cell: (row) => told(row.overdue) },
]

/** Counted and never listed; a small number is not told to those who have no list behind it. */
export function BoroughCountsTable({ view }: { readonly view: Patterns }) {
  return <Table caption={`By borough, the last ${view.days} days`} showCaption columns={COUNTS} rows={view.counts} rowKey={(row) => row.borough} empty="No child was reported." stack={false} />
}
