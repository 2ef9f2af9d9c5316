import type { RoomView } from '@/lib/meetings/room/view'
import { counted } from '@/lib/wording/lists'
import { Tag } from '../ui/tag'
import { Said } from './item'

/** The room as everybody in it may see it, on the wall: large, no form, nobody who is restricted. */
export function Projector({ room }: { readonly room: RoomView }) {
  const here = room.people.filter((person) => person.present)
  const { item } = room
  return (
    <div className="projector">
      <p className="strong">Here: {here.length === 0 ? 'nobody yet' : here.map((person) => `${person.name} (${person.agency})`).join(', ')}.{room.notThere.length === 0 ? '' : ` Nobody for: ${room.notThere.join(', ')}.`}</p>
      {room.noResearch.length === 0 ? null : <p>No research from: {room.noResearch.map((one) => `${one.agency} (${counted(one.items, 'item', 'items')})`).join(', ')}.</p>}
      {room.waiting === 0 ? null : (
        <section aria-labelledby="wall-earlier">
          <h2 id="wall-earlier">First: {counted(room.waiting, 'action', 'actions')} of earlier meetings</h2>
          <ul>{room.earlier.filter((action) => action.taken === null).map((action) => <li key={action.id}>{action.owner}, {action.agency}: {action.wall ? action.what : 'not shared with every agency here'}. {action.late ? <Tag tone="red">Late</Tag> : null} Due {action.due}</li>)}</ul>
        </section>
      )}
      {item === null ? null : (
        <section aria-labelledby="wall-item">
          <h2 id="wall-item">{item.number}. {item.name} {item.closed ? <Tag tone="green">Closed</Tag> : null} {item.risk === null ? null : <Tag tone={item.risk.startsWith('High') ? 'red' : 'grey'}>{item.risk}</Tag>}</h2>
          {item.opens ? (
            <>
              <Said item={item} />
              {item.actions.length === 0 ? null : <ul>{item.actions.map((action) => <li key={action.id}>{action.what}: {action.owner}, {action.agency}, {action.due}</li>)}</ul>}
            </>
          ) : <p>Nothing about this item is shown here.</p>}
        </section>
      )}
      <section aria-labelledby="wall-agenda">
        <h2 id="wall-agenda">Agenda</h2>
        <div className="columns">
          {room.agenda.map((group) => (
            <div key={group.kind}>
              <h3>{group.title}</h3>
              <ul className="list-none p-0 m-0">{group.lines.map((line) => <li key={line.id} className={line.id === item?.id ? 'strong' : undefined}>{line.closed ? '✓ ' : ''}{line.number}. {line.name}{line.closed ? ', closed' : ''}</li>)}</ul>
            </div>
          ))}
        </div>
      </section>
    </div>
  )
}
