/**
 * The address of the page of a list that goes on after a key; null: its first. Forms on a list name this as their page: what was ticked or typed stands
 * on no other, and whoever is refused, or done with one of many, is where they were.
 */
export const hrefAfter = (first: string, after: string | null): string => (after === null ? first : `${first}${first.includes('?') ? '&' : '?'}after=${encodeURIComponent(after)}`)
