import type { AttendeeView, RoomView } from '@/lib/meetings/room/view'
import { AGENCY_WORDS, PARTICIPANT_WORDS } from '@/lib/wording/agencies'
import { RANK_WORDS, rankedName } from '@/lib/wording/roles'
import { choicesOf } from '@/lib/wording/say'
import { ActForm } from '../ui/act-form'
import { Button } from '../ui/button'
import { Details } from '../ui/details'
import { Field } from '../ui/field'
import { fieldId, problemOf, valueOf, type FormDraft } from '../ui/form-draft'
import { Radios } from '../ui/radios'
import { Select } from '../ui/select'

interface PeopleProps {
  readonly room: RoomView
  readonly page: string
  readonly drafts: { readonly mark: FormDraft | null; readonly add: FormDraft | null }
}

const COMMIT = [{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }, { value: '', label: 'Not asked' }]
const said = (person: AttendeeView): string => (person.canCommit === null ? '' : person.canCommit ? 'yes' : 'no')

/** Who is here and who is not, by part; whether each can commit the agency’s resources. */
export function People({ room, page, drafts }: PeopleProps) {
  return (
    <section aria-labelledby="here">
      <h2 id="here">Who is here</h2>
      {room.notThere.length === 0 ? null : <p className="wrong">Nobody here for: {room.notThere.join(', ')}.</p>}
      {room.people.length === 0 ? <p className="none">Nobody was asked to this meeting. Add who came below.</p> : room.mayRun
        ? <MarkForm room={room} page={page} draft={drafts.mark} /> : <Listed people={room.people} />}
      {room.mayRun ? (
        <Details summary="Somebody else came" open={drafts.add !== null || room.people.length === 0}>
          <ActForm act="add-attendance" page={page} draft={drafts.add} hidden={{ callId: room.id }} label="Somebody else came" scope="add">
            <div className="grid items-start gap-x-4 lg:grid-cols-3">
              <Field name="name" label="Name" draft={drafts.add} scope="add" />
              <Select name="part" label="Comes for" options={choicesOf(PARTICIPANT_WORDS)} empty="Choose" draft={drafts.add} scope="add" />
              <Select name="agency" label="Agency" options={choicesOf(AGENCY_WORDS)} empty="Choose" draft={drafts.add} scope="add" />
              <Select name="rank" label="Rank" optional options={choicesOf(RANK_WORDS)} empty="None" draft={drafts.add} scope="add" />
              <Radios name="canCommit" label="Can commit resources" options={COMMIT} value="" layout="row" draft={drafts.add} scope="add" />
            </div>
            <Button look="second">Add</Button>
          </ActForm>
        </Details>
      ) : null}
    </section>
  )
}

function MarkForm({ room, page, draft }: { readonly room: RoomView; readonly page: string; readonly draft: FormDraft | null }) {
  return (
    <ActForm act="mark-attendance" page={page} draft={draft} hidden={{ callId: room.id, 'rows-count': String(Math.min(room.people.length, MOST)) }} label="Who is here">
      <table className="table stack" role="table">
        <caption className="sr-only">Who was asked, who is here, and whether they can commit resources</caption>
        <thead role="rowgroup"><tr role="row">{['Here', 'Name', 'Rank', 'Can commit resources'].map((head) => <th key={head} scope="col" role="columnheader">{head}</th>)}</tr></thead>
        <tbody role="rowgroup">{room.people.slice(0, MOST).map((person, index) => <MarkRow key={person.id} person={person} prefix={`rows-${index}-`} draft={draft} />)}</tbody>
      </table>
      <div className="buttons"><Button>Save who is here</Button></div>
    </ActForm>
  )
}

/** Rows that one form can send. */
const MOST = 30

function MarkRow({ person, prefix, draft }: { readonly person: AttendeeView; readonly prefix: string; readonly draft: FormDraft | null }) {
  const id = (name: string): string => fieldId(`${prefix}${name}`)
  const present = draft === null ? person.present : draft.values[`${prefix}present`] === 'yes'
  const problem = problemOf(draft, `${prefix}name`)
  return (
    <tr role="row">
      <td role="cell">
        <span className="choice">
          <input type="checkbox" id={id('present')} name={`${prefix}present`} value="yes" defaultChecked={present} />
          <label htmlFor={id('present')}>Here<span className="sr-only">: {person.name}, {person.part}</span></label>
        </span>
        <input type="hidden" name={`${prefix}id`} value={person.id} />
        <input type="hidden" name={`${prefix}was`} value={[person.present ? 'yes' : '', person.name, person.rank ?? '', said(person)].join('|')} />
      </td>
      <th scope="row" role="rowheader">
        <label className="sr-only" htmlFor={id('name')}>Name, {person.part}</label>
        {problem ? <p className="wrong">{problem}</p> : null}
        <input className="input" id={id('name')} name={`${prefix}name`} defaultValue={valueOf(draft, `${prefix}name`, person.name)} autoComplete="off" />
        <span className="sub">{person.part === person.agency ? person.part : `${person.part}, ${person.agency}`}</span>
      </th>
      <td role="cell" data-label="Rank">
        <label className="sr-only" htmlFor={id('rank')}>Rank of {person.name}</label>
        <select className="input" id={id('rank')} name={`${prefix}rank`} defaultValue={valueOf(draft, `${prefix}rank`, person.rank ?? '')}>
          <option value="">None</option>
          {choicesOf(RANK_WORDS).map((rank) => <option key={rank.value} value={rank.value}>{rank.label}</option>)}
        </select>
      </td>
      <td role="cell" data-label="Can commit">
        <label className="sr-only" htmlFor={id('canCommit')}>Can {person.name} commit resources?</label>
        <select className="input" id={id('canCommit')} name={`${prefix}canCommit`} defaultValue={valueOf(draft, `${prefix}canCommit`, said(person))}>
          {[...COMMIT].reverse().map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}
        </select>
      </td>
    </tr>
  )
}

/** For who reads along, and for the wall. */
export function Listed({ people }: { readonly people: readonly AttendeeView[] }) {
  return (
    <ul className="list-none p-0 m-0">
      {people.map((person) => (
        <li key={person.id}>
          {person.present ? <b>✓ {rankedName(person.name, person.rank)}</b> : <span className="text-ink-2">Not here: {rankedName(person.name, person.rank)}</span>}
          {`, ${person.part}${person.canCommit === false ? ', cannot commit resources' : ''}`}
        </li>
      ))}
    </ul>
  )
}
