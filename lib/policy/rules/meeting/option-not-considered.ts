import { isAfter, textOf, type PolicyEvent } from '../../events'
import { isServed } from '../../exploitation/notices'
import { consideredIn, notConsidered, OPTION_WORDS } from '../../exploitation/options'
import { isOf } from '../../meetings/kind'
import type { History, NoticeRule } from '../../rule'
import { isGrown } from '../grown'

/** cawn-consider: a child was discussed and an option that fits was not considered (HMIC 2016 L2548–2553: inadequate). */
export const optionNotConsidered: NoticeRule = {
  form: 'notice',
  id: 'meeting/option-not-considered',
  alert: 'option-not-considered',
  title: 'Option that fits not considered',
  plain: 'A child at risk was discussed, and an option that fits the child was not considered: a child abduction warning notice, civil orders for a young person of 16 or 17 not in care, disruption of the place, a return to court. Each is considered, used or not, and why.',
  meets: 'Each option considered, with the reason where it is not used; or a warning notice served.',
  clause: 'cawn-consider',
  owedBy: 'mase-chair',
  raises(event, history) {
    const left = leftOut(event, history)
    return left.length === 0 ? null : { because: left.map((option) => `not considered: ${OPTION_WORDS[option].toLowerCase()}`) }
  },
  remedies(event, raisedBy, history) {
    if (!isAfter(event, raisedBy)) return false
    const left = leftOut(raisedBy, history)
    const since = history.events.filter((one) => isAfter(one, raisedBy) && !isAfter(one, event))
    return answers(event).length > 0 && left.every((option) => since.some((one) => answers(one).includes(option)))
  },
}

/** What a MAP, a MASE or an item of one left out. */
export function leftOut(event: PolicyEvent, history: History): ReturnType<typeof notConsidered> {
  if ((event.kind !== 'meeting-held' && event.kind !== 'meeting-item-closed') || isGrown(event, history)) return []
  const kind = textOf(event, 'meeting')
  return kind === null || isOf(event, 'MASE') || isOf(event, 'MAP') ? notConsidered(event, history) : []
}

/** The options that an entry answers for. */
export function answers(event: PolicyEvent): readonly string[] {
  if (isServed(event)) return ['cawn']
  if (event.kind === 'option-considered') return [textOf(event, 'option') ?? '']
  return event.kind === 'meeting-held' || event.kind === 'meeting-item-closed' ? [...consideredIn(event) ?? []] : []
}
