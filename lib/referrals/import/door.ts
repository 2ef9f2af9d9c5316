import 'server-only'
import { mayEver } from '@/lib/access/permissions'
import { withDone } from '@/lib/forms/done'
import { keepDraft, readDraft } from '@/lib/forms/drafts'
import { currentSession } from '@/lib/platform/auth/session'
import { fromOurPages } from '@/lib/platform/auth/same-origin'
import { fieldsWithFile, seeOther, textFields } from '@/lib/platform/forms'
import { counted } from '@/lib/wording/lists'
import { importFile } from './dry-run'
import { wordsOf } from './read-file'

/** Under which the file waits between the dry run and the import: the account's own draft, read by nobody else. */
export const IMPORT_DRAFT = 'import-notifications'

const FORBIDDEN = 'This form was not sent from Holdfast. Open the page and send it again.'

/** A file that was sent: kept as the sender's own draft and shown back as a dry run. A session that ended loses nothing of it. */
export async function answerLook(request: Request, now: Date): Promise<Response> {
  if (!fromOurPages(request.headers)) return new Response(FORBIDDEN, { status: 403 })
  const session = await currentSession(now)
  if (session === null) return seeOther('/sign-in?next=%2Fimport')
  const sent = await fieldsWithFile(request, 'file')
  if (sent instanceof Response) return sent
  const read = sent.file === null ? { problem: 'Choose a file' } : wordsOf(sent.file.bytes)
  const problems = 'problem' in read ? [{ field: 'file', message: read.problem }] : []
  const words = 'problem' in read ? { text: '', encoding: '' } : read
  const values = { borough: (sent.fields.get('borough') ?? '').slice(0, 60), name: (sent.file?.name ?? '').slice(0, 120), text: words.text, encoding: words.encoding }
  const keep = (account: string, kept: boolean): Promise<string> =>
    keepDraft(account, { id: sent.fields.get('draft') ?? '', act: IMPORT_DRAFT, page: '/import', values, problems, refusals: [], kept }, now)
  if ('ended' in session) return seeOther(`/sign-in?problem=ended&next=${encodeURIComponent(`/import?draft=${await keep(session.ended, true)}`)}`)
  const { actor } = session
  if (actor === null) return seeOther('/sign-in?problem=ended')
  if (!mayEver(actor, 'import-notifications')) return new Response('Your role may not import.', { status: 403 })
  return seeOther(`/import?draft=${await keep(actor.accountId, false)}${problems.length > 0 ? '#problems' : '#lines'}`)
}

/** The import itself. Sent twice, or again after a cut connection, it goes on where it stopped. */
export async function answerTake(request: Request, now: Date): Promise<Response> {
  if (!fromOurPages(request.headers)) return new Response(FORBIDDEN, { status: 403 })
  const session = await currentSession(now)
  if (session === null) return seeOther('/sign-in?next=%2Fimport')
  const fields = await textFields(request)
  if (fields instanceof Response) return fields
  const page = `/import?draft=${encodeURIComponent(fields.get('draft') ?? '')}`
  if ('ended' in session) return seeOther(`/sign-in?problem=ended&next=${encodeURIComponent(page)}`)
  const { actor } = session
  if (actor === null) return seeOther('/sign-in?problem=ended')
  if (!mayEver(actor, 'import-notifications')) return new Response('Your role may not import.', { status: 403 })
  const draft = await readDraft(actor, fields.get('draft') ?? undefined, IMPORT_DRAFT)
  if (draft === null) return seeOther('/import')
  const done = await importFile(actor, { text: String(draft.values['text'] ?? ''), borough: String(draft.values['borough'] ?? '') }, now)
  if ('problem' in done) return seeOther(page)
  return seeOther(withDone(page, `${counted(done.taken, 'line')} imported${done.failed === 0 ? '' : `, ${done.failed} not: press Import again`}. Look in the queue whether each child is known already.`))
}
