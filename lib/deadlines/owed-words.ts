import { say } from '@/lib/wording/say'

const OWED_WORDS = {
  csc: "Children's social care",
  police: 'Police',
  mash: 'MASH',
  referrer: 'The referrer',
  'action-owner': 'The owner of the action',
  'asked-agency': 'The agency asked',
  'control-room': 'Control room',
  'missing-unit': 'Missing persons unit',
  'local-authority': 'The local authority',
  'assessment-team': 'Exploitation assessment team',
  'mase-chair': 'Chair of the MASE',
  reviewer: 'A reviewer in the borough',
} as const satisfies Record<string, string>

/** Who owes a duty, as a person would say it. */
export const owedWords = (owedBy: string): string => say(OWED_WORDS, owedBy)
