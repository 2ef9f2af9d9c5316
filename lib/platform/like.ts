/**
 * What was typed, as a pattern of LIKE that means only itself. Prisma's `mode: 'insensitive'` compares by ILIKE and hands over what it is given:
 * an underscore would stand for any letter and find somebody else’s row, and a backslash at the end is an error.
 */
export const literally = (typed: string): string => typed.replaceAll(/[\\%_]/g, '\\$&')

/** The same, anywhere within what is looked through. */
export const containing = (typed: string): string => `%${literally(typed)}%`

/** The same name, whatever its capitals; or a part of one. */
export const sameName = (typed: string) => ({ equals: literally(typed), mode: 'insensitive' as const })
export const partOf = (typed: string) => ({ contains: literally(typed), mode: 'insensitive' as const })
