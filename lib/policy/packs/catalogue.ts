/**
 * The packs there are and which is in force. The baseline is in force for everyone at any time; the others only where a
 * borough adopted them, from the later of its date and theirs, each upon what was in force before it. Choosing a pack is not
 * an overlay. A pack is never deleted: a duty keeps the pack it began under (conflicts 14.8 and 14.16 of the catalogue).
 */
import { londonDate, plainDate, type PlainDate } from '../calendar/london'
import { DURATIONS, NUMBERS, WORDS } from './mps-2016'
import { allOf, onlyOf, stepOrAbove } from './parameter'
import type { Pack, Parameters } from './pack'

/** A pack that a borough may adopt: what it changes. */
interface Addition {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly from: PlainDate
  readonly changes: readonly string[]
  readonly parameters: Partial<Parameters>
}

export const BASELINE: Pack = {
  id: 'mps-2016',
  version: '1',
  title: 'London Child Protection Procedures, 5th edition 2015, and Metropolitan Police policy 2016',
  from: plainDate('2015-01-01'),
  to: null,
  changes: [],
  parameters: { ...DURATIONS, ...NUMBERS, ...WORDS },
}

const APP_GRADES = ['no-apparent-risk', 'low', 'medium', 'high']

const ADDITIONS: readonly Addition[] = [
  {
    id: 'app-2017',
    version: '1',
    title: 'College of Policing practice on missing people, January 2017',
    from: plainDate('2017-01-01'),
    changes: [
      'Absent is no longer a class of its own: every report is of a missing person, on one scale of risk.',
      'The grades are no apparent risk, low, medium and high; the lowest for a child stays medium.',
      'The call-backs and the 24-hour change to missing stand only for episodes that began as absent before.',
    ],
    parameters: {
      'missing.classes': onlyOf(['missing'], 'A', 'mis-def-app-2017'),
      'missing.grades': allOf(APP_GRADES, 'A', 'mis-def-app-2017'),
      // The same floor on the longer scale: with "no apparent risk" below low.
      'missing.risk-floor': stepOrAbove('medium', APP_GRADES, 'A', 'mis-no-low'),
    },
  },
  {
    id: 'wt-2023',
    version: '1',
    title: 'Working Together 2023: who must take part in a strategy discussion',
    from: plainDate('2023-12-15'),
    changes: ['The social worker’s manager is no longer in the minimum of a strategy discussion.'],
    parameters: { 'strategy.quorum': allOf(['social-worker', 'health', 'police'], 'A', 'sd-quorum-2023') },
  },
]

/** A pack that a borough chose, from a London date. */
export interface Adoption { readonly packId: string; readonly from: PlainDate }

/** No pack has that name. */
export class UnknownPack extends Error {
  constructor(id: string) {
    super(`No pack is named "${id}"; there are ${packNames().join(', ')}`)
    this.name = 'UnknownPack'
  }
}

/** Names that a borough may adopt, the baseline first. */
export function packNames(): string[] {
  return [BASELINE.id, ...ADDITIONS.map((a) => a.id)]
}

/**
 * The pack in force at an instant. Packs adopted are laid upon the baseline in the order in which they took effect;
 * adopting the baseline again puts the others away. Throws UnknownPack.
 */
export function packInForce(at: Date, adopted: readonly Adoption[] = []): Pack {
  if (adopted.length === 0) return BASELINE
  const today = londonDate(at)
  const effective = adopted
    .map((a) => ({ id: a.packId, from: later(a.from, startOf(a.packId)) }))
    .filter((a) => a.from <= today)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  return effective.map((a) => a.id).reduce(lay, BASELINE)
}

/** The pack of that name, whatever the date: 'app-2017', or packs one upon the other as a duty recorded them. Throws UnknownPack. */
export function packNamed(name: string): Pack {
  const known = named.get(name)
  if (known) return known
  const pack = name.split('+').reduce(lay, BASELINE)
  // Only names made here are kept, so that a stream of invented names cannot fill the memory.
  named.set(pack.id, pack)
  return pack
}

const named = new Map<string, Pack>([[BASELINE.id, BASELINE]])

function lay(below: Pack, id: string): Pack {
  if (id === BASELINE.id) return BASELINE
  const addition = additionNamed(id)
  const parts = below.id.split('+').filter((part) => part !== BASELINE.id && part !== id)
  const stands = parts.length === 0
  return {
    // A pack laid on the baseline alone goes by its own name.
    id: [...parts, id].join('+'),
    version: stands ? addition.version : `${below.version}+${addition.version}`,
    title: stands ? addition.title : `${below.title}; ${addition.title}`,
    from: later(below.from, addition.from),
    to: null,
    changes: [...below.changes, ...addition.changes],
    parameters: { ...below.parameters, ...addition.parameters },
  }
}

function startOf(id: string): PlainDate {
  return id === BASELINE.id ? BASELINE.from : additionNamed(id).from
}

function additionNamed(id: string): Addition {
  const addition = ADDITIONS.find((a) => a.id === id)
  if (addition === undefined) throw new UnknownPack(id)
  return addition
}

function later(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b
}
