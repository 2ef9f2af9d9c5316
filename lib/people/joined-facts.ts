import { plainDate } from '@/lib/policy/calendar/london'
import type { ChildFacts } from '@/lib/policy/events'
import { planWords } from '@/lib/wording/concerns'
import { bornWords } from '@/lib/wording/london-words'
import { adultSince, ageAt } from './age'
import { fieldWords } from './identity'

/** What a joining may take over of the record that goes (identity_copy in the database does it; a test holds both against each other). */
export interface JoinedRow {
  readonly bornOn: Date | null
  readonly ageStated: number | null
  readonly ageStatedOn: Date | null
  readonly ageDisputed: boolean
  readonly unborn: boolean
  readonly sex: string | null
  readonly lookedAfter: boolean | null
  readonly responsibleAuthority: string | null
  readonly planCategory: string | null
  readonly placement: string | null
  readonly telephone: string | null
  readonly leadName: string | null
  readonly health: readonly string[]
}

const FILLED = ['bornOn', 'sex', 'lookedAfter', 'responsibleAuthority', 'planCategory', 'placement', 'telephone', 'leadName', 'health'] as const satisfies readonly (keyof JoinedRow)[]
/** Said where the two differ and the kept record's stands. */
const COMPARED = ['bornOn', 'sex', 'lookedAfter', 'responsibleAuthority', 'planCategory', 'placement', 'telephone', 'leadName'] as const satisfies readonly (keyof JoinedRow)[]

/** What the kept record takes over: what it does not know; that a child is looked after; that it is born; with an age, that it is disputed. */
export function takenOver(kept: JoinedRow, gone: JoinedRow): Partial<JoinedRow> {
  const empty = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0)
  const taken: Record<string, unknown> = {}
  for (const field of FILLED) if (empty(kept[field]) && !empty(gone[field])) taken[field] = gone[field]
  if (gone.lookedAfter === true && kept.lookedAfter !== true) taken['lookedAfter'] = true
  if (kept.unborn && !gone.unborn) taken['unborn'] = false
  if (kept.bornOn === null && kept.ageStated === null && gone.ageStated !== null) Object.assign(taken, { ageStated: gone.ageStated, ageStatedOn: gone.ageStatedOn })
  if (kept.bornOn === null && gone.ageDisputed && !kept.ageDisputed) taken['ageDisputed'] = true
  return taken
}

/** What the policy will be asked about the kept child once they are joined: another age alone ends or begins duties. */
export function joinedChild(child: ChildFacts, kept: JoinedRow, gone: JoinedRow, now: Date): ChildFacts {
  const row = { ...kept, ...takenOver(kept, gone) }
  const facts = { born_on: row.bornOn, age_stated: row.ageStated, age_stated_on: row.ageStatedOn, age_disputed: row.ageDisputed }
  return {
    ...child, age: ageAt(facts, now), ageDisputed: row.ageDisputed, adultSince: adultSince(facts), bornOn: row.bornOn === null ? null : plainDate(row.bornOn.toISOString().slice(0, 10)),
    lookedAfter: row.lookedAfter, planCategory: row.planCategory, health: row.health,
  }
}

/** 'date of birth 3 Mar 2007', 'looked after: yes'. */
function said(field: keyof JoinedRow, value: JoinedRow[keyof JoinedRow]): string {
  if (field === 'planCategory') return planWords(value as string | null)
  if (value instanceof Date) return bornWords(plainDate(value.toISOString().slice(0, 10)))
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return Array.isArray(value) ? value.join(', ') : String(value)
}

/** What comes with a joining, and what differs and stays, in words. */
export function factLines(kept: JoinedRow, gone: JoinedRow): { readonly taken: readonly string[]; readonly stays: readonly string[] } {
  const taken = takenOver(kept, gone)
  const shown = (Object.keys(taken) as (keyof JoinedRow)[]).filter((field) => field !== 'ageStatedOn')
  const differs = COMPARED.filter((field) => taken[field] === undefined && kept[field] !== null && gone[field] !== null && said(field, kept[field]) !== said(field, gone[field]))
  return {
    taken: shown.map((field) => `${fieldWords(field)}: ${said(field, gone[field])}`),
    stays: differs.map((field) => `${fieldWords(field)}: ${said(field, kept[field])} here, ${said(field, gone[field])} there`),
  }
}
