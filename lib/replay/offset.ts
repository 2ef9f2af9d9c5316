const FORM = /^(-)?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/
const MINUTE = 60_000

/** 'P3DT15H', '-P10D', 'PT26M' as milliseconds from t0 (a day is exactly 24 hours); null when it is no such offset. */
export function readOffset(text: string): number | null {
  const parts = FORM.exec(text)
  if (parts === null || text.endsWith('P') || text.endsWith('T')) return null
  const [, sign, days, hours, minutes] = parts
  const length = ((Number(days ?? 0) * 24 + Number(hours ?? 0)) * 60 + Number(minutes ?? 0)) * MINUTE
  if (!Number.isSafeInteger(length)) return null
  return sign === undefined ? length : -length
}

/** The offset of an instant from t0 as the histories write it. Seconds are dropped: no event has them. */
export function writeOffset(ms: number): string {
  const minutes = Math.trunc(Math.abs(ms) / MINUTE)
  const [days, hours, rest] = [Math.trunc(minutes / 1440), Math.trunc((minutes % 1440) / 60), minutes % 60]
  const time = [hours > 0 ? `${hours}H` : '', rest > 0 ? `${rest}M` : ''].join('')
  const sign = ms < 0 && minutes > 0 ? '-' : ''
  if (days === 0 && time === '') return 'PT0H'
  return `${sign}P${days > 0 ? `${days}D` : ''}${time === '' ? '' : `T${time}`}`
}
