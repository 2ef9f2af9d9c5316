import { answerOf, isAfter, textOf, type PolicyEvent } from '../../events'
import { absentRequired, agencyNamed } from '../../meetings/members'
import { isOf, meetingOf } from '../../meetings/kind'
import type { NoticeRule } from '../../rule'

/** mase-members, map-attendees: an agency that had to be there was not (HMIC 2016 L2556–2561, L3620–3625). */
export const agencyAbsent: NoticeRule = {
  form: 'notice',
  id: 'meeting/agency-absent',
  alert: 'required-agency-absent',
  title: 'Required agency away from the meeting',
  plain: 'An agency that the procedures ask to this meeting was not there: what it knows and can do was missing. Away twice running, it is raised with the safeguarding board.',
  meets: 'The next meeting of that kind with the agency there; or the agency raised with the safeguarding board.',
  clause: 'mase-members',
  owedBy: 'mase-chair',
  raises(event, history) {
    const absent = absentRequired(event, history)
    return absent.length === 0 ? null : { because: absent.map((agency) => `${agency.replaceAll('-', ' ')} was not there`), clause: clauseFor(event) }
  },
  remedies(event, raisedBy, history) {
    if (!isAfter(event, raisedBy)) return false
    const away = absentRequired(raisedBy, history).map(agencyNamed)
    if (event.kind === 'lscb-escalated') return textOf(event, 'agency') === null || away.includes(agencyNamed(textOf(event, 'agency') ?? ''))
    if (event.kind !== 'meeting-held' || meetingOf(event) !== meetingOf(raisedBy)) return false
    // Who was away from the next meeting not known: it says nothing of this one.
    const now = Array.isArray(event.detail['absent']) ? absentRequired(event, history).map(agencyNamed) : null
    return now !== null && answerOf(event, 'cancelled') !== true && !away.some((agency) => now.includes(agency))
  },
}

const clauseFor = (event: PolicyEvent): string => (isOf(event, 'MAPPA') ? 'mappa-l2-rank' : isOf(event, 'MAP') && !isOf(event, 'MASE') ? 'map-attendees' : 'mase-members')
