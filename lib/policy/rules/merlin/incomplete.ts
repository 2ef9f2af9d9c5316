import { answerOf } from '../../events'
import type { NoticeRule } from '../../rule'

/** merlin-pac: full enough for the agencies outside the police who act on it (HMIC 2016 L1223, L2468–2472, L3985). */
export const pacIncomplete: NoticeRule = {
  form: 'notice',
  id: 'merlin/incomplete',
  alert: 'pac-incomplete',
  title: 'Merlin checklist incomplete',
  plain: 'The police report of a child who came to notice holds what other agencies need to act on it.',
  meets: 'A complete checklist submitted.',
  clause: 'merlin-pac',
  owedBy: 'police',
  raises: (event) => (event.kind === 'pac-submitted' && answerOf(event, 'complete') === false
    ? { because: ['the checklist lacks detail that other agencies need'] } : null),
  remedies: (event) => event.kind === 'pac-submitted' && answerOf(event, 'complete') !== false,
}
