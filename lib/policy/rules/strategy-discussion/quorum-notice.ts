import { endsForThresholdNotMet } from '../../decisions'
import { quorumOf } from '../../quorum'
import type { NoticeRule } from '../../rule'

/** sd-quorum, sd-lac-fostering: held, and not quorate. Open until a quorate discussion is held (HMIC 2016 L2295–2302). */
export const quorumNotice: NoticeRule = {
  form: 'notice',
  id: 'strategy-discussion/quorum',
  alert: 'strategy-discussion-quorum',
  title: 'Strategy discussion held, not quorate',
  plain: 'A strategy discussion needs a social worker, their manager, health, police and the referring agency, and the fostering service for a looked-after child. Whoever was missing may hold what the others do not know.',
  meets: 'A quorate strategy discussion.',
  clause: 'sd-quorum',
  owedBy: 'csc',
  raises(event, history) {
    if (event.kind !== 'strategy-discussion-held') return null
    const quorum = quorumOf(event, history)
    return quorum.quorate === false ? { because: quorum.missing.map((part) => `nobody took part as ${part}`) } : null
  },
  remedies(event, raisedBy, history) {
    if (event.kind === 'strategy-discussion-held') return quorumOf(event, history).quorate === true
    return endsForThresholdNotMet(event, raisedBy, history)
  },
}
