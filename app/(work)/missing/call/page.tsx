import { notFound } from 'next/navigation'
import { CallForm } from '@/components/missing/call-form'
import { CallHead } from '@/components/missing/call-head'
import { ChildrenFound, FindChild } from '@/components/missing/find-child'
import { Shell } from '@/components/shell/shell'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { mayEver } from '@/lib/access/permissions'
import { readAnyDraft } from '@/lib/forms/drafts'
import { callAbout, callAboutNew, findForCall } from '@/lib/missing/call'
import { callDraft, typedCall } from '@/lib/missing/typed-call'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { QUESTIONS } from '@/lib/policy/missing/questions'
import { frameFor } from '@/lib/shell/frame'

type Asked = Readonly<Record<string, string | string[] | undefined>>
const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : value?.[0] ?? '').replaceAll('\u0000', '').toWellFormed().slice(0, 200)

/** A call that a child is away: the child first, then the questions with what is open and what is closed beside them. */
export default async function TakeCall({ searchParams }: { searchParams: Promise<Asked> }) {
  const page = await pageActor()
  if (!mayEver(page.actor, 'report-missing')) notFound()
  const asked = await searchParams
  const [childId, q] = [one(asked['child']), one(asked['q']).trim()]
  const isNew = one(asked['new']) === '1' && q !== ''
  const shell = { ...(await frameFor(page)), current: '/missing' }
  if (childId === '' && !isNew) {
    const found = q === '' ? null : await findForCall(page.actor, q, page.now)
    return (
      <Shell {...shell} title="Take a call">
        <PageHead title="Take a call" lede="Find the child first: what London knows of it decides what is open. Whom you find is logged." />
        <FindChild q={q} />
        {found === null ? null : (
          <div className="mt-6">
            {found.hits.length === 0 ? <p className="none" role="status">No child is known like this. Try the name as it sounds, or only the family name.</p> : <ChildrenFound {...found} />}
            <p className="mt-4"><LinkButton look="second" href={`/missing/call?new=1&q=${encodeURIComponent(q)}`}>Not on record: take the call</LinkButton></p>
          </div>
        )}
      </Shell>
    )
  }
  const draft = callDraft(await readAnyDraft(page.actor, one(asked['draft']), ['report-missing', 'record-further-call']))
  const typed = typedCall(draft, page.now)
  const call = isNew ? await callAboutNew(page.actor, typed, page.now) : await callAbout(page.actor, childId, typed, page.now)
  if (call === null) notFound()
  const [given = '', ...family] = /^[\p{L}’' -]+$/u.test(q) ? q.split(/\s+/) : []
  const title = call.open === null ? 'A child is not where they should be' : 'A further call'
  return (
    <Shell {...shell} title={title} problem={draft !== null && (draft.problems.length > 0 || draft.refusals.length > 0)}>
      {call.child === null ? null : <CallHead child={call.child} plan={call.plan} notices={call.notices} />}
      <div className="mt-4"><PageHead title={title} lede={call.child === null ? 'Not on record yet: what the caller says is all that is known.' : undefined} /></div>
      {one(asked['saved']) === '1' ? <Notice tone="green" title="Draft saved" spoken><p>It is kept for you alone. You can go on now or later.</p></Notice> : null}
      {call.open === null ? null : (
        <Notice tone="red" title={`Out already: reported ${call.open.reported}, ${call.open.as.toLowerCase()}`}>
          <p><a href={call.open.href}>Open episode {call.open.reference}</a>, or put this call beside the first one below.</p>
        </Notice>
      )}
      <CallForm
        page={call} path={isNew ? `/missing/call?new=1&q=${encodeURIComponent(q)}` : `/missing/call?child=${childId}`} draft={draft} now={page.now} at={typed.at}
        questions={QUESTIONS.map(({ id, asks }) => ({ id, asks }))} typed={{ answers: typed.answers, at: typed.at, age: call.panel?.call.age ?? null }} named={{ given, family: family.join(' ') }}
      />
    </Shell>
  )
}
