import type { RoomView } from '@/lib/meetings/room/view'
import { counted } from '@/lib/wording/lists'

/** The way through the meeting, in its order: who is here, what is left from before, each item, the end. */
export function Agenda({ room, part }: { readonly room: RoomView; readonly part: string | null }) {
  const here = room.people.filter((person) => person.present).length
  const at = (name: string): 'page' | undefined => (part === name ? 'page' : undefined)
  const base = `/meetings/${room.id}/room`
  return (
    <nav className="card agenda" aria-label="The meeting, in its order">
      <ol className="list-none p-0 m-0">
        <li><a href={`${base}?part=here`} aria-current={at('here')}>Who is here</a><span className="sub">{here} of {room.people.length}{room.notThere.length === 0 ? '' : `; nobody for ${room.notThere.join(', ')}`}</span></li>
        <li><a href={`${base}?part=earlier`} aria-current={at('earlier')}>Actions of earlier meetings</a><span className={room.waiting > 0 ? 'wrong' : 'sub'}>{room.waiting > 0 ? `${counted(room.waiting, 'action', 'actions')} to take up first` : 'All taken up'}</span></li>
        {room.agenda.map((group) => (
          <li key={group.kind}>
            <b>{group.title}</b>
            <ol className="list-none p-0 m-0">
              {group.lines.map((line) => (
                <li key={line.id}>
                  <a href={`${base}?item=${line.id}`} aria-current={part === null && room.item?.id === line.id ? 'page' : undefined}>{line.number}. {line.name}</a>
                  <span className="sub">{line.closed ? `Closed${line.risk === null ? '' : `, ${line.risk.toLowerCase()}`}` : 'Open'}</span>
                </li>
              ))}
            </ol>
          </li>
        ))}
        {room.mayRun ? <li><a href={`${base}?part=end`} aria-current={at('end')}>End the meeting</a></li> : null}
      </ol>
      {room.noResearch.length === 0 ? null : (
        <>
          <h2>No research from</h2>
          <ul className="why">{room.noResearch.map((one) => <li key={one.agency}>{one.agency}: {counted(one.items, 'item', 'items')}</li>)}</ul>
        </>
      )}
    </nav>
  )
}
