import { Table } from '@/components/ui/table'
import { Tag, type Tone } from '@/components/ui/tag'
import type { Moment, ProductLine, Story } from '@/lib/replay/story'
import { instantWords } from '@/lib/wording/london-words'
import { sentence } from '@/lib/wording/lists'

/** A case and the product side by side: each row one instant, in the order in which it happened. */
export function StoryTable({ story }: { readonly story: Story }) {
  return (
    <Table
      caption="The case, and what Holdfast did, in the order of time"
      rows={story.moments}
      rowKey={(moment) => moment.at}
      columns={[
        { key: 'when', head: 'When', kind: 'row', cell: (moment) => <>{instantWords(new Date(moment.at))}<span className="sub">{sinceWords(moment.offset)}</span></> },
        { key: 'case', head: 'The case', label: 'The case', cell: (moment) => <Case moment={moment} /> },
        { key: 'product', head: 'Holdfast', label: 'Holdfast', cell: (moment) => <Product moment={moment} /> },
      ]}
    />
  )
}

function Case({ moment }: { readonly moment: Moment }) {
  if (moment.case.length === 0) return <span className="text-ink-2">Time passes</span>
  return (
    <ul>
      {moment.case.map((line) => (
        <li key={line.id}>
          <span className="strong">{line.words}</span>
          {line.detail.length === 0 ? null : <span className="sub">{line.detail.map(sentence).join('. ')}</span>}
        </li>
      ))}
    </ul>
  )
}

function Product({ moment }: { readonly moment: Moment }) {
  if (moment.product.length === 0) return <span className="text-ink-2">Nothing to do</span>
  return <ul>{moment.product.map((line, index) => <li key={`${moment.at}-${index}`}><Line line={line} /></li>)}</ul>
}

const MARKS: Record<ProductLine['what'], readonly [Tone, string]> = {
  started: ['blue', 'Runs'], raised: ['red', 'Raised'], met: ['green', 'Met'], ended: ['grey', 'Ended'], replaced: ['grey', 'Sooner'],
  refused: ['red', 'Refused'], demand: ['grey', 'Asked'],
}
const ANSWERS: Record<NonNullable<ProductLine['verdict']>, readonly [Tone, string]> = {
  held: ['green', 'Asked, and so'], missed: ['red', 'Asked, not so'], 'not-supported': ['grey', 'Not served yet'],
}

function Line({ line }: { readonly line: ProductLine }) {
  const [tone, mark] = line.verdict === undefined ? MARKS[line.what] : ANSWERS[line.verdict]
  return (
    <>
      <Tag tone={tone}>{mark}</Tag> {line.words}
      {line.due === undefined ? null : <span className="sub">due {line.due}</span>}
      {line.clause === undefined ? null : <span className="sub clause">{line.clause.title}: {line.clause.source}</span>}
    </>
  )
}

/** 'P3DT15H' as a person says it. */
function sinceWords(offset: string): string {
  const parts = /^(-)?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(offset)
  if (parts === null) return offset
  const [, before, days, hours, minutes] = parts
  const said = [[days, 'day'], [hours, 'hour'], [minutes, 'minute']]
    .flatMap(([n, word]) => (n === undefined || Number(n) === 0 ? [] : [`${n} ${word ?? ''}${n === '1' ? '' : 's'}`]))
  if (said.length === 0) return 'the beginning'
  return `${said.join(' ')} ${before === undefined ? 'on' : 'before'}`
}
