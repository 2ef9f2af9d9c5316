/** Somebody asked to a called discussion, with the answer that stands. */
export interface Asked {
  readonly part: string
  readonly agency: string
  readonly name: string
  readonly answer: { readonly coming: boolean; readonly insteadName: string | null } | null
}

export type Standing = 'coming' | 'instead' | 'apologies' | 'silent'

export function standingOf(asked: Asked): Standing {
  if (asked.answer === null) return 'silent'
  if (asked.answer.coming) return 'coming'
  return asked.answer.insteadName === null ? 'apologies' : 'instead'
}

/** A part of the quorum that would be missing if the discussion were held as things stand. */
export interface Gap {
  /** 'health', 'referrer:education'. */
  readonly part: string
  readonly why: 'not-asked' | 'not-coming' | 'silent'
}

/** Which required parts nobody is coming for: seen before the meeting, not after it. `needed`: the parts of the quorum. */
export function gapsOf(needed: readonly string[], asked: readonly Asked[]): Gap[] {
  return needed.flatMap((part): Gap[] => {
    const own = asked.filter((one) => fills(one, part)).map(standingOf)
    if (own.length === 0) return [{ part, why: 'not-asked' }]
    if (own.includes('coming') || own.includes('instead')) return []
    return [{ part, why: own.includes('silent') ? 'silent' : 'not-coming' }]
  })
}

/** The referring agency is filled by anybody of it, as the quorum counts it; any other part by whoever takes it. */
const fills = (asked: Asked, part: string): boolean =>
  asked.part === part || (part.startsWith('referrer:') && asked.agency === part.slice('referrer:'.length)) || (asked.agency === part && asked.part === 'referrer')
