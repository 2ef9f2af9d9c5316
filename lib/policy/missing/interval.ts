import type { Duration } from '../calendar/duration'
import { isAfter, type PolicyEvent } from '../events'
import { durationOf, type Pack } from '../packs'
import type { Episode } from './episode'

const KEYS = ['agreed_interval_hours', 'agreed_hours', 'interval_hours', 'callback_interval_hours', 'callback_hours', 'agreed_interval', 'interval', 'callback_interval', 'next_contact_hours'] as const

/** The hours between call-backs that an entry says were agreed: a number, or PT6H. Null where it says none. */
export function agreedHours(event: PolicyEvent): number | null {
  for (const key of KEYS) {
    const said = event.detail[key]
    if (typeof said === 'number' && Number.isFinite(said)) return said
    const written = typeof said === 'string' ? /^(?:PT)?(\d+(?:\.\d+)?)\s*(?:H|h|hours?)?$/.exec(said.trim()) : null
    if (written?.[1] !== undefined) return Number(written[1])
  }
  return null
}

const hoursOf = (duration: Duration): number => (duration.unit === 'hours' ? duration.n : duration.unit === 'minutes' ? duration.n / 60 : 0)

/** The shortest and the longest interval that may be agreed (mis-absent-contact-repeat). */
export const intervalLimits = (pack: Pack): { readonly least: number; readonly most: number } =>
  ({ least: hoursOf(durationOf(pack, 'absent.callback-interval')), most: hoursOf(durationOf(pack, 'absent.callback-interval.longest')) })

/** The interval that stands with this entry: the last agreed in this time away, and four hours where none was or it cannot be. */
export function agreedInterval(event: PolicyEvent, episode: Episode, pack: Pack): number {
  const { least, most } = intervalLimits(pack)
  const agreed = episode.events.filter((one) => !isAfter(one, event)).map(agreedHours).findLast((hours) => hours !== null) ?? null
  return agreed === null || agreed < least || agreed > most ? least : agreed
}
