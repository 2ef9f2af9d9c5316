import { discardDraft } from '@/lib/forms/drafts'
import { fromOurPages } from '@/lib/platform/auth/same-origin'
import { currentSession } from '@/lib/platform/auth/session'
import { systemNow } from '@/lib/platform/clock'
import { seeOther, textFields } from '@/lib/platform/forms'

/** Discards one of the own drafts, or puts it back. Somebody else's is left alone, and the answer is the same. */
export async function POST(request: Request): Promise<Response> {
  if (!fromOurPages(request.headers)) return seeOther('/drafts')
  const session = await currentSession(systemNow())
  if (session === null || 'ended' in session) return seeOther('/sign-in?next=/drafts')
  const fields = await textFields(request)
  if (fields instanceof Response) return fields
  const [id, discard] = [fields.get('draft') ?? '', fields.get('say') !== 'keep']
  const found = await discardDraft(session.accountId, id, discard)
  return seeOther(found && discard ? `/drafts?discarded=${encodeURIComponent(id)}` : '/drafts')
}
