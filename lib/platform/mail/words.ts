/** What a mail is for. Its words are ours, chosen by kind: nothing that anybody typed can travel in one. */
export const MAIL_KINDS = {
  'invitation': 'You are asked to a meeting.',
  'invitation-answered': 'Somebody who was asked to a meeting has answered.',
  'meeting-moved': 'A meeting that you were asked to has another time or place.',
  'meeting-called-off': 'A meeting that you were asked to does not take place.',
  'record-sent': 'The record of a meeting that you took part in was sent to you.',
  'record-chased': 'The record of a meeting that you took part in still waits for your receipt.',
  'question': 'Your agency is asked a question.',
  'question-chased': 'A question to your agency still waits for its answer.',
} as const satisfies Readonly<Record<string, string>>
export type MailKind = keyof typeof MAIL_KINDS

/**
 * Subject and text of one mail: a reference and a link. Mail is read over shoulders, forwarded and kept by others: who it is about stands
 * behind the sign-in.
 */
export function mailWords(kind: string, reference: string, link: string): { subject: string; text: string } {
  const what = Object.hasOwn(MAIL_KINDS, kind) ? MAIL_KINDS[kind as MailKind] : 'Something waits for you.'
  return {
    subject: `Holdfast ${reference}`,
    text: `${what}\n\nReference: ${reference}\n${link}\n\nSign in to read it. This mail says nothing about anybody, on purpose; please do not answer it.\n`,
  }
}
