import type { CallCard, CallHit } from '@/lib/missing/call-view'
import { counted, joined } from '@/lib/wording/lists'
import { Button } from '../ui/button'
import { Table, type Column } from '../ui/table'
import { Tag } from '../ui/tag'

/** The first thing with a caller on the line: one box, ready to be typed into. */
export function FindChild({ q }: { readonly q: string }) {
  return (
    <search>
      <form action="/missing/call" method="get" aria-label="Find the child">
        <div className="field">
          <label className="label" htmlFor="find-child">The child’s name, other name, date of birth, address or telephone</label>
          <div className="hint" id="find-child-hint">Spelled as you hear it: names that sound alike are found too</div>
          <input className="input" id="find-child" name="q" type="search" defaultValue={q} autoComplete="off" autoFocus={q === ''} aria-describedby="find-child-hint" />
        </div>
        <p className="mt-2"><Button>Find the child</Button></p>
      </form>
    </search>
  )
}

const aboutChild = (id: string): string => `/missing/call?child=${id}`

/** Children found, each with what must be known at once. */
export function ChildrenFound({ hits, adults }: { readonly hits: readonly CallHit[]; readonly adults: number }) {
  const columns: Column<CallHit>[] = [
    { key: 'who', head: 'Child', kind: 'row', cell: (hit) => <Who hit={hit} /> },
    { key: 'known', head: 'Known', label: 'Known', cell: (hit) => (hit.known === null ? <Shut hit={hit} /> : <Known card={hit.known} />) },
    { key: 'away', head: 'Times away', label: 'Times away', cell: (hit) => (hit.known === null ? '' : <Away card={hit.known} />) },
    { key: 'why', head: 'Why found', label: 'Why found', cell: (hit) => (hit.confidence === null ? '' : joined(hit.reasons)) },
  ]
  return (
    <>
      <Table caption={`${hits.length} found, best first`} showCaption columns={columns} rows={hits} rowKey={(hit) => hit.id} />
      {adults === 0 ? null : <p className="sub">{counted(adults, 'adult')} found as well: not shown here.</p>}
    </>
  )
}

function Who({ hit }: { readonly hit: CallHit }) {
  if (hit.masked) return hit.mayTake ? <a href={aboutChild(hit.id)}>{hit.name}<span className="sr-only">: take the call</span></a> : hit.name
  return (
    <>
      {hit.mayTake ? <a href={aboutChild(hit.id)}>{hit.name}<span className="sr-only">: take the call</span></a> : <b>{hit.name}</b>}
      <span className="sub">{hit.age}, {hit.reference}</span>
      {hit.known?.isOut === true ? <Tag tone="red">Reported away now</Tag> : null}
      {hit.known?.flags.map((flag) => <Tag key={flag.words} tone={flag.grave ? 'solid' : 'plum'}>{flag.words}</Tag>)}
    </>
  )
}

function Shut({ hit }: { readonly hit: CallHit }) {
  if (hit.masked) return <span className="sub">Restricted: nothing of the record is shown. {hit.mayTake ? 'The call is taken all the same.' : ''}</span>
  return <span className="sub">Known in {hit.where}. The control room or the missing persons unit there takes this call.</span>
}

function Known({ card }: { readonly card: CallCard }) {
  const facts = [card.plan, card.care, card.placement, card.health.length > 0 ? `Health: ${card.health.join(', ')}` : null, ...card.formerFlags]
  return <ul className="plain">{facts.flatMap((fact) => (fact === null ? [] : [<li key={fact}>{fact}</li>]))}</ul>
}

function Away({ card }: { readonly card: CallCard }) {
  return (
    <>
      {card.episodes}
      {card.last === null ? null : <span className="sub">last reported {card.last}</span>}
      {card.planVersion === null ? null : <span className="sub">Trigger plan, version {card.planVersion}</span>}
    </>
  )
}
