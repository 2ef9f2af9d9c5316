import { londonDate, type PlainDate } from '@/lib/policy/calendar/london'

const OLDEST_YEARS = 120

/** What is wrong with a date of birth, as a sentence beside its field; null where nothing is. Nobody is born tomorrow, or 121 years old. */
export function bornProblem(bornOn: string | null, now: Date): string | null {
  if (bornOn === null) return null
  const today: PlainDate = londonDate(now)
  if (bornOn > today) return 'This is in the future: leave it empty for a child not yet born'
  const oldest = `${String(Number(today.slice(0, 4)) - OLDEST_YEARS).padStart(4, '0')}${today.slice(4)}`
  return bornOn < oldest ? `This is more than ${OLDEST_YEARS} years ago` : null
}
