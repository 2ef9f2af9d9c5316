/** 'a', 'a and b', 'a, b and c'. Empty words are left out; nothing at all gives ''. */
export function joined(words: readonly string[], link: 'and' | 'or' = 'and'): string {
  const said = words.filter((word) => word !== '')
  const last = said.at(-1)
  if (last === undefined) return ''
  return said.length === 1 ? last : `${said.slice(0, -1).join(', ')} ${link} ${last}`
}

/** '1 referral', '2 referrals', '3 children'. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`
}

/** First letter large, for the head of a line. */
export const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
