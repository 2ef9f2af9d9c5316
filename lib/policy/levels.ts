/** merlin-levels: the ratings of the police report on the London continuum of need. Blue starts no clock: police do not refer it. */
export const LEVEL_OF_NEED = { blue: 'none', green: 'early-help', amber: 'complex', red: 'child-protection' } as const
export type Rating = keyof typeof LEVEL_OF_NEED
