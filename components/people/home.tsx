import type { HomeLine, HomeView } from '@/lib/households/view'
import type { PersonHead } from '@/lib/people/view'
import { Button } from '../ui/button'
import { DateField } from '../ui/date-time-field'
import type { FormDraft } from '../ui/form-draft'
import { Notice } from '../ui/notice'
import { Table, type Column } from '../ui/table'
import { Tag } from '../ui/tag'

/** Of what is open no more than tells that something is. */
const SHOWN = 4
const who: Column<HomeLine> = { key: 'who', head: 'Who', kind: 'row', cell: (line) => <>{line.id === null ? line.name : <a href={`/people/${line.id}`}>{line.name}</a>}<span className="sub">{line.age}</span></> }
const how: Column<HomeLine> = { key: 'how', head: 'How it is known', label: 'Known', cell: (line) => <>{line.how}<span className="sub">{line.since}</span></> }
const known: Column<HomeLine> = {
  key: 'known', head: 'Known now', label: 'Now', cell: (line) => (
    <>
      {line.marks.map((mark) => <Tag key={mark.words} tone={mark.tone}>{mark.words}</Tag>)}
      {line.open.length === 0 ? (line.marks.length > 0 || line.id === null ? null : 'nothing open') : <ul className="plain">{line.open.slice(0, SHOWN).map((words) => <li key={words}>{words}</li>)}{line.open.length > SHOWN ? <li className="sub">and {line.open.length - SHOWN} more, on the record</li> : null}</ul>}
    </>
  ),
}
const ring: Column<HomeLine> = { key: 'ring', head: 'Who to ask', label: 'Ask', cell: (line) => line.ring }

/** Who lives with this person, as addresses and ties say: now, or at the end of a day. */
export function HomeList({ home, head, typed }: { readonly home: HomeView; readonly head: PersonHead; readonly typed: FormDraft | null }) {
  const caption = home.day === null ? `Household now (${home.lines.length})` : `Household on ${home.day.words} (${home.lines.length})`
  return (
    <section>
      {home.crowd === null ? null : <Notice tone="amber"><p>This address is shared by {home.crowd} people on record: they are not one household, and are not listed. Search by the address to see who they are.</p></Notice>}
      <Table
        caption={caption} showCaption columns={home.day === null ? [who, how, known, ring] : [who, how, ring]} rows={home.lines} rowKey={(line) => line.key}
        tone={(line) => (line.marks.some((mark) => mark.tone === 'red') ? 'late' : undefined)}
        empty={home.nothing ? `No address ${home.day === null ? 'is on record' : 'of that day is on record'}, and nobody is said to live with ${head.firstName}.` : home.crowd === null ? 'Nobody else on record lives at this address.' : 'Nobody of those at this address is said to live together.'}
      />
      <form method="get" action={`/people/${head.id}/household`} className="mt-4 flex flex-wrap items-end gap-x-4">
        <DateField name="on" label="Who lived there at the end of" draft={typed} value={home.day === null ? { day: '', month: '', year: '' } : { day: String(Number(home.day.value.slice(8))), month: String(Number(home.day.value.slice(5, 7))), year: home.day.value.slice(0, 4) }} />
        <div className="field"><Button look="second">Show that day</Button>{home.day === null ? null : <a className="ml-4" href={`/people/${head.id}/household`}>Now</a>}</div>
      </form>
    </section>
  )
}
