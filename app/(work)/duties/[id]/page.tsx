import { notFound } from 'next/navigation'
import { ChildLink } from '@/components/duties/child-link'
import { ActButton, DisputeActs, DutyActs } from '@/components/duties/duty-acts'
import { Beside, DutyCard, Explanation } from '@/components/duties/explanation'
import { Shell } from '@/components/shell/shell'
import { ActForm } from '@/components/ui/act-form'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { DoneNotice } from '@/components/ui/done-notice'
import { Columns, PageHead } from '@/components/ui/page-head'
import { dutyDraft } from '@/lib/deadlines/drafts'
import { explainDuty } from '@/lib/deadlines/explain'
import { doneWords } from '@/lib/forms/done'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface DutyPage {
  params: Promise<{ id: string }>
  searchParams: Promise<{ done?: string; draft?: string }>
}

/** Why is this due then? One page for any deadline. */
export default async function Duty({ params, searchParams }: DutyPage) {
  const { id } = await params
  const page = await pageActor(`/duties/${id}`)
  const duty = await explainDuty(page.actor, id, page.now)
  if (duty === null) notFound()
  const { done, draft: draftId } = await searchParams
  const [frame, draft] = await Promise.all([frameFor(page), dutyDraft(page.actor, draftId)])
  const acts = duty.acts.filter((act) => act !== 'annul-duty')
  return (
    <Shell {...frame} title={`Why is this due then? ${duty.words}`} problem={draft !== null}>
      <DoneNotice says={doneWords(done)} />
      <PageHead title="Why is this due then?" lede={<><b>{duty.words}</b>, for <ChildLink child={duty.child} />. {duty.stateWords ?? `${duty.left.words}, ${duty.left.detail}`}.</>} />
      {duty.review === null ? null : duty.review.own ? <p>You opened this record yourself: somebody else answers for it.</p>
        : <p><LinkButton href={duty.review.href}>Answer for this opening</LinkButton></p>}
      {duty.acts.length === 0 ? null : <p className="md:hidden"><a href="#act">Act on it</a></p>}
      <Columns aside={
        <>
          <DutyCard duty={duty} />
          {duty.acts.length === 0 ? null : (
            <div id="act"><Card title="Act on it">
              <ActForm act={duty.acts[0] ?? 'chase'} page={`/duties/${id}`} then={`/duties/${id}`} draft={draft} hidden={{ deadlineIds: id }} label="Act on this duty">
                {duty.dispute === null ? null : <DisputeActs dispute={duty.dispute} may={duty.acts.includes('escalate')} draft={draft} />}
                <DutyActs acts={duty.dispute === null ? acts : acts.filter((act) => act !== 'escalate')} assignees={duty.assignees} draft={draft} note={duty.dispute === null || !duty.acts.includes('escalate')} />
                {duty.acts.includes('annul-duty') ? (
                  <Details summary="The start was entered in error">
                    <p>Annulling ends every clock which that entry started for this child. They stay visible, and leave the figures. The note above is the reason. Whoever made the entry cannot annul it.</p>
                    <ActButton act="annul-duty" warn>Annul</ActButton>
                  </Details>
                ) : null}
              </ActForm>
            </Card></div>
          )}
          <Beside duty={duty} />
        </>
      }>
        <Explanation duty={duty} />
      </Columns>
    </Shell>
  )
}
