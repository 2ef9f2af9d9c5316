import { textOf, type PolicyEvent } from '../../events'
import { meetingBehind } from '../../meetings/kind'
import { knownAt } from '../../missing/as-known'
import type { History } from '../../rule'
import { isGrown } from '../../rules/grown'
import type { Gate } from '../gate'

/** What an item is closed with, in the words of the entry and as a person says it. */
const NEEDED: readonly (readonly [key: string, words: string])[] = [['analysis', 'the analysis'], ['risk', 'the risk'], ['decision', 'the decision'], ['mitigation', 'what lessens the risk']]
/** Where null is said, it is known not to be done; of the others it is not known. */
const NULL_IS_NONE: readonly string[] = ['decision', 'risk']

/** mase-record: no item is closed on nothing (HMIC 2016 L2615–2628: a child on a plan, with no strategy meeting, analysis, risk or action). */
export const meetingItemUnrecorded: Gate = {
  id: 'meeting-item-unrecorded',
  clause: 'mase-record',
  kinds: ['meeting-item-closed'],
  refuses(event, history) {
    const missing = NEEDED.filter(([key]) => isEmpty(event, key))
    const strategy = lacksStrategy(event, history)
    if (missing.length === 0 && !strategy) return null
    const words = [...missing.map(([, said]) => said), ...(strategy ? ['the strategy discussion it stands on'] : [])]
    return {
      field: missing[0]?.[0] ?? 'strategy_reference', says: `The item cannot be closed: it does not say ${words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}` : words[0] ?? ''}.`,
      wayForward: strategy && missing.length === 0 ? 'Name the strategy discussion, or call one now: the item stays open until it has been held or a reason is on record.' : 'Record each of them: what was found, how great the risk is, what was decided, and what makes the child safer meanwhile. Or carry the item to the next meeting.',
    }
  },
}

function isEmpty(event: PolicyEvent, key: string): boolean {
  const said = event.detail[key]
  return said === false || (typeof said === 'string' && said.trim() === '') || (Array.isArray(said) && said.length === 0) || (said === null && NULL_IS_NONE.includes(key))
}

/**
 * A child's item stands on a strategy discussion: the one it names, one on the child's record, or the reason for which the child was listed
 * without. Not said at all it is not known, unless the meeting itself said that there was none.
 */
function lacksStrategy(event: PolicyEvent, history: History): boolean {
  const said = event.detail['strategy_reference']
  const about = textOf(event, 'about') ?? textOf(event, 'item_kind')
  if (said === undefined || isGrown(event, history) || (about !== null && /adult|offender|suspect|place|location|theme/i.test(about))) return false
  if (said === null ? meetingBehind(event, history)?.detail['strategy_held'] !== false : !isEmpty(event, 'strategy_reference')) return false
  const item = textOf(event, 'item_id')
  return textOf(event, 'override') === null && !knownAt(event, history).events.some((earlier) => earlier.id !== event.id && (earlier.kind === 'strategy-discussion-held'
    || (earlier.kind === 'listed-for-meeting' && textOf(earlier, 'override') !== null && (item === null || textOf(earlier, 'item_id') === item))))
}
