import type { EpisodeView } from '@/lib/missing/episode-view'
import { IdentityBar } from '../ui/identity-bar'
import { Tag } from '../ui/tag'

/** Whose episode this is, on the page and on every form of it: nobody writes onto the wrong child. */
export function EpisodeHead({ view, heading }: { readonly view: EpisodeView; readonly heading: boolean }) {
  return (
    <IdentityBar
      heading={heading} name={view.recordOpens ? <a href={`/people/${view.personId}`}>{view.child.name}</a> : view.child.name}
      facts={[{ term: view.state === 'out' ? 'Away' : 'State', value: view.state === 'out' ? view.away.replace(/^Away /, '') : view.state === 'back' ? 'Back' : 'Closed' }, ...view.facts]} flags={view.child.flags}
    >
      <p className="flags"><ClassTag view={view} /> <GradeTag view={view} /></p>
    </IdentityBar>
  )
}

export const ClassTag = ({ view }: { readonly view: EpisodeView }) => <Tag tone={view.class === 'missing' ? 'red' : 'grey'}>{view.class === 'missing' ? 'Missing' : 'Absent'}</Tag>

export function GradeTag({ view }: { readonly view: EpisodeView }) {
  if (view.class === 'absent') return null
  return <Tag tone={view.grade === 'high' ? 'solid' : view.grade === null ? 'red' : 'amber'}>{view.grade === null ? 'Not graded' : `${view.gradeWords} risk`}</Tag>
}
