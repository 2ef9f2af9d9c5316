/**
 * What a police checklist (Merlin PAC) holds to be full enough for the agencies outside the police who act on it (merlin-pac:
 * HMIC 2016 L1223, L2468–2472, L3985), in the order of the form. A checklist without one of them is taken in all the same.
 */
export const PAC_PARTS = ['their-reference', 'officer', 'supervisor', 'rating', 'concern', 'name', 'born', 'address', 'parent', 'child-said'] as const
export type PacPart = (typeof PAC_PARTS)[number]

export const isPacPart = (word: string): word is PacPart => (PAC_PARTS as readonly string[]).includes(word)

/** A checklist as it was typed; null: not given. */
export interface Checklist {
  readonly theirReference: string | null
  readonly officer: string | null
  /** The supervisor who has seen it. */
  readonly supervisor: string | null
  readonly rating: string | null
  readonly concern: string | null
  /** What the child said, or why the child was not spoken to. */
  readonly childSaid: string | null
  readonly children: readonly { readonly name: boolean; readonly born: boolean; readonly address: boolean }[]
  /** Whether a parent or carer of the child is named. */
  readonly parent: boolean
}

/** The parts that nobody gave. Blue and green need no named concern: they are below the threshold of one. */
export function lackingParts(pac: Checklist): PacPart[] {
  const every = (has: (child: Checklist['children'][number]) => boolean): boolean => pac.children.length > 0 && pac.children.every(has)
  const given: Readonly<Record<PacPart, boolean>> = {
    'their-reference': pac.theirReference !== null, officer: pac.officer !== null, supervisor: pac.supervisor !== null, rating: pac.rating !== null,
    concern: pac.concern !== null || pac.rating === 'blue' || pac.rating === 'green', name: every((child) => child.name), born: every((child) => child.born),
    address: every((child) => child.address), parent: pac.parent, 'child-said': pac.childSaid !== null,
  }
  return PAC_PARTS.filter((part) => !given[part])
}
