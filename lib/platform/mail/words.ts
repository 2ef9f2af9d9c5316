import { DIGEST_LISTS, MAIL_WORDS } from '@/lib/wording/supervision'

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
  'digest': 'What waits in your boroughs this morning.',
  'question-answered': 'A question that you asked has been answered.',
} as const satisfies Readonly<Record<string, string>>
export type MailKind = keyof typeof MAIL_KINDS

/**
 * Subject and text of one mail: a reference and a link. Mail is read over shoulders, forwarded and kept by others: who it is about stands
 * behind the sign-in.
 */
export function mailWords(kind: string, reference: string, link: string, counts: Readonly<Record<string, number>> = {}): { subject: string; text: string } {
  const what = Object.hasOwn(MAIL_KINDS, kind) ? MAIL_KINDS[kind as MailKind] : 'Something waits for you.'
  return {
    subject: `Holdfast ${reference}`,
    text: kind === 'digest' ? digestText(what, link, counts) : `${what}\n\nReference: ${reference}\n${link}\n\nSign in to read it. This mail says nothing about anybody, on purpose; please do not answer it.\n`,
  }
}

function digestText(what: string, link: string, counts: Readonly<Record<string, number>>): string {
  const lines = DIGEST_LISTS.map((list) => {
    const [total, late] = [counts[list] ?? 0, counts[`${list}-late`] ?? 0]
    return `${MAIL_WORDS[list]}: ${total}${late > 0 && list !== 'overdue' && list !== 'emergencies' ? `, ${late} past their time` : ''}`
  })
  return `${what}\n\n${lines.join('\n')}\n\n${link}\n\nSign in to read it. This mail says nothing about anybody, on purpose; please do not answer it.\n`
}
