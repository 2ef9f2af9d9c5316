import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { readAs } from '@/lib/access/read-as'
import { perform } from '@/lib/acts/perform'
import type { Outcome } from '@/lib/acts/outcome'
import { minutesOf } from '../agenda/minutes'
import { MINUTE_FIELDS } from '../kind'
import { saveMinute } from './acts/save-minute'

interface Answer {
  readonly status: number
  readonly body: { readonly version?: number; readonly text?: string; readonly beside?: string | null; readonly says?: string }
}

/** What a script sent of one field, through the act of the form: the version and the text that stand after it, and who wrote there meanwhile. */
export async function saveTyped(sent: URLSearchParams, actor: Actor, now: Date): Promise<Answer> {
  const field = MINUTE_FIELDS.find((one) => one === sent.get('field'))
  const itemId = sent.get('item') ?? ''
  const outcome = await perform(saveMinute, actor, { itemId, fields: [{ field, base: sent.get('base') ?? '', text: sent.get('text') ?? '' }] }, { key: sent.get('key') ?? '', now })
  if (!outcome.ok || field === undefined) return refusedWith(outcome)
  // Read as it stands now, and not as the act left it: an answer to something sent twice must not take back what was written in between.
  const stands = (await readAs(actor, (tx) => minutesOf(tx, [itemId])))(itemId)[field]
  return { status: 200, body: { version: stands?.version ?? 0, text: stands?.text ?? '', beside: outcome.result.ids[`${field}-beside`] ?? null } }
}

function refusedWith(outcome: Outcome): Answer {
  if (outcome.ok) return { status: 422, body: { says: 'There is no such field.' } }
  switch (outcome.kind) {
    case 'invalid': return { status: 422, body: { says: `${outcome.problems.map((problem) => problem.message).join('. ')}.` } }
    case 'refused': return { status: 422, body: { says: outcome.refusals.map((refusal) => refusal.says).join(' ') } }
    case 'conflict': return { status: 409, body: { says: `${outcome.says} What you typed since is kept in this browser.` } }
    case 'forbidden': return { status: 403, body: { says: outcome.says } }
    case 'not-found': return { status: 404, body: { says: 'This item is not open to you any more.' } }
    case 'key-reused': return { status: 409, body: { says: 'This was sent already with other words: open the page again.' } }
  }
}
