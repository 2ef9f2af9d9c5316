import { LEVEL_OF_NEED, type Rating } from '@/lib/policy/levels'

const LEVEL_WORDS: Readonly<Record<(typeof LEVEL_OF_NEED)[Rating], string>> = {
  none: 'Level 1, no additional need', 'early-help': 'Level 2, early help', complex: 'Level 3, complex', 'child-protection': 'Level 4, child protection',
}

export const isRated = (rag: string | null): rag is Rating => rag !== null && Object.hasOwn(LEVEL_OF_NEED, rag)

/** A rating as a level of the London continuum of need (merlin-levels): 'Level 4, child protection'. */
export const levelWords = (rating: Rating): string => LEVEL_WORDS[LEVEL_OF_NEED[rating]]
