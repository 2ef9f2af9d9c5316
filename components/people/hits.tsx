import type { IndexCard } from '@/lib/people/card'
import type { PersonHit } from '@/lib/people/search'
import { boroughsWords } from '@/lib/wording/boroughs'
import { flagWords } from '@/lib/wording/concerns'
import { joined } from '@/lib/wording/lists'
import { Table, type Column } from '../ui/table'
import { Tag } from '../ui/tag'

const CONFIDENCE = { strong: 'Strong match', likely: 'Likely match', possible: 'Possible match' } as const

interface HitsProps {
  readonly hits: readonly PersonHit[]
  readonly caption: string
  /** Where a person's name leads; their own page unless somebody is being chosen. */
  readonly hrefOf?: (id: string) => string
  /** Said after the name to those who choose: "choose". */
  readonly verb?: string
}

/** People found, best first, with what speaks for each. A restricted person is only that. */
export function Hits({ hits, caption, hrefOf = (id) => `/people/${id}`, verb }: HitsProps) {
  const columns: Column<PersonHit>[] = [
    { key: 'who', head: 'Who', kind: 'row', cell: (hit) => <Who hit={hit} href={hrefOf(hit.card.id)} verb={verb} /> },
    { key: 'why', head: 'Why found', label: 'Why found', cell: (hit) => (hit.confidence === null ? '' : <>{CONFIDENCE[hit.confidence]}<span className="sub">{joined(hit.reasons)}</span></>) },
    { key: 'where', head: 'Known in', label: 'Known in', cell: ({ card }) => (card.masked ? '' : boroughsWords(card.boroughs)) },
    { key: 'open', head: 'Open now', label: 'Open now', cell: ({ card }) => (card.masked ? '' : card.open.length === 0 ? 'nothing' : <ul className="plain">{card.open.map((matter) => <li key={matter.words}>{matter.words}</li>)}</ul>) },
  ]
  return <Table caption={caption} showCaption columns={columns} rows={hits} rowKey={(hit) => hit.card.id} />
}

function Who({ hit, href, verb }: { readonly hit: PersonHit; readonly href: string; readonly verb: string | undefined }) {
  const { card } = hit
  if (card.masked) return <><a href={`/people/${card.id}`}>{card.name}</a><span className="sub">nothing more is shown</span></>
  return (
    <>
      <a href={href}>{verb === undefined ? null : <span className="sr-only">{verb} </span>}{card.name}</a>
      <span className="sub">{card.age}, {card.reference}</span>
      {marksOf(card).map((mark) => <Tag key={mark.words} tone={mark.tone}>{mark.words}</Tag>)}
      {card.flags.map((flag) => <Tag key={flag} tone={flag === 'cse-risk' ? 'solid' : 'plum'}>{flagWords(flag)}</Tag>)}
    </>
  )
}

/** What a triage needs before the record is opened: the plan, who looks after the child, that somebody of concern is linked. */
function marksOf(card: IndexCard): { readonly words: string; readonly tone: 'red' | 'plum' }[] {
  const minor = card.years === null || card.years < 18
  return [
    ...(minor && card.planCategory !== null ? [{ words: 'Child protection plan', tone: 'red' as const }] : []), ...(minor && card.lookedAfter === true ? [{ words: 'Looked after', tone: 'plum' as const }] : []),
    ...(card.personOfConcern ? [{ words: 'Person of concern linked', tone: 'red' as const }] : []),
  ]
}
