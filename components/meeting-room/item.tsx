import type { ItemView, OptionView, RoomView } from '@/lib/meetings/room/view'
import { ActionFields } from '../actions/action-fields'
import { ActForm } from '../ui/act-form'
import { Button, LinkButton } from '../ui/button'
import { Details } from '../ui/details'
import { fieldId, problemOf, valueOf, type FormDraft } from '../ui/form-draft'
import { Notice } from '../ui/notice'
import { Radios } from '../ui/radios'
import { Select } from '../ui/select'
import { Tag } from '../ui/tag'
import { mergeLines } from './merge'
import { Minute } from './minute'

interface ItemProps {
  readonly room: RoomView
  readonly item: ItemView
  readonly page: string
  /** Who types, and the key of what their browser keeps. */
  readonly account: string
  readonly vault: string
  readonly drafts: { readonly minute: FormDraft | null; readonly option: FormDraft | null; readonly action: FormDraft | null; readonly close: FormDraft | null }
}

/** One item of the agenda: whom it is about, what each agency found, what is said, considered, agreed, and its end. */
export function Item({ room, item, page, account, vault, drafts }: ItemProps) {
  const writes = room.mayRun && item.opens && !item.closed
  return (
    <article aria-labelledby="item">
      <h2 id="item">{item.number}. {item.href === null ? item.name : <a href={item.href}>{item.name}</a>} {item.closed ? <Tag tone="green">Closed</Tag> : null} {item.risk === null ? null : <Tag tone={item.risk.startsWith('High') ? 'red' : 'grey'}>{item.risk}</Tag>}</h2>
      <About item={item} meeting={room.meeting} />
      {item.masked ? <p className="none">Nothing about this item is shown to you. Whoever may read it writes its minutes.</p> : null}
      {item.opens ? <Research item={item} /> : null}
      {writes ? <Minutes room={room} item={item} page={page} account={account} vault={vault} draft={drafts.minute} /> : item.opens ? <Said item={item} /> : null}
      {item.options.length === 0 ? null : <Options item={item} page={page} draft={drafts.option} writes={writes} />}
      {item.opens ? <Agreed room={room} item={item} page={page} draft={drafts.action} writes={writes} /> : null}
      {writes ? (
        <section aria-labelledby="close">
          <h3 id="close">Close this item</h3>
          <ActForm act="close-item" page={page} draft={drafts.close} hidden={{ itemId: item.id }} label="Close this item" scope="close" then={`/meetings/${room.id}/room?item=${room.next ?? item.id}`}>
            <Radios name="riskLevel" label="How great is the risk now?" options={[{ value: 'low', label: 'Low' }, { value: 'medium', label: 'Medium' }, { value: 'high', label: 'High' }]} layout="row" draft={drafts.close} scope="close" />
            <p className="clause">With the analysis, risk, decision and what lessens the risk above ({room.closesBy}). What is decided goes to the chronology and stands.</p>
            <Button>Close the item</Button>
          </ActForm>
        </section>
      ) : null}
      {item.closedWords === null ? null : <p className="sub">{item.closedWords}.</p>}
      {item.closed && room.next !== null ? <p><LinkButton href={`/meetings/${room.id}/room?item=${room.next}`}>Next open item</LinkButton></p> : null}
    </article>
  )
}

function About({ item, meeting }: { readonly item: ItemView; readonly meeting: string }) {
  return (
    <>
      {item.facts.length === 0 && item.flags.length === 0 ? null : (
        <div className="idbar static">
          <dl>{item.facts.map((fact) => <div key={fact.term}><dt>{fact.term}</dt><dd>{fact.value}</dd></div>)}</dl>
          {item.flags.length === 0 ? null : <div className="flags">{item.flags.map((flag) => <Tag key={flag} tone="plum">{flag}</Tag>)}</div>}
        </div>
      )}
      {item.override === null ? null : <Notice tone="amber" title="Listed without a strategy discussion"><p>{item.override}</p><p>A strategy discussion is owed at once.</p></Notice>}
      {item.why === null ? null : <p><b>Why it is here:</b> {item.why}{item.strategy === null || item.override !== null ? null : <span className="sub">{item.strategy}.</span>}</p>}
      {meeting === 'MASE' && item.kind === 'victim' && !item.closed && item.opens ? <p className="clause">Tactics belong here: safeguarding, disruption, places. The plan for this one child is for a MAP.</p> : null}
    </>
  )
}

function Research({ item }: { readonly item: ItemView }) {
  return (
    <section aria-labelledby="research">
      <h3 id="research">What each agency found</h3>
      {item.research.length === 0 ? null : (
        <dl className="list">{item.research.map((one) => <div key={one.agency}><dt>{one.agency}</dt><dd className="pre">{one.says ?? 'Nothing known'}<span className="sub">{one.by}</span></dd></div>)}</dl>
      )}
      {item.noResearch.length === 0 ? null : <p className="wrong">Nothing brought by: {item.noResearch.join(', ')}.</p>}
    </section>
  )
}

