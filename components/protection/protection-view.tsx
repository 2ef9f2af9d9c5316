import type { ProtectionLine, ProtectionView } from '@/lib/protection/view'
import { LinkButton } from '../ui/button'
import { Card } from '../ui/card'
import { Due } from '../ui/due'
import { Notice } from '../ui/notice'
import { Columns } from '../ui/page-head'
import { SummaryList, type SummaryRow } from '../ui/summary-list'
import { Table, type Column } from '../ui/table'

/** What keeps the child by law now, how long, and who was told; beside it what can be put on record. */
export function Protections({ view, base }: { readonly view: ProtectionView; readonly base: string }) {
  const path = `${base}/protection`
  return (
    <Columns jump="Put on record" aside={<Beside view={view} path={path} />}>
      {view.standing.length === 0 ? <p className="none">No police protection (section 46) and no emergency protection order is in force.</p> : null}
      {view.standing.map((line) => <Standing key={line.id} line={line} path={path} may={line.kind === 'police-protection' ? view.mayTake : view.mayOrder} />)}
      {view.discussion === null ? null : (
        <Notice tone={view.discussion.tone === 'late' ? 'red' : 'amber'} title="A strategy discussion is demanded">
          <p>{view.discussion.words}, {view.discussion.detail}. Police protection and an emergency protection order each call for one within one working day.</p>
          <p><a href={`/discussions/new?child=${base.split('/').at(-1) ?? ''}`}>Record the discussion</a></p>
        </Notice>
      )}
      <div className="mt-6"><Table caption="Earlier" showCaption columns={PAST} rows={view.past} rowKey={(line) => line.id} tone={() => 'off'} empty="None." /></div>
    </Columns>
  )
}

const PAST: readonly Column<ProtectionLine>[] = [
  { key: 'what', head: 'What', kind: 'row', cell: (line) => <>{line.words}<span className="sub">{line.by}</span></> },
  { key: 'since', head: 'From', label: 'From', cell: (line) => line.since },
  { key: 'ended', head: 'Ended', label: 'Ended', cell: (line) => line.ended ?? '' },
]

function Standing({ line, path, may }: { readonly line: ProtectionLine; readonly path: string; readonly may: boolean }) {
  const police = line.kind === 'police-protection'
  const to = (what: string): string => `${path}/${what}?of=${line.id}`
  return (
    <section>
      <h2>{line.words}</h2>
      {line.left === null ? null : <p><Due left={line.left} /></p>}
      {line.left?.tone === 'late' ? <Notice tone="red" title={police ? 'The 72 hours are over' : 'The order has run out'}><p>Nobody may keep the child under it now. End it, and record what protects the child: an order, an agreed placement, or home.</p></Notice> : null}
      <SummaryList rows={rowsOf(line)} />
      {may ? (
        <p className="bar mt-4">
          {police ? (
            <>
              <LinkButton look="second" href={to('add')}>{line.designated === null ? 'Name the designated officer, or who was told' : 'Add who was told, or where the child is'}</LinkButton>
              <LinkButton look="second" href={to('longer')}>Keep the child longer</LinkButton>
              <LinkButton href={to('end')}>End police protection</LinkButton>
            </>
          ) : (
            <>
              <LinkButton look="second" href={to('extend-order')}>The court extended it</LinkButton>
              <LinkButton href={to('end-order')}>The order ended</LinkButton>
            </>
          )}
        </p>
      ) : null}
    </section>
  )
}

function rowsOf(line: ProtectionLine): SummaryRow[] {
  const police = line.kind === 'police-protection'
  return [
    { term: police ? 'Taken' : 'Made', value: line.since }, { term: police ? 'By' : 'Applied for by', value: line.by },
    ...(line.court === null ? [] : [{ term: 'Court', value: line.court }]),
    ...(police ? [{ term: 'Designated officer', value: line.designated ?? 'Not named yet: another person than the officer who took the child' }] : []),
    ...(line.authorised === null ? [] : [{ term: 'Authorised by', value: line.authorised }]),
    { term: police ? 'Ends by law' : 'Runs out', value: `${line.expires}${line.extended === null ? '' : `, extended ${line.extended}`}` }, { term: 'Where the child is', value: line.place },
    ...line.told.map((told) => ({ term: `Told: ${told.words}`, value: told.when ?? 'Not yet on record' })),
    { term: 'Grounds', value: line.ground ?? 'The words open to those who work the case' },
    ...(police ? [{ term: 'What the child wishes and feels', value: line.wishes ?? 'Not on record, or in a later entry' }] : []),
  ]
}

function Beside({ view, path }: { readonly view: ProtectionView; readonly path: string }) {
  return (
    <Card title="Put on record">
      <ul className="plain">
        {view.mayTake ? <li><a href={`${path}/take`}>Police protection taken</a><span className="sub">Section 46: 72 hours at most</span></li> : null}
        {view.mayTake ? <li><a href={`${path}/not-used`}>Considered, not used</a><span className="sub">A supervisor looks at why</span></li> : null}
        {view.mayOrder ? <li><a href={`${path}/order`}>Emergency protection order made</a><span className="sub">Eight days at most, from its first day</span></li> : null}
        {view.mayTake || view.mayOrder ? null : <li>Your role records none of it.</li>}
      </ul>
    </Card>
  )
}
