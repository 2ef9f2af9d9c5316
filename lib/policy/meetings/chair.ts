import { wordsOf, type Pack } from '../packs'
import { isPolice } from '../who'

/** Who chaired, as the record says it. Undefined: not said. Null as a rank: known to have none. */
export interface Chair {
  readonly rank: string | null | undefined
  readonly agency: string | null | undefined
  readonly chair?: string | null
  /** The level of a MAPPA. */
  readonly level?: number | null
}

export interface ChairVerdict {
  /** Null: not known, and held against nobody. Where no rule asks for a chair: true. */
  readonly ok: boolean | null
  readonly says: string | null
  readonly clause: string
}

/** Ranks as they are said, the longer first: a chief superintendent is no superintendent. */
const RANKS: readonly (readonly [RegExp, string])[] = [
  [/commander|assistant commissioner|\bdac\b/i, 'commander'], [/chief[- ]superintendent|\bd?ch(ief)? ?supt\b/i, 'chief-superintendent'], [/superintendent|\bd?supt\b/i, 'superintendent'],
  [/chief[- ]inspector|\bd?ci\b|\bd?c ?insp\b/i, 'chief-inspector'], [/inspector|\bd?i\b|\b(?:d ?)?insp\b/i, 'inspector'], [/sergeant|\b[dp]s\b|\bsgt\b/i, 'sergeant'], [/constable|\b[pd]c\b/i, 'constable'],
]
export const rankIn = (words: string): string | null => RANKS.find(([pattern]) => pattern.test(words))?.[1] ?? null
const SCALE = ['constable', 'sergeant', 'inspector', 'chief-inspector', 'superintendent', 'chief-superintendent', 'commander']

const NOT_POLICE = /local authority|council|social|\bcsc\b|health|education|school|housing|probation|voluntary|charity|nhs|youth offending|children['’]?s services|head of service|director of|team manager|service manager|civilian|borough officer|lawyer|legal/i

/** mase-chair, conflict 14.12: borough police, inspector or above (HMIC 2016 L2572–2574); at a MAPPA the rank of its level (L3626–3629). */
export function chairVerdict(kind: string, chair: Chair, pack: Pack): ChairVerdict {
  const asked = askedOf(kind, chair, pack)
  if (asked === null) return { ok: true, says: null, clause: 'mase-chair' }
  const { least, police, clause } = asked
  const who = ofPolice(chair)
  const says = police ? `The chair is to be borough police, ${least} or above.` : `The chair is to be of the rank of ${least} or above.`
  const no: ChairVerdict = { ok: false, says, clause }
  if (police && who === false) return no
  if (chair.rank === null && (police || who !== false)) return no
  const words = chair.rank ?? chair.chair ?? null
  const rank = words === null ? null : rankIn(words)
  if (rank === null) return typeof chair.rank === 'string' && chair.rank.trim() !== '' && police ? no : { ok: chair.rank === '' ? false : null, says: chair.rank === '' ? says : null, clause }
  return SCALE.indexOf(rank) >= SCALE.indexOf(least) ? { ok: true, says: null, clause } : no
}

function askedOf(kind: string, chair: Chair, pack: Pack): { least: string; police: boolean; clause: string } | null {
  if (/MASE|MERGED|COMBINED/i.test(kind)) return { least: wordsOf(pack, 'mase.chair-rank')[0] ?? 'inspector', police: true, clause: 'mase-chair' }
  if (!/MAPPA/i.test(kind)) return null
  const level = chair.level ?? (/3/.test(kind) ? 3 : /2/.test(kind) ? 2 : null)
  if (level === 2) return { least: wordsOf(pack, 'mappa.rank.level-2')[0] ?? 'inspector', police: false, clause: 'mappa-l2-rank' }
  return level === 3 ? { least: wordsOf(pack, 'mappa.rank.level-3')[0] ?? 'superintendent', police: false, clause: 'mappa-l3-rank' } : null
}

/** Is the chair of the police? Null where nothing tells. */
function ofPolice({ agency, chair, rank }: Chair): boolean | null {
  if (typeof agency === 'string' && agency.trim() !== '') return agency === 'police' || isPolice(agency)
  const words = [chair, rank].filter((one): one is string => typeof one === 'string').join(' ')
  if (NOT_POLICE.test(words)) return false
  return words !== '' && (isPolice(words) || rankIn(words) !== null) ? true : null
}
