import { Absences, MeetingTable } from '@/components/agenda/meeting-lists'
import { Shell } from '@/components/shell/shell'
import { LinkButton } from '@/components/ui/button'
import { DoneNotice } from '@/components/ui/done-notice'
import { PageHead } from '@/components/ui/page-head'
import { doneWords } from '@/lib/forms/done'
import { meetingsList } from '@/lib/meetings/agenda/lists'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { counted } from '@/lib/wording/lists'

/** MAPs and MASEs: in session, to come, not finished, months without one, agencies that stay away. */
export default async function Meetings({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const [page, asked] = [await pageActor(), await searchParams]
  const [frame, view] = await Promise.all([frameFor(page), meetingsList(page.actor, page.now)])
  const away = view.absences.filter((row) => !row.raised).length
  const late = [...view.toCome, ...view.unfinished, ...view.missed].filter((line) => line.late).length
  return (
    <Shell {...frame} title="MAP and MASE" current="/meetings">
      <DoneNotice says={doneWords(asked.done)} />
      <PageHead title="MAP and MASE" lede={view.works ? [...(late === 0 ? [] : [`${counted(late, 'meeting is', 'meetings are')} past what the protocol asks for.`]), ...(away === 0 ? [] : [`${counted(away, 'agency', 'agencies')} away from two meetings running ${away === 1 ? 'is' : 'are'} not raised with the board.`])].join(' ') || 'Nothing is past its time.' : 'Meetings that you are asked to.'}>
        {view.mayList ? <LinkButton href="/meetings/list">List for the next MASE</LinkButton> : null}
      </PageHead>
      <MeetingTable title="In session" lines={view.session} most={view.most} />
      <MeetingTable title="Months without a MASE" lines={view.missed} most={view.most} />
      <MeetingTable title="Ended and not finished" lines={view.unfinished} most={view.most} />
      <Absences rows={view.absences} />
      <MeetingTable title="To come" lines={view.toCome} most={view.most} empty="No meeting is to come that you are asked to or that your boroughs hold." />
    </Shell>
  )
}
