import type { ItemKind, MinuteField } from '../kind'

/** The fields of an item as the screen names them. */
export const FIELD_WORDS: Readonly<Record<MinuteField, string>> = {
  analysis: 'Analysis', risk: 'Risk', decision: 'Decision', mitigation: 'What lessens the risk', notes: 'Notes',
}

/** The groups of the agenda, in its order: victims, offenders, locations, themes (mase-function). */
export const GROUP_WORDS: Readonly<Record<ItemKind, string>> = { victim: 'Victims', offender: 'Offenders', location: 'Locations', theme: 'Themes' }

export const RISK_WORDS: Readonly<Record<'low' | 'medium' | 'high', string>> = { low: 'Low', medium: 'Medium', high: 'High' }
