/** The one place outside tests and replays where the time of day is read; everything else is given `now`. */
export function systemNow(): Date {
  return new Date()
}
