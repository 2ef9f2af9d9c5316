/** '86%'; null of none. Never 100% while one is late, never 0% while one was in time: rounding must not hide the one. */
export function share(part: number, whole: number): string | null {
  if (whole === 0) return null
  const exact = (part / whole) * 100
  if (part < whole && exact > 99) return 'over 99%'
  if (part > 0 && exact < 1) return 'under 1%'
  return `${Math.round(exact)}%`
}
