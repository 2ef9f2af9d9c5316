import { textOf, type PolicyEvent } from './events'

/** A live emergency, whoever the suspect (ref-crime-999): what a form may say it is. */
export const EMERGENCIES = ['danger-now', 'recent-rape'] as const
export type Emergency = (typeof EMERGENCIES)[number]

/** Whether 999 was called. Always said of an emergency: with its reference, or with why no call was made. */
export const POLICE_CALLS = ['made', 'none'] as const

export const isEmergency = (word: string | null): word is Emergency => (EMERGENCIES as readonly string[]).includes(word ?? '')

/** The live emergency an event tells of, or null. */
export function emergencyOf(event: PolicyEvent): Emergency | null {
  const said = textOf(event, 'emergency')
  return isEmergency(said) ? said : null
}
