import { numberOf, textOf, type PolicyEvent } from '../../events'
import { chairVerdict, type Chair } from '../../meetings/chair'
import { meetingBehind, meetingOf } from '../../meetings/kind'
import type { Gate } from '../gate'

/**
 * mase-chair, mappa-l2-rank, mappa-l3-rank: the record of a meeting with the wrong chair is not signed off as if nothing were, unless somebody else
 * recorded an exception that everybody sees (HMIC 2016 L2572–2575, L3626–3629). The meeting itself is always recordable.
 */
export const meetingChairRank: Gate = {
  id: 'meeting-chair-rank',
  clause: 'mase-chair',
  kinds: ['minutes-confirmed'],
  refuses(event, history) {
    const held = meetingBehind(event, history)
    const kind = meetingOf(event) ?? (held === null ? null : meetingOf(held))
    if (kind === null) return null
    const chair = chairOf(event, held)
    const verdict = chairVerdict(kind, chair, history.packAt(held ?? event))
    if (verdict.ok !== false || isExcepted(event, chair)) return null
    return {
      field: 'exception', says: `The record cannot be signed off: ${lower(verdict.says ?? 'the chair is below the rank the meeting asks.')}`, clause: verdict.clause,
      wayForward: 'Have somebody else record an exception with the reason, which everybody sees; or hold the meeting again under the right chair.',
    }
  },
}

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

/** What the sign-off says of the chair stands before what the record of the meeting says; where neither says it, it is not known. */
function chairOf(event: PolicyEvent, held: PolicyEvent | null): Chair {
  const rank = (key: string): string | null | undefined => {
    const from = [event, held].find((one) => one !== null && one.detail[key] !== undefined)
    const said = from?.detail[key]
    return said === null || said === false ? null : typeof said === 'string' ? said : undefined
  }
  const agency = rank('chair_agency')
  return {
    rank: rank('chair_rank'), agency: agency === null ? undefined : agency, chair: textOf(event, 'chair') ?? (held === null ? null : textOf(held, 'chair')),
    level: levelOf(event) ?? (held === null ? null : levelOf(held)),
  }
}

/** The level of a MAPPA, as a number or in words. */
function levelOf(event: PolicyEvent): number | null {
  const said = /[123]/.exec(`${textOf(event, 'level') ?? ''} ${textOf(event, 'type') ?? ''}`)?.[0]
  return numberOf(event, 'level') ?? (said === undefined ? null : Number(said))
}

/** A reason, by another person than the chair and than whoever signs. Told in words alone, who gave it is not known. */
function isExcepted(event: PolicyEvent, chair: Chair): boolean {
  const said = event.detail['exception']
  if (said === true) return true
  if (typeof said === 'string') return said.trim() !== ''
  if (typeof said !== 'object' || said === null) return false
  const { reason, by } = said as { reason?: unknown; by?: unknown }
  if (typeof reason !== 'string' || reason.trim() === '') return false
  const others = [chair.chair, textOf(event, 'confirmed_by'), textOf(event, 'chair')].filter((name): name is string => typeof name === 'string').map(folded)
  return typeof by !== 'string' || !others.includes(folded(by))
}

const folded = (name: string): string => name.trim().toLowerCase()
