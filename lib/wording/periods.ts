/** The stretches of time that a figure can be of. */
export const PERIODS = ['year', 'month', 'years'] as const
export type Period = (typeof PERIODS)[number]
export const PERIOD_WORDS: Readonly<Record<Period, string>> = { year: 'Twelve months', month: 'This month', years: 'Five years' }