function Minutes({ room, item, page, account, vault, draft }: Omit<ItemProps, 'drafts'> & { readonly draft: FormDraft | null }) {
  return (
    <section aria-labelledby="minutes">
      <h3 id="minutes">Minutes</h3>
      <ActForm act="save-minute" page={page} draft={draft} hidden={{ itemId: item.id }} label="Minutes of this item">
        <div className="minutes">
          {item.fields.map((field) => (
            <Minute
              key={`${item.id}:${field.field}`} room={room.id} account={account} vault={vault} item={item.id} field={field.field} label={field.words} text={field.text} version={field.version}
              start={startOf(draft, field)} last={field.last} needed={field.needed} rows={field.field === 'notes' ? 3 : 4} problem={problemOf(draft, field.field)}
            />
          ))}
        </div>
        <Button look="second" small>Save</Button>
      </ActForm>
    </section>
  )
}

/** What came back with the form stands in it, together with what others wrote since it was typed. */
function startOf(draft: FormDraft | null, field: ItemView['fields'][number]): string {
  const typed = draft === null ? undefined : draft.values[field.field]
  if (typeof typed !== 'string') return field.text
  const words = typed.replaceAll('\r\n', '\n')
  return valueOf(draft, `${field.field}-base`) === String(field.version) ? words : mergeLines('', field.text, words).text
}

/** The minutes to who reads along, and of what is closed. */
export function Said({ item }: { readonly item: ItemView }) {
  return (
    <dl className="list">
      {item.fields.filter((field) => field.needed || field.text.trim() !== '').map((field) => <div key={field.field}><dt>{field.words}</dt><dd className="pre">{field.text.trim() === '' ? 'Nothing written yet' : field.text}</dd></div>)}
    </dl>
  )
}

const fitWords = (option: OptionView): string => (option.fits ? option.why === '' ? '' : `Fits: ${option.why}` : `Does not fit: ${option.why}`)

function Options({ item, page, draft, writes }: { readonly item: ItemView; readonly page: string; readonly draft: FormDraft | null; readonly writes: boolean }) {
  const fitting = item.options.filter((option) => option.fits)
  const left = fitting.filter((option) => option.used === null)
  const said = item.options.filter((option) => option.used !== null)
  return (
    <section aria-labelledby="options">
      <h3 id="options">Options considered</h3>
      <p className={left.some((option) => option.certain) ? 'wrong' : 'sub'}>{left.length === 0 ? 'Every option that fits was considered.' : `Not considered yet: ${left.map((option) => option.words).join(', ')}.`}</p>
      {said.length === 0 ? null : <ul className="why">{said.map((option) => <li key={option.option}><b>{option.words}: {option.used ? 'used' : 'not used'}.</b> {option.said}</li>)}</ul>}
      {writes ? (
        <Details summary="Say of each whether it is used, and why" open={draft !== null}>
          <ActForm act="consider-option" page={page} draft={draft} hidden={{ itemId: item.id }} label="Options considered" scope="option">
            {item.options.map((option, index) => <OptionRow key={option.option} option={option} prefix={`options-${index}-`} draft={draft} />)}
            <Button look="second">Save what was considered</Button>
          </ActForm>
        </Details>
      ) : null}
    </section>
  )
}

function OptionRow({ option, prefix, draft }: { readonly option: OptionView; readonly prefix: string; readonly draft: FormDraft | null }) {
  const why = fieldId(`${prefix}why`, 'option')
  const problem = problemOf(draft, `${prefix}why`)
  return (
    <fieldset className="group">
      <legend className="label">{option.words}</legend>
      <Radios name={`${prefix}used`} label={<span className="sr-only">Is it used?</span>} hint={fitWords(option) || undefined} options={[{ value: 'yes', label: 'Used' }, { value: 'no', label: 'Not used' }, { value: '', label: 'Not yet talked of' }]} value={option.used === null ? '' : option.used ? 'yes' : 'no'} layout="row" draft={draft} scope="option" />
      <div className={problem ? 'field bad' : 'field'}>
        <label className="label" htmlFor={why}>Why<span className="sr-only">: {option.words}</span></label>
        {problem ? <p className="wrong">{problem}</p> : null}
        <input className="input" id={why} name={`${prefix}why`} defaultValue={valueOf(draft, `${prefix}why`, option.said)} autoComplete="off" aria-invalid={problem ? true : undefined} />
      </div>
    </fieldset>
  )
}

function Agreed({ room, item, page, draft, writes }: { readonly room: RoomView; readonly item: ItemView; readonly page: string; readonly draft: FormDraft | null; readonly writes: boolean }) {
  const names = [...new Set(room.people.map((person) => person.name))]
  const about = item.kind === 'location' || item.kind === 'theme'
  return (
    <section aria-labelledby="actions">
      <h3 id="actions">Actions agreed</h3>
      {item.actions.length === 0 ? <p className="sub">None yet.</p> : (
        <ul className="why">{item.actions.map((action) => <li key={action.id}><b>{action.what}</b>: {action.owner}, {action.agency}, {action.due}{action.about === null ? '' : `, for ${action.about}`}</li>)}</ul>
      )}
      {writes ? (
        <Details summary="Agree an action" open={draft !== null}>
          {about && room.protects.length === 0 ? <p className="none">Nobody is listed whom an action could protect. List the child or the adult for this meeting first.</p> : (
            <ActForm act="agree-action" page={page} draft={draft} hidden={{ itemId: item.id }} label="Agree an action">
              <ActionFields draft={draft} names="here-names" />
              <datalist id="here-names">{names.map((name) => <option key={name} value={name} />)}</datalist>
              {about ? <Select name="childId" label="Whom it protects" options={room.protects} draft={draft} /> : null}
              <Button look="second">Agree it</Button>
            </ActForm>
          )}
        </Details>
      ) : null}
    </section>
  )
}
