import { isAfter, listOf, textOf, type PolicyEvent } from '../../events'
import { agencyNamed } from '../../meetings/members'
import { meetingOf } from '../../meetings/kind'
import type { NoticeRule } from '../../rule'

/** mase-prep: agencies came without having looked in their own records (HMIC 2016 L2539–2543). */
export const researchMissing: NoticeRule = {
  form: 'notice',
  id: 'meeting/research-missing',
  alert: 'pre-meeting-research-missing',
  title: 'Research not done before the meeting',
  plain: 'Each agency looks in its own records for everyone on the list before the meeting. Without that nothing is known that was not known before.',
  meets: 'The research of each agency that had none on the record, or the next meeting of that kind with the research done.',
  clause: 'mase-prep',
  owedBy: 'mase-chair',
  raises(event) {
    const because = whyMissing(event)
    return because === null ? null : { because }
  },
  remedies(event, raisedBy, history) {
    if (!isAfter(event, raisedBy)) return false
    if (event.kind === 'meeting-held') return meetingOf(event) === meetingOf(raisedBy) && whyMissing(event) === null && event.detail['research_done'] !== undefined && event.detail['research_done'] !== null
    const missing = listOf(raisedBy, 'research_missing').map(agencyNamed)
    if (event.kind !== 'agency-research-recorded' || missing.length === 0) return false
    const since = history.events.filter((one) => one.kind === 'agency-research-recorded' && isAfter(one, raisedBy) && !isAfter(one, event)).map((one) => agencyNamed(textOf(one, 'agency') ?? ''))
    return missing.every((agency) => since.includes(agency))
  },
}

/** Said not to be done, done by nobody, or some agency named that came without. */
function whyMissing(event: PolicyEvent): readonly string[] | null {
  if (event.kind !== 'meeting-held') return null
  const missing = listOf(event, 'research_missing')
  if (missing.length > 0) return missing.map((agency) => `${agency.replaceAll('-', ' ')} came without research`)
  const done = event.detail['research_done']
  return done === false || (Array.isArray(done) && done.length === 0) || (typeof done === 'string' && /^(no|none|false|not done|partial|partly|some)\b/i.test(done)) ? ['no agency had done its research'] : null
}
