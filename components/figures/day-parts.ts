import type { DateParts } from '../ui/date-time-field'

/** The boxes of a day, 'YYYY-MM-DD'; empty where none is asked for. */
export const partsOf = (day: string | null): DateParts => (day === null || !/^\d{4}-\d\d-\d\d$/.test(day) ? { day: '', month: '', year: '' } : { day: String(Number(day.slice(8, 10))), month: String(Number(day.slice(5, 7))), year: day.slice(0, 4) })
