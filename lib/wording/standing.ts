/** Where a figure stands against what chance allows, in words: no colour says it alone. */
export const STANDING_WORDS = {
  'as-london': 'Within chance', 'near-low': 'Lower; 1 in 20 by chance', 'near-high': 'Higher; 1 in 20 by chance', 'far-low': 'Lower than chance explains', 'far-high': 'Higher than chance explains',
} as const satisfies Readonly<Record<string, string>>
export type Standing = keyof typeof STANDING_WORDS
