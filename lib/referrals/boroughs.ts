import { BOROUGH_WORDS, boroughWords } from '@/lib/wording/boroughs'

/** Codes of the 32 London boroughs and the City, which has its own police force and is shown apart (conflict 14.35). */
export const BOROUGH_CODES: readonly string[] = Object.keys(BOROUGH_WORDS)
export const boroughName = boroughWords
