import 'server-only'
import { AGENCIES } from '@/lib/access/roles'
import { completeAction } from '@/lib/actions/complete-action'
import { setAction } from '@/lib/actions/set-action'
import type { Outcome } from '@/lib/acts/outcome'
import { dueOf } from '../due'
import type { HistoryEvent } from '../history'
import type { OwnAct } from '../own-acts'
import { subjectsOf } from '../play'
import { act } from '../submit'

/** An action agreed. Without a date it is none that could fall due: the plain act keeps it. */
export const setOne: OwnAct = async (playing, event) => {
  const due = dueOf(playing.history, event)
  const what = word(event, 'action')
  if (due === null || what === null) return []
  const owner = word(event, 'owner')
  const outcomes: Outcome[] = []
  for (const childId of subjectsOf(playing.history, playing.people, event)) {
    const outcome = await act(playing, setAction, 'cait-supervisor', {
      childId, borough: playing.borough, what, ownerAgency: AGENCIES.find((agency) => agency === owner) ?? 'other', ownerName: owner ?? 'not said', dueAt: due,
    }, event.at)
    const id = outcome.ok ? outcome.result.ids['actionId'] : undefined
    if (id !== undefined) playing.actions.push({ id, childId, action: what, done: false })
    outcomes.push(outcome)
  }
  return outcomes
}

/** An action done: the one named; where none is named, every one of that child. */
export const completeOne: OwnAct = async (playing, event) => {
  const what = word(event, 'action')
  const about = subjectsOf(playing.history, playing.people, event)
  const named = playing.actions.filter((action) => !action.done && (event.children === null || about.includes(action.childId))
    && (what === null || same(action.action, what)))
  const outcomes: Outcome[] = []
  for (const action of named) {
    const outcome = await act(playing, completeAction, 'cait-supervisor', { actionId: action.id, evidence: 'As the history tells it' }, event.at)
    if (outcome.ok) action.done = true
    outcomes.push(outcome)
  }
  return outcomes
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

function word(event: HistoryEvent, key: string): string | null {
  const value = event.detail[key]
  return typeof value === 'string' && value.trim() !== '' ? value : null
}
