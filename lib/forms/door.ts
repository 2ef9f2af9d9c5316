import 'server-only'
import { withListIntent } from '@/components/ui/repeat-rows'
import type { PolicyRefusal } from '@/components/ui/form-draft'
import { perform } from '@/lib/acts/perform'
import type { Outcome, Problem } from '@/lib/acts/outcome'
import { currentSession } from '@/lib/platform/auth/session'
import { fromOurPages, localPath } from '@/lib/platform/auth/same-origin'
import { seeOther, textFields } from '@/lib/platform/forms'
import { withDone } from './done'
import { keepDraft, dropDraft } from './drafts'
import type { FormAct } from './form-act'
import { FormValues, type TypedValues } from './form-values'

/** Fields the door itself reads; they are no part of what was typed. */
const OWN_FIELDS: readonly string[] = ['key', 'then', 'page', 'draft', 'intent']

/**
 * The one door of every form: session → our own pages only → what was typed → the act → back with a 303. With problems or
 * a refusal everything typed is kept as a draft and the browser returns to the form with `?draft=`; after the session has
 * ended it is kept for that person and offered after sign-in. Needs no script.
 */
export async function answerForm(form: FormAct, request: Request, now: Date): Promise<Response> {
  if (!fromOurPages(request.headers)) return new Response('This form was not sent from Holdfast. Open the page and send it again.', { status: 403 })
  const session = await currentSession(now)
  // Nobody whom we know: nothing they send is read.
  if (session === null) return seeOther(`/sign-in?next=${encodeURIComponent(withoutDraft(localPath(pathOf(request.headers.get('referer')))))}`)
  const posted = await textFields(request)
  if (posted instanceof Response) return posted
  // Our own fields hold names and ids: signs that cannot be kept are no part of any.
  const door = (name: string): string | undefined => posted.get(name)?.replaceAll('\u0000', '').slice(0, 2000)
  const typed = typedOf(posted, form)
  const page = withoutDraft(localPath(door('page') ?? pathOf(request.headers.get('referer'))))
  const draft = (accountId: string, problems: readonly Problem[], refusals: readonly PolicyRefusal[], kept: boolean, values: TypedValues = typed) =>
    keepDraft(accountId, { ...(door('draft') === undefined ? {} : { id: door('draft') }), act: form.name, page, values, problems, refusals, kept }, now)
  const back = (id: string, anchor = ''): Response => seeOther(`${page}${page.includes('?') ? '&' : '?'}draft=${id}${anchor}`)

  if ('ended' in session) {
    const id = await draft(session.ended, [], [], true)
    if (asksForPlace(request)) return place(page, id)
    return seeOther(`/sign-in?problem=ended&next=${encodeURIComponent(`${page}${page.includes('?') ? '&' : '?'}draft=${id}`)}`)
  }
  const { actor } = session
  if (actor === null) return seeOther('/sign-in?problem=ended')

  const intent = door('intent') ?? 'submit'
  const rows = withListIntent(typed, intent)
  if (rows !== null) return back(await draft(actor.accountId, [], [], false, rows), anchor(`list-${intent.replace(/^(add|remove)-/, '').replace(/-\d+$/, '')}`))
  if (intent === 'save-draft') {
    const id = await draft(actor.accountId, [], [], true)
    return asksForPlace(request) ? place(page, id) : back(id, '&saved=1')
  }
  // A button that asks the page for something (look for this child) does nothing by itself: the page reads it in the draft.
  if (intent !== 'submit') return back(await draft(actor.accountId, [], [], false, { ...typed, intent }), anchor(intent))

  // A password is read by its act and kept nowhere.
  const unkept = Object.fromEntries((form.neverKept ?? []).map((name) => [name, posted.get(name) ?? '']))
  const values = new FormValues({ ...typed, ...unkept, intent })
  const input = form.read(values)
  if (values.problems.length > 0) {
    // Whatever else is wrong is told at the same time: two rounds for one form cost a tired person twice.
    const more = form.act.input.safeParse(input)
    const others = more.success ? [] : fieldsOf(more.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message })))
    const unread = new Set(values.problems.map((problem) => problem.field))
    return back(await draft(actor.accountId, [...values.problems, ...others.filter((problem) => !unread.has(problem.field))], [], false), '#problems')
  }
  const outcome = await perform(form.act, actor, input, { key: keyOf(form, door('key') ?? '', typed), now })
  if (outcome.ok) {
    if (door('draft') !== undefined) await dropDraft(actor.accountId, door('draft') ?? '')
    const goTo = door('then') === undefined ? outcome.result.goTo : localPath(door('then'))
    return seeOther(withDone(goTo, outcome.result.says))
  }
  const { problems, refusals } = toldTo(outcome)
  return back(await draft(actor.accountId, problems, refusals, false), '#problems')
}

