import type { AgendaView, ItemView } from '@/lib/meetings/agenda/view'
import { ActForm } from '../ui/act-form'
import { Button } from '../ui/button'
import { Checkboxes } from '../ui/checkboxes'
import { Details } from '../ui/details'
import type { FormDraft } from '../ui/form-draft'
import { Radios } from '../ui/radios'
import { Asks, Revealed } from '../ui/reveal'
import { Tag } from '../ui/tag'
import { TextArea } from '../ui/text-area'
import { FOUND } from './research'

interface Props {
  readonly view: AgendaView
  readonly page: string
  readonly share: FormDraft | null
  readonly brought: FormDraft | null
}

/** The agenda by victim, offender, location and theme: whom it is about, what stands behind it, what each agency brought. */
export function AgendaItems({ view, page, share, brought }: Props) {
  const groups = view.groups.filter((group) => group.items.length > 0)
  if (groups.length === 0) return <p className="none">{view.works ? 'Nothing is on the agenda yet.' : 'Nothing on the agenda is shared with your agency yet.'}</p>
  return groups.map((group) => (
    <section key={group.kind} aria-labelledby={`group-${group.kind}`}>
      {view.kind === 'map' ? null : <h3 id={`group-${group.kind}`}>{group.title}</h3>}
      {group.items.map((item) => <Item key={item.id} item={item} view={view} page={page} share={share} brought={brought} />)}
    </section>
  ))
}

function Item({ item, view, page, share, brought }: Props & { readonly item: ItemView }) {
  const mine = share?.values['itemId'] === item.id ? share : null
  return (
    <article className="card" id={`item-${item.id}`}>
      <h4 className="text-[1.1rem] m-0">{item.href === null ? item.name : <a href={item.href}>{item.name}</a>}{item.age === null ? null : `, ${item.age}`} {item.closed === null ? null : <Tag tone="green">Decided{item.risk === null ? '' : `, ${item.risk.toLowerCase()}`}</Tag>}{item.carried ? <Tag>Goes to the next meeting</Tag> : null}</h4>
      {item.masked ? <p>This record is restricted. Whoever has opened it sees what is written here.</p> : null}
      {item.why === null ? null : <p className="whitespace-pre-wrap">{item.why}</p>}
      {item.behind === null ? null : <p><Tag tone={item.behind.there ? 'green' : 'red'}>{item.behind.words}</Tag>{item.behind.override === null ? null : <> Listed all the same: {item.behind.override}</>}</p>}
      <p className="sub">{item.source}.{item.masked ? null : ` Shared with ${item.sharedWords}.`}</p>
      {view.state === 'ended' || item.masked ? null : <Brought item={item} works={view.works} />}
      {item.minutes.length === 0 ? null : <dl className="list">{item.minutes.map((one) => <div key={one.label}><dt>{one.label}</dt><dd className="whitespace-pre-wrap">{one.text}</dd></div>)}</dl>}
      {item.considered.length === 0 ? null : <><p className="strong">Options considered</p><ul className="why">{item.considered.map((one) => <li key={one.words}>{one.words}: {one.used ? 'used' : 'not used'}. {one.why}</li>)}</ul></>}
      {view.may.run && item.closed === null && !item.masked ? (
        <div className="mt-2">
          {item.first && item.last ? null : (
            <div className="buttons !m-0">
              {item.first ? null : <ActForm act="order-agenda" bare page={page} hidden={{ itemId: item.id, way: 'up' }}><Button look="second" small about={item.name}>Earlier</Button></ActForm>}
              {item.last ? null : <ActForm act="order-agenda" bare page={page} hidden={{ itemId: item.id, way: 'down' }}><Button look="second" small about={item.name}>Later</Button></ActForm>}
            </div>
          )}
          <Details summary={<>Who sees it<span className="sr-only">: {item.name}</span></>} open={mine !== null}>
            <ActForm act="share-item" page={page} draft={mine} hidden={{ itemId: item.id }} label={`Who sees ${item.name}`} scope={`share-${item.id.slice(0, 8)}`}>
              <Checkboxes name="sharedWith" label="Agencies that see it" options={view.agencies} values={item.sharedWith} layout="two" draft={mine} scope={`share-${item.id.slice(0, 8)}`} />
              <Button look="second" about={item.name}>Share with these</Button>
            </ActForm>
          </Details>
          <Details summary={<>Write down what an agency told you<span className="sr-only"> about {item.name}</span></>} open={brought?.values['itemId'] === item.id}>
            <ToldYou item={item} view={view} page={page} draft={brought?.values['itemId'] === item.id ? brought : null} />
          </Details>
        </div>
      ) : null}
    </article>
  )
}

/** What each agency found beforehand: the missing ones first, because they are what the chair acts on. */
function Brought({ item, works }: { readonly item: ItemView; readonly works: boolean }) {
  const there = item.brought.filter((one) => one.state !== 'missing')
  const missing = item.brought.filter((one) => one.state === 'missing')
  if (item.brought.length === 0) return null
  return (
    <>
      {missing.length === 0 || !works ? null : <p><Tag tone="red">No research</Tag> from {missing.map((one) => one.words).join(', ')}</p>}
      {there.length === 0 ? null : (
        <ul>{there.map((one) => <li key={one.agency}><b>{one.words}</b>: <span className="whitespace-pre-wrap">{one.state === 'nothing' && one.says === null ? 'nothing known' : one.says ?? 'sent'}</span> <span className="sub">{one.when}{one.late ? ', after it was due' : ''}</span></li>)}</ul>
      )}
    </>
  )
}

function ToldYou({ item, view, page, draft }: { readonly item: ItemView; readonly view: AgendaView; readonly page: string; readonly draft: FormDraft | null }) {
  const scope = `told-${item.id.slice(0, 8)}`
  return (
    <ActForm act="bring-research" page={page} draft={draft} hidden={{ itemId: item.id }} label={`What an agency told you about ${item.name}`} scope={scope}>
      <Radios name="agency" label="Which agency" options={view.agencies.filter((one) => item.sharedWith.includes(one.value))} layout="row" draft={draft} scope={scope} />
      <Asks>
        <Radios name="found" label="What do their records say?" options={FOUND.map((one) => (one.value === 'known' ? { ...one, label: 'They know something' } : one))} layout="row" draft={draft} scope={scope} />
        <Revealed by="a"><TextArea name="says" label="What they know" rows={3} draft={draft} scope={scope} /></Revealed>
      </Asks>
      <Button look="second" about={item.name}>Write it down</Button>
    </ActForm>
  )
}
