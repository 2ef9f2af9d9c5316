import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { openPerson } from '@/lib/people/open-person'
import { standingOf } from '@/lib/people/standing'
import type { PersonPage } from '@/lib/people/view'
import type { Tx } from '@/lib/platform/db'
import { boroughWords } from '@/lib/wording/boroughs'
import { concernWords } from '@/lib/wording/concerns'
import { choicesOf } from '@/lib/wording/say'
import { entryLines } from '../queries'
import { membershipAmong } from './add-entry'
import { ALL_WAITING } from './input'
import { addableNamed, GROUPS, OFFERED, type Addable, type Fact } from './kinds'
import type { AddChosen, AddField, AddForm } from './view'
import { openReferralsOf, waitingItems } from './waiting'

/** A list of this many or fewer is read without opening it. */
const RADIOS = 7

/** What this actor may add to a person's chronology, and the questions of the kind they chose. Null inside: nothing at all. */
export const addForm = (actor: Actor, id: string, what: string | undefined, now: Date): Promise<PersonPage<AddForm | null> | null> =>
  openPerson(actor, id, 'add to the chronology', now, async (tx) => {
    const standing = await standingOf(tx, actor, id, now)
    if (standing === null || standing.card.masked || membershipAmong(actor, 'record-entry', standing.card.boroughs) === null) return null
    const { boroughs } = standing.card
    const open = OFFERED.filter((addable) => membershipAmong(actor, addable.right ?? 'record-entry', boroughs) !== null)
    const chosen = addableNamed(what)
    return {
      groups: GROUPS.map((words) => ({
        words, kinds: open.filter((addable) => addable.group === words).map((addable) => ({
          what: addable.what, words: addable.words, hint: addable.hint ?? null, href: addable.page === undefined ? null : `/people/${id}${addable.page}`,
        })),
      })).filter((group) => group.kinds.length > 0),
      chosen: chosen === undefined || !open.includes(chosen) ? null : await chosenIn(tx, actor, id, chosen, now),
    }
  })

async function chosenIn(tx: Tx, actor: Actor, id: string, addable: Addable, now: Date): Promise<AddChosen> {
  const referrals = await openReferralsOf(tx, actor, id)
  return {
    what: addable.what, words: addable.words, hint: addable.hint ?? null, fields: await Promise.all(addable.facts.map((fact) => fieldOf(tx, id, fact, now))),
    referrals: referrals.length === 0 ? [] : [
      ...referrals.map((row) => ({ value: row.id, label: `${row.reference}: ${concernWords(row.concern)}, ${boroughWords(row.borough)}` })),
      { value: '', label: 'None of them' },
    ],
  }
}

async function fieldOf(tx: Tx, id: string, fact: Fact, now: Date): Promise<AddField> {
  const field = { name: `facts-${fact.key}`, label: fact.label, hint: fact.hint ?? null, optional: fact.optional === true, choices: [] }
  switch (fact.as) {
    case 'one': return { ...field, as: Object.keys(fact.of).length <= RADIOS ? 'radios' : 'select', choices: choicesOf(fact.of) }
    case 'several': return { ...field, as: 'several', choices: choicesOf(fact.of) }
    case 'yes-no':
    case 'words': return { ...field, as: fact.as }
    case 'waiting': {
      // Headings only: the form opens no words that the chronology would not.
      const items = await entryLines(tx, await waitingItems(tx, id), 'record', now)
      return {
        ...field, as: 'radios', hint: items.length === 0 ? 'Nothing waits about this child just now.' : field.hint,
        choices: [...items.map((item) => ({ value: item.id, label: `${item.heading}, ${item.when}` })), { value: ALL_WAITING, label: items.length === 0 ? 'Something that was acted on before' : 'Everything that waits' }],
      }
    }
  }
}
