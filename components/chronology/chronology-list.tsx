import type { Chronology } from '@/lib/chronology/view'
import { counted } from '@/lib/wording/lists'
import { Button } from '../ui/button'
import { Chip } from '../ui/chip'
import { Pager } from '../ui/pager'
import { Select } from '../ui/select'
import { Entries } from './entries'

/** A person's chronology with its filters: each filter that is on is a chip that takes it off. */
export function ChronologyList({ chronology, path, name, later }: { readonly chronology: Chronology; readonly path: string; readonly name: string; readonly later: boolean }) {
  const { kind, agency } = chronology
  const address = (kept: Record<string, string | undefined>): string => {
    const query = new URLSearchParams(Object.entries(kept).filter((pair): pair is [string, string] => pair[1] !== undefined)).toString()
    return query === '' ? path : `${path}?${query}`
  }
  return (
    <>
      <form action={path} method="get" className="flex flex-wrap gap-x-4 items-end">
        <Select name="kind" label="What happened" empty="Everything" value={kind?.value ?? ''} options={chronology.kinds} />
        <Select name="agency" label="Whose entry" empty="Every agency" value={agency?.value ?? ''} options={chronology.agencies} />
        <div className="field"><Button look="second">Filter</Button></div>
      </form>
      {kind === null && agency === null ? null : (
        <p className="bar">
          {kind === null ? null : <Chip name="What happened" href={address({ agency: agency?.value })}>{kind.label}</Chip>}
          {agency === null ? null : <Chip name="Whose entry" href={address({ kind: kind?.value })}>{agency.label}</Chip>}
        </p>
      )}
      <Entries entries={chronology.entries} label={`Chronology of ${name}, newest first`} />
      <Pager
        next={chronology.next === null ? undefined : { href: address({ kind: kind?.value, agency: agency?.value, before: chronology.next }), words: 'Earlier entries' }}
        previous={later ? { href: address({ kind: kind?.value, agency: agency?.value }), words: 'Back to the newest' } : undefined}
      >
        {`${counted(chronology.entries.length, 'entry', 'entries')} of ${chronology.total}, newest first.`}
      </Pager>
    </>
  )
}
