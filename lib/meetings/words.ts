import { agencyWords, participantWords } from '@/lib/wording/agencies'

/** A part of the quorum as it is said: 'referrer:education' is the referring agency, Education. */
export function partWords(part: string): string {
  if (part.startsWith('referrer:')) return `The referring agency (${agencyWords(part.slice('referrer:'.length)).toLowerCase()})`
  return participantWords(part)
}
