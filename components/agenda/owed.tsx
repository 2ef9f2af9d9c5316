import type { AgendaView } from '@/lib/meetings/agenda/view'
import { Notice } from '../ui/notice'

/** On top of the first page: which agencies have not sent what they know (mase-prep). */
export function Owed({ view }: { readonly view: AgendaView }) {
  if (!view.works || view.state === 'ended' || view.state === 'off' || view.groups.every((group) => group.items.length === 0)) return null
  if (view.owed.length === 0) return <Notice tone="green" title="Every agency has sent what it knows"><p>Research on each item is below.</p></Notice>
  return (
    <Notice tone="red" title={view.owed.length === 1 ? 'One agency has not sent its research' : `${view.owed.length} agencies have not sent their research`}>
      <ul>{view.owed.map((one) => <li key={one.agency}><b>{one.words}</b>: {one.missing === one.of ? (one.of === 1 ? 'nothing on the one item' : `nothing on any of the ${one.of} items`) : `nothing on ${one.missing} of ${one.of} items`}{one.asked ? '' : '. Nobody of it is asked yet'}</li>)}</ul>
      <p>{view.researchLate ? `It was due ${view.researchDue}.` : `It is due ${view.researchDue}.`}</p>
    </Notice>
  )
}
