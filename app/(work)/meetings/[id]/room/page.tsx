import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { Agenda } from '@/components/meeting-room/agenda'
import { BeginForm, EndForm } from '@/components/meeting-room/begin-and-end'
import { Earlier } from '@/components/meeting-room/earlier'
import { Item } from '@/components/meeting-room/item'
import { People } from '@/components/meeting-room/people'
import { Projector } from '@/components/meeting-room/projector'
import { RoomLine } from '@/components/meeting-room/room-line'
import { Shell } from '@/components/shell/shell'
import { LinkButton } from '@/components/ui/button'
import { DoneNotice } from '@/components/ui/done-notice'
import { Notice } from '@/components/ui/notice'
import { Columns, PageHead } from '@/components/ui/page-head'
import { doneWords } from '@/lib/forms/done'
import { readAnyDraft, type KeptDraft } from '@/lib/forms/drafts'
import { meetingRoom } from '@/lib/meetings/room/queries'
import { vaultOf } from '@/lib/meetings/room/vault'
import type { RoomView } from '@/lib/meetings/room/view'
import { bringsItselfUpToDate, pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Asked {
  readonly item?: string
  readonly part?: string
  readonly show?: string
  readonly draft?: string
  readonly done?: string
}

const ACTS = ['save-minute', 'consider-option', 'agree-action', 'close-item', 'take-up-action', 'mark-attendance', 'add-attendance', 'open-meeting', 'end-meeting']
const PARTS = ['here', 'earlier', 'end']

/** The live room of a MAP or a MASE: one screen to run it from, another to show to everybody. */
export default async function RoomPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Asked> }) {
  const page = await pageActor()
  const [{ id }, asked] = [await params, await searchParams]
  const projector = asked.show === 'projector'
  const by = bringsItselfUpToDate(await headers()) ? 'screen' as const : 'person' as const
  const room = /^[0-9a-f-]{36}$/.test(id) ? await meetingRoom(page.actor, id, { item: asked.item, projector, by }, page.now) : null
  if (room === null) notFound()
  const title = `${room.title}, ${room.borough}`
  if (projector && room.state === 'open') {
    return (
      <main id="main" tabIndex={-1} className="wall">
        <title>{`${title} - Holdfast`}</title>
        <h1>{title}</h1>
        <Projector room={room} />
        <RoomLine room={id} mark={room.mark} at={room.at} shows />
        <p><a href={`/meetings/${id}/room`}>Back to the room</a></p>
      </main>
    )
  }
  const [frame, draft] = [await frameFor(page), await readAnyDraft(page.actor, asked.draft, ACTS)]
  const part = partOf(room, asked, draft)
  return (
    <Shell {...frame} title={title} current="/meetings" problem={draft !== null && (draft.problems.length > 0 || draft.refusals.length > 0)}>
      <DoneNotice says={doneWords(asked.done)} />
      <PageHead title={title} lede={ledeOf(room)}>
        {room.state === 'open' ? <LinkButton look="second" href={`/meetings/${id}/room?show=projector`}>Show on a projector</LinkButton> : null}
        <LinkButton look="second" href={room.page}>{room.state === 'ended' ? 'Its record' : 'The meeting’s page'}</LinkButton>
      </PageHead>
      {room.chairWarning === null ? null : <Notice tone="amber" title={room.chairWarning.says}><p>The meeting is on record as it is held. Its record is not signed off without an exception that everybody sees. <span className="clause">{room.chairWarning.clause}</span></p></Notice>}
      {room.state !== 'open' ? <NotInSession room={room} draft={draft} /> : (
        <>
          <RoomLine room={id} mark={room.mark} at={room.at} />
          <Columns aside={<Agenda room={room} part={part} />} jump="The agenda">
            <Matter room={room} part={part} draft={draft} account={page.actor.accountId} />
          </Columns>
        </>
      )}
    </Shell>
  )
}

function ledeOf(room: RoomView): string {
  switch (room.state) {
    case 'open': return `In session since ${room.opened ?? ''}. Chaired by ${room.chair ?? 'nobody on record'}.`
    case 'to-come': return `${room.when}. Not opened yet.`
    case 'ended': return 'This meeting has ended: its record stands.'
    case 'off': return 'This meeting was called off.'
  }
}

/** What is worked on: as asked for, else the part whose form came back, else what comes first in the meeting's order. Null: an item. */
function partOf(room: RoomView, asked: Asked, draft: KeptDraft | null): string | null {
  if (asked.part !== undefined && PARTS.includes(asked.part)) return asked.part
  if (asked.item !== undefined) return null
  if (draft?.act === 'take-up-action') return 'earlier'
  if (!room.people.some((person) => person.present)) return 'here'
  return room.waiting > 0 ? 'earlier' : room.item === null ? 'here' : null
}

function NotInSession({ room, draft }: { readonly room: RoomView; readonly draft: KeptDraft | null }) {
  if (room.state === 'to-come' && room.mayRun) return <BeginForm room={room} page={`/meetings/${room.id}/room`} draft={draft?.act === 'open-meeting' ? draft : null} />
  return <p className="none">{room.state === 'to-come' ? 'The room opens when the meeting does.' : room.state === 'off' ? 'There is no room for it.' : 'Its items, decisions and actions are in its record.'} <a href={room.page}>Go to the meeting’s page</a></p>
}

function Matter({ room, part, draft, account }: { readonly room: RoomView; readonly part: string | null; readonly draft: KeptDraft | null; readonly account: string }) {
  const here = `/meetings/${room.id}/room`
  const of = (act: string): KeptDraft | null => (draft?.act === act ? draft : null)
  if (part === 'here') return <People room={room} page={`${here}?part=here`} drafts={{ mark: of('mark-attendance'), add: of('add-attendance') }} />
  if (part === 'earlier') return <Earlier room={room} page={`${here}?part=earlier`} draft={of('take-up-action')} />
  if (part === 'end') return <EndForm room={room} page={`${here}?part=end`} draft={of('end-meeting')} />
  if (room.item === null) return <p className="none">Nothing is on the agenda. <a href={room.page}>List a child, a person, a place or a theme</a>.</p>
  // A form that came back belongs to the item that it was sent from.
  const own = (act: string): KeptDraft | null => { const found = of(act); return found?.values['itemId'] === room.item?.id ? found : null }
  return (
    <Item
      room={room} item={room.item} page={`${here}?item=${room.item.id}`} account={account} vault={vaultOf(account)}
      drafts={{ minute: own('save-minute'), option: own('consider-option'), action: own('agree-action'), close: own('close-item') }}
    />
  )
}
