import { londonDate, weekday, weekdayName } from '../../calendar/london'
import type { NoticeRule } from '../../rule'

/** time-conference-weekday: no conference is held on a Saturday or a Sunday; a date that says so was most likely typed wrong. */
export const conferenceOnWeekend: NoticeRule = {
  form: 'notice',
  id: 'conference/weekday',
  alert: 'conference-on-weekend',
  title: 'Conference dated on a weekend',
  plain: 'A child protection conference does not fall on a Saturday or a Sunday.',
  meets: 'The conference recorded on its true day.',
  clause: 'time-conference-weekday',
  owedBy: 'csc',
  raises(event) {
    if (event.kind !== 'conference-held') return null
    const date = londonDate(event.at)
    return [0, 6].includes(weekday(date)) ? { because: [`${date} is a ${weekdayName(date)}`] } : null
  },
  remedies: (event) => event.kind === 'conference-held' && ![0, 6].includes(weekday(londonDate(event.at))),
}