/** A script that keeps what was typed before the session ends asks where it lies: it leads there after the next sign-in. */
const asksForPlace = (request: Request): boolean => request.headers.get('accept') === 'application/json'
const place = (page: string, id: string): Response =>
  Response.json({ at: `${page}${page.includes('?') ? '&' : '?'}draft=${id}` }, { headers: { 'Cache-Control': 'no-store' } })

/** What an outcome that was not accepted says to the person, as problems of the form or refusals of policy. */
function toldTo(outcome: Extract<Outcome, { ok: false }>): { problems: Problem[]; refusals: PolicyRefusal[] } {
  switch (outcome.kind) {
    case 'invalid': return { problems: fieldsOf(outcome.problems), refusals: [] }
    case 'refused': return {
      problems: outcome.refusals.flatMap((refusal) => (refusal.field === undefined ? [] : [{ field: refusal.field.replaceAll('.', '-'), message: refusal.says }])),
      refusals: outcome.refusals.map(({ rule, clause, says, wayForward }) => ({ rule, clause, says, wayForward })),
    }
    case 'forbidden':
    case 'conflict': return { problems: [{ field: '', message: outcome.says }], refusals: [] }
    case 'not-found': return { problems: [{ field: '', message: 'There is no such record within your reach' }], refusals: [] }
    case 'key-reused': return { problems: [{ field: '', message: 'This form was sent already with other words. Open the record to see what was taken, or send this as a new form' }], refusals: [] }
  }
}

const fieldsOf = (problems: readonly Problem[]): Problem[] =>
  problems.map((problem) => ({ field: problem.field === 'form' ? '' : problem.field.replaceAll('.', '-'), message: problem.message }))

/** The form's key; of a form that serves many rows, with its row. A blank one stays blank, and is refused. */
function keyOf(form: FormAct, key: string, typed: TypedValues): string {
  if (form.each === undefined || key.trim() === '') return key
  return [key, form.name, ...[typed[form.each] ?? ''].flat()].join(' ')
}

function typedOf(posted: URLSearchParams, form: FormAct): TypedValues {
  const all = new Map<string, string[]>()
  for (const [name, value] of posted) {
    if (OWN_FIELDS.includes(name) || (form.neverKept?.includes(name) ?? false)) continue
    const before = all.get(name)
    if (before === undefined) all.set(name, [value])
    else before.push(value)
  }
  return Object.fromEntries([...all].map(([name, values]) => [name, values.length === 1 ? values[0] ?? '' : values]))
}

const pathOf = (referer: string | null): string | undefined => {
  if (referer === null || !URL.canParse(referer)) return undefined
  const url = new URL(referer)
  return url.pathname + url.search
}

/** A place on the page. What was posted goes into a header: a line break in it would end the answer. */
const anchor = (name: string): string => `#${encodeURIComponent(name.toWellFormed())}`

/** A form sent a second time comes back with its new draft, not with both. */
function withoutDraft(path: string): string {
  const url = new URL(path, 'http://holdfast.invalid')
  for (const name of ['draft', 'done', 'saved']) url.searchParams.delete(name)
  return url.pathname + url.search
}
