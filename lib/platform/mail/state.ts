/** What of a mail's row tells how it fares. */
export interface MailRow {
  readonly attempts: number
  readonly claimedBy: string | null
  readonly handedAt: Date | null
  readonly sentAt: Date | null
  readonly failedAt: Date | null
  readonly problem: string | null
  readonly answer: string | null
}

export const PROBLEMS = {
  'away': { says: 'the mail server did not answer', todo: 'It is tried again by itself. If it stays so, tell whoever runs Holdfast.' },
  'tls': { says: 'the connection to the mail server could not be secured', todo: 'Nothing is sent in the clear. Tell whoever runs Holdfast: HOLDFAST_SMTP_URL, HOLDFAST_SMTP_TLS or HOLDFAST_SMTP_CA.' },
  'login': { says: 'the mail server refused the name or password of Holdfast', todo: 'Tell whoever runs Holdfast: HOLDFAST_SMTP_URL.' },
  'busy': { says: 'the mail server asked to try later', todo: 'It is tried again by itself.' },
  'address': { says: 'the mail server does not take this address', todo: 'Tell them yourself, and have the address of their account put right. Then send it again.' },
  'refused': { says: 'the mail server refused the mail', todo: 'Tell them yourself, and tell whoever runs Holdfast.' },
  'unsure': { says: 'the mail was handed over and no answer came back', todo: 'It may have arrived. Ask them; if not, send it again.' },
  'expired': { says: 'it could not be sent for two days', todo: 'Tell them yourself, or send it again.' },
} as const satisfies Readonly<Record<string, { says: string; todo: string }>>
export type MailProblem = keyof typeof PROBLEMS

/** How one mail fares, for people. `todo` is null where there is nothing to do. */
export interface MailState {
  readonly state: 'waiting' | 'sent' | 'failed' | 'not-set'
  readonly says: string
  readonly todo: string | null
}

/** `isSet`: whether a mail server is set for this installation. */
export function mailState(mail: MailRow, isSet: boolean): MailState {
  const problem = mail.problem !== null && Object.hasOwn(PROBLEMS, mail.problem) ? PROBLEMS[mail.problem as MailProblem] : null
  if (mail.sentAt !== null) return { state: 'sent', says: 'Sent by mail', todo: null }
  if (mail.failedAt !== null) return { state: 'failed', says: `Not sent: ${problem?.says ?? 'it failed'}${said(mail.answer)}`, todo: problem?.todo ?? 'Tell them yourself.' }
  if (!isSet) return { state: 'not-set', says: 'Not sent by mail: no mail server is set here', todo: 'Tell them yourself. They find it in Holdfast when they sign in.' }
  if (problem === null || mail.attempts === 0) return { state: 'waiting', says: 'Waiting to be sent by mail', todo: null }
  return { state: 'waiting', says: `Waiting: ${problem.says} (tried ${mail.attempts === 1 ? 'once' : `${mail.attempts} times`})`, todo: problem.todo }
}

const said = (answer: string | null): string => (answer === null || answer === '' ? '' : ` (“${answer}”)`)
