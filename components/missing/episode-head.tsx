import type { EpisodeView } from '@/lib/missing/episode-view'
import { IdentityBar } from '../ui/identity-bar'
import { Tag, type Tone } from '../ui/tag'

/** Whose episode this is, on the page and on every form of it: nobody writes onto the wrong child. */
export function EpisodeHead({ view, heading }: { readonly view: EpisodeView; readonly heading: boolean }) {
  return (
    <IdentityBar
      heading={heading} name={view.recordOpens ? <a href={`/people/${view.personId}`}>{view.child.name}</a> : view.child.name}
      facts={[{ term: view.state === 'out' ? 'Away' : 'State', value: view.state === 'out' ? view.away.replace(/^Away /, '') : view.state === 'back' ? 'Back' : 'Closed' }, ...view.facts]}
      flags={[
        { words: view.class === 'missing' ? 'Missing' : 'Absent', tone: view.class === 'missing' ? 'red' : 'grey' },
        ...(view.class === 'absent' ? [] : [{ words: gradeTagWords(view), tone: gradeTone(view) }]), ...view.child.flags,
      ]}
    />
  )
}

export const ClassTag = ({ view }: { readonly view: EpisodeView }) => <Tag tone={view.class === 'missing' ? 'red' : 'grey'}>{view.class === 'missing' ? 'Missing' : 'Absent'}</Tag>

const gradeTone = (view: EpisodeView): Tone => (view.grade === 'high' ? 'solid' : view.grade === null ? 'red' : 'amber')
const gradeTagWords = (view: EpisodeView): string => (view.grade === null ? 'Not graded' : `${view.gradeWords} risk`)
export const GradeTag = ({ view }: { readonly view: EpisodeView }) => (view.class === 'absent' ? null : <Tag tone={gradeTone(view)}>{gradeTagWords(view)}</Tag>)
