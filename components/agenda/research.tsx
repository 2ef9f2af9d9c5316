import type { ResearchItem, ResearchView } from '@/lib/meetings/agenda/view'
import { ActForm } from '../ui/act-form'
import { Button } from '../ui/button'
import { Details } from '../ui/details'
import type { FormDraft } from '../ui/form-draft'
import { Radios } from '../ui/radios'
import { Asks, Revealed } from '../ui/reveal'
import { Tag } from '../ui/tag'
import { TextArea } from '../ui/text-area'

export const FOUND = [{ value: 'known', label: 'We know something', reveals: 'a' }, { value: 'nothing', label: 'Nothing known' }] as const

/** What one asked agency has to look up, and what it answered: each item by itself. */
export function Research({ view, page, draft }: { readonly view: ResearchView; readonly page: string; readonly draft: FormDraft | null }) {
  return view.agencies.map((agency) => (
    <section key={agency.agency} aria-label={agency.words}>
      {view.agencies.length === 1 ? null : <h2>{agency.words}</h2>}
      {agency.items.length === 0 ? <p className="none">Nothing on the agenda is shared with your agency.</p> : null}
      {agency.items.map((item) => <Item key={item.id} item={item} agency={agency.agency} page={page} open={view.state === 'open'} draft={draft?.values['itemId'] === item.id ? draft : null} />)}
      {agency.hidden === 0 ? null : <p className="sub">{agency.hidden === 1 ? 'One item is' : `${agency.hidden} items are`} about somebody whose record is restricted: nothing of it is shown here. Ask the chair.</p>}
    </section>
  ))
}

function Item({ item, agency, page, open, draft }: { readonly item: ResearchItem; readonly agency: string; readonly page: string; readonly open: boolean; readonly draft: FormDraft | null }) {
  return (
    <article className="card" id={`item-${item.id}`}>
      <h3>{item.name} <Tag>{item.kind}</Tag></h3>
      {item.born === null ? null : <p className="sub">{item.born}</p>}
      {item.why === null ? null : <p className="whitespace-pre-wrap">{item.why}</p>}
      {item.answers.length === 0 ? <p><Tag tone="amber">Nothing from your agency yet</Tag></p> : <ul>{item.answers.map((one) => <li key={one.when + one.words}><span className="whitespace-pre-wrap">{one.words}</span> <span className="sub">{one.when}</span></li>)}</ul>}
      {!open ? null : item.answers.length === 0 ? <Answer item={item} agency={agency} page={page} draft={draft} /> : (
        <Details summary={<>Add to it<span className="sr-only">: {item.name}</span></>} open={draft !== null}><Answer item={item} agency={agency} page={page} draft={draft} /></Details>
      )}
    </article>
  )
}

function Answer({ item, agency, page, draft }: { readonly item: ResearchItem; readonly agency: string; readonly page: string; readonly draft: FormDraft | null }) {
  const scope = `${agency}-${item.id.slice(0, 8)}`
  return (
    <ActForm act="bring-research" page={page} draft={draft} hidden={{ itemId: item.id, agency }} label={`What your agency knows about ${item.name}`} scope={scope}>
      <Asks>
        <Radios name="found" label={<>What do your own records say?<span className="sr-only"> About {item.name}</span></>} options={FOUND} layout="row" draft={draft} scope={scope} />
        <Revealed by="a"><TextArea name="says" label="What your agency knows" hint="What bears on the risk: dates, people, places, what was tried" rows={4} draft={draft} scope={scope} /></Revealed>
      </Asks>
      <Button look="second" about={`about ${item.name}`}>{item.answers.length === 0 ? 'Send' : 'Add to it'}</Button>
    </ActForm>
  )
}
